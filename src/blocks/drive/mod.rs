//! **Drive**: what the rows of an image make of a neuron, and where it lies.
//!
//! - In: the weight of a row, signed, `W1_BITS` wide, to add; or an operand to compare the drive with,
//!   unsigned, `WORD_BITS` wide.
//! - Out: the drive, signed, `spec.drive_bits()` wide; the drive less the operand; after the steps
//!   whether `0 < drive < window` (never for a silent neuron), and its sign for the counters.
//! - Part of the neuron: its contract and golden model are those of `lif`.

pub mod rtl;
