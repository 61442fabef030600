//! RTL of the teach cell.

use crate::blocks::amplitude::rtl::Amplitude;
use crate::blocks::best::rtl::{OFFSET_BITS, place_bits};
use crate::blocks::bias_step::rtl::BiasStep;
use crate::blocks::mtj_pair::rtl::MtjPair;
use crate::blocks::stdp::rtl::{RULE_BITS, Stdp};
use crate::blocks::switching_tables::rtl::{NUM_THRESHOLDS, SwitchingTable};
use crate::blocks::synapse::rtl::Synapse;
use crate::hdl::prelude::*;
use crate::spec::prototype::{START_WEIGHT, WEIGHT_BITS};
use crate::spec::{Prototype, Spec, WORD_BITS, index_bits};

/// The pipeline.
#[derive(LogicBlock)]
pub struct TeachCell {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// S0: a row is taught.
    pub teach_i: Signal<In, Bit>,
    /// S0: it was active.
    pub active_i: Signal<In, Bit>,
    /// S0: its part, one hot.
    pub part_i: Sig<In>,
    /// A neuron is being recruited.
    pub recruit_i: Signal<In, Bit>,
    /// Places of the winners.
    pub places_i: Sig<In>,
    /// Offsets of the winners.
    pub offsets_i: Sig<In>,
    /// S2: LFSR state after the row's draw.
    pub state_i: Sig<In>,
    /// S2: word of W1.
    pub word_i: Sig<In>,
    /// Rule entry.
    pub rule_i: Sig<In>,
    /// S2: the host writes.
    pub host_i: Signal<In, Bit>,
    /// Lane of the host.
    pub host_lane_i: Sig<In>,
    /// What it writes.
    pub host_weight_i: Sig<In>,
    /// S3: address of the word.
    pub address_i: Sig<In>,
    /// The host writes a threshold.
    pub table_we_i: Signal<In, Bit>,
    /// Threshold that the host reads or writes.
    pub table_addr_i: Sig<In>,
    /// The host has the table's read port.
    pub table_host_i: Signal<In, Bit>,
    /// What the host writes.
    pub table_data_i: Sig<In>,
    /// S1: draw.
    pub draw_o: Signal<Out, Bit>,
    /// S2: the host's cell.
    pub host_weight_o: Sig<Out>,
    /// The host's threshold.
    pub table_data_o: Sig<Out>,
    /// S4: a pulse towards potentiation.
    pub ltp_o: Signal<Out, Bit>,
    /// S4: a pulse towards depression.
    pub ltd_o: Signal<Out, Bit>,
    /// S4: the junction switched.
    pub switched_o: Signal<Out, Bit>,
    /// S4: it switched at the limit.
    pub saturated_o: Signal<Out, Bit>,
    /// S5: write the word.
    pub we_o: Signal<Out, Bit>,
    /// S5: its address.
    pub address_o: Sig<Out>,
    /// S5: the word.
    pub word_o: Sig<Out>,
    /// S6: compartment whose bias moves, one hot, or none.
    pub moved_o: Sig<Out>,
    /// S6: by how much.
    pub change_o: Sig<Out>,
    u_amplitude: Amplitude,
    u_stdp: Stdp,
    u_switching_table: SwitchingTable,
    u_mtj_pair: MtjPair,
    u_synapse: Synapse,
    u_bias_step: BiasStep,
    teach_s1: BitReg,
    active_s1: BitReg,
    part_s1: Reg,
    valid_s2: BitReg,
    active_s2: BitReg,
    part_s2: Reg,
    place_s2: Reg,
    offset_s2: Reg,
    valid_s3: BitReg,
    active_s3: BitReg,
    host_s3: BitReg,
    part_s3: Reg,
    offset_s3: Reg,
    select_s3: Reg,
    weight_s3: Reg,
    random_s3: Reg,
    word_s3: Reg,
    valid_s4: BitReg,
    active_s4: BitReg,
    host_s4: BitReg,
    pulse_s4: BitReg,
    ltp_s4: BitReg,
    part_s4: Reg,
    select_s4: Reg,
    weight_s4: Reg,
    random_s4: Reg,
    threshold_s4: Reg,
    word_s4: Reg,
    address_s4: Reg,
    we_s5: BitReg,
    word_s5: Reg,
    address_s5: Reg,
    place: Sig<Local>,
    offset: Sig<Local>,
    column: Sig<Local>,
    lane: Sig<Local>,
    select: Sig<Local>,
    picked: Sig<Local>,
    rotated: Sig<Local>,
    weight: Sig<Local>,
    next_weight: Vec<Sig<Local>>,
    unused: Signal<Local, Bit>,
    start_active: Const,
    start_silent: Const,
    mask_factor: Const,
    lane_pass_bits: Const,
    _parts: usize,
    _lanes: usize,
}

