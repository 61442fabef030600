//! RTL of the junction pair, `reset` mode: the pair is reset, pulsed once, and read.

use crate::hdl::prelude::*;
use crate::spec::WORD_BITS;

/// Combinational: the junction watched switches where the word is below the threshold.
#[derive(LogicBlock)]
pub struct MtjPair {
    /// A pulse is sent.
    pub pulse_i: Signal<In, Bit>,
    /// Random word of the column.
    pub word_i: Sig<In>,
    /// Switching threshold: 65536 times the probability.
    pub threshold_i: Sig<In>,
    /// The junction switched.
    pub switched_o: Signal<Out, Bit>,
}

impl Default for MtjPair {
    fn default() -> Self {
        MtjPair {
            pulse_i: Default::default(),
            word_i: Sig::new(WORD_BITS),
            threshold_i: Sig::new(WORD_BITS),
            switched_o: Default::default(),
        }
    }
}

impl Logic for MtjPair {
    #[hdl_gen]
    fn update(&mut self) {
        self.switched_o.next = self.pulse_i.val() && (self.word_i.val() < self.threshold_i.val());
    }
}
