//! One folder a hardware block. `mod.rs` holds the contract, `golden.rs` plain integers on whole
//! rows; `rtl.rs` the hardware description. The two share the contract and the spec alone.

pub mod amplitude;
pub mod array;
pub mod column_scan;
pub mod column_store;
pub mod column_words;
pub mod controller;
pub mod counters;
pub mod draw;
pub mod front;
pub mod host_port;
pub mod issue;
pub mod lane;
pub mod lif;
pub mod modulator;
pub mod mtj_pair;
pub mod neuron_memory;
pub mod readout;
pub mod readout_update;
pub mod registers;
pub mod result;
pub mod score;
pub mod stdp;
pub mod switching_tables;
pub mod synapse;
pub mod teach_store;
pub mod teacher;
pub mod train_buffer;
pub mod winner;
