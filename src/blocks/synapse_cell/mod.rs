//! **Synapse cell**: the teaching half of a lane, which serves the cells of its column in turn.
//!
//! - The column's pulse stays in registers through a sweep: for causal rows, and on a core of all types
//!   for acausal ones, a switching threshold (16 bits, 0 where there is no pulse), whether a pulse is
//!   sent, and its direction. `load_i` shifts one in: the acausal one first, the causal one last.
//! - First cycle: the order of the spikes (dt >= 0 is causal, a silent row is not) picks the side; the
//!   random word is `rotated ^ M`; the junction switches where `word < threshold`. Second: the weight
//!   moves by one, up (P) or down (D), and stays at plus or minus the limit.
//! - The comparison is the sign of `threshold - word - 1`, the step is `weight - change`: the register
//!   feeds the carry chain, and all else of a bit fits the table in front of it.
//! - The host writes through the same subtraction: its lane reads all ones, `-1 - !data = data`.
//! - State: pulses, weight; a teaching row and its word pass in two cycles, one row a cycle.

pub mod rtl;
