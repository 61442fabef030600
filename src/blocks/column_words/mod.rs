//! Block `column_words`.

pub mod rtl;
