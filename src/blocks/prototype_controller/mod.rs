//! **Controller** of scheme "prototype": scan, result, sweep, update.
//!
//! - IDLE until a pass is launched; ARM until the lanes have kept it; SCAN its columns, one a cycle;
//!   after the last pass SCAN_DRAIN, RESULT (waits for the result register). An image to be learned
//!   goes on: SWEEP all rows, one a cycle; SWEEP_DRAIN; UPDATE the neuron words of the winners, one
//!   after the other, four cycles each (a recruited neuron: one word). Then done.
//! - A view ends after SCAN_DRAIN; the sums of its classes wait for the next.
//! - Cycles: see `spec::timing`.

pub mod rtl;
