//! RTL of the draw: the LFSR with its 16-step jump.

use crate::hdl::prelude::*;
use crate::spec::WORD_BITS;

/// The LFSR: one advance a draw.
#[derive(LogicBlock)]
pub struct Draw {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low: back to the start value.
    pub rst_ni: Signal<In, Bit>,
    /// Draw: the new state stands from the next cycle on.
    pub advance_i: Signal<In, Bit>,
    /// Load `value_i` (never zero).
    pub load_i: Signal<In, Bit>,
    /// Value to load.
    pub value_i: Sig<In>,
    /// State.
    pub state_o: Sig<Out>,
    state: Reg,
    jump: Sig<Local>,
    taps: Const,
}

impl Draw {
    /// An LFSR that resets to `start` (nonzero).
    pub fn new(start: u16) -> Self {
        Draw {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            advance_i: Default::default(),
            load_i: Default::default(),
            value_i: Sig::new(WORD_BITS),
            state_o: Sig::new(WORD_BITS),
            state: Reg::new(WORD_BITS, start.into()),
            jump: Sig::new(WORD_BITS),
            taps: Const::new(WORD_BITS, 0xB400),
        }
    }
}

impl Logic for Draw {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, state);
        self.jump.next = self.state.q.val();
        for _step in 0..16 {
            if self.jump.val().get_bit(0).any() {
                self.jump.next = (self.jump.val() >> 1) ^ self.taps.val();
            } else {
                self.jump.next = self.jump.val() >> 1;
            }
        }
        if self.load_i.val() {
            self.state.d.next = self.value_i.val();
        } else if self.advance_i.val() {
            self.state.d.next = self.jump.val();
        }
        self.state_o.next = self.state.q.val();
    }
}
