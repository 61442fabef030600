//! **Soma scan**: brings the columns to the search, one a cycle in ascending order, with the scores
//! of their compartments.
//!
//! - Stages: A the controller walks (one hot); B the lane's accumulators; C the column reads the
//!   neuron memory; D the word is there, L = 16 sum - bias; E T = sum of L; F 7 L + T and
//!   5 L + 3 T - 512 wins; G the scores stand with bias, wins and the recruited bit.
//! - The neuron memory has one read port: the host and the update of winners use it between scans.
//! - Deviation from `core.md`: no search most significant bit first in every lane. 20 to 100 lanes
//!   would each need four biases, four wins and adders of 24 bits; here one set of adders serves all
//!   columns at one cycle a column. The result is the same: the argmax is what the first to fire
//!   under a falling threshold is.
//! - Latency 6 cycles from A to G; throughput one column a cycle.

pub mod rtl;
