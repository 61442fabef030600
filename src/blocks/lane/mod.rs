//! Block `lane`.

pub mod rtl;
