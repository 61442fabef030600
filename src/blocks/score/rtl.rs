//! RTL of the score: one compartment of the column that the soma scan brings.

use crate::hdl::prelude::*;
use crate::spec::Prototype;
use crate::spec::prototype::WINS_BITS;

/// Stage D: drive and neuron memory's field stand. E: likelihood. F: the soma's sum stands.
/// G: scores.
#[derive(LogicBlock)]
pub struct Score {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Stage D: accumulator.
    pub drive_i: Sig<In>,
    /// Stage D: {wins, bias}.
    pub field_i: Sig<In>,
    /// Stage F: T.
    pub soma_i: Sig<In>,
    /// Stage E: L, as wide as T.
    pub likelihood_o: Sig<Out>,
    /// Stage G: score that a class is searched by.
    pub infer_o: Sig<Out>,
    /// Stage G: score that a winner is searched by.
    pub learn_o: Sig<Out>,
    /// Stage G: bias.
    pub bias_o: Sig<Out>,
    /// Stage G: wins.
    pub wins_o: Sig<Out>,
    bias: Sig<Local>,
    own: Sig<Local>,
    others: Sig<Local>,
    infer: Sig<Local>,
    crowded: Sig<Local>,
    likelihood_e: Reg,
    bias_e: Reg,
    wins_e: Reg,
    likelihood_f: Reg,
    bias_f: Reg,
    wins_f: Reg,
    infer_g: Reg,
    learn_g: Reg,
    bias_g: Reg,
    wins_g: Reg,
    bias_bits: Const,
}

impl Score {
    /// Widths of `sizes`.
    pub fn new(sizes: &Prototype) -> Self {
        let (bias, likelihood) = (sizes.bias_bits(), sizes.likelihood_bits());
        let (infer, learn) = (sizes.infer_score_bits(), sizes.learn_score_bits());
        let wide = infer.max(learn);
        Score {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            drive_i: Sig::new(sizes.drive_bits()),
            field_i: Sig::new(bias + WINS_BITS),
            soma_i: Sig::new(sizes.soma_bits()),
            likelihood_o: Sig::new(sizes.soma_bits()),
            infer_o: Sig::new(infer),
            learn_o: Sig::new(learn),
            bias_o: Sig::new(bias),
            wins_o: Sig::new(WINS_BITS),
            bias: Sig::new(bias),
            own: Sig::new(wide),
            others: Sig::new(wide),
            infer: Sig::new(wide),
            crowded: Sig::new(wide),
            likelihood_e: Reg::data(likelihood),
            bias_e: Reg::data(bias),
            wins_e: Reg::data(WINS_BITS),
            likelihood_f: Reg::data(likelihood),
            bias_f: Reg::data(bias),
            wins_f: Reg::data(WINS_BITS),
            infer_g: Reg::data(infer),
            learn_g: Reg::data(learn),
            bias_g: Reg::data(bias),
            wins_g: Reg::new(WINS_BITS, 0),
            bias_bits: Const::new(8, bias as i128),
        }
    }
}

impl Logic for Score {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, likelihood_e, bias_e, wins_e, likelihood_f);
        clock!(
            self, clk_i, bias_f, wins_f, infer_g, learn_g, bias_g, wins_g
        );
        // stage D: 16 times the sum, minus the bias
        self.bias.next = bits(self.field_i.val(), self.bias.width());
        self.likelihood_e.d.next =
            (bits(signed_cast(self.drive_i.val()), self.likelihood_e.d.width()) << 4)
                - bits(self.bias.val(), self.likelihood_e.d.width());
        self.bias_e.d.next = self.bias.val();
        self.wins_e.d.next = bits(self.field_i.val() >> self.bias_bits.val(), 7);
        // stage E
        self.likelihood_o.next = bits(
            signed_cast(self.likelihood_e.q.val()),
            self.likelihood_o.width(),
        );
        self.likelihood_f.d.next = self.likelihood_e.q.val();
        self.bias_f.d.next = self.bias_e.q.val();
        self.wins_f.d.next = self.wins_e.q.val();
        // stage F, with U = T - L: 7 L + T = 8 L + U, 5 L + 3 T - 512 wins = 8 L + U + 2 (U - 256 wins)
        self.own.next = bits(signed_cast(self.likelihood_f.q.val()), self.own.width());
        self.others.next =
            bits(signed_cast(self.soma_i.val()), self.others.width()) - self.own.val();
        self.infer.next = (self.own.val() << 3) + self.others.val();
        self.crowded.next =
            self.others.val() - (bits(self.wins_f.q.val(), self.crowded.width()) << 8);
        self.infer_g.d.next = bits(self.infer.val(), self.infer_g.d.width());
        self.learn_g.d.next = bits(
            self.infer.val() + (self.crowded.val() << 1),
            self.learn_g.d.width(),
        );
        self.bias_g.d.next = self.bias_f.q.val();
        self.wins_g.d.next = self.wins_f.q.val();
        // stage G
        self.infer_o.next = self.infer_g.q.val();
        self.learn_o.next = self.learn_g.q.val();
        self.bias_o.next = self.bias_g.q.val();
        self.wins_o.next = self.wins_g.q.val();
    }
}
