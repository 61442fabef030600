//! The core's counters: 32 bits, wrapping, as on the host port.

use crate::blocks::mtj_pair::golden::Outcome;
use crate::spec::Counter;

/// Values by [`Counter`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters(pub [u32; Counter::COUNT]);

impl Counters {
    /// Names in the order of the host map, as in the JSON.
    pub const NAMES: [&str; Counter::COUNT] = [
        "images",
        "events",
        "hidden_spikes",
        "draws",
        "pulses_ltp",
        "pulses_ltd",
        "switches",
        "saturations",
        "positive_drive",
        "negative_drive",
        "mask_switches",
    ];

    /// One counter.
    pub fn get(&self, counter: Counter) -> u32 {
        self.0[counter as usize]
    }

    /// Counts `count` more; wraps as the hardware does.
    #[inline]
    pub fn add(&mut self, counter: Counter, count: u32) {
        let value = &mut self.0[counter as usize];
        *value = value.wrapping_add(count);
    }

    /// Counts what a row's pulses did.
    #[inline]
    pub fn add_outcome(&mut self, outcome: Outcome) {
        self.add(Counter::Switches, outcome.switches);
        self.add(Counter::Saturations, outcome.saturations);
    }

    /// What was counted since `before`, across one wrap.
    pub fn since(&self, before: &Counters) -> Counters {
        Counters(std::array::from_fn(|i| self.0[i].wrapping_sub(before.0[i])))
    }
}
