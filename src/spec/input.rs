//! Input codes: how the rows of an image drive the columns in time, and spikes as words.

use super::NUM_STEPS;
use crate::{Error, Result};

/// Most input steps of an image.
pub const MAX_STEPS: usize = 8;
/// Bits of the row in a spike.
const ROW_BITS: u32 = 12;

/// What drives a column when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputCode {
    /// One input step; its rows and the bias drive in each of [`NUM_STEPS`] integration steps.
    #[default]
    Hold,
    /// Trains of T input steps: a row drives in its own steps, the bias in every step; one
    /// integration step behind each.
    Pulse(Steps),
}

/// Input steps of a pulse code: 2 to [`MAX_STEPS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steps(u8);

impl InputCode {
    /// The code of `steps` input steps: 1 is the hold code.
    ///
    /// # Errors
    /// [`Error::Input`] outside 1 to [`MAX_STEPS`].
    pub fn of_steps(steps: usize) -> Result<Self> {
        match steps {
            1 => Ok(InputCode::Hold),
            2..=MAX_STEPS => Ok(InputCode::Pulse(Steps(steps as u8))),
            _ => Err(Error::Input(format!(
                "`steps = {steps}` is outside 1 to {MAX_STEPS}: give --steps T, 1 for the hold codes"
            ))),
        }
    }

    /// Input steps of an image: T.
    pub fn input_steps(self) -> usize {
        match self {
            InputCode::Hold => 1,
            InputCode::Pulse(Steps(steps)) => steps.into(),
        }
    }

    /// Integration steps of an image, and so the largest spike count.
    pub fn integration_steps(self) -> usize {
        match self {
            InputCode::Hold => NUM_STEPS,
            InputCode::Pulse(Steps(steps)) => steps.into(),
        }
    }
}

/// A spike as a word: `step << 12 | row`, so that spikes in order of words are in order of time,
/// rows ascending within a step. With one input step a spike is its row.
pub fn spike(step: usize, row: u16) -> u16 {
    (step as u16) << ROW_BITS | row
}

/// Row of a spike.
#[inline]
pub fn spike_row(spike: u16) -> usize {
    usize::from(spike & ((1 << ROW_BITS) - 1))
}

/// Input step of a spike.
#[inline]
pub fn spike_step(spike: u16) -> usize {
    usize::from(spike >> ROW_BITS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::MAX_SIDE;

    #[test]
    fn a_spike_holds_every_row_and_step() {
        for (step, row) in [(0, 0), (MAX_STEPS - 1, MAX_SIDE as u16 - 1), (3, 783)] {
            let word = spike(step, row);
            assert_eq!(
                (spike_step(word), spike_row(word)),
                (step, usize::from(row))
            );
        }
        assert_eq!(spike(0, 700), 700);
    }

    #[test]
    fn steps_have_limits() {
        let steps = |t| InputCode::of_steps(t).map(InputCode::input_steps);
        assert_eq!((steps(1).unwrap(), steps(8).unwrap()), (1, 8));
        let text = steps(9).unwrap_err().to_string();
        assert!(text.contains("`steps = 9` is outside 1 to 8"), "{text}");
        assert!(steps(0).is_err());
    }
}
