//! **Readout cell**: the one cell through which W2 is taught, label and rival one after the other, and
//! written by the host.
//!
//! - First cycle: the weight (of the class chosen), the random word, the pulse: the junction switches
//!   where `word < threshold`. Second: the weight moves by one and stays at plus or minus the limit.
//! - Carry chains and host write as in `synapse_cell`.

pub mod rtl;
