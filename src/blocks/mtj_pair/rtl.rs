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
    /// Junction watched: 1 right.
    pub selector_i: Signal<In, Bit>,
    /// State after.
    pub pair_o: Sig<Out>,
    /// Junctions that changed {right, left}.
    pub switched_o: Sig<Out>,
    /// The junction watched went to P: dW > 0.
    pub up_o: Signal<Out, Bit>,
    /// The junction watched went to AP: dW < 0.
    pub down_o: Signal<Out, Bit>,
    right_word: Sig<Local>,
    left_hit: Signal<Local, Bit>,
    right_hit: Signal<Local, Bit>,
    after: Sig<Local>,
    changed: Sig<Local>,
    watched: Sig<Local>,
    selector: Sig<Local>,
}

impl Default for PersistentPair {
    fn default() -> Self {
        PersistentPair {
            pair_i: Sig::new(2),
            pulse_i: Default::default(),
            to_p_i: Sig::new(2),
            word_i: Sig::new(WORD_BITS),
            left_threshold_i: Sig::new(WORD_BITS),
            right_threshold_i: Sig::new(WORD_BITS),
            selector_i: Default::default(),
            pair_o: Sig::new(2),
            switched_o: Sig::new(2),
            up_o: Default::default(),
            down_o: Default::default(),
            right_word: Sig::new(WORD_BITS),
            left_hit: Default::default(),
            right_hit: Default::default(),
            after: Sig::new(2),
            changed: Sig::new(2),
            watched: Sig::new(2),
            selector: Sig::new(2),
        }
    }
}

impl Logic for PersistentPair {
    #[hdl_gen]
    fn update(&mut self) {
        self.right_word.next = !((self.word_i.val() << 8) | (self.word_i.val() >> 8));
        self.left_hit.next =
            self.pulse_i.val() && (self.word_i.val() < self.left_threshold_i.val());
        self.right_hit.next =
            self.pulse_i.val() && (self.right_word.val() < self.right_threshold_i.val());
        self.selector.next = 1.into();
        if self.selector_i.val() {
            self.selector.next = 2.into();
        }
        self.after.next = self.pair_i.val();
        if self.left_hit.val() {
            self.after.next = (self.pair_i.val() & 2) | (self.to_p_i.val() & 1);
        }
        if self.right_hit.val() {
            self.after.next = (self.after.val() & 1) | (self.to_p_i.val() & 2);
        }
        self.changed.next = self.after.val() ^ self.pair_i.val();
        self.watched.next = self.changed.val() & self.selector.val();
        self.pair_o.next = self.after.val();
        self.switched_o.next = self.changed.val();
        self.up_o.next = (self.watched.val() & self.after.val()).any();
        self.down_o.next = (self.watched.val() & self.pair_i.val()).any();
    }
}
