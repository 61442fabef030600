//! The cycle model of scheme "prototype".
//!
//! One issue slot a cycle. An image issues its events, LAST and the slots that end a pass; each
//! further pass its rows, an empty slot and these slots again. The last slot of a pass waits until
//! the columns of the pass before are scanned, one a cycle.

use super::super::Spec;
use super::{Flow, ImageCycles, ImageWork, NEXT_IMAGE};

/// From the last slot of a pass to `capture`.
pub const CAPTURE: u64 = 3;
/// From the last scanned column to the decision.
pub const SCAN_DRAIN: u64 = 9;
/// From the last row taught to the first neuron word read.
pub const SWEEP_DRAIN: u64 = 7;
/// Read, replace and write of a neuron word.
pub const UPDATE: u64 = 4;

/// The recurrence over images and passes.
#[derive(Clone, Debug)]
pub struct Timing {
    slots: u64,
    rows: u64,
    lanes: u64,
    columns: u64,
    passes: u64,
    parts: u64,
    pub(super) flow: Flow,
}

impl Timing {
    /// An idle core.
    pub fn new(spec: &Spec) -> Self {
        let parts = spec.prototype().map_or(0, |p| p.num_compartments());
        Timing {
            slots: spec.num_slots() as u64,
            rows: spec.rows as u64,
            lanes: spec.lanes as u64,
            columns: spec.columns as u64,
            passes: spec.passes() as u64,
            parts: parts as u64,
            flow: Flow::default(),
        }
    }

    /// Adds an image whose events come without a gap.
    pub fn image(&mut self, work: &ImageWork) -> ImageCycles {
        let start = self.flow.free;
        let mut slot = start + work.events;
        let mut last_slot = slot;
        for pass in 0..self.passes {
            if pass > 0 {
                slot = last_slot + work.rows + 1;
            }
            last_slot = (slot + self.slots).max(self.flow.idle);
            let columns = self.lanes.min(self.columns - pass * self.lanes);
            self.flow.idle = last_slot + CAPTURE + columns + 1;
        }
        self.flow.free = last_slot + NEXT_IMAGE;
        self.flow.idle += SCAN_DRAIN;
        if work.more {
            return ImageCycles::default();
        }
        // the result register is valid, and read, the cycle after
        let result = self.flow.idle + 1;
        self.flow.idle += 1;
        if work.learn {
            let words = if work.recruited { 1 } else { self.parts };
            self.flow.idle += self.rows + SWEEP_DRAIN + UPDATE * words;
            self.flow.free = self.flow.idle;
        }
        self.flow.cycles(start, result)
    }
}
