//! Block `array`.

pub mod rtl;
