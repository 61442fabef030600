//! Plain integers for [`super`], on rows of columns.

use crate::blocks::draw::golden::{GROUP, group_mask, words};
use crate::spec::PAIR_WEIGHT;

/// What a row's pulses did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Junctions switched.
    pub switches: u32,
    /// Switches that found the weight at its limit.
    pub saturations: u32,
}

/// The pulses of one row access, by column; lengths are multiples of 16.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pulses {
    /// Thresholds, 0 where there is no pulse.
    pub thresholds: Vec<u16>,
    /// +1 for P, -1 for D, 0 for none.
    pub steps: Vec<i16>,
}

impl Pulses {
    /// No pulse on any of `stride` columns.
    pub fn none(stride: usize) -> Self {
        Pulses {
            thresholds: vec![0; stride],
            steps: vec![0; stride],
        }
    }
}

/// Pulses a row with the draw `state`.
pub fn pulse_row(weights: &mut [i16], pulses: &Pulses, state: u16, limit: i16) -> Outcome {
    let first = words(state);
    let mut switches = [0i16; GROUP];
    let mut saturations = [0i16; GROUP];
    let groups = weights
        .as_chunks_mut::<GROUP>()
        .0
        .iter_mut()
        .zip(pulses.thresholds.as_chunks::<GROUP>().0)
        .zip(pulses.steps.as_chunks::<GROUP>().0);
    for (group, ((weights, thresholds), steps)) in groups.enumerate() {
        let mask = group_mask(group);
        for lane in 0..GROUP {
            // all ones where the junction switches: no branch, so that the loop vectorises
            let switched = -i16::from((first[lane] ^ mask) < thresholds[lane]);
            let stepped = weights[lane] + (steps[lane] & switched);
            let kept = stepped.min(limit).max(-limit);
            weights[lane] = kept;
            switches[lane] -= switched;
            saturations[lane] += i16::from(stepped != kept);
        }
    }
    let sum = |lanes: [i16; GROUP]| lanes.iter().map(|&n| u32::from(n as u16)).sum();
    Outcome {
        switches: sum(switches),
        saturations: sum(saturations),
    }
}

/// Pulses one cell; `step` is +1 or -1.
pub fn pulse_cell(weight: &mut i16, word: u16, threshold: u16, step: i16, limit: i16) -> Outcome {
    if word >= threshold {
        return Outcome::default();
    }
    let stepped = *weight + step;
    *weight = stepped.clamp(-limit, limit);
    Outcome {
        switches: 1,
        saturations: u32::from(stepped != *weight),
    }
}

/// A pulse on both junctions of a persistent pair, `[left, right]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PairPulse {
    /// Thresholds, 0 where there is no pulse.
    pub thresholds: [u16; 2],
    /// The pulse is towards P.
    pub to_p: [bool; 2],
}

/// Word of the right junction, from that of the left one: rotated by 8, inverted.
pub fn right_word(word: u16) -> u16 {
    !word.rotate_left(8)
}

/// Weight of a pair, in units of S: left minus right.
pub fn pair_sign(pair: u8) -> i16 {
    i16::from(pair & 1) - i16::from(pair >> 1)
}

/// Pulses a pair (bit 0 left, bit 1 right; 1 is P).
pub fn pulse_pair(pair: u8, word: u16, pulse: PairPulse) -> u8 {
    let words = [word, right_word(word)];
    (0..2).fold(pair, |pair, junction| {
        let bit = 1 << junction;
        match (
            words[junction] < pulse.thresholds[junction],
            pulse.to_p[junction],
        ) {
            (false, _) => pair,
            (true, true) => pair | bit,
            (true, false) => pair & !bit,
        }
    })
}

