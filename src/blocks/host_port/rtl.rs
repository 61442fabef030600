//! RTL of the host port: the sequence of an access and the host map.

use crate::blocks::front::rtl::CLASS_BITS;
use crate::blocks::neuron_memory::rtl::host_bits;
use crate::blocks::registers::rtl::BUS_BITS;
use crate::blocks::stdp::rtl::entry_bits;
use crate::hdl::prelude::*;
use crate::spec::{Counter, NUM_CLASSES, Pairs, Region, Scheme, Spec, W2_BITS, WORD_BITS};

/// Cycles of an access.
const ACCESS_CYCLES: i128 = 7;
/// Cycle in which the cell of a memory stands: scheme "modulated", scheme "prototype".
const CELL_CYCLE: [i128; 2] = [6, 4];

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
    /// Register shown.
    pub register_i: Sig<In>,
    /// Rule table entry shown.
    pub rule_i: Sig<In>,
    /// Counter shown.
    pub counter_i: Sig<In>,
    /// Cell of W1, in its cycle.
    pub w1_i: Sig<In>,
    /// Cell of W2 (field of the neuron memory), likewise.
    pub w2_i: Sig<In>,
    /// Junction of the mask.
    pub mask_i: Signal<In, Bit>,
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
    /// Second cycle of an access to W2 (to the neuron memory).
    pub w2_issue_o: Signal<Out, Bit>,
    /// It writes.
    pub w2_write_o: Signal<Out, Bit>,
    /// Column.
    pub w2_column_o: Sig<Out>,
    /// Class (field).
    pub w2_class_o: Sig<Out>,
    /// Data to write.
    pub data_o: Sig<Out>,
    /// Write the register.
    pub register_write_o: Signal<Out, Bit>,
    /// Write the register of the mask.
    pub mask_register_o: Signal<Out, Bit>,
    /// Write the junction of the mask of pass `w1_pass_o` and lane `w1_lane_o`.
    pub mask_write_o: Signal<Out, Bit>,
    /// Write the rule table entry.
    pub rule_write_o: Signal<Out, Bit>,
    /// An access outside the map.
    pub error_o: Signal<Out, Bit>,
    /// Write the threshold.
    pub table_we_o: Signal<Out, Bit>,
    /// Register, entry, threshold or counter.
    pub index_o: Sig<Out>,
    timer: Reg,
    active: BitReg,
    write: BitReg,
    addr: Reg,
    data: Reg,
    rdata: Reg,
    accept: Signal<Local, Bit>,
    acts: BitReg,
    shows: Signal<Local, Bit>,
    region: Sig<Local>,
    index: Sig<Local>,
    row: Sig<Local>,
    column: Sig<Local>,
    w1_column: Sig<Local>,
    pass: Sig<Local>,
    lane: Sig<Local>,
    cell_ok: Signal<Local, Bit>,
    w1_now: Signal<Local, Bit>,
    mask_now: Signal<Local, Bit>,
    w2_now: Signal<Local, Bit>,
    read_now: Signal<Local, Bit>,
    refused: Signal<Local, Bit>,
    w1_ok: BitReg,
    mask_ok: BitReg,
    w2_ok: BitReg,
    read_ok: BitReg,
    bad: BitReg,
    standing: Reg,
    value: Sig<Local>,
    access_last: Const,
    value_cycle: Const,
    cell_cycle: Const,
    rows: Const,
    lanes: Const,
    passes: Const,
    pass_last: Const,
    lanes_last_pass: Const,
    columns: Const,
    lane_bits: Const,
    w1_lowest: Const,
    w2_lowest: Const,
    w1_signed: Const,
    w2_signed: Const,
    w2_region: Const,
    w2_fields: Const,
    mask: Const,
    causal: Const,
    registers: Const,
    counters: Const,
}

