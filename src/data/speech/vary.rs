//! Variants of an utterance: what another speaker, or the same one at another time, might have said.

use super::events::SEGMENTS;
use super::word::Word;

/// One in all numbers here.
pub const MILLI: i32 = 1000;

/// How an utterance is changed. The default changes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// The word begins later by this much of its length, 1/1000.
    pub start: i32,
    /// The word ends later by this much of its length, 1/1000.
    pub end: i32,
    /// Time runs faster first (below 0: later), 1/1000, within -999 and 999.
    pub warp: i32,
    /// Step of the vocal tract: an index of the front end's triangles, 0 as it is.
    pub tract: i32,
}

impl Variant {
    /// The word with its ends moved, inside the `num_frames` of the recording and not empty.
    pub fn cut(&self, word: Word, num_frames: usize) -> Word {
        let length = word.len() as i64;
        let moved = |at: usize, by: i32| {
            let by = (length * i64::from(by)).div_euclid(i64::from(MILLI));
            (at as i64 + by).clamp(0, num_frames as i64) as usize
        };
        let first = moved(word.first, self.start).min(num_frames - 1);
        Word {
            first,
            end: moved(word.end, self.end).max(first + 1),
        }
    }

    /// Frame where stretch `index` of a word of `length` frames begins.
    pub fn boundary(&self, index: usize, length: usize) -> usize {
        let (index, all) = (index as i64, SEGMENTS as i64);
        let even = index * all * i64::from(MILLI);
        let bent = i64::from(self.warp) * index * (all - index);
        let position = (even + bent) * length as i64 / (all * all * i64::from(MILLI));
        position as usize
    }
}
