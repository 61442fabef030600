//! RTL of the teacher.

use crate::blocks::front::rtl::CLASS_BITS;
use crate::blocks::modulator::rtl::{CODE_BITS, Modulator};
use crate::blocks::pulse_lookup::rtl::PulseLookup;
use crate::blocks::readout_cell::rtl::ReadoutCell;
use crate::blocks::stdp::rtl::{NUM_RULES, OFFSET_BITS, RULE_BITS};
use crate::blocks::switching_tables::rtl::NUM_THRESHOLDS;
use crate::blocks::teach_store::rtl::TeachStore;
use crate::blocks::weight_choice::rtl::WeightChoice;
use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, NUM_CLASSES, Pairs, Spec, Types, W2_BITS, WORD_BITS, index_bits};

/// TEACH_OUT and the filling of the lanes.
#[derive(LogicBlock)]
pub struct Teacher {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// The word of a walked column: cycle 0.
    pub valid_i: Signal<In, Bit>,
    /// The walk fills lanes, else it teaches the readout.
    pub fill_i: Signal<In, Bit>,
    /// Word of W2.
    pub word_i: Sig<In>,
    /// Column.
    pub column_i: Sig<In>,
    /// Column of the next cycle.
    pub next_column_i: Sig<In>,
    /// Its lane, one hot.
    pub select_i: Sig<In>,
    /// Spike count.
    pub count_i: Sig<In>,
    /// In the learning window.
    pub in_window_i: Signal<In, Bit>,
    /// Label.
    pub label_i: Sig<In>,
    /// Rival.
    pub rival_i: Sig<In>,
    /// Random word of the class that stood at `class_o`, two cycles after.
    pub random_i: Sig<In>,
    /// Register: amplitude codes {readout, hidden}.
    pub codes_i: Sig<In>,
    /// Register: dead zone.
    pub dead_zone_i: Sig<In>,
    /// Register: breakpoints.
    pub breakpoints_i: Sig<In>,
    /// Register: rule table, packed.
    pub rules_i: Sig<In>,
    /// The word of the host's column.
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
    /// The host has the switching table.
    pub table_host_i: Signal<In, Bit>,
    /// What the host writes.
    pub table_data_i: Sig<In>,
    /// Draw.
    pub draw_o: Signal<Out, Bit>,
    /// The random word of class `class_o` is wanted in the next cycle.
    pub class_valid_o: Signal<Out, Bit>,
    /// Class at hand, a cycle late.
    pub class_o: Sig<Out>,
    /// Cells of W2 to write (one hot, or none).
    pub we_o: Sig<Out>,
    /// Column to write.
    pub column_o: Sig<Out>,
    /// Weight to write.
    pub weight_o: Sig<Out>,
    /// The column has a type other than 00.
    pub typed_o: Signal<Out, Bit>,
    /// Its second letter is not 0.
    pub wants_silent_o: Signal<Out, Bit>,
    /// Lanes that take a pulse (one hot, or none).
    pub load_o: Sig<Out>,
    /// The pulse: sent, to the junction watched.
    pub pulse_o: Signal<Out, Bit>,
    /// The pulse: potentiates.
    pub pulse_ltp_o: Signal<Out, Bit>,
    /// The pulse: switching threshold.
    pub threshold_o: Sig<Out>,
    /// A column is pulsed towards potentiation on {acausal, causal} rows.
    pub hidden_ltp_o: Sig<Out>,
    /// A column is pulsed towards depression on {acausal, causal} rows.
    pub hidden_ltd_o: Sig<Out>,
    /// A readout cell is pulsed towards potentiation.
    pub ltp_o: Signal<Out, Bit>,
    /// A readout cell is pulsed towards depression.
    pub ltd_o: Signal<Out, Bit>,
    /// A readout cell switched.
    pub switched_o: Signal<Out, Bit>,
    /// A readout cell switched at the limit.
    pub saturated_o: Signal<Out, Bit>,
    /// The host's cell.
    pub host_weight_o: Sig<Out>,
    /// The host's threshold.
    pub table_data_o: Sig<Out>,
    u_weight_choice: WeightChoice,
    u_modulator: Modulator,
    u_pulse_lookup: PulseLookup,
    u_readout_cell: ReadoutCell,
    u_teach_store: TeachStore,
    turn_1: BitReg,
    turn_2: BitReg,
    turn_3: BitReg,
    turn_4: BitReg,
    fill_1: BitReg,
    fill_2: BitReg,
    fill_3: BitReg,
    class: Reg,
    class_written: Reg,
    column: Reg,
    column_written: Reg,
    host: BitReg,
    host_weight: Reg,
    fired_before: BitReg,
    in_window: BitReg,
    select: Reg,
    selects: BitReg,
    causal_select: BitReg,
    load: Reg,
    loads: BitReg,
    causal_load: BitReg,
    fired: Signal<Local, Bit>,
    fills: Signal<Local, Bit>,
    causal: Signal<Local, Bit>,
    chosen: Sig<Local>,
    gates: Sig<Local>,
    side: Sig<Local>,
    two_sides: Const,
    two_junctions: Const,
    right: Signal<Local, Bit>,
    causal_side: Const,
    acausal_side: Const,
}

