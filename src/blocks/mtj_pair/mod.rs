//! **MTJ pair**: the synapse. One pulse switches the watched junction by chance, and a switch moves
//! the weight by one step.
//!
//! - In, for each column: the column's random word (16 bits), the threshold of the pulse (16 bits, 0:
//!   never), and the direction of the pulse (none, P, D).
//! - A switch happens where `word < threshold`; then the weight goes up (P) or down (D) by 1 and
//!   saturates at plus or minus the limit (63 for W1, 127 for W2): `|w' - w| <= 1`.
//! - Out: the weight; for the counters, whether it switched, and whether the switch found the weight
//!   at its limit.
//! - A column without a pulse keeps its weight. Padding columns are never pulsed.
//! - `persistent` mode (hidden array of scheme "modulated", chosen at generation): the cell is the pair
//!   itself, {right, left}, 1 for P; weight +S where left alone is in P, -S where right alone is, else
//!   0. Axis X sends both junctions the same way, axis Y the right one the other way; each switches
//!   where its own word is below its own threshold (table of junction and transition). The left word is
//!   the column's, the right one the same rotated by 8 and inverted, so that a row still costs one
//!   draw. A pulse towards the state that a junction has changes nothing. `dW` of the watched junction:
//!   up where it went to P, down where it went to AP. A switch is a junction that changed; nothing
//!   saturates.
//! - Latency: combinational in the lane's update stage.
//! - Paper, section II and Fig. 2c: probability by amplitude. `reset` mode: the pair is reset before
//!   each pulse, its switching steps a multi-bit counter in memory.

pub mod golden;
pub mod rtl;
