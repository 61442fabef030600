//! **Ones**: how many lanes a flag is set for.
//!
//! - In: a flag a lane. Out: their number, a cycle later: sums of [`rtl::GROUP`] lanes stand in registers.
//! - Plain sums: Yosys compresses them to one and a quarter tables a lane (an adder behind each `if`
//!   costs three times as much).

pub mod rtl;
