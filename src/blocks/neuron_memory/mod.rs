//! **Neuron memory**: what a neuron of scheme "prototype" keeps beside its weights.
//!
//! - A word a column: for each compartment {bias, wins}, compartment 0 lowest and bias below wins,
//!   and the recruited bit on top (`neuron_word_bits()`).
//! - Bias: unsigned, `bias_bits()`; the sum of `sp` over the weights of the compartment's rows. It is
//!   kept exact: a step between w and w' adds or takes `dsp[min(w, w')]`. Arithmetic is modulo
//!   2^`bias_bits()`, which nobody sees unless a host wrote a bias that is not that sum.
//! - Wins: unsigned, 7 bits, saturating at 127; 1 from recruiting, one more each time the
//!   compartment wins.
//! - Groups: class c has columns c G to c G + G - 1. A class's image recruits the lowest free column
//!   of its group while there is one; a full group recruits no more and goes on learning. A label
//!   beyond the classes teaches nothing.
//! - Recruiting: the weight on every row that has a part becomes `START_WEIGHT` where the row is
//!   active, else its negative; biases follow, wins are 1; nothing is drawn, no pulse is counted.
//!   Cells on rows of no part are never written: they stay 0.
//! - Reset value: not by reset (a memory); at start no column is recruited.

pub mod golden;
pub mod rtl;
