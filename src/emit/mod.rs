//! Pure writers: a description in, text out.

pub mod digest;
pub mod memory_image;
pub mod package;
pub mod testbench;
