//! RTL of the teach store: what the hidden sweep must know of a column, `{rule entry, threshold}`.
//! The threshold is looked up once an image and held, so no lane needs a table.

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
    /// Lanes that take `rule_i` and `switching_i` (one hot).
    pub select_i: Sig<In>,
    /// Rule entry.
    pub rule_i: Sig<In>,
    /// Switching threshold.
    pub switching_i: Sig<In>,
    /// The lanes are filled: keep them as those of pass `pass_i`.
    pub commit_i: Signal<In, Bit>,
    /// Pass to keep, or to show in the next cycle.
    pub pass_i: Sig<In>,
    /// Rule entries, packed.
    pub rules_o: Sig<Out>,
    /// Switching thresholds, packed.
    pub switching_o: Sig<Out>,
    u_teach_memory: Vec<RowMemory>,
    rules: Reg,
    switching: Reg,
    next_rule: Vec<Sig<Local>>,
    next_switching: Vec<Sig<Local>>,
    word: Sig<Local>,
    shown: Sig<Local>,
    unused: Vec<Signal<Local, Bit>>,
    switching_bits: Const,
    _lanes: usize,
}

impl TeachStore {
    /// For the lanes of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let lanes = spec.lanes;
        let width = lanes * (RULE_BITS + WORD_BITS);
        let passes = spec.passes();
        let buses = |width: usize| (0..lanes).map(|_| Sig::new(width)).collect();
        TeachStore {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            select_i: Sig::new(lanes),
            rule_i: Sig::new(RULE_BITS),
            switching_i: Sig::new(WORD_BITS),
            commit_i: Default::default(),
            pass_i: Sig::new(spec.pass_bits()),
            rules_o: Sig::packed(lanes, RULE_BITS),
            switching_o: Sig::packed(lanes, WORD_BITS),
            u_teach_memory: match passes {
                1 => vec![],
                _ => vec![RowMemory::new(passes, 1, width, None)],
            },
            rules: Reg::packed_zero(lanes, RULE_BITS),
            switching: Reg::packed(lanes, WORD_BITS),
            next_rule: buses(RULE_BITS),
            next_switching: buses(WORD_BITS),
            word: Sig::new(width),
            shown: Sig::new(width),
            unused: if passes > 1 {
                vec![]
            } else {
                vec![Default::default()]
            },
            switching_bits: Const::new(32, (lanes * WORD_BITS) as i128),
            _lanes: lanes,
        }
    }
}

impl Logic for TeachStore {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, rules, switching);
        for k in 0..self._lanes {
            self.next_rule[k].next = self.rules.q.val().get_bit(k);
            self.next_switching[k].next = self.switching.q.val().get_bit(k);
            if self.clear_i.val() {
                self.next_rule[k].next = 0.into();
            } else if self.select_i.val().get_bit(k).any() {
                self.next_rule[k].next = self.rule_i.val();
                self.next_switching[k].next = self.switching_i.val();
            }
        }
        self.rules.d.next = self.next_rule.val();
        self.switching.d.next = self.next_switching.val();
        self.word.next = (bits(self.rules.q.val(), self.word.width()) << self.switching_bits.val())
            | bits(self.switching.q.val(), self.word.width());
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
            self.shown.val() >> self.switching_bits.val(),
            self.rules_o.width(),
        );
        self.switching_o.next = bits(self.shown.val(), self.switching_o.width());
    }
}
