//! The cycle model of `spin_core`: how many cycles an image takes, no port stalling.
//!
//! One issue slot a cycle. An image issues its events, LAST (which is the bias row's slot), SETTLE and
//! [`NUM_STEPS`](super::NUM_STEPS) step slots; each further pass its rows, the bias row and the
//! steps again. Of a pulse code, each of the T input steps has a slot for the bias row (STEP, LAST,
//! or one of its own where STEPs are missing) and one step slot behind it. The last step slot of a
//! pass waits until the readout unit has finished the pass before. The unit visits one neuron with a
//! count above 0 a cycle while the next pass issues.

pub mod inference;
pub mod prototype;
mod steps;

pub use steps::steps;

use super::{Scheme, Spec};

/// From the last step slot of a pass to `capture`.
pub const CAPTURE: u64 = 4;
/// From `capture` to the earliest last step slot of the next pass, without the neurons visited.
pub const READOUT: u64 = 3;
/// Longer behind the last pass of an image, whose sums drain.
pub const DRAIN_SUMS: u64 = 5;
/// From drained sums to the result, where a decision follows; the next last step slot waits for it.
pub const DECIDE: u64 = 13;
/// From the last step slot of an image to the first event of the next.
pub const NEXT_IMAGE: u64 = 1;
/// From the result to the next event, where an image was to be learned and the margin was met.
pub const NOT_TAUGHT: u64 = 1;
/// A column of the readout: label and rival, one after the other.
pub const TEACH_COLUMN: u64 = 4;
/// Teaching the readout of a pass, apart from its columns: the pipeline drains.
pub const TEACH_PASS: u64 = 6;
/// Fetching a pass's columns again, where there are several passes.
pub const RECALL: u64 = 2;
/// Filling the lanes of a pass, apart from its columns: the pipeline drains.
pub const FILL: u64 = 6;
/// Between two passes of the hidden sweep.
pub const REWIND: u64 = 1;
/// The end of teaching: the pipeline and the counters drain.
pub const TEACH_END: u64 = 9;

/// What one image makes the core do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImageWork {
    /// Events accepted before LAST, dropped and repeated ones too.
    pub events: u64,
    /// Events among them that ended an input step.
    pub steps: u64,
    /// Rows in range, distinct within each input step.
    pub rows: u64,
    /// Neurons with a count above 0, for each pass; of a core that only infers spikes, and neurons without.
    pub visited: Vec<u64>,
    /// LAST asked for learning with a label in range (holds the event port).
    pub learn: bool,
    /// The margin was not met: the readout was taught.
    pub taught: bool,
    /// Rows of the hidden sweep, the bias row too; 0: no column had a type.
    pub swept_rows: u64,
    /// Scheme "prototype": a neuron was recruited.
    pub recruited: bool,
    /// A view: sums are kept, no result.
    pub more: bool,
}

impl Spec {
    /// Words of W1 and of the second memory that judging an image reads and uses. Every pass reads its
    /// rows and, in scheme "modulated", the bias row of each input step; then a readout word for each
    /// neuron that fired, or a neuron word a column.
    pub fn reads(&self, work: &ImageWork) -> [u64; 2] {
        let passes = self.passes() as u64;
        match self.scheme {
            Scheme::Modulated => {
                let rows = work.rows + self.input_steps() as u64;
                [passes * rows, work.visited.iter().sum()]
            }
            Scheme::Prototype(_) => [passes * work.rows, self.columns as u64],
        }
    }
}

/// Cycles of one image.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImageCycles {
    /// From the acceptance of the first event to the acceptance of the result.
    pub latency: u64,
    /// From the result before to this one, events back to back.
    pub interval: u64,
}

/// The cycle model of a core.
#[derive(Clone, Debug)]
pub enum Timing {
    /// Of scheme "modulated".
    Modulated(Modulated),
    /// The same, only to infer.
    Inference(inference::Timing),
    /// Of scheme "prototype".
    Prototype(prototype::Timing),
}

impl Timing {
    /// An idle core.
    pub fn new(spec: &Spec) -> Self {
        match spec.scheme {
            Scheme::Modulated if !spec.learns() => Timing::Inference(inference::Timing::new(spec)),
            Scheme::Modulated => Timing::Modulated(Modulated::new(spec)),
            Scheme::Prototype(_) => Timing::Prototype(prototype::Timing::new(spec)),
        }
    }

