//! RTL of a cell of the readout that is pulsed.

use crate::blocks::mtj_pair::rtl::MtjPair;
use crate::blocks::synapse::rtl::Synapse;
use crate::hdl::prelude::*;
use crate::spec::{W2_BITS, WORD_BITS};

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
