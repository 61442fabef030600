//! Where the word is in a recording: everything within 20 dB of the loudest frame.

use super::fft::Power;

/// Bins that count: below is hum.
const FIRST_BIN: usize = 3;
/// 20 dB.
const BELOW_LOUDEST: u64 = 100;

/// The frames of the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The first.
    pub first: usize,
    /// Behind the last; above `first`.
    pub end: usize,
}

impl Word {
    /// First to last frame with `100 E >= Emax`, E the sum of bins 3 to 128; all of silence.
    pub fn find(frames: &[Power]) -> Self {
        let energy = |power: &Power| power[FIRST_BIN..].iter().sum::<u64>();
        let loudest = frames.iter().map(energy).max().unwrap_or(0);
        let is_loud = |power: &Power| BELOW_LOUDEST * energy(power) >= loudest;
        let first = frames.iter().position(is_loud).unwrap_or(0);
        let last = frames.iter().rposition(is_loud).unwrap_or(0);
        Word {
            first,
            end: last + 1,
        }
    }

    /// Frames of it: at least one.
    pub fn num_frames(&self) -> usize {
        self.end - self.first
    }
}
