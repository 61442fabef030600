//! From frames to events: 14 bands in 14 stretches of time, logarithm, gradients, and the cells where
//! they are steepest.

use super::fft::Power;
use super::mel::{BANDS, Mel};
use super::vary::Variant;
use super::word::Word;
use crate::data::PIXELS;

/// Stretches of time that a word is cut into.
pub const SEGMENTS: usize = 14;
/// Cells of a channel.
pub const CELLS: usize = BANDS * SEGMENTS;
/// Gradients that rise and fall along the bands, and along time.
pub const CHANNELS: usize = 4;
/// Cells of a channel that fire, but for ties.
const STEEPEST: usize = 59;
/// Fraction bits of a logarithm.
const LOG_BITS: u32 = 4;
/// Levels lower than the highest by more are raised: 20 octaves.
const DEPTH: i32 = 320;

/// Logarithms of energy, by band and time.
pub type Levels = [[i32; SEGMENTS]; BANDS];
/// Active rows: `channel * 196 + band * 14 + time`.
pub type Events = [bool; PIXELS];

/// Levels of a word.
pub fn levels(frames: &[Power], word: Word, mel: &Mel, variant: &Variant) -> Levels {
    let word = variant.cut(word, frames.len());
    let mut levels = [[0; SEGMENTS]; BANDS];
    for time in 0..SEGMENTS {
        let from = variant.boundary(time, word.num_frames());
        let to = variant.boundary(time + 1, word.num_frames()).max(from + 1);
        let mut sums = [0u64; BANDS];
        for power in &frames[word.first + from..word.first + to] {
            let energies = mel.energies(power);
            sums.iter_mut().zip(energies).for_each(|(sum, e)| *sum += e);
        }
        for (levels, sum) in levels.iter_mut().zip(sums) {
            levels[time] = log2(sum / (to - from) as u64 + 1);
        }
    }
    let highest = levels.iter().flatten().copied().max().unwrap_or(0);
    for level in levels.iter_mut().flatten() {
        *level = (*level).max(highest - DEPTH);
    }
    for (levels, &gain) in levels.iter_mut().zip(&variant.gains) {
        levels
            .iter_mut()
            .for_each(|level| *level += i32::from(gain));
    }
    levels
}

/// Mitchell's binary logarithm in 1/16: the place of the leading one, and the four bits behind it.
fn log2(value: u64) -> i32 {
    let place = value.max(1).ilog2();
    let mantissa = if place >= LOG_BITS {
        value >> (place - LOG_BITS)
    } else {
        value << (LOG_BITS - place)
    };
    ((place << LOG_BITS) as i32) + (mantissa & ((1 << LOG_BITS) - 1)) as i32
}

/// The steepest cells of each channel.
pub fn events(levels: &Levels) -> Events {
    let mut events = [false; PIXELS];
    for channel in 0..CHANNELS {
        let mut steepness = [0i32; CELLS];
        for (cell, steep) in steepness.iter_mut().enumerate() {
            let (band, time) = (cell / SEGMENTS, cell % SEGMENTS);
            let rise = if channel < 2 {
                levels[(band + 1).min(BANDS - 1)][time] - levels[band.saturating_sub(1)][time]
            } else {
                levels[band][(time + 1).min(SEGMENTS - 1)] - levels[band][time.saturating_sub(1)]
            };
            *steep = if channel % 2 == 0 { rise } else { -rise };
        }
        let mut sorted = steepness;
        let (_, &mut least, _) = sorted.select_nth_unstable_by(STEEPEST - 1, |a, b| b.cmp(a));
        let fires = &mut events[channel * CELLS..][..CELLS];
        for (fires, &steep) in fires.iter_mut().zip(&steepness) {
            *fires = steep >= least.max(1);
        }
    }
    events
}
