//! Plain integers for [`super`].

use crate::blocks::draw::golden::word;
use crate::device::{Direction, Junction, SwitchingTables};
use crate::spec::Learning;

/// What the code of a balanced mask adds to the amplitude of the hidden array.
const BALANCED_OFFSET: i32 = -12;
/// Largest code.
const MAX_CODE: u8 = 15;

/// The pulse that a mask gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pulse {
    direction: Direction,
    threshold: u16,
}

impl Pulse {
    /// The pulse by the registers, if there is one.
    pub fn of(learning: &Learning, tables: &SwitchingTables) -> Option<Self> {
        let excess = i32::from(learning.mask_code) - i32::from(Learning::MASK_BALANCED);
        let code = i32::from(learning.code_hidden) + excess.abs() + BALANCED_OFFSET;
        let direction = match excess {
            0 => return None,
            1.. => Direction::Potentiate,
            _ => Direction::Depress,
        };
        (code >= 0).then(|| Pulse {
            direction,
            threshold: tables.threshold(Junction::Left, direction, code),
        })
    }

    /// Pulses the junctions (true is P, silent) with the draw `state`; how many switched.
    pub fn apply(self, silent: &mut [bool], counts: &[i16], state: u16) -> u32 {
        let mut switches = 0;
        for (column, (silent, &count)) in silent.iter_mut().zip(counts).enumerate() {
            let switches_now = word(state, column) < self.threshold
                && match self.direction {
                    Direction::Potentiate => count > 0,
                    Direction::Depress => *silent,
                };
            *silent ^= switches_now;
            switches += u32::from(switches_now);
        }
        switches
    }
}

/// Takes the spikes of silent neurons away: their membrane becomes `undecremented`.
pub fn silence(silent: &[bool], counts: &mut [i16], mut undecremented: impl FnMut(usize)) {
    for (column, count) in counts.iter_mut().enumerate() {
        if silent.get(column) == Some(&true) {
            *count = 0;
            undecremented(column);
        }
    }
}

/// The code after an image of `spikes` hidden spikes.
pub fn next_code(code: u8, spikes: u32, target: u32) -> u8 {
    match spikes.cmp(&target) {
        std::cmp::Ordering::Greater => (code + 1).min(MAX_CODE),
        std::cmp::Ordering::Less => code.saturating_sub(1),
        std::cmp::Ordering::Equal => code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registers(code_hidden: u8, mask_code: u8) -> Learning {
        Learning {
            code_hidden,
            mask_code,
            ..Learning::for_columns(100)
        }
    }

    #[test]
    fn amplitude_by_code() {
        let mut tables = SwitchingTables::default();
        for (i, word) in tables.words_mut().enumerate() {
            *word = i as u16;
        }
        let pulse = |a, k| Pulse::of(&registers(a, k), &tables).map(|p| (p.direction, p.threshold));
        assert_eq!(pulse(10, 8), None);
        assert_eq!(pulse(10, 9), None);
        assert_eq!(pulse(10, 10), Some((Direction::Potentiate, 0)));
        assert_eq!(pulse(10, 15), Some((Direction::Potentiate, 5)));
        assert_eq!(pulse(10, 6), Some((Direction::Depress, 16)));
        assert_eq!(pulse(10, 0), Some((Direction::Depress, 16 + 6)));
        assert_eq!(pulse(15, 0), Some((Direction::Depress, 16 + 11)));
        assert_eq!(pulse(4, 15), None);
        assert_eq!(pulse(4, 0), Some((Direction::Depress, 16)));
    }

    #[test]
    fn pulses_reach_those_that_fired_or_are_silent() {
        let certain = |direction| Pulse {
            direction,
            threshold: u16::MAX,
        };
        let mut silent = [false, false, true, true];
        let counts = [3, 0, 0, 0];
        assert_eq!(
            certain(Direction::Potentiate).apply(&mut silent, &counts, 1),
            1
        );
        assert_eq!(silent, [true, false, true, true]);
        assert_eq!(
            certain(Direction::Depress).apply(&mut silent, &counts, 1),
            3
        );
        assert_eq!(silent, [false; 4]);
        let never = Pulse {
            direction: Direction::Potentiate,
            threshold: 0,
        };
        assert_eq!(never.apply(&mut silent, &[1; 4], 1), 0);
    }

    #[test]
    fn the_code_follows_the_spikes() {
        assert_eq!(next_code(8, 151, 150), 9);
        assert_eq!(next_code(8, 150, 150), 8);
        assert_eq!(next_code(8, 149, 150), 7);
        assert_eq!(next_code(15, 151, 150), 15);
        assert_eq!(next_code(0, 0, 150), 0);
    }
}
