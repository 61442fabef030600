//! **Lane**: a neuron (`lif`), and the cell that teaches its synapses (`synapse_cell`).
//!
//! - Both see the weight read; the one adds it, the other writes it back, updated, one cycle later.

pub mod rtl;
