//! RTL of the teacher: TEACH_OUT, one hidden column a cycle. Stage D: the word of W2 is there.
//! E: modulator, thresholds, random words. F: two cells updated, the column's rule and thresholds out.

use crate::blocks::column_pulses::rtl::ColumnPulses;
use crate::blocks::front::rtl::CLASS_BITS;
use crate::blocks::modulator::rtl::{CODE_BITS, Modulator};
use crate::blocks::readout_update::rtl::ReadoutUpdate;
use crate::blocks::stdp::rtl::{NUM_RULES, OFFSET_BITS, RULE_BITS, Stdp};
use crate::blocks::switching_tables::rtl::{NUM_THRESHOLDS, SwitchingTable};
use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, NUM_CLASSES, Spec, W2_BITS, WORD_BITS, index_bits};

/// The pipeline.
#[derive(LogicBlock)]
pub struct Teacher {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Stage D: the word of a walked column.
    pub valid_i: Signal<In, Bit>,
    /// Stage D: word of W2.
    pub word_i: Sig<In>,
    /// Stage D: column.
    pub column_i: Sig<In>,
    /// Stage D: its lane, one hot.
    pub select_i: Sig<In>,
    /// Stage D: spike count.
    pub count_i: Sig<In>,
    /// Stage D: in the learning window.
    pub in_window_i: Signal<In, Bit>,
    /// Label.
    pub label_i: Sig<In>,
    /// Rival.
    pub rival_i: Sig<In>,
    /// Stage E: LFSR state after this column's draw.
    pub state_i: Sig<In>,
    /// Register: amplitude codes {readout, hidden}.
    pub codes_i: Sig<In>,
    /// Register: dead zone.
    pub dead_zone_i: Sig<In>,
    /// Register: breakpoints.
    pub breakpoints_i: Sig<In>,
    /// Register: rule table, packed.
    pub rules_i: Sig<In>,
    /// Stage D: the word of the host's column.
    pub host_i: Signal<In, Bit>,
    /// The host writes.
    pub host_write_i: Signal<In, Bit>,
    /// Class that the host reads or writes.
    pub host_class_i: Sig<In>,
    /// What the host writes.
    pub host_weight_i: Sig<In>,
    /// The host writes a threshold.
    pub table_we_i: Signal<In, Bit>,
    /// Threshold that the host reads or writes.
    pub table_addr_i: Sig<In>,
    /// The host has the tables' read port.
    pub table_host_i: Signal<In, Bit>,
    /// What the host writes.
    pub table_data_i: Sig<In>,
    /// Stage D: draw.
    pub draw_o: Signal<Out, Bit>,
    /// Stage F: write the word.
    pub we_o: Signal<Out, Bit>,
    /// Stage F: column of the word.
    pub column_o: Sig<Out>,
    /// Stage F: the word.
    pub word_o: Sig<Out>,
    /// Stage F: lanes that take the rule and the thresholds (one hot, or none).
    pub select_o: Sig<Out>,
    /// Stage F: rule of the column.
    pub rule_o: Sig<Out>,
    /// Stage F: switching thresholds of the column {acausal, causal}.
    pub switching_o: Sig<Out>,
    /// Stage F: the column has a type other than 00.
    pub typed_o: Signal<Out, Bit>,
    /// Stage F: its second letter is not 0.
    pub wants_silent_o: Signal<Out, Bit>,
    /// Stage F: it is pulsed towards potentiation on {acausal, causal} rows.
    pub hidden_ltp_o: Sig<Out>,
    /// Stage F: it is pulsed towards depression on {acausal, causal} rows.
    pub hidden_ltd_o: Sig<Out>,
    /// Stage F: readout cells pulsed towards potentiation.
    pub ltp_o: Sig<Out>,
    /// Stage F: readout cells pulsed towards depression.
    pub ltd_o: Sig<Out>,
    /// Stage F: readout cells switched.
    pub switched_o: Sig<Out>,
    /// Stage F: readout cells switched at the limit.
    pub saturated_o: Sig<Out>,
    /// Stage D: the host's cell.
    pub host_weight_o: Sig<Out>,
    /// The host's threshold.
    pub table_data_o: Sig<Out>,
    u_modulator: Modulator,
    u_column_pulses: ColumnPulses,
    u_label_table: SwitchingTable,
    u_rival_table: SwitchingTable,
    u_label_stdp: Stdp,
    u_rival_stdp: Stdp,
    u_readout_update: ReadoutUpdate,
    valid_e: BitReg,
    visit_e: BitReg,
    host_e: BitReg,
    word_e: Reg,
    label_weight_e: Reg,
    rival_weight_e: Reg,
    column_e: Reg,
    select_e: Reg,
    count_e: Reg,
    in_window_e: BitReg,
    visit_f: BitReg,
    label_pulse_f: BitReg,
    label_ltp_f: BitReg,
    rival_pulse_f: BitReg,
    rival_ltp_f: BitReg,
    host_f: BitReg,
    word_f: Reg,
    label_weight_f: Reg,
    rival_weight_f: Reg,
    column_f: Reg,
    select_f: Reg,
    label_word_f: Reg,
    rival_word_f: Reg,
    label_threshold_f: Reg,
    rival_threshold_f: Reg,
    switching_f: Reg,
    rule_f: Reg,
    typed_f: BitReg,
    wants_silent_f: BitReg,
    hidden_ltp_f: Reg,
    hidden_ltd_f: Reg,
    label_weight: Sig<Local>,
    rival_weight: Sig<Local>,
    entry: Sig<Local>,
    offset: Vec<Sig<Local>>,
    host_weight: Sig<Local>,
}

