//! What a core is called.

use super::{Compartments, InputCode, Pairs, Plasticity, Spec, Types, W1_BITS};

impl Spec {
    /// What names begin with: nothing in scheme "modulated"; a compartment alone is named.
    pub fn scheme_prefix(&self) -> &'static str {
        match self.prototype().map(|sizes| sizes.compartments()) {
            None if self.pairs == Pairs::Persistent => "persistent_",
            None => "",
            Some(Compartments::Four) => "prototype_",
            Some(Compartments::One) => "prototype_q1_",
        }
    }

    /// Name of the folder under `rtl_out/`, `sim/` and `constraints/`.
    pub fn default_name(&self) -> String {
        let scheme = match self.plasticity {
            Plasticity::Learning => self.scheme_prefix(),
            Plasticity::Inference => "inference_",
        };
        let steps = match self.code {
            InputCode::Hold => String::new(),
            InputCode::Pulse(_) => format!("_t{}", self.input_steps()),
        };
        let mask = if self.mask { "_mask" } else { "" };
        let types = match self.types == Types::of_code(self.code) {
            true => String::new(),
            false => format!("_{}", self.types.name()),
        };
        let weights = match self.weight_bits {
            W1_BITS => String::new(),
            bits => format!("_w{bits}"),
        };
        format!(
            "spin_{scheme}{}x{}_l{}{weights}{steps}{mask}{types}",
            self.rows, self.columns, self.lanes
        )
    }
}
