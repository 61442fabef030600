//! Robustness: cells that differ from each other. Each has its own switching curves, and some hold
//! one value whatever is written. Of the golden model alone.
//!
//! A cell's curves have centre and slope of their own: `logit P' = (1 + s g) logit P + c h + m k`, where
//! P is the nominal probability; g and h are normal deviates of the cell, common to its four curves (a
//! junction that is larger switches later, either way), k is one of each curve; s, c and m are the
//! standard deviations. The factor is at least 0.1; a threshold of 0 stays 0. Drawn from stream 4 of
//! the seed, array by array in the order of storage: h, g, then k of the four curves in the order of
//! the host map, all of them whatever the deviations. Which cells are stuck: stream 3, likewise,
//! `below(1000) < share`, then the value.

use crate::device::SwitchingTables;
use crate::random::{NORMAL_UNIT, Stream};
use crate::spec::{NUM_CODES, Variation, WORD_BITS};
use crate::{Error, Result};
use std::sync::Arc;

/// Stream of the seed that says which cells are stuck, and at what.
const STUCK_STREAM: u64 = 3;
/// Stream of the seed that gives the curves.
const CURVE_STREAM: u64 = 4;
/// Mark of a cell that works; no weight.
const WORKS: i8 = i8::MIN;
/// Least factor of a slope.
const LEAST_FACTOR: f64 = 0.1;
/// Thresholds of a cell.
const NUM_WORDS: usize = SwitchingTables::NUM_WORDS;
/// Most cells that may have curves of their own: half a gigabyte of thresholds.
const MAX_CELLS: usize = 1 << 22;

/// The cells of one array, by their places in it. A clone shares them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    /// Thresholds of each cell in the order of the host map; none: the nominal ones.
    thresholds: Option<Arc<[[u16; NUM_WORDS]]>>,
    /// What a stuck cell holds; none: all work.
    stuck: Option<Arc<[i8]>>,
}

impl Cells {
    /// Threshold of a cell at a place of the tables, where `nominal` is that of all.
    #[inline]
    pub fn threshold(&self, index: usize, place: usize, nominal: u16) -> u16 {
        match &self.thresholds {
            None => nominal,
            Some(thresholds) => thresholds[index][place % NUM_WORDS],
        }
    }

    /// What a cell holds when `wanted` is written.
    #[inline]
    pub fn held(&self, index: usize, wanted: i16) -> i16 {
        match self.stuck.as_ref().map(|stuck| stuck[index]) {
            None | Some(WORKS) => wanted,
            Some(value) => i16::from(value),
        }
    }

    /// Puts stuck cells back; `weights` begin at cell `first`.
    pub fn hold(&self, first: usize, weights: &mut [i16]) {
        if let Some(stuck) = &self.stuck {
            for (weight, &value) in weights.iter_mut().zip(&stuck[first..]) {
                if value != WORKS {
                    *weight = i16::from(value);
                }
            }
        }
    }
}

/// Draws the cells of a network, array by array.
pub struct Source {
    variation: Variation,
    stuck: Stream,
    curves: Stream,
    nominal: [u16; NUM_WORDS],
    /// Logits of the nominal thresholds.
    logits: [f64; NUM_WORDS],
}

impl Source {
    /// Cells around the nominal tables.
    pub fn new(variation: Variation, seed: u64, tables: &SwitchingTables) -> Self {
        let nominal = tables.to_words();
        let one = f64::from(1u32 << WORD_BITS);
        Source {
            variation,
            stuck: Stream::numbered(seed, STUCK_STREAM),
            curves: Stream::numbered(seed, CURVE_STREAM),
            nominal,
            logits: nominal.map(|word| {
                let p = f64::from(word) / one;
                (p / (1.0 - p)).ln()
            }),
        }
    }

    /// The cells of the next array: `rows` of `columns` cells that lie `stride` apart, weights up to
    /// `limit`.
    ///
    /// # Errors
    /// [`Error::Input`] where there are too many cells to have their own curves.
    pub fn array(
        &mut self,
        rows: usize,
        columns: usize,
        stride: usize,
        limit: i16,
    ) -> Result<Cells> {
        let count = rows * stride;
        let mut cells = Cells {
            thresholds: None,
            stuck: None,
        };
        if self.variation.stuck_milli > 0 {
            let mut values = vec![WORKS; count];
            for row in values.chunks_exact_mut(stride) {
                for value in &mut row[..columns] {
                    if self.stuck.below(1000) < self.variation.stuck_milli {
                        *value = self.stuck.symmetric(limit) as i8;
                    }
                }
            }
            cells.stuck = Some(values.into());
        }
        if self.variation.has_curves() {
            if count > MAX_CELLS {
                return Err(Error::Input(format!(
                    "`train.variation = {}` needs a table for each of {count} cells, more than {MAX_CELLS}: give a smaller --array",
                    self.variation
                )));
            }
            let mut thresholds = vec![self.nominal; count];
            for row in thresholds.chunks_exact_mut(stride) {
                row[..columns].iter_mut().for_each(|cell| self.vary(cell));
            }
            cells.thresholds = Some(thresholds.into());
        }
        Ok(cells)
    }

