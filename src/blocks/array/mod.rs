//! **Array**: the lanes side by side, and the host's view of one of them.
//!
//! - Commands NOP, ACC, STEP, RMW reach all lanes at once, in S3; data are packed, lane 0 lowest. The word
//!   that leaves W1 in S2 stands in a register in S3, and so does what the neurons compare with.
//! - In: the word of W1 that was read (lanes x 7 bits, of persistent pairs x 2), the draw's words, pulses
//!   for single lanes, the first spike steps of row and columns. Out: the word to write back
//!   one cycle after RMW, spike counts, fired and learning-window flags, pulsed, switched and saturated
//!   flags.
//! - The host reads the cell of one lane, in S4, or replaces it in the word on its way back.
//! - Columns = lanes x passes; lanes past the last column are never pulsed.

pub mod rtl;
