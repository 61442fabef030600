//! Which STDP types a core can do.

use super::{InputCode, Spec};
use crate::{Error, Result};

/// Letters of the types that the hidden columns of scheme "modulated" have hardware for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Types {
    /// The first letter alone: P0, D0, 00. A lane holds one threshold, no silent row is visited, and
    /// a rule with the acausal gate open is refused.
    Causal,
    /// Both letters: all nine.
    All,
}

impl Types {
    /// Every choice with its name.
    pub const NAMES: &[(&str, Types)] = &[("causal", Types::Causal), ("all", Types::All)];

    /// Those of a core that asks for nothing else: trains order spikes, so they have both letters.
    pub fn of_code(code: InputCode) -> Self {
        match code {
            InputCode::Hold => Types::Causal,
            InputCode::Pulse(_) => Types::All,
        }
    }

    /// Thresholds of a column: of causal rows, and of acausal ones.
    pub fn num_sides(self) -> usize {
        match self {
            Types::Causal => 1,
            Types::All => 2,
        }
    }

    /// As printed.
    pub fn name(self) -> &'static str {
        match self {
            Types::Causal => "causal",
            Types::All => "all",
        }
    }
}

impl Spec {
    /// Thresholds that a lane holds through a pass of the hidden sweep.
    pub fn thresholds_a_lane(&self) -> usize {
        self.types.num_sides() * self.junctions_a_cell()
    }

    /// The core has hardware for a rule: its second letter is 0, or all types are there.
    pub fn has_letters(&self, acausal_gate: bool) -> bool {
        !acausal_gate || self.types == Types::All || self.prototype().is_some()
    }

    /// The same core for other STDP types.
    ///
    /// # Errors
    /// [`Error::Input`] in scheme "prototype", whose one rule has both letters.
    pub fn with_types(mut self, types: Types) -> Result<Self> {
        if self.prototype().is_some() {
            return Err(Error::Input(format!(
                "`types = {}` is of scheme \"modulated\" alone: give --preset fast",
                types.name()
            )));
        }
        self.types = types;
        Ok(self)
    }
}
