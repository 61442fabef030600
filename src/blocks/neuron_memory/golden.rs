//! Plain integers for [`super`], on rows of columns.

use crate::spec::prototype::WINS_MAX;
use std::ops::Range;

/// Biases, wins and recruited bits of all columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeuronMemory {
    stride: usize,
    bias_mask: i32,
    /// A run of `stride` columns a compartment.
    biases: Vec<i32>,
    wins: Vec<u8>,
    recruited: Vec<bool>,
}

impl NeuronMemory {
    /// Nobody recruited; rows of `stride` columns.
    pub fn new(stride: usize, num_compartments: usize, bias_bits: usize) -> Self {
        NeuronMemory {
            stride,
            bias_mask: ((1i64 << bias_bits) - 1) as i32,
            biases: vec![0; num_compartments * stride],
            wins: vec![0; num_compartments * stride],
            recruited: vec![false; stride],
        }
    }

    /// Biases of a compartment, by column.
    pub fn biases(&self, compartment: usize) -> &[i32] {
        &self.biases[compartment * self.stride..][..self.stride]
    }

    /// Wins of a compartment, by column.
    pub fn wins(&self, compartment: usize) -> &[u8] {
        &self.wins[compartment * self.stride..][..self.stride]
    }

    /// Which columns are recruited.
    pub fn recruited(&self) -> &[bool] {
        &self.recruited
    }

    /// Writes a compartment's bias and wins.
    pub fn set(&mut self, column: usize, compartment: usize, bias: u32, wins: u8) {
        let index = compartment * self.stride + column;
        self.biases[index] = bias as i32 & self.bias_mask;
        self.wins[index] = wins.min(WINS_MAX);
    }

    /// Writes the recruited bit.
    pub fn set_recruited(&mut self, column: usize, recruited: bool) {
        self.recruited[column] = recruited;
    }

    /// The lowest free column of a group.
    pub fn free(&self, group: Range<usize>) -> Option<usize> {
        group.into_iter().find(|&column| !self.recruited[column])
    }

    /// One win more; the wins after it.
    pub fn win(&mut self, column: usize, compartment: usize) -> u8 {
        let wins = &mut self.wins[compartment * self.stride + column];
        *wins = (*wins + 1).min(WINS_MAX);
        *wins
    }

    /// Moves a bias.
    pub fn add_bias(&mut self, column: usize, compartment: usize, change: i32) {
        let bias = &mut self.biases[compartment * self.stride + column];
        *bias = bias.wrapping_add(change) & self.bias_mask;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wins_stay_at_their_limit() {
        let mut memory = NeuronMemory::new(16, 4, 17);
        memory.set(3, 2, 100, 126);
        assert_eq!((memory.win(3, 2), memory.win(3, 2)), (127, 127));
        assert_eq!((memory.wins(2)[3], memory.biases(2)[3]), (127, 100));
        assert_eq!(memory.wins(1)[3], 0);
    }

    #[test]
    fn a_bias_wraps_at_its_width() {
        let mut memory = NeuronMemory::new(16, 1, 5);
        memory.set(0, 0, 30, 1);
        memory.add_bias(0, 0, 3);
        assert_eq!(memory.biases(0)[0], 1);
        memory.add_bias(0, 0, -2);
        assert_eq!(memory.biases(0)[0], 31);
    }

    #[test]
    fn the_lowest_free_column_is_next() {
        let mut memory = NeuronMemory::new(16, 1, 5);
        memory.set_recruited(2, true);
        assert_eq!(memory.free(2..4), Some(3));
        memory.set_recruited(3, true);
        assert_eq!(memory.free(2..4), None);
        assert_eq!(memory.free(4..6), Some(4));
    }
}
