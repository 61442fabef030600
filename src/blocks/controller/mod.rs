//! Block `controller`.

pub mod rtl;
