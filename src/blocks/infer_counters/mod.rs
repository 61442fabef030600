//! **Counters of a core that only infers**: images, events, hidden spikes; 32 bits each, wrapping.
//!
//! - All 0 after reset. Exact for an image from `image_done` on.

pub mod rtl;
