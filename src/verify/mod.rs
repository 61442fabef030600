//! Runs the Verilog and compares it with the golden model.
//!
//! [`job::Job`] does it all: a [`parts::Source`] of actions is played through the golden core
//! ([`session`]), which writes what the testbench plays and expects ([`stimulus`]); simulators run
//! it ([`mod@bench`], [`simulator`]); a mismatch becomes a sentence ([`diagnose`]).

pub mod bench;
pub mod by_host;
pub mod diagnose;
pub mod job;
pub mod moment;
pub mod parts;
pub mod presentations;
pub mod recorder;
pub mod restore;
pub mod scenario;
pub mod session;
pub mod simulator;
pub mod stimulus;
pub mod tally;
pub mod vectors;

pub use job::{Job, Progress, Report};
