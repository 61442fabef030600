//! **LIF**: one leaky-integrate-and-fire neuron a column (leak 0 in scheme "modulated").
//!
//! - In: the active rows of an image and the bias row; weights, signed, `W1_BITS` wide. No order of
//!   rows within an input step changes anything.
//! - Hold codes: the drive `I` is the sum of the weights of the rows and of the bias row, which is
//!   always on and added once. Then `NUM_STEPS` times: `V += I; if V >= threshold { count += 1;
//!   V -= threshold }`: at most one spike a step.
//! - Pulse codes: for each of the T input steps `V += I_t`, the sum over the rows of this step and the
//!   bias row; then one such comparison. The drive `I` is the sum of the `I_t`.
//! - `I` is signed, `spec.drive_bits()` wide; `count` is 0 to the number of integration steps
//!   (`COUNT_BITS`); V starts at 0, is signed, `spec.membrane_bits()` wide and never clipped: the
//!   worst case fits. `0 < I < window` is the learning window. A silent neuron (see `mask`) does not
//!   spike and lies in no window. The sign of `I` is told, for the counters.
//! - Out: drive, count, membrane, and of pulse codes the step of the first spike. Units: weight steps.
//! - Hold codes: SETTLE, a cycle between the last row and the first step; then one step a cycle. The
//!   membrane is kept less the threshold but for a spike in the last step: a probe adds it back.
//! - Paper, section III: the LIF neuron; eight integration steps are our choice (measured).

pub mod golden;
pub mod rtl;
