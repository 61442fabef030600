//! RTL of the weight choice.

use crate::blocks::front::rtl::CLASS_BITS;
use crate::hdl::prelude::*;
use crate::spec::{NUM_CLASSES, W2_BITS};

/// Weights of which one is taken at once.
const GROUP: usize = 4;
/// Groups of classes.
const GROUPS: usize = NUM_CLASSES.div_ceil(GROUP);

/// One of a word.
#[derive(LogicBlock)]
pub struct WeightChoice {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Word of W2.
    pub word_i: Sig<In>,
    /// Class.
    pub class_i: Sig<In>,
    /// Its weight, of the cycle before.
    pub weight_o: Sig<Out>,
    group_0: Sig<Local>,
    group_1: Sig<Local>,
    group_2: Sig<Local>,
    low: Sig<Local>,
    one_0: Sig<Local>,
    one_1: Sig<Local>,
    one_2: Sig<Local>,
    ones: Reg,
    high: Reg,
}

impl Default for WeightChoice {
    fn default() -> Self {
        let group = || Sig::packed(GROUP, W2_BITS);
        WeightChoice {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            word_i: Sig::packed(NUM_CLASSES, W2_BITS),
            class_i: Sig::new(CLASS_BITS),
            weight_o: Sig::new(W2_BITS),
            group_0: group(),
            group_1: group(),
            group_2: group(),
            low: Sig::new(2),
            one_0: Sig::new(W2_BITS),
            one_1: Sig::new(W2_BITS),
            one_2: Sig::new(W2_BITS),
            ones: Reg::packed(GROUPS, W2_BITS),
            high: Reg::new(2, 0),
        }
    }
}

impl Logic for WeightChoice {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, ones, high);
        self.group_0.next = bits(self.word_i.val(), 32);
        self.group_1.next = bits(self.word_i.val() >> 32, 32);
        self.group_2.next = bits(self.word_i.val() >> 64, 32);
        self.low.next = bits(self.class_i.val(), 2);
        self.one_0.next = self.group_0.val().get_bit(self.low.val());
        self.one_1.next = self.group_1.val().get_bit(self.low.val());
        self.one_2.next = self.group_2.val().get_bit(self.low.val());
        self.ones.d.next = (bits(self.one_2.val(), 24) << 16)
            | (bits(self.one_1.val(), 24) << 8)
            | bits(self.one_0.val(), 24);
        self.high.d.next = bits(self.class_i.val() >> 2, 2);
        self.weight_o.next = self.ones.q.val().get_bit(self.high.q.val());
    }
}
