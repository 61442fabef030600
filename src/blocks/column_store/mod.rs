//! Block `column_store`.

pub mod rtl;
