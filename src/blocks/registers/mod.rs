//! **Registers**: what the host sets: schedule codes, threshold, window, margin, dead zone,
//! breakpoints, the rule table; and the sticky error bits.
//!
//! - Reset: the start values of the spec. An error bit stays until reset.
//! - A write of zero to the LFSR is refused and sets its error bit.

pub mod rtl;
