//! **Readout**: ten sums over the hidden spikes decide the class, and learn by the error.
//!
//! - In: spike counts (0 to 8), readout weights (`W2_BITS`, signed), label.
//! - `O_k` += sum over columns of count x weight: signed, `spec.sum_bits()`, never clipped. Sums of
//!   several views of one image add up until a decision clears them.
//! - Class = argmax of O, ties to the lowest. Rival r = argmax over the classes other than the label
//!   y, ties to the lowest. Nothing is learned, and nothing drawn, where `O_y - O_r >= margin`.
//! - Teaching visits each column with count > 0, ascending: one draw; lane y gets a pulse by rule
//!   *label*, lane r by rule *rival*, both at code `R + ((count - 1) >> 1)`, with word_y and word_r
//!   of the same draw (lane = class).
//! - Latency: one visited column a cycle, four cycles to the sum. Multiplication by a count is
//!   shift-and-add, an adder a stage. The decision stands two cycles behind its last class, whether the
//!   margin is met three.

pub mod golden;
pub mod rtl;
