//! **Counters**: 32 bits each, wrapping; see `spec::Counter`.
//!
//! - A *learning event* is one cell pulsed. Pulses of the hidden sweep are counted by row: the number
//!   of columns of each sign is known before the sweep. Switches and saturations of a word are summed
//!   over the lanes in the cycle after its update, and added in the next.
//! - All 0 after reset. Exact for an image from `image_done` on.

pub mod rtl;
