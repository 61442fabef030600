//! **Lane**: a neuron, and the synapse cell that serves the row in turn.
//!
//! - In: the weight read, the commands, the random word's parts, the column's rule entry {axis,
//!   polarity, selector, gates} and threshold, `causal_i` (dt >= 0). Out: the weight one cycle later.
//! - First cycle: word, rule and threshold decide about the switch. Second: the weight moves.

pub mod rtl;
