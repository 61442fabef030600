//! What a run came to, in the golden model.

use crate::golden::core::Last;
use crate::spec::timing::ImageCycles;

/// Cycles between results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Intervals {
    /// Results that followed another one back to back.
    pub count: u64,
    /// Cycles between each and the one before.
    pub sum: u64,
}

impl Intervals {
    /// Cycles from result to result; none where there was no such pair.
    pub fn mean(&self) -> Option<f64> {
        (self.count > 0).then(|| self.sum as f64 / self.count as f64)
    }
}

/// Sums over the results of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Results.
    pub results: u64,
    /// Images taught.
    pub taught: u64,
    /// Images without teaching whose class was the label in LAST, and all such images.
    pub correct: [u64; 2],
    /// Results whose cycles the testbench compared (it does not while it stalls).
    pub timed: u64,
    /// Sum of their latencies.
    pub latency_sum: u64,
    /// Longest latency.
    pub latency_max: u64,
    /// Between results back to back: of images to infer, and of images to learn.
    pub intervals: [Intervals; 2],
    /// Cells pulsed: the learning events.
    pub pulses: u64,
}

impl Tally {
    /// Adds another session's.
    pub fn add(&mut self, other: &Tally) {
        self.results += other.results;
        self.taught += other.taught;
        self.correct[0] += other.correct[0];
        self.correct[1] += other.correct[1];
        self.timed += other.timed;
        self.latency_sum += other.latency_sum;
        self.latency_max = self.latency_max.max(other.latency_max);
        for (sum, other) in self.intervals.iter_mut().zip(other.intervals) {
            sum.count += other.count;
            sum.sum += other.sum;
        }
        self.pulses += other.pulses;
    }

    /// Adds a result.
    pub fn result(&mut self, last: Last, class: u8, taught: bool) {
        self.results += 1;
        self.taught += u64::from(taught);
        if !last.learn {
            self.correct[0] += u64::from(class == last.label);
            self.correct[1] += 1;
        }
    }

    /// Adds the cycles of a result.
    pub fn cycles(&mut self, last: Last, cycles: ImageCycles, back_to_back: bool) {
        self.timed += 1;
        self.latency_sum += cycles.latency;
        self.latency_max = self.latency_max.max(cycles.latency);
        if back_to_back {
            let intervals = &mut self.intervals[usize::from(last.learn)];
            intervals.count += 1;
            intervals.sum += cycles.interval;
        }
    }
}
