//! **Lane of a core that only infers**: a neuron's drive and its spikes, in one sum.
//!
//! - The neuron is that of `lif`, hold codes. Its spike count over 8 steps is `floor(8 I / threshold)`, at
//!   least 0 and at most 8: below the threshold the membrane loses it whenever it is reached, at or above
//!   it each step fires. So the count is how often an eighth of the threshold fits into the drive.
//! - ACC adds a weight to the sum; each of 8 STEPs subtracts an eighth of the threshold, and while the sum
//!   stays at or above 0 the count becomes the number of the step. Where the threshold is no multiple of
//!   8, the sum is the drive shifted up (`spec.sum_shift()`).
//! - The threshold is built in. Sum: signed, `spec.step_sum_bits()`, never clipped. Membrane (which the
//!   testbench compares): `8 I - count x threshold`.
//! - The last STEP clears the sum, `clear_i` the count.

pub mod rtl;
