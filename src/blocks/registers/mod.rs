//! **Registers**: what the host sets: schedule codes, threshold, window, margin, dead zone,
//! breakpoints, the rule table; and the sticky error bits.
//!
//! - Reset: the start values of the spec. An error bit stays until reset.
//! - A write of zero to the LFSR is refused and sets its error bit; of zero to the threshold likewise
//!   (a neuron without input would fire, padding lanes too) and sets the host's.
//! - A core of causal types has no register for the acausal gate of a rule; the host port refuses it.

pub mod rtl;
