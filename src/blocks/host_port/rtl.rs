//! RTL of the host port: registers, and the sequence of an access.

use crate::blocks::front::rtl::CLASS_BITS;
use crate::blocks::modulator::rtl::CODE_BITS;
use crate::blocks::stdp::rtl::RULE_BITS;
use crate::blocks::teacher::rtl::NUM_RULES;
use crate::hdl::prelude::*;
use crate::spec::{Spec, W1_BITS, W2_BITS, WORD_BITS};

/// Bits of a bus word.
const BUS_BITS: usize = 32;
/// Value of the version register.
pub const VERSION: u32 = 0x5350_4C01;
/// Cycles of an access.
const ACCESS_CYCLES: i128 = 6;

/// An access takes `ACCESS_CYCLES` cycles between images; `host_rvalid_o` ends it.
#[derive(LogicBlock)]
pub struct HostPort {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Bus.
    pub host_valid_i: Signal<In, Bit>,
    /// Bus.
    pub host_ready_o: Signal<Out, Bit>,
    /// Bus.
    pub host_write_i: Signal<In, Bit>,
    /// Bus.
    pub host_addr_i: Sig<In>,
    /// Bus.
    pub host_wdata_i: Sig<In>,
    /// Bus.
    pub host_rvalid_o: Signal<Out, Bit>,
    /// Bus.
    pub host_rdata_o: Sig<Out>,
    /// Nothing is under way between the ports.
    pub quiet_i: Signal<In, Bit>,
    /// The host wants the word, or has it.
    pub busy_o: Signal<Out, Bit>,
    /// An access is under way.
    pub active_o: Signal<Out, Bit>,
    /// Dropped: row out of range.
    pub error_row_i: Signal<In, Bit>,
    /// Dropped: step beyond the last.
    pub error_step_i: Signal<In, Bit>,
    /// Label out of range.
    pub error_label_i: Signal<In, Bit>,
    /// LFSR state.
    pub lfsr_i: Sig<In>,
    /// Counter shown.
    pub counter_i: Sig<In>,
    /// Cell of W1, in the third cycle.
    pub w1_i: Sig<In>,
    /// Cell of W2, in the third cycle.
    pub w2_i: Sig<In>,
    /// Threshold shown.
    pub table_i: Sig<In>,
    /// Slot: read (or rewrite) row `w1_row_o` in pass `w1_pass_o`.
    pub w1_issue_o: Signal<Out, Bit>,
    /// The access writes W1.
    pub w1_write_o: Signal<Out, Bit>,
    /// Row.
    pub w1_row_o: Sig<Out>,
    /// Pass.
    pub w1_pass_o: Sig<Out>,
    /// Lane.
    pub w1_lane_o: Sig<Out>,
    /// First cycle of an access to W2.
    pub w2_issue_o: Signal<Out, Bit>,
    /// It writes.
    pub w2_write_o: Signal<Out, Bit>,
    /// Column.
    pub w2_column_o: Sig<Out>,
    /// Class.
    pub w2_class_o: Sig<Out>,
    /// Data to write.
    pub data_o: Sig<Out>,
    /// Write the threshold.
    pub table_we_o: Signal<Out, Bit>,
    /// Threshold; counter.
    pub index_o: Sig<Out>,
    /// Load the LFSR.
    pub lfsr_load_o: Signal<Out, Bit>,
    /// Register.
    pub codes_o: Sig<Out>,
    /// Register.
    pub threshold_o: Sig<Out>,
    /// Register.
    pub window_o: Sig<Out>,
    /// Register.
    pub margin_o: Sig<Out>,
    /// Register.
    pub dead_zone_o: Sig<Out>,
    /// Register.
    pub breakpoints_o: Sig<Out>,
    /// Register.
    pub rules_o: Sig<Out>,
    timer: Reg,
    write: BitReg,
    addr: Reg,
    data: Reg,
    rdata: Reg,
    codes: Reg,
    threshold: Reg,
    window: Reg,
    margin: Reg,
    dead_zone: Reg,
    breakpoints: Reg,
    rules: Reg,
    errors: Reg,
    next_rule: Vec<Sig<Local>>,
    rules_now: Sig<Local>,
    rule: Sig<Local>,
    accept: Signal<Local, Bit>,
    first: Signal<Local, Bit>,
    third: Signal<Local, Bit>,
    region: Sig<Local>,
    index: Sig<Local>,
    row: Sig<Local>,
    column: Sig<Local>,
    w1_column: Sig<Local>,
    pass: Sig<Local>,
    lane: Sig<Local>,
    w1_ok: Signal<Local, Bit>,
    w2_ok: Signal<Local, Bit>,
    read_ok: Signal<Local, Bit>,
    lowest: Signal<Local, Bit>,
    bad: Signal<Local, Bit>,
    value: Sig<Local>,
    register_write: Signal<Local, Bit>,
    lfsr_write: Signal<Local, Bit>,
    access_last: Const,
    version: Const,
    array: Const,
    lanes_passes: Const,
    rows: Const,
    lanes: Const,
    passes: Const,
    pass_last: Const,
    lanes_last_pass: Const,
    columns: Const,
    lane_bits: Const,
    w1_lowest: Const,
    w2_lowest: Const,
}

