//! A core that only infers: an image issues its events, LAST (the bias row's slot) and the step slots; each
//! further pass its rows, the bias row and the steps again. The first step slot of a pass waits until the
//! pass before is read out: a cycle a spike, and one a neuron without spikes.

use super::{Flow, ImageCycles, ImageWork};
use crate::spec::Spec;

/// From the last step slot of a pass to the first column read out.
const SCAN: u64 = 4;
/// Longer behind the last pass of an image, whose last spike is added.
const DRAIN: u64 = 1;
/// From there to the result, where a decision follows, without a cycle for each bit of the sums.
const DECIDE: u64 = 1;

/// The recurrence over images and passes.
#[derive(Clone, Debug)]
pub struct Timing {
    passes: usize,
    steps: u64,
    sum_bits: u64,
    pub(super) flow: Flow,
}

impl Timing {
    /// An idle core.
    pub fn new(spec: &Spec) -> Self {
        Timing {
            passes: spec.passes(),
            steps: spec.num_slots() as u64,
            sum_bits: spec.sum_bits() as u64,
            flow: Flow::default(),
        }
    }

    /// Adds an image whose events come without a gap.
    pub fn image(&mut self, work: &ImageWork) -> ImageCycles {
        let start = self.flow.free;
        let mut bias = start + work.events;
        for pass in 0..self.passes {
            let last_step = (bias + 1).max(self.flow.idle) + self.steps - 1;
            let visited = work.visited.get(pass).copied().unwrap_or(0);
            self.flow.idle = last_step + SCAN + visited;
            self.flow.free = last_step + 1;
            bias = last_step + 1 + work.rows;
        }
        self.flow.idle += DRAIN;
        if work.more {
            return ImageCycles::default();
        }
        let result = self.flow.idle + self.sum_bits + DECIDE;
        self.flow.idle = result;
        self.flow.cycles(start, result)
    }
}
