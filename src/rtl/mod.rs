//! Composes the blocks into the top of a core.

mod core;

pub use core::SpinCore;

use crate::Result;
use crate::hdl::{Module, print};
use crate::spec::Spec;

/// Verilog of the core: one module a file, the top `spin_core` last.
///
/// # Errors
/// A description that breaks a rule of the `hdl` layer.
pub fn modules(spec: &Spec, lfsr_start: u16, tables: &[u16; 64]) -> Result<Vec<Module>> {
    let parameters = [("W1_INIT", "\"\""), ("W2_INIT", "\"\"")];
    print(
        "spin_core",
        &parameters,
        &SpinCore::new(spec, lfsr_start, tables),
    )
}
