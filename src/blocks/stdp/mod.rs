//! **STDP**: what a pair of spikes does to a synapse, by the rule of its column.
//!
//! - In: a rule {axis, polarity, selector, causal gate, acausal gate}, the order of the pair
//!   (`dt >= 0` causal, else acausal), an amplitude code.
//! - Out: a pulse {none, P, D} and its threshold. A closed gate or a code below 0 is no pulse; codes
//!   clip at 15. Axis X: polarity + is P, - is D, for both orders. Axis Y: order and selector turn
//!   it round. P looks up the transition AP to P of the selected junction, D looks up P to AP.
//! - `dt` = first spike step of the column minus first step of the row. At one input step every
//!   visited row is causal; silent rows are not visited, so second letters other than 0 wait.
//! - A column's amplitude is one of five codes (A-3 to A+1), so ten thresholds are looked up once an
//!   image and held through the sweep.
//! - Paper, section III: nine types, `dW = f_local * LTP/LTD`.

pub mod golden;
pub mod rtl;
