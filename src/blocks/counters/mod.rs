//! **Counters**: 32 bits each, wrapping; see `spec::Counter`.
//!
//! - A *learning event* is one cell pulsed. Those of the hidden sweep come from `pulse_count`. Switches
//!   and saturations of a word are summed over the lanes in the two cycles after its update, and counted
//!   in the next.
//! - Columns by the sign of their drive, and switches of the mask, are summed over the lanes when a pass
//!   is captured, likewise.
//! - What comes is gathered in a few bits a counter, and one adder takes them to a memory, a counter
//!   a cycle in turn. On the way it is in a register for a cycle. A counter is the sum of all, so it is
//!   exact at any time: the host's counter is added up when it is shown, from five cycles behind `host_i`.
//! - All 0 after reset (a counter that has not been written since is not read). Exact for an image
//!   from `image_done` on.

pub mod rtl;
