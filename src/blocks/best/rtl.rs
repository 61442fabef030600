//! RTL of the best.

use crate::hdl::prelude::*;
use crate::spec::prototype::{WINS_BITS, WINS_MAX};
use crate::spec::{Prototype, Spec};

/// Bits of the offset of an amplitude code.
pub const OFFSET_BITS: usize = 2;

/// Bits of a place: {column, pass, lane}.
pub fn place_bits(spec: &Spec) -> usize {
    spec.column_bits() + spec.pass_bits() + spec.lane_bits()
}

/// The best of one compartment.
#[derive(LogicBlock)]
pub struct Best {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// A column takes part in the search of its class.
    pub infer_valid_i: Signal<In, Bit>,
    /// It is the first of its class to do so.
    pub infer_first_i: Signal<In, Bit>,
    /// Its score.
    pub infer_i: Sig<In>,
    /// A column of the label's group.
    pub learn_valid_i: Signal<In, Bit>,
    /// The first of the group.
    pub learn_first_i: Signal<In, Bit>,
    /// Its score.
    pub learn_i: Sig<In>,
    /// Its place: {column, pass, lane}.
    pub place_i: Sig<In>,
    /// Its bias.
    pub bias_i: Sig<In>,
    /// Its wins.
    pub wins_i: Sig<In>,
    /// Best score of the class, as wide as the sum.
    pub infer_o: Sig<Out>,
    /// Place of the winner.
    pub place_o: Sig<Out>,
    /// Its bias.
    pub bias_o: Sig<Out>,
    /// Its wins, this one counted.
    pub wins_o: Sig<Out>,
    /// What its wins add to the amplitude code.
    pub offset_o: Sig<Out>,
    infer: Reg,
    learn: Reg,
    place: Reg,
    bias: Reg,
    wins: Reg,
    won: Sig<Local>,
    infer_better: Signal<Local, Bit>,
    learn_better: Signal<Local, Bit>,
    wins_most: Const,
}

impl Best {
    /// Widths of `spec`.
    pub fn new(spec: &Spec, sizes: &Prototype) -> Self {
        let (infer, learn) = (sizes.infer_score_bits(), sizes.learn_score_bits());
        let (place, bias) = (place_bits(spec), sizes.bias_bits());
        Best {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            infer_valid_i: Default::default(),
            infer_first_i: Default::default(),
            infer_i: Sig::new(infer),
            learn_valid_i: Default::default(),
            learn_first_i: Default::default(),
            learn_i: Sig::new(learn),
            place_i: Sig::new(place),
            bias_i: Sig::new(bias),
            wins_i: Sig::new(WINS_BITS),
            infer_o: Sig::new(sizes.class_sum_bits()),
            place_o: Sig::new(place),
            bias_o: Sig::new(bias),
            wins_o: Sig::new(WINS_BITS),
            offset_o: Sig::new(OFFSET_BITS),
            infer: Reg::data(infer),
            learn: Reg::data(learn),
            place: Reg::data(place),
            bias: Reg::data(bias),
            wins: Reg::new(WINS_BITS, 0),
            won: Sig::new(WINS_BITS),
            infer_better: Default::default(),
            learn_better: Default::default(),
            wins_most: Const::new(WINS_BITS, WINS_MAX.into()),
        }
    }
}

impl Logic for Best {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, infer, learn, place, bias, wins);
        self.infer_better.next = self.infer_first_i.val()
            || (signed_cast(self.infer_i.val()) > signed_cast(self.infer.q.val()));
        self.learn_better.next = self.learn_first_i.val()
            || (signed_cast(self.learn_i.val()) > signed_cast(self.learn.q.val()));
        if self.infer_valid_i.val() && self.infer_better.val() {
            self.infer.d.next = self.infer_i.val();
        }
        if self.learn_valid_i.val() && self.learn_better.val() {
            self.learn.d.next = self.learn_i.val();
            self.place.d.next = self.place_i.val();
            self.bias.d.next = self.bias_i.val();
            self.wins.d.next = self.wins_i.val();
        }
        self.won.next = self.wins.q.val() + 1;
        if self.wins.q.val() == self.wins_most.val() {
            self.won.next = self.wins_most.val();
        }
        self.offset_o.next = 2.into();
        if (self.won.val() >> 4).any() {
            self.offset_o.next = 0.into();
        } else if (self.won.val() >> 2).any() {
            self.offset_o.next = 1.into();
        }
        self.infer_o.next = bits(signed_cast(self.infer.q.val()), self.infer_o.width());
        self.place_o.next = self.place.q.val();
        self.bias_o.next = self.bias.q.val();
        self.wins_o.next = self.won.val();
    }
}
