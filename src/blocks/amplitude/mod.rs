//! **Amplitude**: the amplitude code of the cell that scheme "prototype" teaches on a row.
//!
//! - In: the cell's weight (signed, `WEIGHT_BITS`), whether its row was active, and the offset of
//!   the compartment that won.
//! - Out: `clip(0..15, CODE_ACTIVE - (w >> 2) + offset)` for an active row,
//!   `clip(0..15, CODE_SILENT + (w >> 2) + offset)` for a silent one; `>>` is arithmetic. Never "no
//!   pulse".
//! - Offset: `2 - min(2, floor(log2 wins) >> 1)`, of the wins counter already incremented: 2 for 1 to
//!   3 wins, 1 for 4 to 15, 0 from 16 on.
//! - Why: with the junction's sigmoid the two pulses balance where the weight is the log-odds of its
//!   input, so a neuron becomes a naive-Bayes template; the offset makes young neurons learn fast.
//! - Combinational.

pub mod golden;
pub mod rtl;
