//! Switching curves: probability of a switch by amplitude code, as 16-bit thresholds.

use super::{Direction, Junction};
use crate::spec::{NUM_CODES, WORD_BITS};

/// Amplitude of code 0, volt; paper, section II: the sweep begins (in size) at -3.66 V.
pub const FIRST_AMPLITUDE_VOLT: f64 = -3.66;
/// Step of the sweep, volt; paper, section II.
pub const AMPLITUDE_STEP_VOLT: f64 = -0.02;
/// Codes 0 to 14 are amplitudes of the paper's sweep, to -3.94 V; code 15 is extrapolated.
pub const NUM_MEASURED_CODES: usize = 15;
/// Code at which half of the pulses switch (assumed: the middle of the sweep with code 15).
pub const CENTRE_CODE: f64 = 7.5;
/// Slope of the sigmoid, 1/code (assumed).
pub const SLOPE_PER_CODE: f64 = 1.0;

/// Thresholds of one junction and one transition, by amplitude code.
pub type SwitchingTable = [u16; NUM_CODES];

/// Pulse amplitude of a code, volt.
pub fn amplitude_volt(code: usize) -> f64 {
    FIRST_AMPLITUDE_VOLT + AMPLITUDE_STEP_VOLT * code as f64
}

/// `round(65536 sigma(slope (code - centre)))`: a switch happens where a random 16-bit word is
/// below it.
pub fn sigmoid_table(centre: f64, slope: f64) -> SwitchingTable {
    let words = f64::from(1u32 << WORD_BITS);
    std::array::from_fn(|code| {
        let probability = 1.0 / (1.0 + (-slope * (code as f64 - centre)).exp());
        // the cast saturates: certainty is 65535/65536
        (words * probability).round() as u16
    })
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
    fn amplitudes_span_the_sweep() {
        assert!((amplitude_volt(NUM_MEASURED_CODES - 1) + 3.94).abs() < 1e-9);
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
