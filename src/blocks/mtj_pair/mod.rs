//! Block `mtj_pair`.

pub mod rtl;
