//! RTL of the array: the lanes, and the host's view of one of them.

use crate::blocks::column_words::rtl::num_groups;
use crate::blocks::lane::rtl::Lane;
use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, InputCode, Spec, WORD_BITS};

/// All lanes side by side. Commands reach every lane; data are packed, lane 0 lowest.
#[derive(LogicBlock)]
pub struct Array {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Command ACC: add the row read to the drives.
    pub acc_i: Signal<In, Bit>,
    /// With ACC: the first row of a pass.
    pub acc_first_i: Signal<In, Bit>,
    /// Command STEP: one integration step.
    pub step_i: Signal<In, Bit>,
    /// Hold codes: command SETTLE, before the first STEP.
    pub settle_i: Signal<In, Bit>,
    /// The same in S2.
    pub settle_s2_i: Signal<In, Bit>,
    /// The first STEP of an image, in S2.
    pub step_first_s2_i: Signal<In, Bit>,
    /// With STEP: the first of an image.
    pub step_first_i: Signal<In, Bit>,
    /// With STEP: the last of an image.
    pub step_last_i: Signal<In, Bit>,
    /// Firing threshold.
    pub threshold_i: Sig<In>,
    /// Learning window.
    pub window_i: Sig<In>,
    /// Lanes whose neuron is silent.
    pub silent_i: Sig<In>,
    /// Command RMW: teach the row read.
    pub teach_i: Signal<In, Bit>,
    /// The row spiked, or is the bias row.
    pub active_i: Signal<In, Bit>,
    /// Its first step.
    pub row_step_i: Sig<In>,
    /// First spike steps of the columns.
    pub column_steps_i: Sig<In>,
    /// See `ColumnWords`.
    pub doubled_i: Sig<In>,
    /// See `ColumnWords`.
    pub masks_i: Sig<In>,
    /// See `ColumnWords`.
    pub carry_i: Sig<In>,
    /// All lanes forget their pulses.
    pub clear_i: Signal<In, Bit>,
    /// Lanes that take a pulse (one hot, or none).
    pub load_i: Sig<In>,
    /// Its switching threshold, 0 where none is sent.
    pub switching_i: Sig<In>,
    /// A pulse is sent.
    pub pulse_i: Signal<In, Bit>,
    /// It potentiates.
    pub pulse_ltp_i: Signal<In, Bit>,
    /// S2: word of W1 read.
    pub cells_i: Sig<In>,
    /// Lane that the host reads or writes.
    pub host_lane_i: Sig<In>,
    /// The host writes.
    pub host_write_i: Signal<In, Bit>,
    /// What it writes.
    pub host_cell_i: Sig<In>,
    /// Word to write back.
    pub cells_o: Sig<Out>,
    /// Junctions that switched, lane by lane.
    pub switched_o: Sig<Out>,
    /// Lanes that switched at the limit.
    pub saturated_o: Sig<Out>,
    /// Lanes pulsed towards potentiation.
    pub ltp_o: Sig<Out>,
    /// Lanes pulsed towards depression.
    pub ltd_o: Sig<Out>,
    /// Spike counts.
    pub counts_o: Sig<Out>,
    /// Lanes whose neuron fired.
    pub fired_o: Sig<Out>,
    /// Lanes in the learning window.
    pub in_window_o: Sig<Out>,
    /// Lanes whose drive was positive in the last step.
    pub positive_o: Sig<Out>,
    /// The same, negative.
    pub negative_o: Sig<Out>,
    /// S4: the host's cell in the word read.
    pub host_cell_o: Sig<Out>,
    u_lane: Vec<Lane>,
    new_cell: Vec<Sig<Local>>,
    switched: Vec<Sig<Local>>,
    saturated: Vec<Signal<Local, Bit>>,
    ltp: Vec<Signal<Local, Bit>>,
    ltd: Vec<Signal<Local, Bit>>,
    count: Vec<Sig<Local>>,
    fired: Vec<Signal<Local, Bit>>,
    in_window: Vec<Signal<Local, Bit>>,
    positive: Vec<Signal<Local, Bit>>,
    negative: Vec<Signal<Local, Bit>>,
    hold_code: Const,
    cells: Reg,
    operand: Reg,
    host_select: Reg,
    host_cell: Reg,
    host_value: Sig<Local>,
    host_write_select: Sig<Local>,
    unused: Signal<Local, Bit>,
    _lanes: usize,
}

