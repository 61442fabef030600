//! RTL of the mask: a junction a column, its pulse at capture, and the code that balances.

use crate::blocks::column_words::rtl::num_groups;
use crate::blocks::modulator::rtl::CODE_BITS;
use crate::blocks::mtj_pair::rtl::MtjPair;
use crate::blocks::registers::rtl::BUS_BITS;
use crate::blocks::switching_tables::rtl::{NUM_THRESHOLDS, SwitchingTable};
use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Learning, Spec, WORD_BITS, index_bits};

/// Junctions of a lane, one a pass.
#[derive(LogicBlock)]
pub struct MaskCell {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Pass read, and written.
    pub pass_i: Sig<In>,
    /// LFSR state rotated for this lane.
    pub rotated_i: Sig<In>,
    /// `M` of this lane's group of columns.
    pub mask_i: Sig<In>,
    /// `M` of the group after it.
    pub next_mask_i: Sig<In>,
    /// The lane's column belongs to the group after.
    pub carry_i: Sig<In>,
    /// A pulse is sent.
    pub pulse_i: Signal<In, Bit>,
    /// AP to P where the neuron fired, else P to AP where it is silent.
    pub excess_i: Signal<In, Bit>,
    /// The neuron fired.
    pub fired_i: Sig<In>,
    /// Switching threshold.
    pub threshold_i: Sig<In>,
    /// The host writes.
    pub host_write_i: Sig<In>,
    /// What it writes.
    pub host_silent_i: Sig<In>,
    /// The junction is in P.
    pub silent_o: Signal<Out, Bit>,
    /// It switches.
    pub switched_o: Signal<Out, Bit>,
    u_junctions: TableMemory,
    u_mtj_pair: MtjPair,
    word: Sig<Local>,
}

impl MaskCell {
    /// For the passes of `spec`, all junctions in AP.
    pub fn new(spec: &Spec) -> Self {
        let passes = spec.passes();
        MaskCell {
            clk_i: Default::default(),
            pass_i: Sig::new(index_bits(passes)),
            rotated_i: Sig::new(WORD_BITS),
            mask_i: Sig::new(WORD_BITS),
            next_mask_i: Sig::new(WORD_BITS),
            carry_i: Sig::new(1),
            pulse_i: Default::default(),
            excess_i: Default::default(),
            fired_i: Sig::new(1),
            threshold_i: Sig::new(WORD_BITS),
            host_write_i: Sig::new(1),
            host_silent_i: Sig::new(1),
            silent_o: Default::default(),
            switched_o: Default::default(),
            u_junctions: TableMemory::new(1, vec![0; passes]),
            u_mtj_pair: MtjPair::default(),
            word: Sig::new(WORD_BITS),
        }
    }
}

impl Logic for MaskCell {
    #[hdl_gen]
    fn update(&mut self) {
        self.word.next = self.rotated_i.val() ^ self.mask_i.val();
        if self.carry_i.val().any() {
            self.word.next = self.rotated_i.val() ^ self.next_mask_i.val();
        }
        self.u_mtj_pair.word_i.next = self.word.val();
        self.u_mtj_pair.threshold_i.next = self.threshold_i.val();
        self.u_mtj_pair.pulse_i.next = self.pulse_i.val()
            && ((self.excess_i.val() && self.fired_i.val().any())
                || (!self.excess_i.val() && self.u_junctions.rdata_o.val().any()));
        self.u_junctions.clk_i.next = self.clk_i.val();
        self.u_junctions.we_i.next =
            self.u_mtj_pair.switched_o.val() || self.host_write_i.val().any();
        self.u_junctions.waddr_i.next = self.pass_i.val();
        self.u_junctions.raddr_i.next = self.pass_i.val();
        self.u_junctions.wdata_i.next = bits(self.excess_i.val().into(), 1);
        if self.host_write_i.val().any() {
            self.u_junctions.wdata_i.next = self.host_silent_i.val();
        }
        self.silent_o.next = self.u_junctions.rdata_o.val().any();
        self.switched_o.next = self.u_mtj_pair.switched_o.val();
    }
}

