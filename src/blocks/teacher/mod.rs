//! **Teacher**: TEACH_OUT, one hidden column a cycle, in three stages.
//!
//! - D: the column's word of W2; label and rival weights are picked out; a draw where the column
//!   fired. E: modulator, rule, thresholds, random words. F: two cells pulsed and the word written
//!   back where the column fired; rule and thresholds go to the teach store.
//! - The modulator is taken before the word changes.
//! - Paper, section III: a dopamine-like modulator chooses the type (metaplasticity).

pub mod rtl;
