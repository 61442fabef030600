//! Block `teach_store`.

pub mod rtl;
