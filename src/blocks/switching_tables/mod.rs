//! **Switching tables**: pulse amplitude to switching threshold, for each junction and transition.
//!
//! - 64 words of 16 bits, address {junction, transition, code}: junction 0 left, 1 right; transition
//!   0 AP to P, 1 P to AP; code 0 to 15. A word is 65536 times the switching probability.
//! - In: a code, whether the pulse potentiates, and the junction. Out: the threshold, in the same
//!   cycle. One port: readout cells and hidden columns are looked up one after the other; the host
//!   has it between images.
//! - State: distributed RAM, start values from the device; written by the host, kept over a reset.
//! - Paper, section II: four sigmoid curves, 15 amplitudes; code 15 is one step of extrapolation.

pub mod rtl;
