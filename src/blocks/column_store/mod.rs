//! **Column store**: what of an image survives of a column: {in learning window, spike count}.
//!
//! - `capture_i` takes the lanes' results as those of pass `pass_i`.
//! - One pass: registers. More: a memory of one word a pass; in view is that of the pass at `pass_i` in
//!   the cycle before.

pub mod rtl;
