//! Plain integers for [`super`].

use crate::blocks::mtj_pair::golden::PairPulse;
use crate::blocks::stdp::golden::{Pulse, pair_pulse, pulse};
use crate::device::{RuleTable, SwitchingTables};
use crate::spec::Learning;

/// Amplitude offsets, -3 to +1.
const NUM_OFFSETS: usize = 5;
/// The lowest offset.
const LOWEST: i32 = -3;

/// What a column with a type gets on every visited row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// On causal rows.
    pub causal: Pulse,
    /// On acausal rows.
    pub acausal: Pulse,
    /// What the junctions of a persistent pair get, on causal and on acausal rows.
    pub pairs: [PairPulse; 2],
    /// First and second letter of the type are not 0.
    gates: [bool; 2],
}

impl Response {
    /// What a cell gets, on causal or on acausal rows.
    pub fn pulse(&self, acausal: bool) -> Pulse {
        if acausal { self.acausal } else { self.causal }
    }

    /// The type's second letter is not 0: silent rows are visited.
    pub fn wants_silent_rows(&self) -> bool {
        self.gates[1]
    }
}

/// The ten responses of an image, looked up once: `[negative, positive][offset]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responses([[Response; NUM_OFFSETS]; 2]);

impl Responses {
    /// Looks the thresholds up.
    pub fn new(learning: &Learning, rules: &RuleTable, tables: &SwitchingTables) -> Self {
        let of_rule = |entry: usize| {
            let rule = rules.entries[entry];
            std::array::from_fn(|index| {
                let code = i32::from(learning.code_hidden) + LOWEST + index as i32;
                Response {
                    causal: pulse(rule, false, code, tables),
                    acausal: pulse(rule, true, code, tables),
                    pairs: [false, true].map(|acausal| pair_pulse(rule, acausal, code, tables)),
                    gates: [rule.gate_causal, rule.gate_acausal],
                }
            })
        };
        Responses([of_rule(RuleTable::NEGATIVE), of_rule(RuleTable::POSITIVE)])
    }

    /// The pulses of a column with modulator `d` and drive `drive`, or `None` for type 00.
    pub fn column(&self, d: i32, drive: i32, learning: &Learning) -> Option<Response> {
        let size = d.unsigned_abs();
        let in_window = drive > 0 && drive < learning.window as i32;
        if d == 0 || size < learning.dead_zone || !in_window {
            return None;
        }
        let index = (offset(size, learning.breakpoints) - LOWEST) as usize;
        let response = self.0[usize::from(d > 0)][index];
        response.gates.contains(&true).then_some(response)
    }
}

/// -1 below each of the first three breakpoints, +1 from the fourth on.
fn offset(size: u32, breakpoints: [u32; 4]) -> i32 {
    let [first, second, third, fourth] = breakpoints;
    i32::from(size >= fourth)
        - i32::from(size < third)
        - i32::from(size < second)
        - i32::from(size < first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step_and_threshold(d: i32, drive: i32) -> Option<(i16, u16)> {
        let learning = Learning::for_columns(100);
        let responses = Responses::new(
            &learning,
            &RuleTable::default(),
            &SwitchingTables::default(),
        );
        let response = responses.column(d, drive, &learning);
        response.map(|r| (r.causal.step, r.causal.threshold))
    }

    #[test]
    fn dead_zone_breakpoints_and_sign() {
        let curve = crate::device::curve::sigmoid_table(7.5, 1.0);
        let expected = [
            (7, None),
            (8, Some(7)),
            (15, Some(7)),
            (16, Some(8)),
            (31, Some(8)),
            (32, Some(9)),
            (63, Some(9)),
            (64, Some(10)),
            (127, Some(10)),
            (128, Some(11)),
            (254, Some(11)),
        ];
        for (size, code) in expected {
            let pulse = |step| code.map(|code: usize| (step, curve[code]));
            assert_eq!(step_and_threshold(size, 5), pulse(1), "D = {size}");
            assert_eq!(step_and_threshold(-size, 5), pulse(-1), "D = -{size}");
        }
    }

    #[test]
    fn window() {
        let learns = |drive| step_and_threshold(100, drive).is_some();
        assert_eq!(
            [0, 1, 1199, 1200, -1].map(learns),
            [false, true, true, false, false]
        );
    }

    #[test]
    fn a_code_below_zero_is_a_type_without_a_pulse() {
        let mut learning = Learning::for_columns(100);
        learning.code_hidden = 2;
        let responses = Responses::new(
            &learning,
            &RuleTable::default(),
            &SwitchingTables::default(),
        );
        let response = responses.column(8, 5, &learning);
        assert_eq!(response.map(|r| r.causal), Some(Pulse::default()));
        learning.dead_zone = 0;
        assert_eq!(responses.column(0, 5, &learning), None);
    }
}
