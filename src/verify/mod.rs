//! Runs the Verilog and compares it with the golden model.

pub mod bench;
pub mod diagnose;
pub mod parts;
pub mod recorder;
pub mod scenario;
pub mod session;
pub mod simulator;
pub mod stimulus;
