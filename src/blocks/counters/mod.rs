//! Block `counters`.

pub mod rtl;
