//! RTL of the host port of a core that only infers.

use crate::blocks::front::rtl::CLASS_BITS;
use crate::blocks::registers::rtl::{BUS_BITS, VERSION};
use crate::hdl::prelude::*;
use crate::spec::{NUM_CLASSES, Spec, W2_BITS};

/// Cycles of an access.
const ACCESS_CYCLES: i128 = 2;

/// An access takes `ACCESS_CYCLES` cycles between images; `host_rvalid_o` ends it.
#[derive(LogicBlock)]
pub struct InferHost {
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
    /// Counter shown.
    pub counter_i: Sig<In>,
    /// Dropped: row out of range.
    pub error_row_i: Signal<In, Bit>,
    /// Dropped: step beyond the last.
    pub error_step_i: Signal<In, Bit>,
    /// Learning was asked for.
    pub error_label_i: Signal<In, Bit>,
    /// Slot: write the word of row `w1_row_o` in pass `w1_pass_o`.
    pub w1_issue_o: Signal<Out, Bit>,
    /// Row.
    pub w1_row_o: Sig<Out>,
    /// Pass.
    pub w1_pass_o: Sig<Out>,
    /// Word to write, in the cycle after.
    pub w1_word_o: Sig<Out>,
    /// W1 takes the word.
    pub w1_written_i: Signal<In, Bit>,
    /// Cells of W2 to write (one hot, or none).
    pub w2_we_o: Sig<Out>,
    /// Column.
    pub w2_column_o: Sig<Out>,
    /// Weight.
    pub w2_weight_o: Sig<Out>,
    /// Counter to show.
    pub counter_o: Sig<Out>,
    timer: Reg,
    write: BitReg,
    addr: Reg,
    data: Reg,
    rdata: Reg,
    word: Reg,
    errors: Reg,
    accept: Signal<Local, Bit>,
    first: Signal<Local, Bit>,
    region: Sig<Local>,
    index: Sig<Local>,
    place: Sig<Local>,
    row: Sig<Local>,
    column: Sig<Local>,
    w1_column: Sig<Local>,
    pass: Sig<Local>,
    lane: Sig<Local>,
    weight: Sig<Local>,
    w2_class: Sig<Local>,
    w1_ok: Signal<Local, Bit>,
    w2_ok: Signal<Local, Bit>,
    register_ok: Signal<Local, Bit>,
    counter_ok: Signal<Local, Bit>,
    value: Sig<Local>,
    shown: Sig<Local>,
    unused: Signal<Local, Bit>,
    access_last: Const,
    rows: Const,
    lanes: Const,
    passes: Const,
    pass_last: Const,
    lanes_last_pass: Const,
    padding_bits: Const,
    cell_bits: Const,
    columns: Const,
    classes: Const,
    lane_bits: Const,
    w1_lowest: Const,
    w2_lowest: Const,
    counters: Const,
    version: Const,
    array: Const,
    lanes_passes: Const,
    threshold: Const,
}

impl InferHost {
    /// For the sizes of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let last_pass_lanes = spec.columns - (spec.passes() - 1) * spec.lanes;
        let padding = spec.lanes - last_pass_lanes;
        let w1_bits = spec.w1_bits();
        let word = || Sig::new(spec.lanes * w1_bits);
        let wide = |value: usize| Const::new(15, value as i128);
        let bus = |high: usize, low: usize| Const::new(BUS_BITS, (high << 16 | low) as i128);
        InferHost {
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
            counter_i: Sig::new(BUS_BITS),
            error_row_i: Default::default(),
            error_step_i: Default::default(),
            error_label_i: Default::default(),
            w1_issue_o: Default::default(),
            w1_row_o: Sig::new(spec.row_bits()),
            w1_pass_o: Sig::new(spec.pass_bits()),
            w1_word_o: Sig::packed(spec.lanes, w1_bits),
            w1_written_i: Default::default(),
            w2_we_o: Sig::new(NUM_CLASSES),
            w2_column_o: Sig::new(spec.column_bits()),
            w2_weight_o: Sig::new(W2_BITS),
            counter_o: Sig::new(2),
            timer: Reg::new(2, 0),
            write: BitReg::new(false),
            addr: Reg::data(BUS_BITS),
            data: Reg::data(W2_BITS),
            rdata: Reg::data(BUS_BITS),
            word: Reg::new(spec.lanes * w1_bits, 0),
            errors: Reg::new(5, 0),
            accept: Default::default(),
            first: Default::default(),
            region: Sig::new(4),
            index: Sig::new(28),
            place: Sig::new(4),
            row: Sig::new(15),
            column: Sig::new(24),
            w1_column: Sig::new(14),
            pass: Sig::new(15),
            lane: Sig::new(15),
            weight: Sig::new(w1_bits),
            w2_class: Sig::new(CLASS_BITS),
            w1_ok: Default::default(),
            w2_ok: Default::default(),
            register_ok: Default::default(),
            counter_ok: Default::default(),
            value: Sig::new(BUS_BITS),
            shown: word(),
            unused: Default::default(),
            access_last: Const::new(2, ACCESS_CYCLES),
            rows: wide(spec.array_rows() - 1),
            lanes: wide(spec.lanes),
            passes: wide(spec.passes()),
            pass_last: wide(spec.passes() - 1),
            lanes_last_pass: wide(last_pass_lanes),
            padding_bits: Const::new(32, (padding * w1_bits) as i128),
            cell_bits: Const::new(32, w1_bits as i128),
            columns: Const::new(24, spec.columns as i128),
            classes: Const::new(CLASS_BITS, NUM_CLASSES as i128),
            lane_bits: Const::new(4, spec.lane_bits() as i128),
            w1_lowest: Const::new(w1_bits, 1 << (w1_bits - 1)),
            w2_lowest: Const::new(W2_BITS, 1 << (W2_BITS - 1)),
            counters: Const::new(28, Spec::NUM_INFERENCE_COUNTERS as i128),
            version: Const::new(BUS_BITS, VERSION.into()),
            array: bus(spec.rows, spec.columns),
            lanes_passes: bus(spec.lanes, spec.passes()),
            threshold: Const::new(BUS_BITS, spec.learning.threshold.into()),
        }
    }
}

