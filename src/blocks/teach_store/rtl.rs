//! RTL of the teach store: what the hidden sweep must know of a column, `{rule, thresholds}`. They are
//! looked up once an image and held, so no lane needs a table.

use crate::blocks::stdp::rtl::RULE_BITS;
use crate::hdl::prelude::*;
use crate::spec::{Spec, WORD_BITS};

/// Filled lane by lane; with more than one pass a memory holds the words of all passes.
#[derive(LogicBlock)]
pub struct TeachStore {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// All lanes: no pulse.
    pub clear_i: Signal<In, Bit>,
    /// Lanes that take the rule and the thresholds (one hot).
    pub select_i: Sig<In>,
    /// Rule.
    pub rule_i: Sig<In>,
    /// Switching thresholds {acausal, causal}.
    pub switching_i: Sig<In>,
    /// The lanes are filled: keep them as those of pass `pass_i`.
    pub commit_i: Signal<In, Bit>,
    /// Pass to keep, or to show in the next cycle.
    pub pass_i: Sig<In>,
    /// Rules, packed.
    pub rules_o: Sig<Out>,
    /// Switching thresholds of causal rows, packed.
    pub causal_switching_o: Sig<Out>,
    /// The same of acausal rows.
    pub acausal_switching_o: Sig<Out>,
    u_teach_memory: Vec<RowMemory>,
    rules: Reg,
    causal: Reg,
    acausal: Reg,
    next_rule: Vec<Sig<Local>>,
    next_causal: Vec<Sig<Local>>,
    next_acausal: Vec<Sig<Local>>,
    word: Sig<Local>,
    shown: Sig<Local>,
    unused: Vec<Signal<Local, Bit>>,
    rule_shift: Const,
    acausal_shift: Const,
    _lanes: usize,
}

impl TeachStore {
    /// For the lanes of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let lanes = spec.lanes;
        let width = lanes * (RULE_BITS + 2 * WORD_BITS);
        let passes = spec.passes();
        let buses = |width: usize| (0..lanes).map(|_| Sig::new(width)).collect();
        TeachStore {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            select_i: Sig::new(lanes),
            rule_i: Sig::new(RULE_BITS),
            switching_i: Sig::packed(2, WORD_BITS),
            commit_i: Default::default(),
            pass_i: Sig::new(spec.pass_bits()),
            rules_o: Sig::packed(lanes, RULE_BITS),
            causal_switching_o: Sig::packed(lanes, WORD_BITS),
            acausal_switching_o: Sig::packed(lanes, WORD_BITS),
            u_teach_memory: match passes {
                1 => vec![],
                _ => vec![RowMemory::new(passes, 1, width, None)],
            },
            rules: Reg::packed_zero(lanes, RULE_BITS),
            causal: Reg::packed(lanes, WORD_BITS),
            acausal: Reg::packed(lanes, WORD_BITS),
            next_rule: buses(RULE_BITS),
            next_causal: buses(WORD_BITS),
            next_acausal: buses(WORD_BITS),
            word: Sig::new(width),
            shown: Sig::new(width),
            unused: if passes > 1 {
                vec![]
            } else {
                vec![Default::default()]
            },
            rule_shift: Const::new(32, (2 * lanes * WORD_BITS) as i128),
            acausal_shift: Const::new(32, (lanes * WORD_BITS) as i128),
            _lanes: lanes,
        }
    }
}

impl Logic for TeachStore {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, rules, causal, acausal);
        for k in 0..self._lanes {
            self.next_rule[k].next = self.rules.q.val().get_bit(k);
            self.next_causal[k].next = self.causal.q.val().get_bit(k);
            self.next_acausal[k].next = self.acausal.q.val().get_bit(k);
            if self.clear_i.val() {
                self.next_rule[k].next = 0.into();
            } else if self.select_i.val().get_bit(k).any() {
                self.next_rule[k].next = self.rule_i.val();
                self.next_causal[k].next = self.switching_i.val().get_bit(0);
                self.next_acausal[k].next = self.switching_i.val().get_bit(1);
            }
        }
        self.rules.d.next = self.next_rule.val();
        self.causal.d.next = self.next_causal.val();
        self.acausal.d.next = self.next_acausal.val();
        self.word.next = (bits(self.rules.q.val(), self.word.width()) << self.rule_shift.val())
            | (bits(self.acausal.q.val(), self.word.width()) << self.acausal_shift.val())
            | bits(self.causal.q.val(), self.word.width());
        self.shown.next = self.word.val();
        for n in 0..self.u_teach_memory.len() {
            self.shown.next = self.u_teach_memory[n].rdata_o.val();
        }
        for m in 0..self.u_teach_memory.len() {
            self.u_teach_memory[m].clk_i.next = self.clk_i.val();
            self.u_teach_memory[m].we_i.next = self.commit_i.val();
            self.u_teach_memory[m].waddr_i.next = self.pass_i.val();
            self.u_teach_memory[m].raddr_i.next = self.pass_i.val();
            self.u_teach_memory[m].wdata_i.next = self.word.val();
        }
        for m in 0..self.unused.len() {
            self.unused[m].next = self.pass_i.val().xor() ^ self.commit_i.val();
        }
        self.rules_o.next = bits(
            self.shown.val() >> self.rule_shift.val(),
            self.rules_o.width(),
        );
        self.causal_switching_o.next = bits(self.shown.val(), self.causal_switching_o.width());
        self.acausal_switching_o.next = bits(
            self.shown.val() >> self.acausal_shift.val(),
            self.acausal_switching_o.width(),
        );
    }
}