impl HostPort {
    /// For the sizes and registers of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let learning = &spec.learning;
        let codes = learning.code_hidden | learning.code_readout << CODE_BITS;
        let breakpoints = learning
            .breakpoints
            .iter()
            .rev()
            .fold(0, |word, b| word << 8 | b);
        let rules = RESET_RULES
            .iter()
            .rev()
            .fold(0, |word, r| word << RULE_BITS | r);
        let last_pass_lanes = spec.columns - (spec.passes() - 1) * spec.lanes;
        let wide = |value: usize| Const::new(15, value as i128);
        let bus = |high: usize, low: usize| Const::new(BUS_BITS, (high << 16 | low) as i128);
        HostPort {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            host_valid_i: Default::default(),
            host_ready_o: Default::default(),
            host_write_i: Default::default(),
            host_addr_i: Sig::new(BUS_BITS),
            host_wdata_i: Sig::new(BUS_BITS),
            host_rvalid_o: Default::default(),
            host_rdata_o: Sig::new(BUS_BITS),
            quiet_i: Default::default(),
            busy_o: Default::default(),
            active_o: Default::default(),
            error_row_i: Default::default(),
            error_step_i: Default::default(),
            error_label_i: Default::default(),
            lfsr_i: Sig::new(WORD_BITS),
            counter_i: Sig::new(BUS_BITS),
            w1_i: Sig::new(W1_BITS),
            w2_i: Sig::new(W2_BITS),
            table_i: Sig::new(WORD_BITS),
            w1_issue_o: Default::default(),
            w1_write_o: Default::default(),
            w1_row_o: Sig::new(spec.row_bits()),
            w1_pass_o: Sig::new(spec.pass_bits()),
            w1_lane_o: Sig::new(spec.lane_bits()),
            w2_issue_o: Default::default(),
            w2_write_o: Default::default(),
            w2_column_o: Sig::new(spec.column_bits()),
            w2_class_o: Sig::new(CLASS_BITS),
            data_o: Sig::new(WORD_BITS),
            table_we_o: Default::default(),
            index_o: Sig::new(6),
            lfsr_load_o: Default::default(),
            codes_o: Sig::packed(2, CODE_BITS),
            threshold_o: Sig::new(WORD_BITS),
            window_o: Sig::new(WORD_BITS),
            margin_o: Sig::new(WORD_BITS),
            dead_zone_o: Sig::new(8),
            breakpoints_o: Sig::packed(4, 8),
            rules_o: Sig::packed(NUM_RULES, RULE_BITS),
            timer: Reg::new(3, 0),
            write: BitReg::new(false),
            addr: Reg::data(BUS_BITS),
            data: Reg::data(BUS_BITS),
            rdata: Reg::data(BUS_BITS),
            codes: Reg::new(8, codes.into()),
            threshold: Reg::new(WORD_BITS, learning.threshold.into()),
            window: Reg::new(WORD_BITS, learning.window.into()),
            margin: Reg::new(WORD_BITS, learning.margin.into()),
            dead_zone: Reg::new(8, learning.dead_zone.into()),
            breakpoints: Reg::new(BUS_BITS, breakpoints.into()),
            rules: Reg::new(NUM_RULES * RULE_BITS, rules.into()),
            errors: Reg::new(5, 0),
            rules_now: Sig::packed(NUM_RULES, RULE_BITS),
            rule: Sig::new(RULE_BITS),
            next_rule: (0..NUM_RULES).map(|_| Sig::new(RULE_BITS)).collect(),
            accept: Default::default(),
            first: Default::default(),
            third: Default::default(),
            region: Sig::new(4),
            index: Sig::new(28),
            row: Sig::new(15),
            column: Sig::new(24),
            w1_column: Sig::new(14),
            pass: Sig::new(15),
            lane: Sig::new(15),
            w1_ok: Default::default(),
            w2_ok: Default::default(),
            read_ok: Default::default(),
            lowest: Default::default(),
            bad: Default::default(),
            value: Sig::new(BUS_BITS),
            register_write: Default::default(),
            lfsr_write: Default::default(),
            access_last: Const::new(3, ACCESS_CYCLES),
            version: Const::new(BUS_BITS, VERSION.into()),
            array: bus(spec.rows, spec.columns),
            lanes_passes: bus(spec.lanes, spec.passes()),
            rows: wide(spec.rows),
            lanes: wide(spec.lanes),
            passes: wide(spec.passes()),
            pass_last: wide(spec.passes() - 1),
            lanes_last_pass: wide(last_pass_lanes),
            columns: Const::new(24, spec.columns as i128),
            lane_bits: Const::new(4, spec.lane_bits() as i128),
            w1_lowest: Const::new(W1_BITS, 1 << (W1_BITS - 1)),
            w2_lowest: Const::new(W2_BITS, 1 << (W2_BITS - 1)),
        }
    }
}

