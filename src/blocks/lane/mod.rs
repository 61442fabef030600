//! **Lane**: a neuron (`lif`), and the cell that teaches its synapses (`synapse_cell`, or `pair_cell`
//! where each is a persistent pair).
//!
//! - Both see the cell read; the one adds its weight, the other writes it back, updated, one cycle later.

pub mod rtl;
