//! **LIF**: one leaky-integrate-and-fire neuron a column (leak 0 in scheme "modulated").
//!
//! - In: the active rows of an image (hold code) and the bias row, which is always on and added
//!   once; weights, signed, `W1_BITS` wide.
//! - Drive `I` = sum of the weights of those rows, signed, `spec.drive_bits()`; no order of rows
//!   changes it.
//! - Then `NUM_STEPS` times: `V += I; if V >= threshold { count += 1; V -= threshold }`: at most one
//!   spike a step, so `count` is 0 to `NUM_STEPS` (`COUNT_BITS`). V starts at 0, is signed,
//!   `spec.membrane_bits()` wide and never clipped: the worst case fits.
//! - Out: drive, count, membrane. Units: weight steps.
//! - Latency: one step a cycle.
//! - Paper, section III: the LIF neuron; eight integration steps are our choice (measured).

pub mod golden;
pub mod rtl;
