//! One folder a hardware block. `mod.rs` holds the contract, `rtl.rs` the hardware description,
//! and, where a block computes, `golden.rs` plain integers on whole rows. The two share the contract
//! and the spec alone.

pub mod amplitude;
pub mod array;
pub mod best;
pub mod bias_step;
pub mod column_pulses;
pub mod column_scan;
pub mod column_store;
pub mod column_words;
pub mod compartments;
pub mod controller;
pub mod counters;
pub mod draw;
pub mod front;
pub mod hidden_rows;
pub mod host_port;
pub mod issue;
pub mod lane;
pub mod lif;
pub mod mask;
pub mod modulator;
pub mod mtj_pair;
pub mod neuron_memory;
pub mod ones;
pub mod prototype_controller;
pub mod pulse_count;
pub mod readout;
pub mod readout_update;
pub mod registers;
pub mod result;
pub mod row_part;
pub mod row_sweep;
pub mod score;
pub mod soma_scan;
pub mod spike_times;
pub mod stdp;
pub mod step_buffer;
pub mod switching_tables;
pub mod synapse;
pub mod tally;
pub mod teach_cell;
pub mod teach_store;
pub mod teacher;
pub mod train_buffer;
pub mod winner;