impl Array {
    /// The lanes of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let lanes = spec.lanes;
        let buses = |width: usize| (0..lanes).map(|_| Sig::new(width)).collect();
        let flags = || (0..lanes).map(|_| Default::default()).collect();
        Array {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            acc_i: Default::default(),
            acc_first_i: Default::default(),
            step_i: Default::default(),
            settle_i: Default::default(),
            settle_s2_i: Default::default(),
            step_first_s2_i: Default::default(),
            step_first_i: Default::default(),
            step_last_i: Default::default(),
            threshold_i: Sig::new(WORD_BITS),
            window_i: Sig::new(WORD_BITS),
            silent_i: Sig::new(lanes),
            teach_i: Default::default(),
            active_i: Default::default(),
            row_step_i: Sig::new(spec.step_bits()),
            column_steps_i: Sig::packed(lanes, spec.step_bits()),
            doubled_i: Sig::new(2 * WORD_BITS),
            masks_i: Sig::packed(num_groups(spec), WORD_BITS),
            carry_i: Sig::new(WORD_BITS),
            clear_i: Default::default(),
            load_i: Sig::new(lanes),
            switching_i: Sig::new(WORD_BITS),
            pulse_i: Default::default(),
            pulse_ltp_i: Default::default(),
            cells_i: Sig::packed(lanes, spec.w1_bits()),
            host_lane_i: Sig::new(spec.lane_bits()),
            host_write_i: Default::default(),
            host_cell_i: Sig::new(spec.w1_bits()),
            cells_o: Sig::packed(lanes, spec.w1_bits()),
            switched_o: Sig::new(lanes * spec.junctions_a_cell()),
            saturated_o: Sig::new(lanes),
            ltp_o: Sig::new(lanes),
            ltd_o: Sig::new(lanes),
            counts_o: Sig::packed(lanes, COUNT_BITS),
            fired_o: Sig::new(lanes),
            in_window_o: Sig::new(lanes),
            positive_o: Sig::new(lanes),
            negative_o: Sig::new(lanes),
            host_cell_o: Sig::new(spec.w1_bits()),
            u_lane: (0..lanes).map(|_| Lane::new(spec)).collect(),
            new_cell: buses(spec.w1_bits()),
            switched: buses(spec.junctions_a_cell()),
            saturated: flags(),
            ltp: flags(),
            ltd: flags(),
            count: buses(COUNT_BITS),
            fired: flags(),
            in_window: flags(),
            positive: flags(),
            negative: flags(),
            hold_code: Const::new(1, (spec.code == InputCode::Hold).into()),
            cells: Reg::packed(lanes, spec.w1_bits()),
            operand: Reg::data(WORD_BITS),
            host_select: Reg::data(lanes),
            host_cell: Reg::data(spec.w1_bits()),
            host_value: Sig::new(spec.w1_bits()),
            host_write_select: Sig::new(lanes),
            unused: Default::default(),
            _lanes: lanes,
        }
    }
}

