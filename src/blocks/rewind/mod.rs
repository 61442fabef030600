//! **Rewind**, of cores with several passes alone: the hidden sweep goes pass by pass, and every pass
//! must see the draws of the first.
//!
//! - `mark_i` keeps the LFSR's state before the first pass; `rewind_i` loads it again before each
//!   further one. The draws of a row are counted in the first pass, made again in the others, and the
//!   LFSR ends where the first pass left it.
//! - The host's load goes through here.

pub mod rtl;
