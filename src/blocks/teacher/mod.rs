//! Block `teacher`.

pub mod rtl;
