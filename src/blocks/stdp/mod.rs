//! Block `stdp`.

pub mod rtl;
