//! One folder a hardware block. `mod.rs` holds the contract, `golden.rs` plain integers on whole
//! rows; the hardware description stands beside it and shares the contract and the spec alone.

pub mod draw;
pub mod lif;
pub mod modulator;
pub mod mtj_pair;
pub mod readout;
pub mod stdp;