impl HostPort {
    /// For the sizes and registers of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let last_pass_lanes = spec.columns - (spec.passes() - 1) * spec.lanes;
        let w1_bits = spec.w1_bits();
        let (w2_region, w2_fields, w2_bits, w2_signed) = match &spec.scheme {
            Scheme::Modulated => (Region::W2, NUM_CLASSES, W2_BITS, true),
            Scheme::Prototype(sizes) => {
                let fields = 2 * sizes.num_compartments();
                (Region::Neurons, fields, host_bits(sizes), false)
            }
        };
        let wide = |value: usize| Const::new(15, value as i128);
        let flag = || BitReg::new(false);
        let prototype = usize::from(spec.scheme != Scheme::Modulated);
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
            register_i: Sig::new(BUS_BITS),
            rule_i: Sig::new(entry_bits(spec)),
            counter_i: Sig::new(BUS_BITS),
            w1_i: Sig::new(w1_bits),
            w2_i: Sig::new(w2_bits),
            mask_i: Default::default(),
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
            data_o: Sig::new(BUS_BITS),
            register_write_o: Default::default(),
            mask_register_o: Default::default(),
            mask_write_o: Default::default(),
            rule_write_o: Default::default(),
            error_o: Default::default(),
            table_we_o: Default::default(),
            index_o: Sig::new(6),
            timer: Reg::new(3, 0),
            active: BitReg::new(false),
            write: BitReg::new(false),
            addr: Reg::data(BUS_BITS),
            data: Reg::data(BUS_BITS),
            rdata: Reg::data(BUS_BITS),
            accept: Default::default(),
            acts: flag(),
            shows: Default::default(),
            region: Sig::new(4),
            index: Sig::new(28),
            row: Sig::new(15),
            column: Sig::new(24),
            w1_column: Sig::new(14),
            pass: Sig::new(15),
            lane: Sig::new(15),
            cell_ok: Default::default(),
            w1_now: Default::default(),
            mask_now: Default::default(),
            w2_now: Default::default(),
            read_now: Default::default(),
            refused: Default::default(),
            w1_ok: flag(),
            mask_ok: flag(),
            w2_ok: flag(),
            read_ok: flag(),
            bad: flag(),
            standing: Reg::data(BUS_BITS),
            value: Sig::new(BUS_BITS),
            access_last: Const::new(3, ACCESS_CYCLES),
            value_cycle: Const::new(3, ACCESS_CYCLES - 1),
            cell_cycle: Const::new(3, CELL_CYCLE[prototype]),
            rows: wide(spec.array_rows() - 1),
            lanes: wide(spec.lanes),
            passes: wide(spec.passes()),
            pass_last: wide(spec.passes() - 1),
            lanes_last_pass: wide(last_pass_lanes),
            columns: Const::new(24, spec.columns as i128),
            lane_bits: Const::new(4, spec.lane_bits() as i128),
            w1_lowest: Const::new(w1_bits, 1 << (w1_bits - 1)),
            w2_lowest: Const::new(w2_bits, 1 << (w2_bits - 1)),
            w1_signed: Const::new(1, (spec.pairs == Pairs::Reset).into()),
            w2_signed: Const::new(1, w2_signed.into()),
            w2_region: Const::new(4, w2_region as i128),
            w2_fields: Const::new(4, w2_fields as i128),
            mask: Const::new(1, spec.mask.into()),
            causal: Const::new(1, (!spec.has_letters(true)).into()),
            registers: Const::new(28, if spec.mask { 12 } else { 11 }),
            counters: Const::new(28, Counter::COUNT as i128),
        }
    }
}

