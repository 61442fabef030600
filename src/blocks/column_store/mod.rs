//! **Column store**: what of an image survives of a column: {in learning window, spike count}.
//!
//! - `capture_i` takes the lanes' results as those of pass `pass_i`; `recall_i` brings a pass back,
//!   its number presented one cycle earlier.
//! - One pass: registers alone. More: a memory of one word a pass behind them.

pub mod rtl;