impl Logic for InferHost {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, timer, write, addr, data, rdata, word, errors);
        self.accept.next =
            self.host_valid_i.val() && self.quiet_i.val() && !self.timer.q.val().any();
        self.host_ready_o.next = self.quiet_i.val() && !self.timer.q.val().any();
        self.busy_o.next = self.host_valid_i.val() || self.timer.q.val().any();
        self.host_rvalid_o.next = self.timer.q.val() == self.access_last.val();
        self.host_rdata_o.next = self.rdata.q.val();
        self.first.next = self.timer.q.val() == 1;
        self.timer.d.next = 0.into();
        if self.first.val() {
            self.timer.d.next = self.access_last.val();
        }
        if self.accept.val() {
            self.timer.d.next = 1.into();
            self.write.d.next = self.host_write_i.val();
            self.addr.d.next = self.host_addr_i.val();
            self.data.d.next = bits(self.host_wdata_i.val(), 8);
        }

        // a weight is a byte
        self.unused.next = self.host_wdata_i.val().xor();
        self.region.next = bits(self.addr.q.val() >> 28, 4);
        self.index.next = bits(self.addr.q.val(), 28);
        self.place.next = bits(self.index.val(), 4);
        self.row.next = bits(self.index.val() >> 14, 15);
        self.column.next = bits(self.index.val() >> 4, 24);
        self.w1_column.next = bits(self.index.val(), 14);
        self.pass.next = bits(self.w1_column.val() >> self.lane_bits.val(), 15);
        self.lane.next = bits(
            self.w1_column.val() & ((bits(1.into(), 14) << self.lane_bits.val()) - 1),
            15,
        );
        self.weight.next = bits(self.data.q.val(), self.weight.width());
        self.w2_class.next = bits(self.index.val(), 4);
        self.w1_ok.next = (self.region.val() == 1)
            && self.write.q.val()
            && (self.row.val() <= self.rows.val())
            && (self.lane.val() < self.lanes.val())
            && (self.pass.val() < self.passes.val())
            && ((self.pass.val() != self.pass_last.val())
                || (self.lane.val() < self.lanes_last_pass.val()))
            && (self.weight.val() != self.w1_lowest.val());
        self.w2_ok.next = (self.region.val() == 2)
            && self.write.q.val()
            && (self.column.val() < self.columns.val())
            && (self.w2_class.val() < self.classes.val())
            && (self.data.q.val() != self.w2_lowest.val());
        self.register_ok.next = (self.region.val() == 0)
            && (self.index.val() < 16)
            && ((self.place.val() < 3) || (self.place.val() == 4) || (self.place.val() == 10));
        self.counter_ok.next = (self.region.val() == 7) && (self.index.val() < self.counters.val());

        self.w1_issue_o.next = self.first.val() && self.w1_ok.val() && !self.lane.val().any();
        self.w1_row_o.next = bits(self.row.val(), self.w1_row_o.width());
        self.w1_pass_o.next = bits(self.pass.val(), self.w1_pass_o.width());
        if self.first.val() && self.w1_ok.val() {
            self.word.d.next = (self.word.q.val() << self.cell_bits.val())
                | bits(self.weight.val(), self.word.d.width());
        }
        if self.w1_written_i.val() {
            self.word.d.next = 0.into();
        }
        self.shown.next = self.word.q.val();
        if self.pass.val() == self.pass_last.val() {
            self.shown.next =
                (self.word.q.val() << self.padding_bits.val()) >> self.padding_bits.val();
        }
        self.w1_word_o.next = bits(self.shown.val(), self.w1_word_o.width());
        self.w2_we_o.next = 0.into();
        if self.first.val() && self.w2_ok.val() {
            self.w2_we_o.next = bits(1.into(), self.w2_we_o.width()) << self.w2_class.val();
        }
        self.w2_column_o.next = bits(self.column.val(), self.w2_column_o.width());
        self.w2_weight_o.next = self.data.q.val();

        self.counter_o.next = bits(self.index.val(), 2);
        self.value.next = 0.into();
        if self.counter_ok.val() {
            self.value.next = self.counter_i.val();
        } else if self.register_ok.val() {
            self.value.next = bits(self.errors.q.val(), 32);
            if self.place.val() == 0 {
                self.value.next = self.version.val();
            } else if self.place.val() == 1 {
                self.value.next = self.array.val();
            } else if self.place.val() == 2 {
                self.value.next = self.lanes_passes.val();
            } else if self.place.val() == 4 {
                self.value.next = self.threshold.val();
            }
        }
        if self.first.val() {
            self.rdata.d.next = self.value.val();
        }
        if self.error_row_i.val() {
            self.errors.d.next = self.errors.q.val() | 1;
        }
        if self.error_step_i.val() {
            self.errors.d.next = self.errors.q.val() | 2;
        }
        if self.error_label_i.val() {
            self.errors.d.next = self.errors.q.val() | 4;
        }
        if self.first.val()
            && !self.w1_ok.val()
            && !self.w2_ok.val()
            && !self.register_ok.val()
            && !self.counter_ok.val()
        {
            self.errors.d.next = self.errors.q.val() | 16;
        }
    }
}
