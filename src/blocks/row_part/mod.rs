//! **Row part**: the compartment that a row belongs to.
//!
//! - In: a row (unsigned, `row_bits()`). Out, two cycles later: its part, one hot (`num_compartments`
//!   bits); no bit for a row of none.
//! - How: parts come in runs of equal length (`Prototype::runs`), so the number of run edges at or
//!   below the row finds the entry of a table of at most 64 runs: the text does not grow with rows.
//! - Reset: none needed. Throughput: one row a cycle.

pub mod rtl;
