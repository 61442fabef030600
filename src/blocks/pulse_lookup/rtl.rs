//! RTL of the pulse lookup.

use crate::blocks::modulator::rtl::CODE_BITS;
use crate::blocks::stdp::rtl::{NUM_RULES, OFFSET_BITS, RULE_BITS, Stdp};
use crate::blocks::switching_tables::rtl::{NUM_THRESHOLDS, SwitchingTable};
use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Pairs, Spec, WORD_BITS, index_bits};

/// Bits of a code before it is clipped, signed.
const WIDE_BITS: usize = 6;

/// One lookup a cycle.
#[derive(LogicBlock)]
pub struct PulseLookup {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Register: amplitude codes {readout, hidden}.
    pub codes_i: Sig<In>,
    /// Register: rule table, packed.
    pub rules_i: Sig<In>,
    /// Of a readout cell, else of a hidden column.
    pub readout_i: Signal<In, Bit>,
    /// The second entry of its kind: the rival's; that of a positive modulator.
    pub second_i: Signal<In, Bit>,
    /// Spike count of a readout cell's column.
    pub count_i: Sig<In>,
    /// Amplitude offset of a hidden column, signed.
    pub offset_i: Sig<In>,
    /// A pulse may be sent at all.
    pub enable_i: Signal<In, Bit>,
    /// dt >= 0.
    pub causal_i: Signal<In, Bit>,
    /// Of a persistent pair the junction: 1 right.
    pub right_i: Sig<In>,
    /// The host writes a threshold.
    pub table_we_i: Signal<In, Bit>,
    /// Threshold that the host reads or writes.
    pub table_addr_i: Sig<In>,
    /// The host has the table.
    pub table_host_i: Signal<In, Bit>,
    /// What the host writes.
    pub table_data_i: Sig<In>,
    /// A pulse is sent.
    pub pulse_o: Signal<Out, Bit>,
    /// It potentiates (is towards P).
    pub ltp_o: Signal<Out, Bit>,
    /// The junction is the one watched.
    pub watched_o: Signal<Out, Bit>,
    /// Its switching threshold.
    pub threshold_o: Sig<Out>,
    /// The host's threshold, of the cycle before.
    pub table_data_o: Sig<Out>,
    u_stdp: Stdp,
    u_switching_table: SwitchingTable,
    code_at_hand: Reg,
    selector_at_hand: Reg,
    sent_at_hand: BitReg,
    ltp_at_hand: BitReg,
    watched_at_hand: BitReg,
    pulse: BitReg,
    ltp: BitReg,
    watched: BitReg,
    threshold: Reg,
    entry: Sig<Local>,
    base: Sig<Local>,
    step: Sig<Local>,
    count_less_one: Sig<Local>,
    unused: Sig<Local>,
    rule_offset: Sig<Local>,
    wide: Sig<Local>,
    code: Sig<Local>,
    sent: Signal<Local, Bit>,
    rule: Sig<Local>,
    selector: Sig<Local>,
    both: Const,
}

impl PulseLookup {
    /// For `spec`, with the start values of the switching table (junction, transition, code).
    pub fn new(spec: &Spec, tables: &[u16; NUM_THRESHOLDS]) -> Self {
        let address = index_bits(NUM_THRESHOLDS);
        PulseLookup {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            codes_i: Sig::packed(2, CODE_BITS),
            rules_i: Sig::packed(NUM_RULES, OFFSET_BITS + RULE_BITS),
            readout_i: Default::default(),
            second_i: Default::default(),
            count_i: Sig::new(COUNT_BITS),
            offset_i: Sig::new(OFFSET_BITS),
            enable_i: Default::default(),
            causal_i: Default::default(),
            right_i: Sig::new(1),
            table_we_i: Default::default(),
            table_addr_i: Sig::new(address),
            table_host_i: Default::default(),
            table_data_i: Sig::new(WORD_BITS),
            pulse_o: Default::default(),
            ltp_o: Default::default(),
            watched_o: Default::default(),
            threshold_o: Sig::new(WORD_BITS),
            table_data_o: Sig::new(WORD_BITS),
            u_stdp: Stdp::default(),
            u_switching_table: SwitchingTable::new(tables),
            code_at_hand: Reg::data(CODE_BITS),
            selector_at_hand: Reg::data(1),
            sent_at_hand: BitReg::new(false),
            ltp_at_hand: BitReg::new(false),
            watched_at_hand: BitReg::new(false),
            pulse: BitReg::new(false),
            ltp: BitReg::new(false),
            watched: BitReg::new(false),
            threshold: Reg::data(WORD_BITS),
            entry: Sig::new(OFFSET_BITS + RULE_BITS),
            base: Sig::new(CODE_BITS),
            step: Sig::new(OFFSET_BITS),
            count_less_one: Sig::new(COUNT_BITS),
            unused: Sig::new(1),
            rule_offset: Sig::new(OFFSET_BITS),
            wide: Sig::new(WIDE_BITS),
            code: Sig::new(CODE_BITS),
            sent: Default::default(),
            rule: Sig::new(RULE_BITS),
            selector: Sig::new(1),
            both: Const::new(1, (spec.pairs == Pairs::Persistent).into()),
        }
    }
}