impl TeachCell {
    /// For the lanes of `spec`, with the start values of the switching table.
    pub fn new(spec: &Spec, sizes: &Prototype, tables: &[u16; NUM_THRESHOLDS]) -> Self {
        let (lanes, parts, place) = (spec.lanes, sizes.num_compartments(), place_bits(spec));
        let (address, bias) = (index_bits(spec.w1_depth()), sizes.bias_bits());
        let threshold = index_bits(NUM_THRESHOLDS);
        let flag = || BitReg::new(false);
        TeachCell {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            teach_i: Default::default(),
            active_i: Default::default(),
            part_i: Sig::new(parts),
            recruit_i: Default::default(),
            places_i: Sig::packed(parts, place),
            offsets_i: Sig::packed(parts, OFFSET_BITS),
            state_i: Sig::new(WORD_BITS),
            word_i: Sig::packed(lanes, WEIGHT_BITS),
            rule_i: Sig::new(RULE_BITS),
            host_i: Default::default(),
            host_lane_i: Sig::new(spec.lane_bits()),
            host_weight_i: Sig::new(WEIGHT_BITS),
            address_i: Sig::new(address),
            table_we_i: Default::default(),
            table_addr_i: Sig::new(threshold),
            table_host_i: Default::default(),
            table_data_i: Sig::new(WORD_BITS),
            draw_o: Default::default(),
            host_weight_o: Sig::new(WEIGHT_BITS),
            table_data_o: Sig::new(WORD_BITS),
            ltp_o: Default::default(),
            ltd_o: Default::default(),
            switched_o: Default::default(),
            saturated_o: Default::default(),
            we_o: Default::default(),
            address_o: Sig::new(address),
            word_o: Sig::packed(lanes, WEIGHT_BITS),
            moved_o: Sig::new(parts),
            change_o: Sig::new(bias),
            u_amplitude: Amplitude::default(),
            u_stdp: Stdp::default(),
            u_switching_table: SwitchingTable::new(tables),
            u_mtj_pair: MtjPair::default(),
            u_synapse: Synapse::new(WEIGHT_BITS),
            u_bias_step: BiasStep::new(sizes),
            teach_s1: flag(),
            active_s1: flag(),
            part_s1: Reg::data(parts),
            valid_s2: flag(),
            active_s2: flag(),
            part_s2: Reg::data(parts),
            place_s2: Reg::data(place),
            offset_s2: Reg::data(OFFSET_BITS),
            valid_s3: flag(),
            active_s3: flag(),
            host_s3: flag(),
            part_s3: Reg::data(parts),
            offset_s3: Reg::data(OFFSET_BITS),
            select_s3: Reg::data(lanes),
            weight_s3: Reg::data(WEIGHT_BITS),
            random_s3: Reg::data(WORD_BITS),
            word_s3: Reg::packed(lanes, WEIGHT_BITS),
            valid_s4: flag(),
            active_s4: flag(),
            host_s4: flag(),
            pulse_s4: flag(),
            ltp_s4: flag(),
            part_s4: Reg::data(parts),
            select_s4: Reg::data(lanes),
            weight_s4: Reg::data(WEIGHT_BITS),
            random_s4: Reg::data(WORD_BITS),
            threshold_s4: Reg::data(WORD_BITS),
            word_s4: Reg::packed(lanes, WEIGHT_BITS),
            address_s4: Reg::data(address),
            we_s5: flag(),
            word_s5: Reg::packed(lanes, WEIGHT_BITS),
            address_s5: Reg::data(address),
            place: Sig::new(place),
            offset: Sig::new(OFFSET_BITS),
            column: Sig::new(WORD_BITS),
            lane: Sig::new(spec.lane_bits()),
            select: Sig::new(lanes),
            picked: Sig::new(WEIGHT_BITS),
            rotated: Sig::new(WORD_BITS),
            weight: Sig::new(WEIGHT_BITS),
            next_weight: (0..lanes).map(|_| Sig::new(WEIGHT_BITS)).collect(),
            unused: Default::default(),
            start_active: Const::new(WEIGHT_BITS, START_WEIGHT.into()),
            start_silent: Const::new(WEIGHT_BITS, (-START_WEIGHT).into()),
            mask_factor: Const::new(WORD_BITS, 0x9E37),
            lane_pass_bits: Const::new(8, (spec.lane_bits() + spec.pass_bits()) as i128),
            _parts: parts,
            _lanes: lanes,
        }
    }
}