    fn vary(&mut self, cell: &mut [u16; NUM_WORDS]) {
        let sigma = |milli: u32| f64::from(milli) / 1000.0;
        let (centre, slope, mismatch) = (
            sigma(self.variation.centre_milli),
            sigma(self.variation.slope_milli),
            sigma(self.variation.mismatch_milli),
        );
        let mut deviate = || f64::from(self.curves.normal()) / f64::from(NORMAL_UNIT);
        let common = centre * deviate();
        let factor = (1.0 + slope * deviate()).max(LEAST_FACTOR);
        let curves = cell.as_chunks_mut::<NUM_CODES>().0.iter_mut();
        for (words, logits) in curves.zip(self.logits.as_chunks::<NUM_CODES>().0) {
            let shift = common + mismatch * deviate();
            for (word, logit) in words.iter_mut().zip(logits) {
                let probability = 1.0 / (1.0 + (-(factor * logit + shift)).exp());
                if *word > 0 {
                    *word = crate::device::curve::threshold_word(probability);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Cells {
        let variation = Variation::parse(text).unwrap();
        let mut source = Source::new(variation, 7, &SwitchingTables::default());
        source.array(40, 20, 32, 31).unwrap()
    }

    #[test]
    fn without_a_spread_curves_are_nominal() {
        let words = SwitchingTables::default().to_words();
        let few = cells("stuck=0.5");
        assert!((0..64).all(|place| few.threshold(3, place, words[place]) == words[place]));
        assert_eq!(cells("centre=1").held(5, 17), 17);
    }

    /// The logits of the cells have the spread asked for.
    #[test]
    fn spreads_are_those_asked_for() {
        let moments = |text: &str, place: usize| {
            let cells = cells(text);
            let of_row = |row: usize| (0..20).map(move |column| 32 * row + column);
            let logits: Vec<f64> = (0..40)
                .flat_map(of_row)
                .map(|index| {
                    let p = f64::from(cells.threshold(index, place, 0)) / 65536.0;
                    (p / (1.0 - p)).ln()
                })
                .collect();
            let mean = logits.iter().sum::<f64>() / 800.0;
            let variance = logits.iter().map(|l| (l - mean).powi(2)).sum::<f64>() / 800.0;
            (mean, variance.sqrt())
        };
        for place in [8, 24, 40, 56] {
            let (mean, sigma) = moments("mismatch=1", place);
            assert!(
                (mean - 0.5).abs() < 0.15 && (sigma - 1.0).abs() < 0.1,
                "{mean} {sigma}"
            );
            let (mean, sigma) = moments("centre=1", place);
            assert!(
                (mean - 0.5).abs() < 0.15 && (sigma - 1.0).abs() < 0.1,
                "{mean} {sigma}"
            );
            // code 10 lies 2.5 logit above the centre
            let (mean, sigma) = moments("slope=0.2", place + 2);
            assert!(
                (mean - 2.5).abs() < 0.1 && (sigma - 0.5).abs() < 0.06,
                "{mean} {sigma}"
            );
        }
    }

    #[test]
    fn the_curves_of_a_cell_move_together_but_for_the_mismatch() {
        let of = |text: &str| -> Vec<u16> {
            let cells = cells(text);
            (0..4)
                .map(|curve| cells.threshold(9, 16 * curve + 7, 0))
                .collect()
        };
        let together = of("centre=1,slope=0.5");
        assert!(together.iter().all(|&word| word == together[0]) && together[0] != 24743);
        let apart = of("mismatch=1");
        assert!((1..4).all(|curve| apart[curve] != apart[0]), "{apart:?}");
    }

    #[test]
    fn stuck_cells_hold() {
        let cells = cells("stuck=0.25");
        let mut weights = [99; 32 * 40];
        cells.hold(0, &mut weights);
        let stuck = weights.iter().filter(|&&w| w != 99).count();
        assert!((150..250).contains(&stuck), "{stuck} of 800");
        assert!(weights.iter().all(|&w| w == 99 || w.abs() <= 31));
        assert!((0..weights.len()).all(|index| cells.held(index, 99) == weights[index]));
    }

    #[test]
    fn too_many_cells() {
        let variation = Variation::parse("centre=1").unwrap();
        let mut source = Source::new(variation, 7, &SwitchingTables::default());
        let error = source.array(4097, 4096, 4096, 63).unwrap_err().to_string();
        assert!(
            error.contains("`train.variation = centre=1`") && error.contains("--array"),
            "{error}"
        );
    }
}
