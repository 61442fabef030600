//! One folder a hardware block: its contract, its RTL, its tests.

pub mod array;
pub mod column_scan;
pub mod column_store;
pub mod controller;
pub mod counters;
pub mod draw;
pub mod front;
pub mod host_port;
pub mod lane;
pub mod lif;
pub mod modulator;
pub mod mtj_pair;
pub mod readout;
pub mod readout_cell;
pub mod stdp;
pub mod synapse;
pub mod teach_store;
pub mod teacher;
pub mod train_buffer;
