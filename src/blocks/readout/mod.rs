//! Block `readout`.

pub mod rtl;
