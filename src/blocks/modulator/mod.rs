//! Block `modulator`.

pub mod rtl;