impl Logic for PulseLookup {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, code_at_hand, selector_at_hand, sent_at_hand);
        clock!(self, clk_i, ltp_at_hand, watched_at_hand);
        clock!(self, clk_i, pulse, ltp, watched, threshold);
        self.count_less_one.next = self.count_i.val() - 1;
        self.unused.next = self.count_less_one.val().get_bit(0);
        if self.readout_i.val() {
            self.base.next = self.codes_i.val().get_bit(1);
            self.step.next = bits(self.count_less_one.val() >> 1, 3);
            self.entry.next = self.rules_i.val().get_bit(2);
            if self.second_i.val() {
                self.entry.next = self.rules_i.val().get_bit(3);
            }
        } else {
            self.base.next = self.codes_i.val().get_bit(0);
            self.step.next = self.offset_i.val();
            self.entry.next = self.rules_i.val().get_bit(0);
            if self.second_i.val() {
                self.entry.next = self.rules_i.val().get_bit(1);
            }
        }
        self.wide.next = bits(self.base.val(), 6)
            + bits(signed_cast(self.step.val()), 6)
            + bits(signed_cast(self.rule_offset.val()), 6);
        self.rule_offset.next = bits(self.entry.val() >> 5, 3);
        self.code.next = bits(self.wide.val(), 4);
        if self.wide.val().get_bit(4).any() {
            self.code.next = 15.into();
        }

        // both junctions of a hidden pair are pulsed, whichever is watched
        self.selector.next = self.entry.val().get_bit(2);
        self.rule.next = bits(self.entry.val(), 5);
        if self.both.val().any() && !self.readout_i.val() {
            self.selector.next = self.right_i.val();
            self.rule.next =
                (bits(self.entry.val(), 5) & 0b11011) | (bits(self.right_i.val(), 5) << 2);
        }
        self.watched_at_hand.d.next = self.selector.val() == self.entry.val().get_bit(2);
        self.watched.d.next = self.watched_at_hand.q.val();
        self.watched_o.next = self.watched.q.val();
        self.u_stdp.rule_i.next = self.rule.val();
        self.u_stdp.causal_i.next = self.causal_i.val();
        self.u_switching_table.clk_i.next = self.clk_i.val();
        self.u_switching_table.we_i.next = self.table_we_i.val();
        self.u_switching_table.host_i.next = self.table_host_i.val();
        self.u_switching_table.addr_i.next = self.table_addr_i.val();
        self.u_switching_table.data_i.next = self.table_data_i.val();
        self.code_at_hand.d.next = self.code.val();
        self.ltp_at_hand.d.next = self.u_stdp.ltp_o.val();
        self.selector_at_hand.d.next = self.selector.val();
        self.u_switching_table.code_i.next = self.code_at_hand.q.val();
        self.u_switching_table.ltp_i.next = self.ltp_at_hand.q.val();
        self.u_switching_table.selector_i.next = self.selector_at_hand.q.val();
        self.table_data_o.next = self.threshold.q.val();

        self.sent.next =
            self.enable_i.val() && self.u_stdp.pulse_o.val() && !self.wide.val().get_bit(5).any();
        self.sent_at_hand.d.next = self.sent.val();
        self.pulse.d.next = self.sent_at_hand.q.val();
        self.ltp.d.next = self.ltp_at_hand.q.val();
        self.threshold.d.next = self.u_switching_table.threshold_o.val();
        if !self.sent_at_hand.q.val() && !self.table_host_i.val() {
            self.threshold.d.next = 0.into();
        }
        self.pulse_o.next = self.pulse.q.val();
        self.ltp_o.next = self.ltp.q.val();
        self.threshold_o.next = self.threshold.q.val();
    }
}
