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

/// The order of a pair: the column spiked first in step `column_step` (T: never), the row first in
/// `row_step` (none: silent). `dt = column_step - row_step`; acausal where dt < 0 or the row is silent.
pub fn is_acausal(column_step: u8, row_step: Option<u8>) -> bool {
    row_step.is_none_or(|row_step| column_step < row_step)
}

/// The pulse of a pair in that order under a rule at an amplitude code, to which the rule's offset
/// is added.
pub fn pulse(rule: Rule, acausal: bool, code: i32, tables: &SwitchingTables) -> Pulse {
    let code = code + i32::from(rule.offset);
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
    fn nine_types_in_both_orders() {
        let tables = SwitchingTables::default();
        for rule in nine_types() {
            let name = rule.type_name();
            for (letter, acausal) in name.bytes().zip([false, true]) {
                let pulse = pulse(rule, acausal, 7, &tables);
                let expected = match letter {
                    b'P' => (24743, 1),
                    b'D' => (24743, -1),
                    _ => (0, 0),
                };
                assert_eq!((pulse.threshold, pulse.step), expected, "{name} {acausal}");
            }
        }
    }

    #[test]
    fn same_step_is_causal_and_silence_is_not() {
        let never = 4;
        assert!(!is_acausal(2, Some(2)) && !is_acausal(3, Some(2)) && is_acausal(1, Some(2)));
        assert!(!is_acausal(never, Some(3)) && is_acausal(never, None));
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
        assert_eq!(pulse(Rule::P0, false, 3, &tables).threshold, 3);
        assert_eq!(pulse(Rule::D0, false, 3, &tables).threshold, 16 + 3);
        assert_eq!(pulse(right_d, false, 3, &tables).threshold, 48 + 3);
        assert_eq!(pulse(right_d, false, 99, &tables).threshold, 48 + 15);
        assert_eq!(pulse(right_d, false, -1, &tables), Pulse::default());
        let weaker = Rule {
            offset: -4,
            ..right_d
        };
        assert_eq!(pulse(weaker, false, 7, &tables).threshold, 48 + 3);
        assert_eq!(pulse(weaker, false, 3, &tables), Pulse::default());
    }
}
