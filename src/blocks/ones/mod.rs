//! **Ones**: how many lanes a flag is set for.
//!
//! - In: a flag a lane. Out: their number, in the same cycle.
//! - A plain sum: Yosys compresses it to one and a quarter tables a lane (an adder behind each `if`
//!   costs three times as much).

pub mod rtl;
