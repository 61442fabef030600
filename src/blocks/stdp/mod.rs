//! **STDP**: what a pair of spikes does to a synapse, by the rule of its column.
//!
//! - In: a rule {amplitude offset, axis, polarity, selector, causal gate, acausal gate}, the order of
//!   the pair, an amplitude code.
//! - Order: `dt` = first spike step of the column - first step of the row, in input steps. `dt >= 0`
//!   is causal (first letter of the type). `dt < 0`, and a row silent in the image, is acausal (second
//!   letter). A column that never fired counts as firing after the last step; the bias row's first
//!   step is 0. So with one input step every row with a spike is causal, every silent row acausal.
//! - Out: a pulse {none, P, D} and its threshold. The offset is added to the code; a closed gate or a
//!   code below 0 is no pulse; codes clip at 15. Axis X: polarity + is P, - is D, for both orders. Axis
//!   Y: order and selector turn it round. P looks up the transition AP to P of the selected junction,
//!   D looks up P to AP.
//! - Silent rows are visited in the hidden sweep where a column of this image has a type (modulator
//!   outside the dead zone, drive in the learning window) whose second letter is not 0, even where
//!   its amplitude code is below 0; then all rows are visited, ascending, the bias last, one draw
//!   each. The readout's entries have no second letter: a neuron without a spike is not visited.
//! - A column's amplitude is one of five codes (A-3 to A+1), so both thresholds, causal and acausal,
//!   are looked up once an image and held through the sweep.
//! - Paper, section III: nine types, `dW = f_local * LTP/LTD`.

pub mod golden;
pub mod rtl;
