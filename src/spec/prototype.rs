//! Sizes of scheme "prototype": class groups of neurons, each with one or four compartments.
//!
//! Widths hold the worst case, whatever a host has written; only weights and wins saturate.

use super::layout::Layout;
use super::runs;
use super::{Learning, NUM_CLASSES, signed_bits};
use crate::{Error, Result};

/// Bits of a weight: symmetric, -31 to 31.
pub const WEIGHT_BITS: usize = 6;
/// Largest weight.
pub const WEIGHT_MAX: i16 = (1 << (WEIGHT_BITS - 1)) - 1;
/// Bits of a wins counter.
pub const WINS_BITS: usize = 7;
/// Where a wins counter stays.
pub const WINS_MAX: u8 = (1 << WINS_BITS) - 1;
/// What recruiting gives the active rows; the silent ones get the negative.
pub const START_WEIGHT: i16 = 8;
/// A likelihood is `(sum of weights << DRIVE_SHIFT) - bias`.
pub const DRIVE_SHIFT: u32 = 4;
/// Search of the winner: weight of the compartment's own likelihood, ...
pub const LEARN_OWN: i32 = 5;
/// ... of the soma's, ...
pub const LEARN_SOMA: i32 = 3;
/// ... and what a win costs.
pub const CONSCIENCE: i32 = 1 << CONSCIENCE_SHIFT;
/// The same as a shift.
pub const CONSCIENCE_SHIFT: u32 = 9;
/// Search of the class: weight of the compartment's own likelihood, ...
pub const INFER_OWN: i32 = 7;
/// ... and of the soma's.
pub const INFER_SOMA: i32 = 1;
/// Amplitude code of an active row at weight 0, a compartment that won often.
pub const CODE_ACTIVE: i32 = 7;
/// The same of a silent row.
pub const CODE_SILENT: i32 = 8;
/// The weight moves the code by `weight >> CODE_SHIFT`.
pub const CODE_SHIFT: u32 = 2;
/// What is added to the code while a compartment has won fewer than 4 times; 1 below 16.
pub const MAX_OFFSET: i32 = 2;
/// Entries of `sp`: weights -31 to 31.
pub const SP_ENTRIES: usize = 2 * WEIGHT_MAX as usize + 1;
/// Largest entry of `sp` that widths allow for.
pub const SP_MAX: u16 = 4095;
/// Issue slots between the last row of a pass and its end: the replay of the next is prepared meanwhile.
pub const NUM_SLOTS: usize = 3;

/// Compartments (dendrites) of a neuron.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compartments {
    /// The plain neuron.
    One = 1,
    /// One for each quadrant of the image.
    #[default]
    Four = 4,
}

/// What a core of scheme "prototype" has beside rows, columns and lanes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prototype {
    compartments: Compartments,
    /// Compartment of each row; a row of none is drawn for in teaching, but drives nothing and is
    /// never written.
    parts: Vec<Option<u8>>,
    /// `sp` of weights -31 to 31.
    sp: Vec<u16>,
}

impl Prototype {
    /// Parts by the quadrants of the code's windows, pooled where the array has fewer rows than the
    /// code. An array too small for 2x2 windows has quarters of its rows in their place. With one
    /// compartment every window's row is of part 0.
    pub fn new(rows: usize, compartments: Compartments, layout: Layout) -> Self {
        let layout = layout.fit(rows);
        let quadrant = |row| {
            if layout.side < 2 {
                Some((row / rows.div_ceil(4).max(1)) as u8)
            } else {
                layout.quadrant(row)
            }
        };
        let part = |row| match compartments {
            Compartments::One => quadrant(row).map(|_| 0),
            Compartments::Four => quadrant(row),
        };
        Prototype {
            compartments,
            parts: (0..rows).map(part).collect(),
            sp: softplus(),
        }
    }

    /// Other parts of rows.
    ///
    /// # Errors
    /// [`Error::Input`] where there are not as many as rows, one is no compartment, or they change
    /// too often.
    pub fn with_parts(mut self, parts: Vec<Option<u8>>) -> Result<Self> {
        let limit = self.num_compartments();
        if parts.len() != self.parts.len() {
            return Err(Error::Input(format!(
                "the part table has {} entries for {} rows: give one a row",
                parts.len(),
                self.parts.len()
            )));
        }
        if let Some(part) = parts.iter().flatten().find(|&&p| usize::from(p) >= limit) {
            return Err(Error::Input(format!(
                "part {part} is none of the {limit} compartments: give 0 to {}",
                limit - 1
            )));
        }
        runs::check(&parts)?;
        self.parts = parts;
        Ok(self)
    }

