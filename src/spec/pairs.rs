//! Cells that are the pair itself.

use super::{Learning, ScheduleStage, Spec};
use crate::{Error, Result};

/// What a cell of the synapse array keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pairs {
    /// A weight in memory; the pair is reset before each pulse.
    #[default]
    Reset,
    /// The pair itself, 2 bits: weight [`PAIR_WEIGHT`] where the left junction alone is in P, minus
    /// that where the right one alone is, else 0 (hidden array of scheme "modulated").
    Persistent,
}

/// Junctions of a pair, left and right: its bits in `persistent` mode, the left one lowest, 1 for P.
pub const NUM_JUNCTIONS: usize = 2;
/// Weight of a pair in `persistent` mode: S.
pub const PAIR_WEIGHT: i16 = 32;

impl Spec {
    /// The same core, whose hidden array is of persistent pairs, with the registers that suit them.
    ///
    /// # Errors
    /// [`Error::Input`] in scheme "prototype".
    pub fn with_persistent_pairs(mut self) -> Result<Self> {
        if self.prototype().is_some() {
            return Err(Error::Input(
                "persistent pairs are of scheme \"modulated\" alone: give --preset persistent"
                    .into(),
            ));
        }
        self.pairs = Pairs::Persistent;
        self.rules = self.pairs.reset_rules();
        let first = Learning::PERSISTENT_SCHEDULE[0];
        self.learning.code_hidden = first.hidden;
        self.learning.code_readout = first.readout;
        Ok(self)
    }

    /// Junctions of a cell that a pulse can switch: the one watched, or both.
    pub fn junctions_a_cell(&self) -> usize {
        match self.pairs {
            Pairs::Reset => 1,
            Pairs::Persistent => NUM_JUNCTIONS,
        }
    }

    /// Amplitudes over a training run.
    pub fn schedule(&self) -> &'static [ScheduleStage; Learning::NUM_STAGES] {
        match self.pairs {
            Pairs::Reset => &Learning::SCHEDULE,
            Pairs::Persistent => &Learning::PERSISTENT_SCHEDULE,
        }
    }
}
