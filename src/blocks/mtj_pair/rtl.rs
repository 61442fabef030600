//! RTL of the junction pair in both modes.

use crate::hdl::prelude::*;
use crate::spec::{NUM_JUNCTIONS, WORD_BITS};

/// Combinational, `reset` mode (the pair is reset, pulsed once, and read): the junction watched switches where the word is below the threshold.
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

/// Combinational: a persistent pair {right, left}, 1 for P, and a pulse on both junctions.
#[derive(LogicBlock)]
pub struct PersistentPair {
    /// State before.
    pub pair_i: Sig<In>,
    /// A pulse is sent.
    pub pulse_i: Signal<In, Bit>,
    /// Directions {right, left}: 1 towards P.
    pub to_p_i: Sig<In>,
    /// Random word of the column.
    pub word_i: Sig<In>,
    /// Switching threshold of the left junction.
    pub left_threshold_i: Sig<In>,
    /// Switching threshold of the right junction.
    pub right_threshold_i: Sig<In>,
    /// State after.
    pub pair_o: Sig<Out>,
    /// Junctions that changed {right, left}.
    pub switched_o: Sig<Out>,
    right_word: Sig<Local>,
    left_rest: Sig<Local>,
    right_rest: Sig<Local>,
    unused: Signal<Local, Bit>,
    after: Sig<Local>,
}

impl Default for PersistentPair {
    fn default() -> Self {
        PersistentPair {
            pair_i: Sig::new(NUM_JUNCTIONS),
            pulse_i: Default::default(),
            to_p_i: Sig::new(NUM_JUNCTIONS),
            word_i: Sig::new(WORD_BITS),
            left_threshold_i: Sig::new(WORD_BITS),
            right_threshold_i: Sig::new(WORD_BITS),
            pair_o: Sig::new(NUM_JUNCTIONS),
            switched_o: Sig::new(NUM_JUNCTIONS),
            right_word: Sig::new(WORD_BITS),
            left_rest: Sig::new(WORD_BITS + 2),
            right_rest: Sig::new(WORD_BITS + 2),
            unused: Default::default(),
            after: Sig::new(NUM_JUNCTIONS),
        }
    }
}

impl Logic for PersistentPair {
    #[hdl_gen]
    fn update(&mut self) {
        self.right_word.next = !((self.word_i.val() << 8) | (self.word_i.val() >> 8));
        // threshold - word - 1 is negative where a junction stays (see `synapse_cell`)
        self.left_rest.next =
            (bits(self.left_threshold_i.val(), 18) << 1) - ((bits(self.word_i.val(), 18) << 1) | 1);
        self.right_rest.next = (bits(self.right_threshold_i.val(), 18) << 1)
            - ((bits(self.right_word.val(), 18) << 1) | 1);
        self.unused.next = self.left_rest.val().xor() ^ self.right_rest.val().xor();
        self.after.next = self.pair_i.val();
        if self.pulse_i.val() && !self.left_rest.val().get_bit(17).any() {
            self.after.next = (self.pair_i.val() & 2) | (self.to_p_i.val() & 1);
        }
        if self.pulse_i.val() && !self.right_rest.val().get_bit(17).any() {
            self.after.next = (self.after.val() & 1) | (self.to_p_i.val() & 2);
        }
        self.pair_o.next = self.after.val();
        self.switched_o.next = self.after.val() ^ self.pair_i.val();
    }
}