/// Pulses a row of pairs with the draw `state`, and renews their weights.
pub fn pulse_pair_row(
    pairs: &mut [u8],
    weights: &mut [i16],
    pulses: &[PairPulse],
    state: u16,
) -> Outcome {
    let first = words(state);
    let mut outcome = Outcome::default();
    let cells = pairs.iter_mut().zip(weights).zip(pulses);
    for (column, ((pair, weight), &pulse)) in cells.enumerate() {
        if pulse.thresholds == [0; 2] {
            continue;
        }
        let word = first[column % GROUP] ^ group_mask(column / GROUP);
        let pulsed = pulse_pair(*pair, word, pulse);
        outcome.switches += (pulsed ^ *pair).count_ones();
        *pair = pulsed;
        *weight = PAIR_WEIGHT * pair_sign(pulsed);
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::draw::golden::word;
    use proptest::prelude::*;

    #[test]
    fn threshold_and_limit() {
        let pulse = |weight: i16, word, step| {
            let mut w = weight;
            let outcome = pulse_cell(&mut w, word, 100, step, 63);
            (w, outcome.switches, outcome.saturations)
        };
        assert_eq!(pulse(5, 99, 1), (6, 1, 0));
        assert_eq!(pulse(5, 100, 1), (5, 0, 0));
        assert_eq!(pulse(62, 0, 1), (63, 1, 0));
        assert_eq!(pulse(63, 0, 1), (63, 1, 1));
        assert_eq!(pulse(-63, 0, -1), (-63, 1, 1));
        assert_eq!(pulse(-63, 0, 1), (-62, 1, 0));
    }

    #[test]
    fn pairs_along_both_axes() {
        let along = |left, right| PairPulse {
            thresholds: [u16::MAX; 2],
            to_p: [left, right],
        };
        for pair in 0..4 {
            let after = |left, right| pair_sign(pulse_pair(pair, 0x1234, along(left, right)));
            assert_eq!((after(true, false), after(false, true)), (1, -1));
            assert_eq!((after(true, true), after(false, false)), (0, 0));
        }
        // each junction by its own word and threshold
        let word = 0x00FF;
        assert_eq!(right_word(word), 0x00FF);
        let pulse = |thresholds| PairPulse {
            thresholds,
            to_p: [true, false],
        };
        assert_eq!(pulse_pair(0b10, word, pulse([0x100, 0xFF])), 0b11);
        assert_eq!(pulse_pair(0b10, word, pulse([0xFF, 0x100])), 0b00);
        assert_eq!(pulse_pair(0b10, 0x1200, pulse([0x1201, 0])), 0b11);
        assert_eq!(pulse_pair(0b10, 0x1200, pulse([0, 0xFFEE])), 0b00);
        assert_eq!(pulse_pair(0b10, 0x1200, pulse([0, 0xFFED])), 0b10);
    }

    proptest! {
        #[test]
        fn a_row_of_pairs_is_its_pairs(state in 1u16.., cells in prop::collection::vec((0u8..4, any::<u16>(), any::<u16>(), any::<[bool; 2]>()), 48)) {
            let pulses: Vec<PairPulse> = cells.iter().map(|c| PairPulse { thresholds: [c.1, c.2], to_p: c.3 }).collect();
            let mut pairs: Vec<u8> = cells.iter().map(|c| c.0).collect();
            let before = pairs.clone();
            let mut weights: Vec<i16> = pairs.iter().map(|&p| PAIR_WEIGHT * pair_sign(p)).collect();
            let outcome = pulse_pair_row(&mut pairs, &mut weights, &pulses, state);
            let mut switches = 0;
            for c in 0..48 {
                let pair = pulse_pair(before[c], word(state, c), pulses[c]);
                prop_assert_eq!((pair, PAIR_WEIGHT * pair_sign(pair)), (pairs[c], weights[c]));
                switches += (pair ^ before[c]).count_ones();
            }
            prop_assert_eq!((switches, 0), (outcome.switches, outcome.saturations));
        }

        #[test]
        fn a_row_is_its_cells(state in 1u16.., cells in prop::collection::vec((-63i16..=63, any::<u16>(), -1i16..=1), 48)) {
            let thresholds = cells.iter().map(|c| if c.2 == 0 { 0 } else { c.1 }).collect();
            let pulses = Pulses { thresholds, steps: cells.iter().map(|c| c.2).collect() };
            let mut row: Vec<i16> = cells.iter().map(|c| c.0).collect();
            let outcome = pulse_row(&mut row, &pulses, state, 63);
            let mut sum = Outcome::default();
            for (c, cell) in cells.iter().enumerate() {
                let mut weight = cell.0;
                let one = pulse_cell(&mut weight, word(state, c), pulses.thresholds[c], cell.2, 63);
                sum.switches += one.switches;
                sum.saturations += one.saturations;
                prop_assert_eq!(weight, row[c]);
            }
            prop_assert_eq!(sum, outcome);
        }
    }
}
