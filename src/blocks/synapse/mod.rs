//! **Synapse**: a weight moves by one on a switch, up with potentiation, down with depression.
//!
//! - Two's complement, symmetric: -(2^(w-1) - 1) to 2^(w-1) - 1; at the limit it stays, and says so.
//! - Paper, section III: `dW = +1, -1, 0`.

pub mod rtl;