impl Teacher {
    /// For `spec`, with the start values of the switching table (junction, transition, code).
    pub fn new(spec: &Spec, tables: &[u16; NUM_THRESHOLDS]) -> Self {
        let (lanes, column) = (spec.lanes, spec.column_bits());
        let flag = || BitReg::new(false);
        Teacher {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            valid_i: Default::default(),
            fill_i: Default::default(),
            word_i: Sig::packed(NUM_CLASSES, W2_BITS),
            column_i: Sig::new(column),
            next_column_i: Sig::new(column),
            select_i: Sig::new(lanes),
            count_i: Sig::new(COUNT_BITS),
            in_window_i: Default::default(),
            label_i: Sig::new(CLASS_BITS),
            rival_i: Sig::new(CLASS_BITS),
            random_i: Sig::new(WORD_BITS),
            codes_i: Sig::packed(2, CODE_BITS),
            dead_zone_i: Sig::new(8),
            breakpoints_i: Sig::packed(4, 8),
            rules_i: Sig::packed(NUM_RULES, OFFSET_BITS + RULE_BITS),
            host_i: Default::default(),
            host_write_i: Default::default(),
            host_class_i: Sig::new(CLASS_BITS),
            host_weight_i: Sig::new(W2_BITS),
            table_we_i: Default::default(),
            table_addr_i: Sig::new(index_bits(NUM_THRESHOLDS)),
            table_host_i: Default::default(),
            table_data_i: Sig::new(WORD_BITS),
            draw_o: Default::default(),
            class_valid_o: Default::default(),
            class_o: Sig::new(CLASS_BITS),
            we_o: Sig::new(NUM_CLASSES),
            column_o: Sig::new(column),
            weight_o: Sig::new(W2_BITS),
            typed_o: Default::default(),
            wants_silent_o: Default::default(),
            load_o: Sig::new(lanes),
            pulse_o: Default::default(),
            pulse_ltp_o: Default::default(),
            threshold_o: Sig::new(WORD_BITS),
            hidden_ltp_o: Sig::new(2),
            hidden_ltd_o: Sig::new(2),
            ltp_o: Default::default(),
            ltd_o: Default::default(),
            switched_o: Default::default(),
            saturated_o: Default::default(),
            host_weight_o: Sig::new(W2_BITS),
            table_data_o: Sig::new(WORD_BITS),
            u_weight_choice: WeightChoice::default(),
            u_modulator: Modulator::default(),
            u_pulse_lookup: PulseLookup::new(spec, tables),
            u_readout_cell: ReadoutCell::default(),
            u_teach_store: TeachStore::new(spec),
            turn_1: flag(),
            turn_2: flag(),
            turn_3: flag(),
            turn_4: flag(),
            fill_1: flag(),
            fill_2: flag(),
            fill_3: flag(),
            class: Reg::data(CLASS_BITS),
            class_written: Reg::data(CLASS_BITS),
            column: Reg::data(column),
            column_written: Reg::data(column),
            host: flag(),
            host_weight: Reg::data(W2_BITS),
            fired_before: flag(),
            in_window: flag(),
            select: Reg::new(lanes, 0),
            selects: flag(),
            causal_select: flag(),
            load: Reg::new(lanes, 0),
            loads: flag(),
            causal_load: flag(),
            fired: Default::default(),
            fills: Default::default(),
            causal: Default::default(),
            chosen: Sig::new(CLASS_BITS),
            gates: Sig::new(2),
            side: Sig::new(2),
            two_sides: Const::new(1, (spec.types == Types::All).into()),
            two_junctions: Const::new(1, (spec.pairs == Pairs::Persistent).into()),
            right: Default::default(),
            causal_side: Const::new(2, 0b01),
            acausal_side: Const::new(2, 0b10),
        }
    }
}

