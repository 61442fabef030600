//! RTL of the tally.

use crate::hdl::prelude::*;
use crate::spec::index_bits;

/// Cycles that a counter may wait for its turn; each has one of `Counter::COUNT` cycles.
const TURN: usize = 16;

/// What waits of a counter.
#[derive(LogicBlock)]
pub struct Tally {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// What is new.
    pub more_i: Sig<In>,
    /// The memory takes what waits.
    pub take_i: Sig<In>,
    /// What waits.
    pub waiting_o: Sig<Out>,
    waiting: Reg,
    left: Sig<Local>,
    sum: Sig<Local>,
    unused: Signal<Local, Bit>,
}

impl Tally {
    /// Of at most `most` a cycle.
    pub fn new(most: usize) -> Self {
        let bits = waiting_bits(most);
        Tally {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            more_i: Sig::new(bits),
            take_i: Sig::new(1),
            waiting_o: Sig::new(bits),
            waiting: Reg::new(bits, 0),
            left: Sig::new(bits),
            sum: Sig::new(bits + 1),
            unused: Default::default(),
        }
    }
}

/// Bits of what waits, of at most `most` a cycle.
pub fn waiting_bits(most: usize) -> usize {
    index_bits(TURN * most + 1)
}

impl Logic for Tally {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, waiting);
        self.left.next = self.waiting.q.val();
        if self.take_i.val().any() {
            self.left.next = 0.into();
        }
        // a sum as in `lif`
        self.sum.next = (bits(self.more_i.val(), self.sum.width()) << 1)
            - ((bits(!self.left.val(), self.sum.width()) << 1) | 1);
        self.unused.next = self.sum.val().get_bit(0).any();
        self.waiting.d.next = bits(self.sum.val() >> 1, self.waiting.d.width());
        self.waiting_o.next = self.waiting.q.val();
    }
    fn timing(&self) -> Vec<TimingInfo> {
        module_name("tally")
    }
}