/// Rule table at reset: D0, P0, P0, D0, axis X, left junction.
const RESET_RULES: [u32; NUM_RULES] = [0b10010, 0b11010, 0b11010, 0b10010];

impl Logic for HostPort {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clk_i,
            timer,
            write,
            addr,
            data,
            rdata,
            codes,
            threshold,
            window,
            margin,
            dead_zone,
            breakpoints,
            errors
        );
        clock!(self, clk_i, rules);
        self.accept.next =
            self.host_valid_i.val() && self.quiet_i.val() && (self.timer.q.val() == 0);
        self.host_ready_o.next = self.quiet_i.val() && (self.timer.q.val() == 0);
        self.busy_o.next = self.host_valid_i.val() || self.timer.q.val().any();
        self.active_o.next = self.timer.q.val().any();
        self.host_rvalid_o.next = self.timer.q.val() == self.access_last.val();
        self.host_rdata_o.next = self.rdata.q.val();
        if self.accept.val() {
            self.timer.d.next = 1.into();
            self.write.d.next = self.host_write_i.val();
            self.addr.d.next = self.host_addr_i.val();
            self.data.d.next = self.host_wdata_i.val();
        } else if self.timer.q.val() == self.access_last.val() {
            self.timer.d.next = 0.into();
        } else if self.timer.q.val().any() {
            self.timer.d.next = self.timer.q.val() + 1;
        }
        self.first.next = self.timer.q.val() == 1;
        self.third.next = self.timer.q.val() == 3;

        self.region.next = bits(self.addr.q.val() >> 28, 4);
        self.index.next = bits(self.addr.q.val(), 28);
        self.row.next = bits(self.index.val() >> 14, 15);
        self.column.next = bits(self.index.val() >> 4, 24);
        self.w1_column.next = bits(self.index.val(), 14);
        self.pass.next = bits(self.w1_column.val() >> self.lane_bits.val(), 15);
        self.lane.next = bits(bits(self.w1_column.val(), self.w1_lane_o.width()), 15);
        self.w1_ok.next = (self.region.val() == 1)
            && (self.row.val() <= self.rows.val())
            && (self.lane.val() < self.lanes.val())
            && (self.pass.val() < self.passes.val())
            && ((self.pass.val() != self.pass_last.val())
                || (self.lane.val() < self.lanes_last_pass.val()));
        self.w2_ok.next = (self.region.val() == 2)
            && (self.column.val() < self.columns.val())
            && (bits(self.index.val(), 4) < 10);
        self.read_ok.next = self.w1_ok.val()
            || self.w2_ok.val()
            || ((self.region.val() == 0) && (self.index.val() < 11))
            || ((self.region.val() == 4) && (self.index.val() < 64))
            || ((self.region.val() == 5) && (self.index.val() < 4))
            || ((self.region.val() == 7) && (self.index.val() < 8));
        self.lowest.next = (self.w1_ok.val()
            && (bits(self.data.q.val(), 7) == self.w1_lowest.val()))
            || (self.w2_ok.val() && (bits(self.data.q.val(), 8) == self.w2_lowest.val()));
        self.bad.next = !self.read_ok.val() || (self.write.q.val() && self.lowest.val());

        self.w1_issue_o.next = self.first.val() && self.w1_ok.val() && !self.bad.val();
        self.w1_write_o.next = self.write.q.val();
        self.w1_row_o.next = bits(self.row.val(), self.w1_row_o.width());
        self.w1_pass_o.next = bits(self.pass.val(), self.w1_pass_o.width());
        self.w1_lane_o.next = bits(self.w1_column.val(), self.w1_lane_o.width());
        self.w2_issue_o.next = self.first.val() && self.w2_ok.val() && !self.bad.val();
        self.w2_write_o.next = self.write.q.val();
        self.w2_column_o.next = bits(self.column.val(), self.w2_column_o.width());
        self.w2_class_o.next = bits(self.index.val(), 4);
        self.data_o.next = bits(self.data.q.val(), 16);
        self.index_o.next = bits(self.index.val(), 6);
        self.table_we_o.next =
            self.first.val() && self.write.q.val() && (self.region.val() == 4) && !self.bad.val();

        self.register_write.next =
            self.first.val() && self.write.q.val() && (self.region.val() == 0) && !self.bad.val();
        self.lfsr_write.next = self.register_write.val() && (self.index.val() == 9);
        self.lfsr_load_o.next = self.lfsr_write.val() && bits(self.data.q.val(), 16).any();
        if self.register_write.val() {
            if self.index.val() == 3 {
                self.codes.d.next = bits(self.data.q.val(), 8);
            } else if self.index.val() == 4 {
                self.threshold.d.next = bits(self.data.q.val(), 16);
            } else if self.index.val() == 5 {
                self.window.d.next = bits(self.data.q.val(), 16);
            } else if self.index.val() == 6 {
                self.margin.d.next = bits(self.data.q.val(), 16);
            } else if self.index.val() == 7 {
                self.dead_zone.d.next = bits(self.data.q.val(), 8);
            } else if self.index.val() == 8 {
                self.breakpoints.d.next = self.data.q.val();
            }
        }
        for k in 0..self.next_rule.len() {
            self.next_rule[k].next = self.rules_now.val().get_bit(k);
            if self.first.val()
                && self.write.q.val()
                && (self.region.val() == 5)
                && (self.index.val() == k.to_bits())
            {
                self.next_rule[k].next = bits(self.data.q.val(), 5);
            }
        }
        self.rules_now.next = self.rules.q.val();
        self.rules.d.next = self.next_rule.val();
        if self.error_row_i.val() {
            self.errors.d.next = self.errors.q.val() | 1;
        }
        if self.error_step_i.val() {
            self.errors.d.next = self.errors.q.val() | 2;
        }
        if self.error_label_i.val() {
            self.errors.d.next = self.errors.q.val() | 4;
        }
        if self.lfsr_write.val() && !bits(self.data.q.val(), 16).any() {
            self.errors.d.next = self.errors.q.val() | 8;
        }
        if self.first.val() && self.bad.val() {
            self.errors.d.next = self.errors.q.val() | 16;
        }

        self.value.next = 0.into();
        if !self.read_ok.val() {
            self.value.next = 0.into();
        } else if self.region.val() == 1 {
            self.value.next = bits(signed_cast(self.w1_i.val()), 32);
        } else if self.region.val() == 2 {
            self.value.next = bits(signed_cast(self.w2_i.val()), 32);
        } else if self.region.val() == 4 {
            self.value.next = bits(self.table_i.val(), 32);
        } else if self.region.val() == 5 {
            self.value.next = bits(self.rule.val(), 32);
        } else if self.region.val() == 7 {
            self.value.next = self.counter_i.val();
        } else if self.index.val() == 0 {
            self.value.next = self.version.val();
        } else if self.index.val() == 1 {
            self.value.next = self.array.val();
        } else if self.index.val() == 2 {
            self.value.next = self.lanes_passes.val();
        } else if self.index.val() == 3 {
            self.value.next = bits(self.codes.q.val(), 32);
        } else if self.index.val() == 4 {
            self.value.next = bits(self.threshold.q.val(), 32);
        } else if self.index.val() == 5 {
            self.value.next = bits(self.window.q.val(), 32);
        } else if self.index.val() == 6 {
            self.value.next = bits(self.margin.q.val(), 32);
        } else if self.index.val() == 7 {
            self.value.next = bits(self.dead_zone.q.val(), 32);
        } else if self.index.val() == 8 {
            self.value.next = self.breakpoints.q.val();
        } else if self.index.val() == 9 {
            self.value.next = bits(self.lfsr_i.val(), 32);
        } else {
            self.value.next = bits(self.errors.q.val(), 32);
        }
        self.rule.next = self.rules_now.val().get_bit(3);
        if self.index.val() == 0 {
            self.rule.next = self.rules_now.val().get_bit(0);
        } else if self.index.val() == 1 {
            self.rule.next = self.rules_now.val().get_bit(1);
        } else if self.index.val() == 2 {
            self.rule.next = self.rules_now.val().get_bit(2);
        }
        if self.third.val() {
            self.rdata.d.next = self.value.val();
        }

        self.codes_o.next = self.codes.q.val();
        self.threshold_o.next = self.threshold.q.val();
        self.window_o.next = self.window.q.val();
        self.margin_o.next = self.margin.q.val();
        self.dead_zone_o.next = self.dead_zone.q.val();
        self.breakpoints_o.next = self.breakpoints.q.val();
        self.rules_o.next = self.rules.q.val();
    }
}
