//! RTL of the readout's update: two cells of a word are pulsed, or the host writes one.

use crate::blocks::front::rtl::CLASS_BITS;
use crate::blocks::mtj_pair::rtl::MtjPair;
use crate::blocks::synapse::rtl::Synapse;
use crate::hdl::prelude::*;
use crate::spec::{NUM_CLASSES, W2_BITS, WORD_BITS};

/// Combinational: the pair and its weight.
#[derive(LogicBlock)]
pub struct ReadoutCell {
    /// A pulse is sent.
    pub pulse_i: Signal<In, Bit>,
    /// Potentiation, else depression.
    pub ltp_i: Signal<In, Bit>,
    /// Random word.
    pub word_i: Sig<In>,
    /// Switching threshold.
    pub threshold_i: Sig<In>,
    /// Weight.
    pub weight_i: Sig<In>,
    /// Weight after the pulse.
    pub weight_o: Sig<Out>,
    /// Pulsed towards potentiation.
    pub ltp_o: Signal<Out, Bit>,
    /// Pulsed towards depression.
    pub ltd_o: Signal<Out, Bit>,
    /// Switched.
    pub switched_o: Signal<Out, Bit>,
    /// Switched at the limit.
    pub saturated_o: Signal<Out, Bit>,
    u_mtj_pair: MtjPair,
    u_synapse: Synapse,
}

impl Default for ReadoutCell {
    fn default() -> Self {
        ReadoutCell {
            pulse_i: Default::default(),
            ltp_i: Default::default(),
            word_i: Sig::new(WORD_BITS),
            threshold_i: Sig::new(WORD_BITS),
            weight_i: Sig::new(W2_BITS),
            weight_o: Sig::new(W2_BITS),
            ltp_o: Default::default(),
            ltd_o: Default::default(),
            switched_o: Default::default(),
            saturated_o: Default::default(),
            u_mtj_pair: MtjPair::default(),
            u_synapse: Synapse::new(W2_BITS),
        }
    }
}

impl Logic for ReadoutCell {
    fn timing(&self) -> Vec<TimingInfo> {
        module_name("readout_cell")
    }

    #[hdl_gen]
    fn update(&mut self) {
        self.ltp_o.next = self.pulse_i.val() && self.ltp_i.val();
        self.ltd_o.next = self.pulse_i.val() && !self.ltp_i.val();
        self.u_mtj_pair.pulse_i.next = self.pulse_i.val();
        self.u_mtj_pair.word_i.next = self.word_i.val();
        self.u_mtj_pair.threshold_i.next = self.threshold_i.val();
        self.u_synapse.weight_i.next = self.weight_i.val();
        self.u_synapse.switched_i.next = self.u_mtj_pair.switched_o.val();
        self.u_synapse.ltp_i.next = self.ltp_i.val();
        self.weight_o.next = self.u_synapse.weight_o.val();
        self.switched_o.next = self.u_mtj_pair.switched_o.val();
        self.saturated_o.next = self.u_synapse.saturated_o.val();
    }
}

/// Combinational.
#[derive(LogicBlock)]
pub struct ReadoutUpdate {
    /// Label.
    pub label_i: Sig<In>,
    /// Rival.
    pub rival_i: Sig<In>,
    /// Word of W2, one weight a class.
    pub word_i: Sig<In>,
    /// A pulse is sent to the label's cell.
    pub label_pulse_i: Signal<In, Bit>,
    /// It potentiates.
    pub label_ltp_i: Signal<In, Bit>,
    /// Random word of the label.
    pub label_random_i: Sig<In>,
    /// Switching threshold of the label.
    pub label_threshold_i: Sig<In>,
    /// Weight towards the label.
    pub label_weight_i: Sig<In>,
    /// A pulse is sent to the rival's cell.
    pub rival_pulse_i: Signal<In, Bit>,
    /// It potentiates.
    pub rival_ltp_i: Signal<In, Bit>,
    /// Random word of the rival.
    pub rival_random_i: Sig<In>,
    /// Switching threshold of the rival.
    pub rival_threshold_i: Sig<In>,
    /// Weight towards the rival.
    pub rival_weight_i: Sig<In>,
    /// The host writes instead.
    pub host_i: Signal<In, Bit>,
    /// Class that it writes.
    pub host_class_i: Sig<In>,
    /// Weight that it writes.
    pub host_weight_i: Sig<In>,
    /// Word after the pulses.
    pub word_o: Sig<Out>,
    /// Cells pulsed towards potentiation.
    pub ltp_o: Sig<Out>,
    /// Cells pulsed towards depression.
    pub ltd_o: Sig<Out>,
    /// Cells switched.
    pub switched_o: Sig<Out>,
    /// Cells switched at the limit.
    pub saturated_o: Sig<Out>,
    u_label_cell: ReadoutCell,
    u_rival_cell: ReadoutCell,
    new_weight: Vec<Sig<Local>>,
}

