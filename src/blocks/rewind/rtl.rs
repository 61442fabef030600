//! RTL of the rewind.

use crate::hdl::prelude::*;
use crate::spec::WORD_BITS;

/// In front of the LFSR's load port.
#[derive(LogicBlock)]
pub struct Rewind {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// LFSR state.
    pub state_i: Sig<In>,
    /// Keep it.
    pub mark_i: Signal<In, Bit>,
    /// Load what was kept.
    pub rewind_i: Signal<In, Bit>,
    /// What the host loads.
    pub value_i: Sig<In>,
    /// What is loaded.
    pub value_o: Sig<Out>,
    kept: Reg,
}

impl Default for Rewind {
    fn default() -> Self {
        Rewind {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            state_i: Sig::new(WORD_BITS),
            mark_i: Default::default(),
            rewind_i: Default::default(),
            value_i: Sig::new(WORD_BITS),
            value_o: Sig::new(WORD_BITS),
            kept: Reg::new(WORD_BITS, 0),
        }
    }
}

impl Logic for Rewind {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, kept);
        if self.mark_i.val() {
            self.kept.d.next = self.state_i.val();
        }
        self.value_o.next = self.value_i.val();
        if self.rewind_i.val() {
            self.value_o.next = self.kept.q.val();
        }
    }
}
