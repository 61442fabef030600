//! **Column pulses**: what a hidden column gets in the sweep, on causal and on acausal rows.
//!
//! - In: its rule {axis, polarity, selector, gates} and amplitude code. Out: for each order whether a
//!   pulse is sent, its direction and its switching threshold; in the same cycle.
//! - Two readers of the switching tables, since the two orders may be of different transitions; the
//!   host reads the first.

pub mod rtl;
