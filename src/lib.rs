//! `spinloom`: a generator of neuromorphic cores whose synapses behave as SOT-MTJ pairs.
//!
//! Data flows one way: `config -> device -> spec -> blocks { golden | rtl } -> emit -> verify -> report`.

pub mod blocks;
pub mod cli;
pub mod config;
pub mod data;
pub mod device;
pub mod emit;
pub mod encoder;
pub mod error;
pub mod files;
pub mod floors;
pub mod golden;
pub mod hdl;
pub mod random;
pub mod report;
pub mod rtl;
pub mod spec;
pub mod synth;
pub mod tool;
pub mod verify;
pub mod wave;

pub use error::{Error, Result};
