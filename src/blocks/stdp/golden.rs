//! Plain integers for [`super`].

use crate::device::{Direction, Rule, SwitchingTables};

/// One column's pulse on a row: threshold, and +1, -1 or 0 (no pulse).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pulse {
    /// A switch happens where the word is below.
    pub threshold: u16,
    /// Change of the weight on a switch; 0: no pulse.
    pub step: i16,
}

impl Pulse {
    /// Potentiating.
    pub fn is_ltp(self) -> bool {
        self.step > 0
    }

    /// Depressing.
    pub fn is_ltd(self) -> bool {
        self.step < 0
    }
}

/// The pulse of a causal pair under a rule at an amplitude code.
pub fn causal_pulse(rule: Rule, code: i32, tables: &SwitchingTables) -> Pulse {
    pulse(rule, false, code, tables)
}

/// The pulse of a pair in that order under a rule at an amplitude code.
pub fn pulse(rule: Rule, acausal: bool, code: i32, tables: &SwitchingTables) -> Pulse {
    match rule.pulse(acausal) {
        Some(direction) if code >= 0 => Pulse {
            threshold: tables.threshold(rule.selector, direction, code),
            step: Direction::step(direction),
        },
        _ => Pulse::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::Junction;
    use crate::device::show::nine_types;

    #[test]
    fn nine_types_on_causal_pairs() {
        let tables = SwitchingTables::default();
        for rule in nine_types() {
            let pulse = causal_pulse(rule, 7, &tables);
            let expected = match rule.type_name().as_bytes()[0] {
                b'P' => (24743, 1),
                b'D' => (24743, -1),
                _ => (0, 0),
            };
            assert_eq!(
                (pulse.threshold, pulse.step),
                expected,
                "{}",
                rule.type_name()
            );
        }
    }

    #[test]
    fn four_curves_are_told_apart() {
        let mut tables = SwitchingTables::default();
        for (i, word) in tables.words_mut().enumerate() {
            *word = i as u16;
        }
        let right_d = Rule {
            selector: Junction::Right,
            ..Rule::D0
        };
        assert_eq!(causal_pulse(Rule::P0, 3, &tables).threshold, 3);
        assert_eq!(causal_pulse(Rule::D0, 3, &tables).threshold, 16 + 3);
        assert_eq!(causal_pulse(right_d, 3, &tables).threshold, 48 + 3);
        assert_eq!(causal_pulse(right_d, 99, &tables).threshold, 48 + 15);
        assert_eq!(causal_pulse(right_d, -1, &tables), Pulse::default());
    }
}
