//! **Readout update**: a word of W2 with the label's and the rival's cell pulsed, or one cell written
//! by the host.
//!
//! - Two cells serve ten classes: label and rival are different classes. Combinational.

pub mod rtl;