    /// Nothing was in flight for a while (start, reset, dump, host access).
    pub fn rest(&mut self) {
        match self {
            Timing::Modulated(timing) => timing.flow.rest(),
            Timing::Inference(timing) => timing.flow.rest(),
            Timing::Prototype(timing) => timing.flow.rest(),
        }
    }

    /// Adds an image whose events come without a gap.
    pub fn image(&mut self, work: &ImageWork) -> ImageCycles {
        match self {
            Timing::Modulated(timing) => timing.image(work),
            Timing::Inference(timing) => timing.image(work),
            Timing::Prototype(timing) => timing.image(work),
        }
    }
}

/// When what is free again, whatever the scheme.
#[derive(Clone, Copy, Debug, Default)]
struct Flow {
    /// Earliest cycle in which an event is accepted.
    free: u64,
    /// Earliest slot that waits for the unit behind the lanes, which is done with the pass before: the
    /// last slot of a pass, or of a core that only infers the first step slot.
    idle: u64,
    last_result: u64,
}

impl Flow {
    /// As [`Timing::rest`].
    fn rest(&mut self) {
        self.free = self.free.max(self.idle).max(self.last_result);
    }

    /// Cycles of an image from `start`, whose result comes now.
    fn cycles(&mut self, start: u64, result: u64) -> ImageCycles {
        let before = std::mem::replace(&mut self.last_result, result);
        ImageCycles {
            latency: result - start,
            interval: result - before,
        }
    }
}

/// The recurrence over images and passes, scheme "modulated".
#[derive(Clone, Debug)]
pub struct Modulated {
    passes: u64,
    columns: u64,
    /// Input steps.
    steps: u64,
    /// Slots behind the bias of an input step.
    slots: u64,
    /// Thresholds that a lane is filled with.
    thresholds: u64,
    flow: Flow,
}

impl Modulated {
    /// An idle core.
    pub fn new(spec: &Spec) -> Self {
        Modulated {
            passes: spec.passes() as u64,
            columns: spec.columns as u64,
            steps: spec.input_steps() as u64,
            slots: spec.num_slots() as u64,
            thresholds: spec.thresholds_a_lane() as u64,
            flow: Flow::default(),
        }
    }

    /// Adds an image whose events come without a gap.
    pub fn image(&mut self, work: &ImageWork) -> ImageCycles {
        let start = self.flow.free;
        // slots of the input steps but the last; STEP is an event of its own, where it comes
        let before_last = (self.steps - 1) * (1 + self.slots);
        let mut slot = start + work.events + before_last - work.steps;
        let mut last_step = slot;
        for pass in 0..self.passes {
            if pass > 0 {
                slot = last_step + work.rows + before_last + 1;
            }
            last_step = (slot + self.slots).max(self.flow.idle);
            let visited = work.visited.get(pass as usize).copied().unwrap_or(0);
            self.flow.idle = last_step + CAPTURE + READOUT + visited;
        }
        self.flow.free = last_step + NEXT_IMAGE;
        self.flow.idle += DRAIN_SUMS;
        if work.more {
            return ImageCycles::default();
        }
        let result = self.flow.idle + DECIDE;
        self.flow.idle = result;
        if work.learn {
            self.flow.free = result + self.teaching(work);
            self.flow.idle = self.flow.idle.max(self.flow.free);
        }
        self.flow.cycles(start, result)
    }

    fn teaching(&self, work: &ImageWork) -> u64 {
        if !work.taught {
            return NOT_TAUGHT;
        }
        let recall = if self.passes > 1 { RECALL } else { 0 };
        let readout = TEACH_COLUMN * self.columns + (TEACH_PASS + recall) * self.passes;
        let pass = FILL + work.swept_rows;
        let hidden = match work.swept_rows {
            0 => 0,
            _ => self.thresholds * self.columns + (pass + REWIND) * self.passes - REWIND,
        };
        readout + hidden + TEACH_END
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_pass_is_the_formula_of_the_contract() {
        let spec = Spec::new(784, 100, 100).unwrap();
        let mut timing = Timing::new(&spec);
        let work = ImageWork {
            events: 87,
            rows: 87,
            visited: vec![58],
            ..ImageWork::default()
        };
        let constant = timing.image(&work).latency - (87 + 1 + 8 + 58);
        assert_eq!(constant, 25);
        let next = timing.image(&work);
        assert_eq!(next.interval, 87 + 1 + 1 + 8);
    }
}