impl Logic for Teacher {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, turn_1, turn_2, turn_3, fill_1, fill_2, fill_3);
        clock!(self, clk_i, class, column, load, loads, causal_load);
        clock!(self, clk_i, turn_4, class_written, column_written);
        clock!(self, clk_i, host, host_weight, fired_before, in_window);
        clock!(self, clk_i, select, selects, causal_select);
        // the four cycles of a column, or those of a lane
        self.fired.next = self.count_i.val().any();
        self.turn_1.d.next = self.valid_i.val() && !self.fill_i.val();
        self.turn_2.d.next = self.turn_1.q.val();
        self.turn_3.d.next = self.turn_2.q.val();
        self.turn_4.d.next = self.turn_3.q.val();
        self.fired_before.d.next = self.fired.val();
        self.in_window.d.next = self.in_window_i.val();
        self.fill_1.d.next = self.valid_i.val()
            && self.fill_i.val()
            && (self.two_sides.val().any() || self.two_junctions.val().any());
        self.fill_2.d.next =
            self.fill_1.q.val() && self.two_sides.val().any() && self.two_junctions.val().any();
        self.fill_3.d.next = self.fill_2.q.val();
        self.fills.next = (self.valid_i.val() && self.fill_i.val())
            || self.fill_1.q.val()
            || self.fill_2.q.val()
            || self.fill_3.q.val();
        // the acausal side first, the right junction first
        self.right.next =
            self.two_junctions.val().any() && !self.fill_1.q.val() && !self.fill_3.q.val();
        self.causal.next = !self.fill_i.val() || !self.two_sides.val().any();
        if self.two_junctions.val().any() {
            if self.fill_2.q.val() || self.fill_3.q.val() {
                self.causal.next = true;
            }
        } else if self.fill_1.q.val() {
            self.causal.next = true;
        }
        self.draw_o.next = self.valid_i.val() && !self.fill_i.val() && self.fired.val();

        // one weight of the word, which stands a cycle later
        self.chosen.next = self.label_i.val();
        if self.host_i.val() {
            self.chosen.next = self.host_class_i.val();
        } else if self.turn_1.q.val() || self.turn_3.q.val() {
            self.chosen.next = self.rival_i.val();
        }
        self.u_weight_choice.clk_i.next = self.clk_i.val();
        self.u_weight_choice.rst_ni.next = self.rst_ni.val();
        self.u_weight_choice.word_i.next = self.word_i.val();
        self.u_weight_choice.class_i.next = self.chosen.val();
        self.host_weight.d.next = self.u_weight_choice.weight_o.val();
        self.host_weight_o.next = self.host_weight.q.val();
        self.class.d.next = self.chosen.val();
        self.class_o.next = self.class.q.val();
        self.class_written.d.next = self.class.q.val();
        self.class_valid_o.next = self.turn_1.q.val() || self.turn_2.q.val();

        // class of the hidden column
        self.u_modulator.clk_i.next = self.clk_i.val();
        self.u_modulator.rst_ni.next = self.rst_ni.val();
        self.u_modulator.label_weight_i.next = self.u_readout_cell.read_weight_o.val();
        self.u_modulator.rival_weight_i.next = self.u_weight_choice.weight_o.val();
        self.u_modulator.in_window_i.next = self.in_window.q.val();
        self.u_modulator.dead_zone_i.next = self.dead_zone_i.val();
        self.u_modulator.breakpoints_i.next = self.breakpoints_i.val();
        self.u_teach_store.clk_i.next = self.clk_i.val();
        self.u_teach_store.we_i.next = self.turn_4.q.val();
        self.u_teach_store.column_i.next = self.column.q.val();
        self.u_teach_store.class_i.next = self.u_modulator.class_o.val();
        self.u_teach_store.read_column_i.next = self.next_column_i.val();
        self.gates.next = self.rules_i.val().get_bits::<2>(0);
        if self.u_modulator.positive_o.val() {
            self.gates.next = self.rules_i.val().get_bits::<2>(8);
        }
        self.typed_o.next =
            self.turn_4.q.val() && self.u_modulator.learns_o.val() && self.gates.val().any();
        self.wants_silent_o.next = self.turn_4.q.val()
            && self.u_modulator.learns_o.val()
            && self.gates.val().get_bit(0).any();

        // one pulse
        self.u_pulse_lookup.clk_i.next = self.clk_i.val();
        self.u_pulse_lookup.rst_ni.next = self.rst_ni.val();
        self.u_pulse_lookup.codes_i.next = self.codes_i.val();
        self.u_pulse_lookup.rules_i.next = self.rules_i.val();
        self.u_pulse_lookup.readout_i.next = !self.fill_i.val();
        self.u_pulse_lookup.second_i.next = self.turn_2.q.val();
        self.u_pulse_lookup.enable_i.next = true;
        if self.fill_i.val() {
            self.u_pulse_lookup.second_i.next = self.u_teach_store.positive_o.val();
            self.u_pulse_lookup.enable_i.next = self.u_teach_store.learns_o.val();
        }
        self.u_pulse_lookup.count_i.next = self.count_i.val();
        self.u_pulse_lookup.offset_i.next = self.u_teach_store.offset_o.val();
        self.u_pulse_lookup.causal_i.next = self.causal.val();
        self.u_pulse_lookup.right_i.next = self.right.val().into();
        self.u_pulse_lookup.table_we_i.next = self.table_we_i.val();
        self.u_pulse_lookup.table_addr_i.next = self.table_addr_i.val();
        self.u_pulse_lookup.table_host_i.next = self.table_host_i.val();
        self.u_pulse_lookup.table_data_i.next = self.table_data_i.val();
        self.table_data_o.next = self.u_pulse_lookup.table_data_o.val();
        self.pulse_o.next =
            self.u_pulse_lookup.pulse_o.val() && self.u_pulse_lookup.watched_o.val();
        self.pulse_ltp_o.next = self.u_pulse_lookup.ltp_o.val();
        self.threshold_o.next = self.u_pulse_lookup.threshold_o.val();

        // one cell of the readout
        self.u_readout_cell.clk_i.next = self.clk_i.val();
        self.u_readout_cell.rst_ni.next = self.rst_ni.val();
        self.u_readout_cell.teach_i.next =
            (self.turn_3.q.val() || self.turn_4.q.val()) && self.fired_before.q.val();
        self.u_readout_cell.pulse_i.next = self.u_pulse_lookup.pulse_o.val();
        self.u_readout_cell.ltp_i.next = self.u_pulse_lookup.ltp_o.val();
        self.u_readout_cell.threshold_i.next = self.u_pulse_lookup.threshold_o.val();
        self.u_readout_cell.word_i.next = self.random_i.val();
        self.u_readout_cell.weight_i.next = self.u_weight_choice.weight_o.val();
        self.host.d.next = self.host_i.val();
        self.u_readout_cell.host_i.next = self.host.q.val() && self.host_write_i.val();
        self.u_readout_cell.host_weight_i.next = self.host_weight_i.val();
        self.column.d.next = self.column_i.val();
        self.column_written.d.next = self.column.q.val();
        self.column_o.next = self.column_written.q.val();
        self.weight_o.next = self.u_readout_cell.weight_o.val();
        self.we_o.next = 0.into();
        if self.u_readout_cell.we_o.val() {
            self.we_o.next = bits(1.into(), 10) << self.class_written.q.val();
        }
        self.ltp_o.next = self.u_readout_cell.ltp_o.val();
        self.ltd_o.next = self.u_readout_cell.ltd_o.val();
        self.switched_o.next = self.u_readout_cell.switched_o.val();
        self.saturated_o.next = self.u_readout_cell.saturated_o.val();

        // one lane
        self.select.d.next = 0.into();
        if self.fills.val() {
            self.select.d.next = self.select_i.val();
        }
        self.load.d.next = self.select.q.val();
        self.load_o.next = self.load.q.val();
        self.selects.d.next = self.fills.val();
        self.causal_select.d.next = self.causal.val();
        self.loads.d.next = self.selects.q.val();
        self.causal_load.d.next = self.causal_select.q.val();
        self.side.next = self.acausal_side.val();
        if self.causal_load.q.val() {
            self.side.next = self.causal_side.val();
        }
        self.hidden_ltp_o.next = 0.into();
        self.hidden_ltd_o.next = 0.into();
        if self.loads.q.val()
            && self.u_pulse_lookup.pulse_o.val()
            && self.u_pulse_lookup.watched_o.val()
        {
            if self.u_pulse_lookup.ltp_o.val() {
                self.hidden_ltp_o.next = self.side.val();
            } else {
                self.hidden_ltd_o.next = self.side.val();
            }
        }
    }
}
