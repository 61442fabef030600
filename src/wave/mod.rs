//! Waveforms: reads what the testbench dumps, and tells it in the words of the algorithm.
//!
//! [`dump`] reads a VCD, [`teller`] finds the [`story`] in it: images, events, spikes, draws, weights;
//! [`steps`] is the VCD that the golden model writes too, without cycles;
//! [`against`] finds the first difference of two dumps; [`viewers`] makes the files that GTKWave and
//! Surfer are started with. Names of signals are those of the testbench and of the blocks' contracts.

pub mod against;
pub mod dump;
mod memory;
pub mod steps;
pub mod story;
mod taps;
pub mod teller;
pub mod viewers;
mod word;
