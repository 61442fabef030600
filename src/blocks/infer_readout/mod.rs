//! **Readout of a core that only infers**: ten sums over the hidden spikes decide the class.
//!
//! - In: a word of W2 for each spike; `O_k` += its weight. Sums: signed, `spec.sum_bits()`, never clipped.
//!   Those of several views of one image add up.
//! - Class = argmax of O, ties to the lowest: a race, the highest bit first. A bit a cycle, classes whose bit
//!   is 0 drop out where another's is 1 (of the signs, the other way round); each sum, added to itself,
//!   shows its next bit. So `spec.sum_bits()` cycles decide, and leave all sums at 0.
//! - Latency: a spike's word is added in the cycle after `visit_i`.

pub mod rtl;