/// All junctions; the register `mask`.
#[derive(LogicBlock)]
pub struct Mask {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low: the register to its start value, the junctions stay.
    pub rst_ni: Signal<In, Bit>,
    /// The first pass of an image to be learned is about to end.
    pub begin_i: Signal<In, Bit>,
    /// The lanes hold the results of pass `capture_pass_i`.
    pub capture_i: Signal<In, Bit>,
    /// Pass captured.
    pub capture_pass_i: Sig<In>,
    /// The image is complete.
    pub done_i: Signal<In, Bit>,
    /// Pass of the slot in stage 2.
    pub pass_s2_i: Sig<In>,
    /// Lanes whose neuron fired.
    pub fired_i: Sig<In>,
    /// A neuron of `spikes_i` spikes is read out.
    pub visit_i: Signal<In, Bit>,
    /// Its spikes.
    pub spikes_i: Sig<In>,
    /// See `ColumnWords`: the pass captured.
    pub doubled_i: Sig<In>,
    /// See `ColumnWords`.
    pub masks_i: Sig<In>,
    /// See `ColumnWords`.
    pub carry_i: Sig<In>,
    /// Register: amplitude codes {readout, hidden}.
    pub codes_i: Sig<In>,
    /// The host writes a threshold.
    pub table_we_i: Signal<In, Bit>,
    /// Which.
    pub table_addr_i: Sig<In>,
    /// The host writes the register.
    pub register_write_i: Signal<In, Bit>,
    /// What the host writes.
    pub data_i: Sig<In>,
    /// The host has the junctions of pass `host_pass_i` in view.
    pub host_i: Signal<In, Bit>,
    /// It writes that of lane `host_lane_i`.
    pub host_write_i: Signal<In, Bit>,
    /// Pass of the host.
    pub host_pass_i: Sig<In>,
    /// Lane of the host.
    pub host_lane_i: Sig<In>,
    /// Draw; the next cycle serves pass 0.
    pub draw_o: Signal<Out, Bit>,
    /// The next cycle serves the pass after the present one.
    pub next_o: Signal<Out, Bit>,
    /// Lanes that are silent, of the slot in stage 3.
    pub silent_o: Sig<Out>,
    /// Lanes whose junction switches, at capture.
    pub switched_o: Sig<Out>,
    /// The register.
    pub register_o: Sig<Out>,
    /// The junction that the host has in view.
    pub host_silent_o: Signal<Out, Bit>,
    u_mask_cell: Vec<MaskCell>,
    u_table: SwitchingTable,
    silent: Vec<Signal<Local, Bit>>,
    switched: Vec<Signal<Local, Bit>>,
    target: Reg,
    code: Reg,
    spikes: Reg,
    armed: BitReg,
    pass_s3: Reg,
    pass: Sig<Local>,
    begins: Signal<Local, Bit>,
    excess: Signal<Local, Bit>,
    distance: Sig<Local>,
    amplitude: Sig<Local>,
    has_pulse: Signal<Local, Bit>,
    host_select: Sig<Local>,
    host_write_select: Sig<Local>,
    unused: Signal<Local, Bit>,
    balanced: Const,
    code_most: Const,
    offset: Const,
}

/// What the amplitude is below A when the code is balanced.
const BALANCED_BELOW: i128 = 12;

impl Mask {
    /// For `spec`, with the start values of the switching tables.
    pub fn new(spec: &Spec, tables: &[u16; NUM_THRESHOLDS]) -> Self {
        let (lanes, pass) = (spec.lanes, spec.pass_bits());
        let flags = || (0..lanes).map(|_| Default::default()).collect();
        Mask {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            begin_i: Default::default(),
            capture_i: Default::default(),
            capture_pass_i: Sig::new(pass),
            done_i: Default::default(),
            pass_s2_i: Sig::new(pass),
            fired_i: Sig::new(lanes),
            visit_i: Default::default(),
            spikes_i: Sig::new(COUNT_BITS),
            doubled_i: Sig::new(2 * WORD_BITS),
            masks_i: Sig::packed(num_groups(spec), WORD_BITS),
            carry_i: Sig::new(WORD_BITS),
            codes_i: Sig::packed(2, CODE_BITS),
            table_we_i: Default::default(),
            table_addr_i: Sig::new(index_bits(NUM_THRESHOLDS)),
            register_write_i: Default::default(),
            data_i: Sig::new(WORD_BITS + CODE_BITS),
            host_i: Default::default(),
            host_write_i: Default::default(),
            host_pass_i: Sig::new(pass),
            host_lane_i: Sig::new(spec.lane_bits()),
            draw_o: Default::default(),
            next_o: Default::default(),
            silent_o: Sig::new(lanes),
            switched_o: Sig::new(lanes),
            register_o: Sig::new(BUS_BITS),
            host_silent_o: Default::default(),
            u_mask_cell: (0..lanes).map(|_| MaskCell::new(spec)).collect(),
            u_table: SwitchingTable::new(tables),
            silent: flags(),
            switched: flags(),
            target: Reg::new(WORD_BITS, spec.learning.mask_target.into()),
            code: Reg::new(CODE_BITS, spec.learning.mask_code.into()),
            spikes: Reg::new(WORD_BITS, 0),
            armed: BitReg::new(false),
            pass_s3: Reg::data(pass),
            pass: Sig::new(pass),
            begins: Default::default(),
            excess: Default::default(),
            distance: Sig::new(CODE_BITS),
            amplitude: Sig::new(CODE_BITS + 2),
            has_pulse: Default::default(),
            host_select: Sig::new(lanes),
            host_write_select: Sig::new(lanes),
            unused: Default::default(),
            balanced: Const::new(CODE_BITS, Learning::MASK_BALANCED.into()),
            code_most: Const::new(CODE_BITS, 15),
            offset: Const::new(CODE_BITS + 2, BALANCED_BELOW),
        }
    }
}

