//! What a run came to, in the golden model.

use crate::golden::core::Last;
use crate::spec::timing::ImageCycles;

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
    /// Results without teaching that followed another one back to back.
    pub intervals: u64,
    /// Cycles between those results.
    pub interval_sum: u64,
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
        self.intervals += other.intervals;
        self.interval_sum += other.interval_sum;
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

    /// Adds the cycles of a result; the interval counts between images without teaching.
    pub fn cycles(&mut self, last: Last, cycles: ImageCycles, back_to_back: bool) {
        self.timed += 1;
        self.latency_sum += cycles.latency;
        self.latency_max = self.latency_max.max(cycles.latency);
        if !last.learn && back_to_back {
            self.intervals += 1;
            self.interval_sum += cycles.interval;
        }
    }
}
