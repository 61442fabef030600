//! **Pulse count**: how many hidden cells a slot of the sweep pulses, by sign.
//!
//! - Hold codes: with one input step a row is causal or acausal for all columns alike, so the number of
//!   columns of each sign is known before the sweep; it is counted in TEACH_OUT for both orders and
//!   given out with the first slot of each row.
//! - Pulse codes: the order differs from column to column; the lanes' pulses are summed in the cycle
//!   after their update.
//! - Cleared by the result, before TEACH_OUT.

pub mod rtl;
