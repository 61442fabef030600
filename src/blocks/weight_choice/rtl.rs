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
    words: Sig<Local>,
    group: Vec<Sig<Local>>,
    low: Sig<Local>,
    one: Vec<Sig<Local>>,
    ones: Reg,
    high: Reg,
}

impl Default for WeightChoice {
    fn default() -> Self {
        let groups = || 0..GROUPS;
        WeightChoice {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            word_i: Sig::packed(NUM_CLASSES, W2_BITS),
            class_i: Sig::new(CLASS_BITS),
            weight_o: Sig::new(W2_BITS),
            words: Sig::packed(GROUPS, GROUP * W2_BITS),
            group: groups().map(|_| Sig::packed(GROUP, W2_BITS)).collect(),
            low: Sig::new(2),
            one: groups().map(|_| Sig::new(W2_BITS)).collect(),
            ones: Reg::packed(GROUPS, W2_BITS),
            high: Reg::data(2),
        }
    }
}

impl Logic for WeightChoice {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, ones, high);
        self.words.next = bits(self.word_i.val(), self.words.width());
        self.low.next = bits(self.class_i.val(), 2);
        for k in 0..self.group.len() {
            self.group[k].next = self.words.val().get_bit(k);
        }
        for k in 0..self.group.len() {
            self.one[k].next = self.group[k].val().get_bit(self.low.val());
        }
        self.ones.d.next = self.one.val();
        self.high.d.next = bits(self.class_i.val() >> 2, 2);
        self.weight_o.next = self.ones.q.val().get_bit(self.high.q.val());
    }
}
