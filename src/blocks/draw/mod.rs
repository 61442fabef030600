//! **Draw**: the one source of randomness of a core.
//!
//! A 16-bit Galois LFSR, `s = (s >> 1) ^ (s & 1 ? 0xB400 : 0)`, never zero. One *draw* is sixteen
//! such steps: advance first, then use the new state. Column `c` sees the word
//! `rotl16(s, c & 15) ^ M[c >> 4]` with `M[g] = (g * 0x9E37) mod 2^16`; a junction switches where
//! `word < threshold`.
//!
//! - State: 16 bits, start value from the seed; runs on from image to image, saved with the weights.
//! - One draw for each row visited in teaching, shared by all passes and lanes of that row, so that
//!   the number of lanes changes no result. Inference draws nothing.
//! - Hardware: one XOR matrix, one cycle.
//! - Errors: a write of zero is refused by the host port.
//! - Paper, section III: stochastic switching; an LFSR in its place is our choice.

pub mod golden;
pub mod rtl;
