//! The cells, each with vectors and its golden model.

mod decision;
mod junction;
mod neuron;
mod pairs;
mod prototype;
mod random;
pub mod table;
mod taught;
mod winner;

pub use decision::{class_sum, modulator, pulse_lookup};
pub use junction::{mtj_pair, persistent_pair, readout_cell, stdp, synapse};
pub use neuron::{lif, pulse_lif, train_buffer};
pub use pairs::pair_cell;
pub use prototype::{amplitude, best, bias_step, compartments, row_part, score};
pub use random::{column_words, draw};
pub use winner::winner;

fn unsigned(value: i32, bits: usize) -> u128 {
    value as u128 & ((1 << bits) - 1)
}

fn signed(value: u128, bits: usize) -> i32 {
    ((value as i32) << (32 - bits)) >> (32 - bits)
}
