//! Switching curves: probability of a switch by amplitude code, as 16-bit thresholds.

use super::{Direction, Junction};
use crate::spec::{NUM_CODES, Spec, WORD_BITS};

/// Codes 0 to 14 are amplitudes of the paper's sweep, to -3.94 V; code 15 is extrapolated.
pub const NUM_MEASURED_CODES: usize = 15;
/// Code at which half of the pulses switch (assumed: the middle of the sweep with code 15).
pub const CENTRE_CODE: f64 = 7.5;
/// Slope of the sigmoid, 1/code (assumed).
pub const SLOPE_PER_CODE: f64 = 1.0;

/// Thresholds of one junction and one transition, by amplitude code.
pub type SwitchingTable = [u16; NUM_CODES];

/// Threshold of a switching probability.
pub fn threshold_word(probability: f64) -> u16 {
    // the cast saturates: certainty is 65535/65536
    (f64::from(1u32 << WORD_BITS) * probability).round() as u16
}

/// `round(65536 sigma(slope (code - centre)))`: a switch happens where a random 16-bit word is
/// below it.
pub fn sigmoid_table(centre: f64, slope: f64) -> SwitchingTable {
    let probability = |code| 1.0 / (1.0 + (-slope * (code as f64 - centre)).exp());
    std::array::from_fn(|code| threshold_word(probability(code)))
}

/// The four tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwitchingTables {
    /// `[left, right][AP to P, P to AP]`.
    tables: [[SwitchingTable; 2]; 2],
}

impl Default for SwitchingTables {
    /// The assumed sigmoid for all four.
    fn default() -> Self {
        SwitchingTables {
            tables: [[sigmoid_table(CENTRE_CODE, SLOPE_PER_CODE); 2]; 2],
        }
    }
}

impl SwitchingTables {
    /// Thresholds in all.
    pub const NUM_WORDS: usize = 4 * NUM_CODES;

    /// Tables that hold their own places: what is looked up in them says which threshold it is.
    pub fn places() -> Self {
        let of_curve = |curve: usize| std::array::from_fn(|code| (NUM_CODES * curve + code) as u16);
        SwitchingTables {
            tables: [[of_curve(0), of_curve(1)], [of_curve(2), of_curve(3)]],
        }
    }

    /// The tables that a core is made with: those of its device, or the default.
    pub fn of(spec: &Spec) -> Self {
        let mut tables = SwitchingTables::default();
        if let Some(thresholds) = &spec.thresholds {
            for (word, threshold) in tables.words_mut().zip(thresholds) {
                *word = *threshold;
            }
        }
        tables
    }

    /// All thresholds in the order of the host map.
    pub fn to_words(&self) -> [u16; Self::NUM_WORDS] {
        let [[a, b], [c, d]] = self.tables;
        std::array::from_fn(|place| [a, b, c, d][place / NUM_CODES][place % NUM_CODES])
    }

    /// Table of a junction: a pulse to P is the transition AP to P, a pulse to D is P to AP.
    pub fn table(&self, junction: Junction, direction: Direction) -> &SwitchingTable {
        &self.tables[junction as usize][direction as usize]
    }

    /// The same, to be written.
    pub fn table_mut(&mut self, junction: Junction, direction: Direction) -> &mut SwitchingTable {
        &mut self.tables[junction as usize][direction as usize]
    }

    /// Threshold of an amplitude code: codes above 15 count as 15, below 0 there is no pulse.
    pub fn threshold(&self, junction: Junction, direction: Direction, code: i32) -> u16 {
        match usize::try_from(code) {
            Ok(code) => self.table(junction, direction)[code.min(NUM_CODES - 1)],
            Err(_) => 0,
        }
    }

    /// All 64 thresholds in the order of the host map: junction, transition, code.
    pub fn words(&self) -> impl Iterator<Item = &u16> {
        self.tables.iter().flatten().flatten()
    }

    /// The same, to be written.
    pub fn words_mut(&mut self) -> impl Iterator<Item = &mut u16> {
        self.tables.iter_mut().flatten().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn default_curve_is_the_printed_one() {
        let printed = [
            36, 98, 267, 720, 1921, 4971, 11955, 24743, 40793, 53581, 60565, 63615, 64816, 65269,
            65438, 65500,
        ];
        assert_eq!(sigmoid_table(CENTRE_CODE, SLOPE_PER_CODE), printed);
        assert_eq!(SwitchingTables::default().words().count(), 64);
    }

    #[test]
    fn codes_outside_the_table() {
        let tables = SwitchingTables::default();
        let threshold = |code| tables.threshold(Junction::Left, Direction::Potentiate, code);
        assert_eq!(
            (threshold(-1), threshold(15), threshold(16)),
            (0, 65500, 65500)
        );
        assert_eq!(sigmoid_table(-100.0, 9.0)[15], u16::MAX);
    }
}