impl Logic for Array {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, cells, operand, host_select, host_cell);
        self.cells.d.next = self.cells_i.val();
        self.operand.d.next = self.window_i.val();
        if self.settle_s2_i.val() {
            self.operand.d.next = self.threshold_i.val();
        } else if self.step_first_s2_i.val() && self.hold_code.val().any() {
            self.operand.d.next = 1.into();
        }
        for lane in 0..self.u_lane.len() {
            self.u_lane[lane].clk_i.next = self.clk_i.val();
            self.u_lane[lane].rst_ni.next = self.rst_ni.val();
            self.u_lane[lane].acc_i.next = self.acc_i.val();
            self.u_lane[lane].acc_first_i.next = self.acc_first_i.val();
            self.u_lane[lane].step_i.next = self.step_i.val();
            self.u_lane[lane].settle_i.next = self.settle_i.val();
            self.u_lane[lane].step_first_i.next = self.step_first_i.val();
            self.u_lane[lane].step_last_i.next = self.step_last_i.val();
            self.u_lane[lane].operand_i.next = self.operand.q.val();
            self.u_lane[lane].threshold_i.next = self.threshold_i.val();
            self.u_lane[lane].silent_i.next = self.silent_i.val().get_bit(lane);
            self.u_lane[lane].teach_i.next = self.teach_i.val();
            self.u_lane[lane].active_i.next = self.active_i.val();
            self.u_lane[lane].row_step_i.next = self.row_step_i.val();
            self.u_lane[lane].column_step_i.next = self.column_steps_i.val().get_bit(lane);
            self.u_lane[lane].rotated_i.next =
                self.doubled_i.val().get_bits::<16>(16 - (lane & 15));
            self.u_lane[lane].mask_i.next = self.masks_i.val().get_bit(lane >> 4);
            self.u_lane[lane].next_mask_i.next = self.masks_i.val().get_bit((lane >> 4) + 1);
            self.u_lane[lane].carry_i.next = self.carry_i.val().get_bit(lane & 15);
            self.u_lane[lane].clear_i.next = self.clear_i.val();
            self.u_lane[lane].load_i.next = self.load_i.val().get_bit(lane);
            self.u_lane[lane].switching_i.next = self.switching_i.val();
            self.u_lane[lane].pulse_i.next = self.pulse_i.val();
            self.u_lane[lane].pulse_ltp_i.next = self.pulse_ltp_i.val();
            self.u_lane[lane].cell_i.next = self.cells.q.val().get_bit(lane);
            self.u_lane[lane].host_select_i.next = self.host_write_select.val().get_bit(lane);
            self.u_lane[lane].host_cell_i.next = self.host_cell_i.val();
        }
        for lane in 0..self.u_lane.len() {
            self.new_cell[lane].next = self.u_lane[lane].cell_o.val();
            self.switched[lane].next = self.u_lane[lane].switched_o.val();
            self.saturated[lane].next = self.u_lane[lane].saturated_o.val();
            self.ltp[lane].next = self.u_lane[lane].ltp_o.val();
            self.ltd[lane].next = self.u_lane[lane].ltd_o.val();
            self.count[lane].next = self.u_lane[lane].count_o.val();
            self.fired[lane].next = self.u_lane[lane].fired_o.val();
            self.in_window[lane].next = self.u_lane[lane].in_window_o.val();
            self.positive[lane].next = self.u_lane[lane].positive_o.val();
            self.negative[lane].next = self.u_lane[lane].negative_o.val();
        }
        self.cells_o.next = self.new_cell.val();
        self.switched_o.next = bits(self.switched.val(), self.switched_o.width());
        self.saturated_o.next = self.saturated.val();
        self.ltp_o.next = self.ltp.val();
        self.ltd_o.next = self.ltd.val();
        self.counts_o.next = self.count.val();
        self.fired_o.next = self.fired.val();
        self.in_window_o.next = self.in_window.val();
        self.positive_o.next = self.positive.val();
        self.negative_o.next = self.negative.val();

        // fewer than 16 lanes use fewer bits
        self.unused.next = self.doubled_i.val().xor() ^ self.carry_i.val().xor();
        self.host_select.d.next =
            bits(1.into(), self.host_select.d.width()) << self.host_lane_i.val();
        self.host_write_select.next = 0.into();
        if self.host_write_i.val() {
            self.host_write_select.next = self.host_select.q.val();
        }
        self.host_value.next = 0.into();
        for k in 0..self._lanes {
            if self.host_select.q.val().get_bit(k).any() {
                self.host_value.next = self.host_value.val() | self.cells.q.val().get_bit(k);
            }
        }
        self.host_cell.d.next = self.host_value.val();
        self.host_cell_o.next = self.host_cell.q.val();
    }
}
