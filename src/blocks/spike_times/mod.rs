//! **Spike times**, of pulse codes alone: the input step in which each column fired first.
//!
//! - Watches the lanes behind each integration step; T where a column never fired, as if it did after
//!   the last step.
//! - One pass: registers alone. More: a memory of one word a pass behind them, written with `capture_i`
//!   and read in the cycle before it is used.

pub mod rtl;
