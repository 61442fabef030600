//! **Teach store**: what the hidden sweep must know of a column: its class {modulator positive,
//! amplitude offset}.
//!
//! - A word of 4 bits a column, written in TEACH_OUT, since the modulator is the one before the readout
//!   is taught; read back when the lanes of a pass are filled. No pass keeps thresholds.
//! - Offset -4: the column does not learn.
//! - One memory, distributed where it is small. Latency of a read: one cycle.

pub mod rtl;
