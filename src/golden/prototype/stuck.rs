//! Robustness: cells that hold a value whatever is written.

use super::Prototype;
use crate::random::Stream;
use crate::spec::prototype::WEIGHT_MAX;

/// Stream of the seed that says which cells are stuck, and at what.
const STREAM: u64 = 3;
/// Mark of a cell that works; no weight.
const WORKS: i8 = i8::MIN;

/// Stuck cells, by their places in the array.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StuckCells {
    percent: u8,
    values: Vec<i8>,
}

impl StuckCells {
    /// Percent of the cells that are stuck.
    pub fn percent(&self) -> u8 {
        self.percent
    }

    /// What a cell holds when `wanted` is written.
    #[inline]
    pub fn held(&self, index: usize, wanted: i16) -> i16 {
        match self.values[index] {
            WORKS => wanted,
            value => i16::from(value),
        }
    }
}

impl Prototype {
    /// Lets `percent` of the cells be stuck at random values from now on. Drawn from stream 3 of the
    /// seed, row-major: `below(100) < percent`, then the value, -31 to 31. Biases are of what the
    /// cells hold: a write is read back.
    pub fn stick(&mut self, percent: u8, seed: u64) {
        if percent == 0 {
            return;
        }
        let mut stream = Stream::numbered(seed, STREAM);
        let mut values = vec![WORKS; self.weights.len()];
        for row in values.chunks_exact_mut(self.stride()) {
            for value in &mut row[..self.spec.columns] {
                if stream.below(100) < u32::from(percent) {
                    *value = stream.symmetric(WEIGHT_MAX) as i8;
                }
            }
        }
        let stuck = StuckCells { percent, values };
        for (index, weight) in self.weights.iter_mut().enumerate() {
            *weight = stuck.held(index, *weight);
        }
        self.stuck = Some(stuck);
    }
}
