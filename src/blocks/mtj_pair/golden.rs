//! Plain integers for [`super`], on rows of columns.

use crate::blocks::draw::golden::{GROUP, group_mask, words};

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

    proptest! {
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
