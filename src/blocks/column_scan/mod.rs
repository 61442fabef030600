//! Block `column_scan`.

pub mod rtl;