impl Logic for TeachCell {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(
            self, clk_i, teach_s1, active_s1, part_s1, valid_s2, active_s2
        );
        clock!(
            self, clk_i, part_s2, place_s2, offset_s2, valid_s3, active_s3
        );
        clock!(
            self, clk_i, host_s3, part_s3, offset_s3, select_s3, weight_s3
        );
        clock!(
            self, clk_i, random_s3, word_s3, valid_s4, active_s4, host_s4
        );
        clock!(self, clk_i, pulse_s4, ltp_s4, part_s4, select_s4, weight_s4);
        clock!(self, clk_i, random_s4, threshold_s4, word_s4, address_s4);
        clock!(self, clk_i, we_s5, word_s5, address_s5);
        // S0
        self.teach_s1.d.next = self.teach_i.val();
        self.active_s1.d.next = self.active_i.val();
        self.part_s1.d.next = self.part_i.val();
        // S1: the winner of the row's part
        self.draw_o.next = self.teach_s1.q.val() && !self.recruit_i.val();
        self.place.next = 0.into();
        self.offset.next = 0.into();
        for k in 0..self._parts {
            if self.part_s1.q.val().get_bit(k).any() {
                self.place.next = self.place.val() | self.places_i.val().get_bit(k);
                self.offset.next = self.offset.val() | self.offsets_i.val().get_bit(k);
            }
        }
        self.valid_s2.d.next = self.teach_s1.q.val() && self.part_s1.q.val().any();
        self.active_s2.d.next = self.active_s1.q.val();
        self.part_s2.d.next = self.part_s1.q.val();
        self.place_s2.d.next = self.place.val();
        self.offset_s2.d.next = self.offset.val();
        // S2: its cell and its random word
        self.lane.next = self.host_lane_i.val();
        if self.valid_s2.q.val() {
            self.lane.next = bits(self.place_s2.q.val(), self.lane.width());
        }
        self.select.next = bits(1.into(), self.select.width()) << self.lane.val();
        self.picked.next = 0.into();
        for m in 0..self._lanes {
            if self.select.val().get_bit(m).any() {
                self.picked.next = self.picked.val() | self.word_i.val().get_bit(m);
            }
        }
        self.host_weight_o.next = self.picked.val();
        // the pass was wanted at S0
        self.unused.next = self.place_s2.q.val().xor();
        self.column.next = bits(
            self.place_s2.q.val() >> self.lane_pass_bits.val(),
            self.column.width(),
        );
        self.rotated.next = (self.state_i.val() << bits(self.column.val(), 4))
            | ((self.state_i.val() >> 1) >> (!bits(self.column.val(), 4)));
        self.valid_s3.d.next = self.valid_s2.q.val();
        self.active_s3.d.next = self.active_s2.q.val();
        self.host_s3.d.next = self.host_i.val();
        self.part_s3.d.next = self.part_s2.q.val();
        self.offset_s3.d.next = self.offset_s2.q.val();
        self.select_s3.d.next = self.select.val();
        self.weight_s3.d.next = self.picked.val();
        self.random_s3.d.next =
            self.rotated.val() ^ ((self.column.val() >> 4) * self.mask_factor.val());
        self.word_s3.d.next = self.word_i.val();
        // S3: amplitude, rule, threshold
        self.u_amplitude.weight_i.next = self.weight_s3.q.val();
        self.u_amplitude.active_i.next = self.active_s3.q.val();
        self.u_amplitude.offset_i.next = self.offset_s3.q.val();
        self.u_stdp.rule_i.next = self.rule_i.val();
        self.u_stdp.causal_i.next = self.active_s3.q.val();
        self.u_switching_table.clk_i.next = self.clk_i.val();
        self.u_switching_table.we_i.next = self.table_we_i.val();
        self.u_switching_table.host_i.next = self.table_host_i.val();
        self.u_switching_table.addr_i.next = self.table_addr_i.val();
        self.u_switching_table.data_i.next = self.table_data_i.val();
        self.u_switching_table.code_i.next = self.u_amplitude.code_o.val();
        self.u_switching_table.ltp_i.next = self.u_stdp.ltp_o.val();
        self.u_switching_table.selector_i.next = self.rule_i.val().get_bit(2);
        self.table_data_o.next = self.u_switching_table.threshold_o.val();
        self.valid_s4.d.next = self.valid_s3.q.val();
        self.active_s4.d.next = self.active_s3.q.val();
        self.host_s4.d.next = self.host_s3.q.val();
        self.pulse_s4.d.next =
            self.valid_s3.q.val() && !self.recruit_i.val() && self.u_stdp.pulse_o.val();
        self.ltp_s4.d.next = self.u_stdp.ltp_o.val();
        self.part_s4.d.next = self.part_s3.q.val();
        self.select_s4.d.next = self.select_s3.q.val();
        self.weight_s4.d.next = self.weight_s3.q.val();
        self.random_s4.d.next = self.random_s3.q.val();
        self.threshold_s4.d.next = self.u_switching_table.threshold_o.val();
        self.word_s4.d.next = self.word_s3.q.val();
        self.address_s4.d.next = self.address_i.val();
        // S4: the junction, the weight
        self.u_mtj_pair.pulse_i.next = self.pulse_s4.q.val();
        self.u_mtj_pair.word_i.next = self.random_s4.q.val();
        self.u_mtj_pair.threshold_i.next = self.threshold_s4.q.val();
        self.u_synapse.weight_i.next = self.weight_s4.q.val();
        self.u_synapse.switched_i.next = self.u_mtj_pair.switched_o.val();
        self.u_synapse.ltp_i.next = self.ltp_s4.q.val();
        self.ltp_o.next = self.pulse_s4.q.val() && self.ltp_s4.q.val();
        self.ltd_o.next = self.pulse_s4.q.val() && !self.ltp_s4.q.val();
        self.switched_o.next = self.u_mtj_pair.switched_o.val();
        self.saturated_o.next = self.u_synapse.saturated_o.val();
        self.weight.next = self.u_synapse.weight_o.val();
        if self.recruit_i.val() {
            self.weight.next = self.start_silent.val();
            if self.active_s4.q.val() {
                self.weight.next = self.start_active.val();
            }
        }
        if self.host_s4.q.val() {
            self.weight.next = self.host_weight_i.val();
        }
        for n in 0..self._lanes {
            self.next_weight[n].next = self.word_s4.q.val().get_bit(n);
            if self.select_s4.q.val().get_bit(n).any() {
                self.next_weight[n].next = self.weight.val();
            }
        }
        self.we_s5.d.next = self.valid_s4.q.val() || self.host_s4.q.val();
        self.word_s5.d.next = self.next_weight.val();
        self.address_s5.d.next = self.address_s4.q.val();
        // S5: the word; the bias follows
        self.we_o.next = self.we_s5.q.val();
        self.address_o.next = self.address_s5.q.val();
        self.word_o.next = self.word_s5.q.val();
        self.u_bias_step.clk_i.next = self.clk_i.val();
        self.u_bias_step.rst_ni.next = self.rst_ni.val();
        self.u_bias_step.part_i.next = self.part_s4.q.val();
        self.u_bias_step.moves_i.next =
            self.u_mtj_pair.switched_o.val() && !self.u_synapse.saturated_o.val();
        self.u_bias_step.ltp_i.next = self.ltp_s4.q.val();
        self.u_bias_step.recruit_i.next = self.valid_s4.q.val() && self.recruit_i.val();
        self.u_bias_step.active_i.next = self.active_s4.q.val();
        self.u_bias_step.before_i.next = self.weight_s4.q.val();
        self.u_bias_step.after_i.next = self.weight.val();
        self.moved_o.next = self.u_bias_step.moved_o.val();
        self.change_o.next = self.u_bias_step.change_o.val();
    }
}
