//! **Bias step**: what a bias moves by when the cell taught moves, so that it stays the sum of `sp`
//! over the weights of its compartment.
//!
//! - In, S4: the cell's weight before and after, whether it moved and which way, its part (one hot);
//!   or that it was given the start weight of a recruited neuron.
//! - Out, S6: the compartment whose bias moves (one hot, or none), and the change modulo 2^bias_bits:
//!   `dsp[min(w, w')]` up, its negative down; `sp` of the start weight in recruiting.
//! - Memory: the 62 differences of `sp`. Latency 2 cycles, throughput a cell a cycle.

pub mod rtl;
