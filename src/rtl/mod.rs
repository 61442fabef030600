//! Composes the blocks into the top of a core.

mod core;
mod inference;
mod prototype;

pub use core::SpinCore;
pub use inference::InferenceCore;
pub use prototype::PrototypeCore;

use crate::Result;
use crate::hdl::{Module, print};
use crate::spec::{Scheme, Spec};

/// Verilog of the core: one module a file, the top `spin_core` last.
///
/// # Errors
/// A description that breaks a rule of the `hdl` layer.
pub fn modules(spec: &Spec, lfsr_start: u16, tables: &[u16; 64]) -> Result<Vec<Module>> {
    let memories = |second| [("W1_INIT", "\"\""), (second, "\"\"")];
    match &spec.scheme {
        Scheme::Modulated if !spec.learns() => {
            print("spin_core", &memories("W2_INIT"), &InferenceCore::new(spec))
        }
        Scheme::Modulated => {
            let core = SpinCore::new(spec, lfsr_start, tables);
            print("spin_core", &memories("W2_INIT"), &core)
        }
        Scheme::Prototype(sizes) => {
            let core = PrototypeCore::new(spec, sizes, lfsr_start, tables);
            print("spin_core", &memories("NEURON_INIT"), &core)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{Compartments, Layout};

    /// The text of a large array is as short as that of a small one.
    #[test]
    fn prototype_text_does_not_grow_with_the_array() {
        let lines = |rows, columns, lanes| {
            let four = Compartments::Four;
            let spec = Spec::with_prototype(rows, columns, lanes, four, Layout::EDGE12).unwrap();
            let modules = modules(&spec, 1, &[7; 64]).unwrap();
            modules
                .iter()
                .map(|m| m.text.lines().count())
                .sum::<usize>()
        };
        assert!(lines(784, 1000, 100) < lines(12, 20, 7) + 10);
    }
}
