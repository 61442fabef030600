//! What a run came to, in the golden model.

use crate::golden::core::Last;

/// Sums over the results of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Results.
    pub results: u64,
    /// Images taught.
    pub taught: u64,
    /// Images without teaching whose class was the label in LAST, and all such images.
    pub correct: [u64; 2],
    /// Sum of the latencies.
    pub latency_sum: u64,
    /// Longest latency.
    pub latency_max: u64,
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
        self.latency_sum += other.latency_sum;
        self.latency_max = self.latency_max.max(other.latency_max);
        self.pulses += other.pulses;
    }

    /// Adds a result.
    pub fn result(&mut self, last: Last, class: u8, taught: bool, latency: u64) {
        self.results += 1;
        self.taught += u64::from(taught);
        if !last.learn {
            self.correct[0] += u64::from(class == last.label);
            self.correct[1] += 1;
        }
        self.latency_sum += latency;
        self.latency_max = self.latency_max.max(latency);
    }
}
