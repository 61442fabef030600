//! `spinloom`: a generator of neuromorphic cores whose synapses behave as SOT-MTJ pairs.
//!
//! Data flows one way: `config -> device -> spec -> blocks { golden | rtl } -> emit -> verify -> report`.

pub mod cli;
pub mod config;
pub mod error;
pub mod files;
pub mod spec;
pub mod verify;

pub use error::{Error, Result};
