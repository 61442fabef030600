//! **Winner**: the best compartment of a group of columns, and the class of the best sum.
//!
//! - In: the scores of a group's columns and which of them take part: in teaching all neurons of the
//!   label's group, in inference the recruited ones of each class.
//! - Out: the column of the highest score, ties to the lowest column; none where nobody takes part.
//! - As spikes: a threshold falls from above every score, and the first column to reach it fires; of
//!   several in the same step the lowest fires. The search keeps the best of the columns that the
//!   soma scan brings, one a cycle; `sim/formal` proves it equal to that ramp.
//! - The class: highest sum over compartments, ties to the lowest class; classes without a
//!   recruited neuron take no part. Where there is none at all: class 0 and the flag `blank`.
//! - State: position in the scan, the best so far (reset: the first column), sums of views.
//! - Latency: winners a cycle behind the last column, the class three; throughput a column a cycle.

pub mod golden;
pub mod rtl;
