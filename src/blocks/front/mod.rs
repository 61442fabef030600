//! Block `front`.

pub mod rtl;
