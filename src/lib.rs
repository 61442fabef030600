//! `spinloom`: a generator of neuromorphic cores whose synapses behave as SOT-MTJ pairs.
//!
//! Data flows one way: `config -> device -> spec -> blocks { golden | rtl } -> emit -> verify -> report`.

pub mod emit;
pub mod error;
pub mod spec;

pub use error::{Error, Result};
