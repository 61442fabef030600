//! Block `draw`.

pub mod rtl;
