//! **Pair cell**: the teaching half of a lane whose cells are persistent pairs (see `mtj_pair`).
//!
//! - As in `synapse_cell` the column's pulse stays in registers through a sweep, here for both junctions:
//!   threshold (16 bits, 0 where no pulse is sent) and direction, shifted in right junction first; on a
//!   core of all types the two of acausal rows before those of causal ones. `pulse_i` comes with the
//!   junction watched, so that a pulse is counted once.
//! - First cycle: the order of the spikes picks the side, both junctions switch or not, each by its own
//!   word. Second: the pair is written back. The host's cell takes the host's two bits instead.
//! - A switch is a junction that changed: up to two a cell.

pub mod rtl;
