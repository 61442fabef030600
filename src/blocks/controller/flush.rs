//! How long the draining states last.

use crate::blocks::readout::rtl::SUM_LATENCY;

/// Cycles from the scan's end, which is told late, to the sums, less one.
pub(super) const SCAN_FLUSH: i128 = 1 + SUM_LATENCY;
/// Cycles from the last class to whether the margin is met.
pub(super) const DECIDE_FLUSH: i128 = 2;
/// Cycles from the last walked column to its rival's cell.
pub(super) const OUT_FLUSH: i128 = 6;
/// Cycles from the last lane filled to its thresholds.
pub(super) const FILL_FLUSH: i128 = 6;
/// Cycles from the last taught word to the counters.
pub(super) const HIDDEN_FLUSH: i128 = 8;
