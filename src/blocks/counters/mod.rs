//! **Counters**: 32 bits each, wrapping; see `spec::Counter`.
//!
//! - A *learning event* is one cell pulsed. Those of the hidden sweep come from `pulse_count`. Switches
//!   and saturations of a word are summed over the lanes in the cycle after its update, and added in
//!   the next.
//! - All 0 after reset. Exact for an image from `image_done` on.

pub mod rtl;
