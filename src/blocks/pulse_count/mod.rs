//! **Pulse count**: how many hidden cells a slot of the sweep pulses, by sign.
//!
//! - Hold codes: with one input step a row is causal or acausal for all columns alike, so the number of
//!   columns of each sign in a pass is known before its sweep; it is counted while the lanes are filled,
//!   for both orders, and given out with each row.
//! - Pulse codes: the order differs from column to column; the lanes' pulses are summed in the
//!   two cycles after their update.
//! - Cleared before the lanes of a pass are filled.

pub mod rtl;
