//! **Column words**: from the LFSR state to the random words of a pass.
//!
//! - Column c sees `rotl16(s, c & 15) ^ M[c >> 4]`, `M[g] = g * 0x9E37 mod 2^16`, c = pass x lanes +
//!   lane. The state is rotated once for the pass's first column; a lane then takes a fixed slice,
//!   and one of two neighbouring masks.
//! - The readout's words are those of its columns, the classes: `rotl16(s, class)`, in place of lane
//!   0, so that one rotation serves both arrays.
//! - State: the first column of the pass (low 4 bits) and its mask, stepped from pass to pass, so
//!   that no lane needs a multiplier. Outputs stand in registers: those of a state, and of a
//!   pass or class named in the cycle before, come one cycle later.

pub mod rtl;
