//! Runs the Verilog and compares it with the golden model.

pub mod diagnose;
pub mod recorder;
pub mod session;
pub mod simulator;
pub mod stimulus;
