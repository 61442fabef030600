//! **Score**: the potentials of the compartments of scheme "prototype".
//!
//! - A compartment's membrane starts at minus its bias and integrates 16 times the weight of each
//!   active row of its part: `L = (sum of weights << DRIVE_SHIFT) - bias`, signed,
//!   `likelihood_bits()`. Rows of no part drive nothing. No order of rows changes it.
//! - The soma adds its compartments: `T = sum of L`, signed, `soma_bits()`.
//! - Search of a winner in teaching, for each compartment: `5 L + 3 T - 512 wins`, signed,
//!   `learn_score_bits()`. Search of a class: `7 L + T`, signed, `infer_score_bits()`.
//! - Units: 1/64 of a natural logarithm of a likelihood; while every bias is the sum of `sp` over
//!   its rows, no L is above 0.
//! - Never clipped: the worst case fits.
//! - One row is of one part, so one adder a lane serves all compartments.

pub mod golden;
pub mod rtl;
