//! Runs the Verilog and compares it with the golden model.

pub mod simulator;
