//! **Registers**: what the host sets: schedule codes, threshold, window, margin, dead zone,
//! breakpoints, the rule table; and the sticky error bits.
//!
//! - Reset: the start values of the spec. An error bit stays until reset.
//! - A write of zero to the LFSR is refused and sets its error bit; of zero to the threshold likewise
//!   (a neuron without input would fire, padding lanes too) and sets the host's.
//! - Rules with an acausal gate are kept, but silent rows are not visited yet: only their first letter
//!   acts.

pub mod rtl;
