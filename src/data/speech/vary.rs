//! Variants of an utterance: what another speaker, or the same one at another time, might have said.

use super::events::SEGMENTS;
use super::mel::BANDS;
use super::word::Word;
use crate::data::NUM_VIEWS;
use crate::random::Stream;

/// One in shares of a word's length.
pub const MILLI: i32 = 1000;
/// Reach of drawn variants: ends and time, 1/1000; steps of the vocal tract; gain, 1/16 octave.
const REACH_ENDS: i16 = 150;
const REACH_WARP: i16 = 300;
const REACH_TRACT: i16 = 5;
const REACH_GAIN: i16 = 10;

/// How an utterance is changed. The default changes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// The word begins later by this much of its length, 1/1000.
    pub start: i16,
    /// The word ends later by this much of its length, 1/1000.
    pub end: i16,
    /// Time runs faster first (below 0: later), 1/1000, within -999 and 999.
    pub warp: i16,
    /// Steps of 2 % by which the triangles lie higher, as for a shorter vocal tract.
    pub tract: i16,
    /// What is added to the levels of each band, 1/16 octave.
    pub gains: [i16; BANDS],
}

/// Beside the utterance as it is: four variants in which each change comes with either sign twice.
pub const VIEWS: [Variant; NUM_VIEWS] = [
    view(0, 0, 0),
    view(120, 200, 4),
    view(120, -200, -4),
    view(-120, 200, -4),
    view(-120, -200, 4),
];

/// A view later or earlier, bent in time, of another vocal tract.
const fn view(later: i16, warp: i16, tract: i16) -> Variant {
    Variant {
        start: later,
        end: later,
        warp,
        tract,
        gains: [0; BANDS],
    }
}

impl Variant {
    /// A random one: start, end, warp, tract, then the gain of each band.
    pub fn draw(stream: &mut Stream) -> Self {
        Variant {
            start: stream.symmetric(REACH_ENDS),
            end: stream.symmetric(REACH_ENDS),
            warp: stream.symmetric(REACH_WARP),
            tract: stream.symmetric(REACH_TRACT),
            gains: std::array::from_fn(|_| stream.symmetric(REACH_GAIN)),
        }
    }

    /// The word with its ends moved, inside the `num_frames` of the recording and not empty.
    pub fn cut(&self, word: Word, num_frames: usize) -> Word {
        let length = word.num_frames() as i64;
        let moved = |at: usize, by: i16| {
            let by = (length * i64::from(by)).div_euclid(i64::from(MILLI));
            (at as i64 + by).clamp(0, num_frames as i64) as usize
        };
        let first = moved(word.first, self.start).min(num_frames.saturating_sub(1));
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

#[cfg(test)]
mod tests {
    use super::*;

    const WORD: Word = Word { first: 10, end: 50 };

    #[test]
    fn the_default_changes_nothing() {
        let none = Variant::default();
        assert_eq!(none, VIEWS[0]);
        assert_eq!(none.cut(WORD, 60), WORD);
        for length in 1..200 {
            for index in 0..=SEGMENTS {
                assert_eq!(none.boundary(index, length), index * length / SEGMENTS);
            }
        }
    }

    #[test]
    fn every_variant_stays_within_the_recording() {
        let mut stream = Stream::new(1);
        for (word, num_frames) in [(WORD, 50), (Word { first: 0, end: 1 }, 1)] {
            for _ in 0..2000 {
                let variant = Variant::draw(&mut stream);
                let cut = variant.cut(word, num_frames);
                assert!(cut.first < cut.end && cut.end <= num_frames);
                let bounds: Vec<usize> = (0..=SEGMENTS)
                    .map(|i| variant.boundary(i, cut.num_frames()))
                    .collect();
                assert!(bounds.is_sorted());
                assert_eq!((bounds[0], bounds[SEGMENTS]), (0, cut.num_frames()));
            }
        }
    }

    #[test]
    fn changes_go_their_way() {
        let variant = view(250, 900, 0);
        assert_eq!(variant.cut(WORD, 100), Word { first: 20, end: 60 });
        assert!(variant.boundary(7, 40) > 20);
        assert!(view(0, -900, 0).boundary(7, 40) < 20);
    }
}
