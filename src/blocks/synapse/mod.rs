//! Block `synapse`.

pub mod rtl;
