//! **Readout of a core that only infers**: ten sums over the hidden spikes decide the class.
//!
//! - In: a word of W2 for each spike; `O_k` += its weight. Sums: signed, `spec.sum_bits()`, never clipped.
//!   Those of several views of one image add up until a result clears them.
//! - Class = argmax of O, ties to the lowest. Latency: a spike's word is added in the cycle after `visit_i`.

pub mod rtl;