    /// Another table `sp`, of weights -31 to 31.
    ///
    /// # Errors
    /// [`Error::Input`] where it has not an entry for every weight, falls, or exceeds [`SP_MAX`].
    pub fn with_sp(mut self, sp: &[u16]) -> Result<Self> {
        if sp.len() != SP_ENTRIES {
            return Err(Error::Input(format!(
                "`learning.sp` has {} entries, but weights are -{WEIGHT_MAX} to {WEIGHT_MAX}: give {SP_ENTRIES}",
                sp.len()
            )));
        }
        if !sp.is_sorted() {
            return Err(Error::Input(
                "`learning.sp` falls: give entries that rise with the weight".into(),
            ));
        }
        if let Some(entry) = sp.iter().find(|&&entry| entry > SP_MAX) {
            return Err(Error::Input(format!(
                "`learning.sp`: {entry} exceeds {SP_MAX}: scale the table down"
            )));
        }
        self.sp = sp.to_vec();
        Ok(self)
    }

    /// Compartments of a neuron: 1 or 4.
    pub fn num_compartments(&self) -> usize {
        self.compartments as usize
    }

    /// The same as the choice it is.
    pub fn compartments(&self) -> Compartments {
        self.compartments
    }

    /// Compartment of each row.
    pub fn parts(&self) -> &[Option<u8>] {
        &self.parts
    }

    /// Rows of a run, and the part of each run: all runs are of one length, and the last goes on to
    /// the last row.
    pub fn runs(&self) -> (usize, Vec<Option<u8>>) {
        runs::runs(&self.parts)
    }

    /// `sp` of a weight, which must be in range.
    #[inline]
    pub fn sp(&self, weight: i16) -> u16 {
        self.sp[(weight + WEIGHT_MAX) as usize]
    }

    /// `sp` of weights -31 to 31.
    pub fn sp_table(&self) -> &[u16] {
        &self.sp
    }

    /// The 62 differences `sp[w + 1] - sp[w]`, at index `w + 31`: what a step between `w` and
    /// `w + 1` moves the bias by.
    pub fn dsp_table(&self) -> Vec<u16> {
        self.sp.windows(2).map(|pair| pair[1] - pair[0]).collect()
    }

    /// Bits of an entry of [`Self::dsp_table`], unsigned.
    pub fn dsp_bits(&self) -> usize {
        let most = self.dsp_table().into_iter().max().unwrap_or(0);
        unsigned_bits(u64::from(most))
    }

    /// Bits of an entry of `sp`, unsigned.
    pub fn sp_bits(&self) -> usize {
        unsigned_bits(u64::from(self.sp[SP_ENTRIES - 1]))
    }

    /// Rows of the largest part.
    fn part_rows(&self) -> u64 {
        let of = |part| self.parts.iter().filter(|&&p| p == Some(part)).count() as u64;
        let parts = 0..self.num_compartments() as u8;
        parts.map(of).max().unwrap_or(0)
    }

    /// Bits of a part number.
    pub fn part_bits(&self) -> usize {
        super::index_bits(self.num_compartments())
    }

    /// Bits of the sum of weights of a compartment's active rows, signed.
    pub fn drive_bits(&self) -> usize {
        signed_bits(self.part_rows() * WEIGHT_MAX as u64)
    }

    /// Bits of a bias, unsigned: the largest `sp` on every row of a part.
    pub fn bias_bits(&self) -> usize {
        unsigned_bits(self.part_rows() * u64::from(self.sp[SP_ENTRIES - 1]))
    }

    /// Bits of a word of the neuron memory: compartments x {bias, wins}, compartment 0 lowest and
    /// bias below wins, and the recruited bit on top.
    pub fn neuron_word_bits(&self) -> usize {
        self.num_compartments() * (self.bias_bits() + WINS_BITS) + 1
    }

    /// Largest size of a likelihood, whatever the bias holds.
    fn likelihood_reach(&self) -> u64 {
        let drive = (self.part_rows() * WEIGHT_MAX as u64) << DRIVE_SHIFT;
        drive + (1u64 << self.bias_bits()) - 1
    }

    fn soma_reach(&self) -> u64 {
        self.num_compartments() as u64 * self.likelihood_reach()
    }

    /// Bits of a compartment's likelihood L, signed.
    pub fn likelihood_bits(&self) -> usize {
        signed_bits(self.likelihood_reach())
    }

    /// Bits of the soma's likelihood T, the sum over compartments, signed.
    pub fn soma_bits(&self) -> usize {
        signed_bits(self.soma_reach())
    }

    /// Bits of the score that a winner is searched by, 5 L + 3 T - 512 wins, signed.
    pub fn learn_score_bits(&self) -> usize {
        let own = LEARN_OWN as u64 * self.likelihood_reach();
        let soma = LEARN_SOMA as u64 * self.soma_reach();
        signed_bits(own + soma + CONSCIENCE as u64 * u64::from(WINS_MAX))
    }

    fn infer_reach(&self) -> u64 {
        INFER_OWN as u64 * self.likelihood_reach() + INFER_SOMA as u64 * self.soma_reach()
    }

