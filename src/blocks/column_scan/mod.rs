//! **Column scan**: brings hidden columns to the readout, one a cycle.
//!
//! - Two orders: the lanes that fired, lowest first (readout), or all lanes from 0 (TEACH_OUT).
//! - Four stages: A choose a lane (one hot), B its column number, count and window flag, C the
//!   column reads W2, D the word is there. Throughput: a column a cycle; the host has B for itself.
//! - A walk begins a cycle before A.
//! - `left` holds the lanes still to visit; 0 after reset. Where none is left, taking visits none;
//!   `empty_o` tells it a cycle late.

pub mod rtl;