impl Default for ReadoutUpdate {
    fn default() -> Self {
        ReadoutUpdate {
            label_i: Sig::new(CLASS_BITS),
            rival_i: Sig::new(CLASS_BITS),
            word_i: Sig::packed(NUM_CLASSES, W2_BITS),
            label_pulse_i: Default::default(),
            label_ltp_i: Default::default(),
            label_random_i: Sig::new(WORD_BITS),
            label_threshold_i: Sig::new(WORD_BITS),
            label_weight_i: Sig::new(W2_BITS),
            rival_pulse_i: Default::default(),
            rival_ltp_i: Default::default(),
            rival_random_i: Sig::new(WORD_BITS),
            rival_threshold_i: Sig::new(WORD_BITS),
            rival_weight_i: Sig::new(W2_BITS),
            host_i: Default::default(),
            host_class_i: Sig::new(CLASS_BITS),
            host_weight_i: Sig::new(W2_BITS),
            word_o: Sig::packed(NUM_CLASSES, W2_BITS),
            ltp_o: Sig::new(2),
            ltd_o: Sig::new(2),
            switched_o: Sig::new(2),
            saturated_o: Sig::new(2),
            u_label_cell: ReadoutCell::default(),
            u_rival_cell: ReadoutCell::default(),
            new_weight: (0..NUM_CLASSES).map(|_| Sig::new(W2_BITS)).collect(),
        }
    }
}

impl Logic for ReadoutUpdate {
    #[hdl_gen]
    fn update(&mut self) {
        self.u_label_cell.pulse_i.next = self.label_pulse_i.val();
        self.u_label_cell.ltp_i.next = self.label_ltp_i.val();
        self.u_label_cell.word_i.next = self.label_random_i.val();
        self.u_label_cell.threshold_i.next = self.label_threshold_i.val();
        self.u_label_cell.weight_i.next = self.label_weight_i.val();
        self.u_rival_cell.pulse_i.next = self.rival_pulse_i.val();
        self.u_rival_cell.ltp_i.next = self.rival_ltp_i.val();
        self.u_rival_cell.word_i.next = self.rival_random_i.val();
        self.u_rival_cell.threshold_i.next = self.rival_threshold_i.val();
        self.u_rival_cell.weight_i.next = self.rival_weight_i.val();
        for k in 0..self.new_weight.len() {
            self.new_weight[k].next = self.word_i.val().get_bit(k);
            if self.host_i.val() {
                if self.host_class_i.val() == k.to_bits() {
                    self.new_weight[k].next = self.host_weight_i.val();
                }
            } else if self.label_i.val() == k.to_bits() {
                self.new_weight[k].next = self.u_label_cell.weight_o.val();
            } else if self.rival_i.val() == k.to_bits() {
                self.new_weight[k].next = self.u_rival_cell.weight_o.val();
            }
        }
        self.word_o.next = self.new_weight.val();
        self.ltp_o.next = bits(self.u_label_cell.ltp_o.val().into(), 2)
            + bits(self.u_rival_cell.ltp_o.val().into(), 2);
        self.ltd_o.next = bits(self.u_label_cell.ltd_o.val().into(), 2)
            + bits(self.u_rival_cell.ltd_o.val().into(), 2);
        self.switched_o.next = bits(self.u_label_cell.switched_o.val().into(), 2)
            + bits(self.u_rival_cell.switched_o.val().into(), 2);
        self.saturated_o.next = bits(self.u_label_cell.saturated_o.val().into(), 2)
            + bits(self.u_rival_cell.saturated_o.val().into(), 2);
    }
}
