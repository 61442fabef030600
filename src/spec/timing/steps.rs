//! When a neuron may fire: the clock edges of the integration steps of one image.

use super::{CAPTURE, ImageWork, READOUT, Scheme, Spec};
use crate::spec::{InputCode, NUM_STEPS};

/// From a step's slot to the edge at which a membrane takes the step.
const TO_MEMBRANE: u64 = 3;

/// Edges of the integration steps, by pass, from that of the first event; of hold codes in a learning core
/// of scheme "modulated" that was idle before.
pub fn steps(spec: &Spec, work: &ImageWork) -> Option<Vec<Vec<u64>>> {
    let known = spec.scheme == Scheme::Modulated && spec.code == InputCode::Hold && spec.learns();
    known.then(|| {
        // the slot of the bias row, the last slot of the pass, the end of the readout before
        let (mut slot, mut last, mut idle) = (work.events, 0, 0);
        let pass = |pass: usize| {
            if pass > 0 {
                slot = last + work.rows + 1;
            }
            let unhindered = slot + spec.num_slots() as u64;
            last = unhindered.max(idle);
            idle = last + CAPTURE + READOUT + work.visited.get(pass).copied().unwrap_or(0);
            let before = (1..NUM_STEPS as u64).rev().map(|left| unhindered - left);
            before
                .chain([last])
                .map(|slot| slot + TO_MEMBRANE)
                .collect()
        };
        (0..spec.passes()).map(pass).collect()
    })
}
