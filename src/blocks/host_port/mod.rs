//! Block `host_port`.

pub mod rtl;