    /// Bits of the score that a class is searched by, 7 L + T, signed.
    pub fn infer_score_bits(&self) -> usize {
        signed_bits(self.infer_reach())
    }

    /// Bits of a class's sum S over its compartments, for up to [`Learning::MAX_VIEWS`] views, signed.
    pub fn class_sum_bits(&self) -> usize {
        signed_bits((self.num_compartments() * Learning::MAX_VIEWS) as u64 * self.infer_reach())
    }
}

/// Neurons of a class.
pub(super) fn group(columns: usize) -> usize {
    columns / NUM_CLASSES
}

/// Checks that every class has the same number of columns.
pub(super) fn check_columns(rows: usize, columns: usize) -> Result<()> {
    if columns.is_multiple_of(NUM_CLASSES) {
        return Ok(());
    }
    let below = (columns - columns % NUM_CLASSES).max(NUM_CLASSES);
    Err(Error::Input(format!(
        "`array.columns = {columns}` is no multiple of the {NUM_CLASSES} classes: give --array {rows}x{below}"
    )))
}

/// `round(64 ln(1 + e^(w/4)))`: the bias that makes a weight of w the log-odds of its input.
fn softplus() -> Vec<u16> {
    let entry = |w: i16| (64.0 * (f64::from(w) / 4.0).exp().ln_1p()).round() as u16;
    (-WEIGHT_MAX..=WEIGHT_MAX).map(entry).collect()
}

/// Bits of an unsigned number up to `most`: at least 1.
fn unsigned_bits(most: u64) -> usize {
    (u64::BITS - most.leading_zeros()).max(1) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: usize, compartments: Compartments) -> Prototype {
        Prototype::new(rows, compartments, Layout::EDGE12)
    }

    #[test]
    fn sp_is_the_printed_formula() {
        let four = of(784, Compartments::Four);
        assert_eq!(four.sp_table().len(), 63);
        assert_eq!((four.sp(-31), four.sp(0), four.sp(31)), (0, 44, 496));
        let differences = four.dsp_table();
        assert_eq!((differences.len(), four.dsp_bits()), (62, 5));
        assert_eq!(differences.iter().max(), Some(&16));
    }

    #[test]
    fn quadrants_of_edge12() {
        let four = of(784, Compartments::Four);
        let part = |row: usize| four.parts()[row];
        assert_eq!((part(0), part(47), part(48)), (Some(0), Some(0), Some(1)));
        assert_eq!(
            (part(383), part(384), part(767)),
            (Some(1), Some(2), Some(3))
        );
        assert!(four.parts()[768..].iter().all(Option::is_none));
        let count = |p| four.parts().iter().filter(|&&q| q == Some(p)).count();
        assert_eq!([0, 1, 2, 3].map(count), [192; 4]);
        let small = of(8, Compartments::Four);
        let quarters = [0, 0, 1, 1, 2, 2, 3, 3].map(Some);
        assert_eq!(small.parts(), quarters);
        // 2x2 windows and two rows of none
        let pooled = of(50, Compartments::Four);
        let part = |row: usize| pooled.parts()[row];
        assert_eq!([0, 12, 24, 36].map(part), [0, 1, 2, 3].map(Some));
        assert_eq!((part(47), part(48)), (Some(3), None));
    }

    #[test]
    fn widths_hold_the_worst_case() {
        let four = of(784, Compartments::Four);
        assert_eq!((four.drive_bits(), four.bias_bits()), (14, 17));
        assert_eq!(four.neuron_word_bits(), 4 * 24 + 1);
        assert_eq!((four.likelihood_bits(), four.soma_bits()), (19, 21));
        assert!(four.learn_score_bits() <= 32 && four.class_sum_bits() <= 32);
        let one = of(784, Compartments::One);
        assert_eq!(one.bias_bits(), 19);
        // the largest of all fits the model's 32 bits for a view
        let large = of(4096, Compartments::One).with_sp(&[SP_MAX; 63]).unwrap();
        assert!(large.learn_score_bits() <= 32);
    }

    #[test]
    fn tables_that_do_not_fit_are_refused() {
        let text = |sp: &[u16]| {
            let four = of(784, Compartments::Four);
            four.with_sp(sp).unwrap_err().to_string()
        };
        assert!(text(&[0; 32]).contains("32 entries, but weights are -31 to 31: give 63"));
        let mut falling = vec![5; 63];
        falling[62] = 4;
        assert!(text(&falling).contains("falls"));
        assert!(text(&[4096; 63]).contains("4096 exceeds 4095"));
        let parts = |parts: Vec<Option<u8>>| {
            let one = of(2, Compartments::One);
            one.with_parts(parts).unwrap_err().to_string()
        };
        assert!(parts(vec![None]).contains("1 entries for 2 rows"));
        assert!(parts(vec![None, Some(1)]).contains("part 1"));
    }
}
