//! **Lane**: a neuron, and the synapse cell that serves the row in turn.
//!
//! - In: the weight read, the commands, the random word's parts; of the row whether it spiked and its
//!   first step; of the column its first spike step, its rule {axis, polarity, selector, gates} and
//!   both thresholds. Out: the weight one cycle later.
//! - First cycle: the order of the spikes (dt >= 0 is causal, a silent row is not), rule, threshold
//!   and word decide about the switch. Second: the weight moves.

pub mod rtl;
