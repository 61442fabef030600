//! Block `readout_cell`.

pub mod rtl;