impl Teacher {
    /// For `spec`, with the start values of the switching tables (junction, transition, code).
    pub fn new(spec: &Spec, tables: &[u16; NUM_THRESHOLDS]) -> Self {
        let (lanes, column) = (spec.lanes, spec.column_bits());
        let address = index_bits(NUM_THRESHOLDS);
        Teacher {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            valid_i: Default::default(),
            word_i: Sig::packed(NUM_CLASSES, W2_BITS),
            column_i: Sig::new(column),
            select_i: Sig::new(lanes),
            count_i: Sig::new(COUNT_BITS),
            in_window_i: Default::default(),
            label_i: Sig::new(CLASS_BITS),
            rival_i: Sig::new(CLASS_BITS),
            state_i: Sig::new(WORD_BITS),
            codes_i: Sig::packed(2, CODE_BITS),
            dead_zone_i: Sig::new(8),
            breakpoints_i: Sig::packed(4, 8),
            rules_i: Sig::packed(NUM_RULES, OFFSET_BITS + RULE_BITS),
            host_i: Default::default(),
            host_write_i: Default::default(),
            host_class_i: Sig::new(CLASS_BITS),
            host_weight_i: Sig::new(W2_BITS),
            table_we_i: Default::default(),
            table_addr_i: Sig::new(address),
            table_host_i: Default::default(),
            table_data_i: Sig::new(WORD_BITS),
            draw_o: Default::default(),
            we_o: Default::default(),
            column_o: Sig::new(column),
            word_o: Sig::packed(NUM_CLASSES, W2_BITS),
            select_o: Sig::new(lanes),
            rule_o: Sig::new(RULE_BITS),
            switching_o: Sig::packed(2, WORD_BITS),
            typed_o: Default::default(),
            wants_silent_o: Default::default(),
            hidden_ltp_o: Sig::new(2),
            hidden_ltd_o: Sig::new(2),
            ltp_o: Sig::new(2),
            ltd_o: Sig::new(2),
            switched_o: Sig::new(2),
            saturated_o: Sig::new(2),
            host_weight_o: Sig::new(W2_BITS),
            table_data_o: Sig::new(WORD_BITS),
            u_modulator: Modulator::default(),
            u_column_pulses: ColumnPulses::new(tables),
            u_label_table: SwitchingTable::new(tables),
            u_rival_table: SwitchingTable::new(tables),
            u_label_stdp: Stdp::default(),
            u_rival_stdp: Stdp::default(),
            u_readout_update: ReadoutUpdate::default(),
            valid_e: BitReg::new(false),
            visit_e: BitReg::new(false),
            host_e: BitReg::new(false),
            word_e: Reg::packed(NUM_CLASSES, W2_BITS),
            label_weight_e: Reg::data(W2_BITS),
            rival_weight_e: Reg::data(W2_BITS),
            column_e: Reg::data(column),
            select_e: Reg::data(lanes),
            count_e: Reg::data(COUNT_BITS),
            in_window_e: BitReg::new(false),
            visit_f: BitReg::new(false),
            label_pulse_f: BitReg::new(false),
            label_ltp_f: BitReg::new(false),
            rival_pulse_f: BitReg::new(false),
            rival_ltp_f: BitReg::new(false),
            host_f: BitReg::new(false),
            word_f: Reg::packed(NUM_CLASSES, W2_BITS),
            label_weight_f: Reg::data(W2_BITS),
            rival_weight_f: Reg::data(W2_BITS),
            column_f: Reg::data(column),
            select_f: Reg::new(lanes, 0),
            label_word_f: Reg::data(WORD_BITS),
            rival_word_f: Reg::data(WORD_BITS),
            label_threshold_f: Reg::data(WORD_BITS),
            rival_threshold_f: Reg::data(WORD_BITS),
            switching_f: Reg::packed(2, WORD_BITS),
            rule_f: Reg::data(RULE_BITS),
            typed_f: BitReg::new(false),
            wants_silent_f: BitReg::new(false),
            hidden_ltp_f: Reg::new(2, 0),
            hidden_ltd_f: Reg::new(2, 0),
            label_weight: Sig::new(W2_BITS),
            rival_weight: Sig::new(W2_BITS),
            entry: Sig::new(RULE_BITS),
            offset: (0..NUM_RULES).map(|_| Sig::new(OFFSET_BITS)).collect(),
            host_weight: Sig::new(W2_BITS),
        }
    }
}

