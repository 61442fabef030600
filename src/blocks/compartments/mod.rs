//! **Compartments**: the lanes of scheme "prototype", each a neuron with one or four dendrites.
//!
//! - In: the word of W1 (lanes x 6 bits, lane 0 lowest), `acc_i` with the part of its row (one hot,
//!   none for a row of no part), `first_i` (a pass begins: all accumulators start from 0),
//!   `capture_i` (the pass is complete).
//! - Out: the accumulators captured last, lane-major, compartment 0 lowest (signed,
//!   `Prototype::drive_bits`). The next pass or image integrates meanwhile.
//! - One row is of one part, so one adder a lane serves all its compartments. Nothing clips.
//! - Latency: one cycle; throughput: a row a cycle. Reset: none; `first_i` clears.

pub mod rtl;
