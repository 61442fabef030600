//! Composes the blocks into the top of a core.

mod core;
mod prototype;

pub use core::SpinCore;
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

    #[test]
    fn zz_print() {
        for (r, c, l, q) in [
            (784, 100, 100, Compartments::Four),
            (12, 20, 7, Compartments::Four),
            (9, 10, 10, Compartments::One),
        ] {
            let spec = Spec::with_prototype(r, c, l, q, Layout::EDGE12).unwrap();
            let dir = format!("/tmp/pr_{r}_{c}_{l}");
            std::fs::create_dir_all(&dir).unwrap();
            for m in modules(&spec, 1, &[7; 64]).unwrap() {
                std::fs::write(format!("{dir}/{}.v", m.name), m.text).unwrap();
            }
        }
    }
}