impl Logic for Teacher {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, valid_e, visit_e, host_e, word_e);
        clock!(self, clk_i, label_weight_e, rival_weight_e, column_e);
        clock!(self, clk_i, select_e, count_e, in_window_e, visit_f);
        clock!(self, clk_i, label_pulse_f, label_ltp_f, rival_pulse_f);
        clock!(self, clk_i, rival_ltp_f, host_f, word_f, label_weight_f);
        clock!(self, clk_i, rival_weight_f, column_f, select_f);
        clock!(self, clk_i, label_word_f, rival_word_f, label_threshold_f);
        clock!(self, clk_i, rival_threshold_f, switching_f, rule_f);
        clock!(self, clk_i, typed_f, wants_silent_f, hidden_ltp_f);
        clock!(self, clk_i, hidden_ltd_f);
        // stage D
        self.label_weight.next = 0.into();
        self.rival_weight.next = 0.into();
        self.host_weight.next = 0.into();
        for k in 0..10 {
            if self.label_i.val() == k.to_bits() {
                self.label_weight.next = self.word_i.val().get_bit(k);
            }
            if self.rival_i.val() == k.to_bits() {
                self.rival_weight.next = self.word_i.val().get_bit(k);
            }
            if self.host_class_i.val() == k.to_bits() {
                self.host_weight.next = self.word_i.val().get_bit(k);
            }
        }
        self.host_weight_o.next = self.host_weight.val();
        self.draw_o.next = self.valid_i.val() && self.count_i.val().any();
        self.valid_e.d.next = self.valid_i.val();
        self.visit_e.d.next = self.valid_i.val() && self.count_i.val().any();
        self.host_e.d.next = self.host_i.val() && self.host_write_i.val();
        self.word_e.d.next = self.word_i.val();
        self.label_weight_e.d.next = self.label_weight.val();
        self.rival_weight_e.d.next = self.rival_weight.val();
        self.column_e.d.next = self.column_i.val();
        self.select_e.d.next = self.select_i.val();
        self.count_e.d.next = self.count_i.val();
        self.in_window_e.d.next = self.in_window_i.val();

        // stage E
        self.u_modulator.label_weight_i.next = self.label_weight_e.q.val();
        self.u_modulator.rival_weight_i.next = self.rival_weight_e.q.val();
        self.u_modulator.count_i.next = self.count_e.q.val();
        self.u_modulator.in_window_i.next = self.in_window_e.q.val();
        self.u_modulator.codes_i.next = self.codes_i.val();
        self.u_modulator.dead_zone_i.next = self.dead_zone_i.val();
        self.u_modulator.breakpoints_i.next = self.breakpoints_i.val();
        for m in 0..self.offset.len() {
            self.offset[m].next = self.rules_i.val().get_bits::<3>((m << 3) + 5);
        }
        self.u_modulator.offsets_i.next = self.offset.val();
        self.entry.next = self.rules_i.val().get_bits::<5>(0);
        if self.u_modulator.positive_o.val() {
            self.entry.next = self.rules_i.val().get_bits::<5>(8);
        }
        self.u_label_stdp.rule_i.next = self.rules_i.val().get_bits::<5>(16);
        self.u_label_stdp.causal_i.next = true;
        self.u_rival_stdp.rule_i.next = self.rules_i.val().get_bits::<5>(24);
        self.u_rival_stdp.causal_i.next = true;
        self.u_column_pulses.clk_i.next = self.clk_i.val();
        self.u_column_pulses.rule_i.next = self.entry.val();
        self.u_column_pulses.code_i.next = self.u_modulator.hidden_code_o.val();
        self.u_column_pulses.table_we_i.next = self.table_we_i.val();
        self.u_column_pulses.table_host_i.next = self.table_host_i.val();
        self.u_column_pulses.table_addr_i.next = self.table_addr_i.val();
        self.u_column_pulses.table_data_i.next = self.table_data_i.val();
        self.u_label_table.clk_i.next = self.clk_i.val();
        self.u_label_table.we_i.next = self.table_we_i.val();
        self.u_label_table.host_i.next = false;
        self.u_label_table.addr_i.next = self.table_addr_i.val();
        self.u_label_table.data_i.next = self.table_data_i.val();
        self.u_label_table.code_i.next = self.u_modulator.label_code_o.val();
        self.u_label_table.ltp_i.next = self.u_label_stdp.ltp_o.val();
        self.u_label_table.selector_i.next = self.rules_i.val().get_bits::<1>(18);
        self.u_rival_table.clk_i.next = self.clk_i.val();
        self.u_rival_table.we_i.next = self.table_we_i.val();
        self.u_rival_table.host_i.next = false;
        self.u_rival_table.addr_i.next = self.table_addr_i.val();
        self.u_rival_table.data_i.next = self.table_data_i.val();
        self.u_rival_table.code_i.next = self.u_modulator.rival_code_o.val();
        self.u_rival_table.ltp_i.next = self.u_rival_stdp.ltp_o.val();
        self.u_rival_table.selector_i.next = self.rules_i.val().get_bits::<1>(26);
        self.table_data_o.next = self.u_column_pulses.table_data_o.val();

        self.label_pulse_f.d.next = self.visit_e.q.val()
            && self.u_label_stdp.pulse_o.val()
            && self.u_modulator.label_pulse_o.val();
        self.label_ltp_f.d.next = self.u_label_stdp.ltp_o.val();
        self.rival_pulse_f.d.next = self.visit_e.q.val()
            && self.u_rival_stdp.pulse_o.val()
            && self.u_modulator.rival_pulse_o.val();
        self.rival_ltp_f.d.next = self.u_rival_stdp.ltp_o.val();
        self.visit_f.d.next = self.visit_e.q.val();
        self.host_f.d.next = self.host_e.q.val();
        self.word_f.d.next = self.word_e.q.val();
        self.label_weight_f.d.next = self.label_weight_e.q.val();
        self.rival_weight_f.d.next = self.rival_weight_e.q.val();
        self.column_f.d.next = self.column_e.q.val();
        self.select_f.d.next = 0.into();
        self.typed_f.d.next = false;
        self.wants_silent_f.d.next = false;
        self.hidden_ltp_f.d.next = 0.into();
        self.hidden_ltd_f.d.next = 0.into();
        if self.valid_e.q.val() && self.u_modulator.typed_o.val() && bits(self.entry.val(), 2).any()
        {
            self.typed_f.d.next = true;
            self.wants_silent_f.d.next = self.entry.val().get_bit(0).any();
            if self.u_modulator.pulse_o.val() {
                self.select_f.d.next = self.select_e.q.val();
                self.hidden_ltp_f.d.next = self.u_column_pulses.ltp_o.val();
                self.hidden_ltd_f.d.next = self.u_column_pulses.ltd_o.val();
            }
        }
        self.rule_f.d.next = self.entry.val();
        self.switching_f.d.next = self.u_column_pulses.switching_o.val();
        self.label_threshold_f.d.next = self.u_label_table.threshold_o.val();
        self.rival_threshold_f.d.next = self.u_rival_table.threshold_o.val();
        self.label_word_f.d.next = (self.state_i.val() << self.label_i.val())
            | ((self.state_i.val() >> 1) >> (!self.label_i.val()));
        self.rival_word_f.d.next = (self.state_i.val() << self.rival_i.val())
            | ((self.state_i.val() >> 1) >> (!self.rival_i.val()));

        // stage F
        self.u_readout_update.label_i.next = self.label_i.val();
        self.u_readout_update.rival_i.next = self.rival_i.val();
        self.u_readout_update.word_i.next = self.word_f.q.val();
        self.u_readout_update.label_pulse_i.next = self.label_pulse_f.q.val();
        self.u_readout_update.label_ltp_i.next = self.label_ltp_f.q.val();
        self.u_readout_update.label_random_i.next = self.label_word_f.q.val();
        self.u_readout_update.label_threshold_i.next = self.label_threshold_f.q.val();
        self.u_readout_update.label_weight_i.next = self.label_weight_f.q.val();
        self.u_readout_update.rival_pulse_i.next = self.rival_pulse_f.q.val();
        self.u_readout_update.rival_ltp_i.next = self.rival_ltp_f.q.val();
        self.u_readout_update.rival_random_i.next = self.rival_word_f.q.val();
        self.u_readout_update.rival_threshold_i.next = self.rival_threshold_f.q.val();
        self.u_readout_update.rival_weight_i.next = self.rival_weight_f.q.val();
        self.u_readout_update.host_i.next = self.host_f.q.val();
        self.u_readout_update.host_class_i.next = self.host_class_i.val();
        self.u_readout_update.host_weight_i.next = self.host_weight_i.val();
        self.we_o.next = self.visit_f.q.val() || self.host_f.q.val();
        self.column_o.next = self.column_f.q.val();
        self.word_o.next = self.u_readout_update.word_o.val();
        self.select_o.next = self.select_f.q.val();
        self.rule_o.next = self.rule_f.q.val();
        self.switching_o.next = self.switching_f.q.val();
        self.typed_o.next = self.typed_f.q.val();
        self.wants_silent_o.next = self.wants_silent_f.q.val();
        self.hidden_ltp_o.next = self.hidden_ltp_f.q.val();
        self.hidden_ltd_o.next = self.hidden_ltd_f.q.val();
        self.ltp_o.next = self.u_readout_update.ltp_o.val();
        self.ltd_o.next = self.u_readout_update.ltd_o.val();
        self.switched_o.next = self.u_readout_update.switched_o.val();
        self.saturated_o.next = self.u_readout_update.saturated_o.val();
    }
}