impl Logic for HostPort {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, timer, active, write, addr, data, rdata);
        clock!(
            self, clk_i, w1_ok, mask_ok, w2_ok, read_ok, bad, standing, acts
        );
        self.accept.next = self.host_valid_i.val() && self.quiet_i.val() && !self.active.q.val();
        self.host_ready_o.next = self.quiet_i.val() && !self.active.q.val();
        self.busy_o.next = self.host_valid_i.val() || self.active.q.val();
        self.active_o.next = self.active.q.val();
        self.host_rvalid_o.next = self.timer.q.val() == self.access_last.val();
        self.host_rdata_o.next = self.rdata.q.val();
        if self.accept.val() {
            self.timer.d.next = 1.into();
            self.active.d.next = true;
            self.write.d.next = self.host_write_i.val();
            self.addr.d.next = self.host_addr_i.val();
            self.data.d.next = self.host_wdata_i.val();
        } else if self.timer.q.val() == self.access_last.val() {
            self.timer.d.next = 0.into();
            self.active.d.next = false;
        } else if self.active.q.val() {
            self.timer.d.next = self.timer.q.val() + 1;
        }
        self.acts.d.next = self.timer.q.val() == 1;

        self.region.next = bits(self.addr.q.val() >> 28, 4);
        self.index.next = bits(self.addr.q.val(), 28);
        self.row.next = bits(self.index.val() >> 14, 15);
        self.column.next = bits(self.index.val() >> 4, 24);
        self.w1_column.next = bits(self.index.val(), 14);
        self.pass.next = bits(self.w1_column.val() >> self.lane_bits.val(), 15);
        self.lane.next = bits(bits(self.w1_column.val(), self.w1_lane_o.width()), 15);
        self.cell_ok.next = (self.lane.val() < self.lanes.val())
            && (self.pass.val() < self.passes.val())
            && ((self.pass.val() != self.pass_last.val())
                || (self.lane.val() < self.lanes_last_pass.val()));
        self.w1_now.next =
            (self.region.val() == 1) && (self.row.val() <= self.rows.val()) && self.cell_ok.val();
        self.mask_now.next = self.mask.val().any()
            && (self.region.val() == 6)
            && (self.row.val() == 0)
            && self.cell_ok.val();
        self.w2_now.next = (self.region.val() == self.w2_region.val())
            && (self.column.val() < self.columns.val())
            && ((bits(self.index.val(), 4) < self.w2_fields.val())
                || (bits(self.index.val(), 4) == 8));
        self.read_now.next = self.w1_now.val()
            || self.w2_now.val()
            || self.mask_now.val()
            || ((self.region.val() == 0) && (self.index.val() < self.registers.val()))
            || ((self.region.val() == 4) && (self.index.val() < 64))
            || ((self.region.val() == 5) && (self.index.val() < 4))
            || ((self.region.val() == 7) && (self.index.val() < self.counters.val()));
        self.refused.next = (self.w1_signed.val().any()
            && self.w1_now.val()
            && (bits(self.data.q.val(), self.w1_i.width()) == self.w1_lowest.val()))
            || (self.w2_signed.val().any()
                && self.w2_now.val()
                && (bits(self.data.q.val(), self.w2_i.width()) == self.w2_lowest.val()))
            || (self.causal.val().any()
                && (self.region.val() == 5)
                && self.data.q.val().get_bit(0).any());
        self.w1_ok.d.next = self.w1_now.val();
        self.mask_ok.d.next = self.mask_now.val();
        self.w2_ok.d.next = self.w2_now.val();
        self.read_ok.d.next = self.read_now.val();
        self.bad.d.next = !self.read_now.val() || (self.write.q.val() && self.refused.val());

        self.w1_issue_o.next = self.acts.q.val() && self.w1_ok.q.val() && !self.bad.q.val();
        self.w1_write_o.next = self.write.q.val();
        self.w1_row_o.next = bits(self.row.val(), self.w1_row_o.width());
        self.w1_pass_o.next = bits(self.pass.val(), self.w1_pass_o.width());
        self.w1_lane_o.next = bits(self.w1_column.val(), self.w1_lane_o.width());
        self.w2_issue_o.next = self.acts.q.val() && self.w2_ok.q.val() && !self.bad.q.val();
        self.w2_write_o.next = self.write.q.val();
        self.w2_column_o.next = bits(self.column.val(), self.w2_column_o.width());
        self.w2_class_o.next = bits(self.index.val(), 4);
        self.data_o.next = self.data.q.val();
        self.index_o.next = bits(self.index.val(), 6);
        self.table_we_o.next = self.acts.q.val()
            && self.write.q.val()
            && (self.region.val() == 4)
            && !self.bad.q.val();

        self.register_write_o.next = self.acts.q.val()
            && self.write.q.val()
            && (self.region.val() == 0)
            && !self.bad.q.val();
        self.mask_register_o.next =
            self.register_write_o.val() && (bits(self.index.val(), 4) == 11);
        self.mask_write_o.next = self.acts.q.val() && self.write.q.val() && self.mask_ok.q.val();
        self.rule_write_o.next = self.acts.q.val()
            && self.write.q.val()
            && (self.region.val() == 5)
            && !self.bad.q.val();
        self.error_o.next = self.acts.q.val() && self.bad.q.val();

        // what stands while an access lasts, a cycle late; what a memory shows, at once
        self.standing.d.next = self.register_i.val();
        if self.region.val() == 4 {
            self.standing.d.next = bits(self.table_i.val(), 32);
        } else if self.region.val() == 5 {
            self.standing.d.next = bits(self.rule_i.val(), 32);
        } else if self.region.val() == 7 {
            self.standing.d.next = self.counter_i.val();
        }
        self.value.next = self.standing.q.val();
        if !self.read_ok.q.val() {
            self.value.next = 0.into();
        } else if self.w1_ok.q.val() {
            self.value.next = bits(self.w1_i.val(), 32);
            if self.w1_signed.val().any() {
                self.value.next = bits(signed_cast(self.w1_i.val()), 32);
            }
        } else if self.mask_ok.q.val() {
            self.value.next = bits(self.mask_i.val().into(), 32);
        } else if self.w2_ok.q.val() {
            self.value.next = bits(signed_cast(self.w2_i.val()), 32);
        }
        self.shows.next = self.timer.q.val() == self.value_cycle.val();
        if self.w1_ok.q.val() || self.w2_ok.q.val() {
            self.shows.next = self.timer.q.val() == self.cell_cycle.val();
        }
        if self.shows.val() {
            self.rdata.d.next = self.value.val();
        }
    }
}