impl Logic for Mask {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, target, code, spikes, armed, pass_s3);
        // the amplitude: A + |code - 8| - 12
        self.excess.next = self.code.q.val() > self.balanced.val();
        self.distance.next = self.balanced.val() - self.code.q.val();
        if self.excess.val() {
            self.distance.next = self.code.q.val() - self.balanced.val();
        }
        self.amplitude.next = bits(self.codes_i.val().get_bit(0), 6) + bits(self.distance.val(), 6);
        self.has_pulse.next =
            (self.amplitude.val() >= self.offset.val()) && self.distance.val().any();
        self.u_table.clk_i.next = self.clk_i.val();
        self.u_table.we_i.next = self.table_we_i.val();
        self.u_table.host_i.next = self.table_we_i.val();
        self.u_table.addr_i.next = self.table_addr_i.val();
        self.u_table.data_i.next = bits(self.data_i.val(), 16);
        self.u_table.code_i.next = bits(self.amplitude.val(), 4) + 4;
        self.u_table.ltp_i.next = self.excess.val();
        self.u_table.selector_i.next = 0.into();

        // the image that is learned
        self.begins.next = self.begin_i.val() && self.target.q.val().any();
        self.draw_o.next = self.begins.val();
        self.next_o.next = self.capture_i.val() && self.armed.q.val();
        if self.begins.val() {
            self.armed.d.next = true;
            self.spikes.d.next = 0.into();
        } else if self.visit_i.val() {
            self.spikes.d.next = self.spikes.q.val() + bits(self.spikes_i.val(), 16);
        }
        if self.done_i.val() && self.armed.q.val() {
            self.armed.d.next = false;
            if (self.spikes.q.val() > self.target.q.val())
                && (self.code.q.val() != self.code_most.val())
            {
                self.code.d.next = self.code.q.val() + 1;
            }
            if (self.spikes.q.val() < self.target.q.val()) && self.code.q.val().any() {
                self.code.d.next = self.code.q.val() - 1;
            }
        }
        if self.register_write_i.val() {
            self.target.d.next = bits(self.data_i.val(), 16);
            self.code.d.next = bits(self.data_i.val() >> 16, 4);
        }
        self.register_o.next = (bits(self.code.q.val(), 32) << 16) | bits(self.target.q.val(), 32);

        // the junctions
        self.pass_s3.d.next = self.pass_s2_i.val();
        self.pass.next = self.pass_s3.q.val();
        if self.capture_i.val() {
            self.pass.next = self.capture_pass_i.val();
        }
        if self.host_i.val() {
            self.pass.next = self.host_pass_i.val();
        }
        self.host_select.next = bits(1.into(), self.host_select.width()) << self.host_lane_i.val();
        self.host_write_select.next = 0.into();
        if self.host_write_i.val() {
            self.host_write_select.next = self.host_select.val();
        }
        for lane in 0..self.u_mask_cell.len() {
            self.u_mask_cell[lane].clk_i.next = self.clk_i.val();
            self.u_mask_cell[lane].pass_i.next = self.pass.val();
            self.u_mask_cell[lane].rotated_i.next =
                self.doubled_i.val().get_bits::<16>(16 - (lane & 15));
            self.u_mask_cell[lane].mask_i.next = self.masks_i.val().get_bit(lane >> 4);
            self.u_mask_cell[lane].next_mask_i.next = self.masks_i.val().get_bit((lane >> 4) + 1);
            self.u_mask_cell[lane].carry_i.next = self.carry_i.val().get_bit(lane & 15);
            self.u_mask_cell[lane].pulse_i.next =
                self.capture_i.val() && self.armed.q.val() && self.has_pulse.val();
            self.u_mask_cell[lane].excess_i.next = self.excess.val();
            self.u_mask_cell[lane].fired_i.next = self.fired_i.val().get_bit(lane);
            self.u_mask_cell[lane].threshold_i.next = self.u_table.threshold_o.val();
            self.u_mask_cell[lane].host_write_i.next = self.host_write_select.val().get_bit(lane);
            self.u_mask_cell[lane].host_silent_i.next = bits(self.data_i.val(), 1);
        }
        for lane in 0..self.u_mask_cell.len() {
            self.silent[lane].next = self.u_mask_cell[lane].silent_o.val();
            self.switched[lane].next = self.u_mask_cell[lane].switched_o.val();
        }
        self.silent_o.next = self.silent.val();
        self.switched_o.next = self.switched.val();
        self.host_silent_o.next = (self.silent.val() & self.host_select.val()).any();
        // fewer than 16 lanes use fewer bits
        self.unused.next =
            self.doubled_i.val().xor() ^ self.carry_i.val().xor() ^ self.codes_i.val().xor();
    }
}
