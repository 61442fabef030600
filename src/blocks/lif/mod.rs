//! Block `lif`.

pub mod rtl;
