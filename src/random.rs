//! Named random streams: ChaCha8 words and our own mapping to integers, so that no result moves
//! when a crate changes its distributions.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Words reserved for one presentation on a host stream.
const WORDS_A_PRESENTATION: u128 = 64;

/// One standard deviation of [`Stream::normal`].
pub const NORMAL_UNIT: i32 = 1 << 16;

/// A seeded stream of integers.
#[derive(Clone, Debug)]
pub struct Stream(ChaCha8Rng);

impl Stream {
    /// Stream 0 of a seed: start values, then the order of each epoch.
    pub fn new(seed: u64) -> Self {
        Stream(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Another stream of the same seed (1 warp, 2 embedded digits, 3 stuck cells, 4 curves
    /// of cells, 5 drawn sweeps, 6 and 7 noise on training and test images, 8 split, 9 variants, 10 and 11 noise
    /// on variants and on the test, 12 lessons of a new speaker).
    pub fn numbered(seed: u64, stream: u64) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream(stream);
        Stream(generator)
    }

    /// Goes to word `64 presentation`, wherever the stream stands.
    pub fn seek(&mut self, presentation: u64) {
        self.0
            .set_word_pos(WORDS_A_PRESENTATION * u128::from(presentation));
    }

    /// An integer in `0..bound`: `(word * bound) >> 32`.
    pub fn below(&mut self, bound: u32) -> u32 {
        ((u64::from(self.0.next_u32()) * u64::from(bound)) >> 32) as u32
    }

    /// An integer in `-reach..=reach`.
    pub fn symmetric(&mut self, reach: i16) -> i16 {
        let bound = 2 * u32::from(reach.unsigned_abs()) + 1;
        self.below(bound) as i16 - reach
    }

    /// A normal deviate in units of 1/[`NORMAL_UNIT`]: the sum of twelve uniform 16-bit numbers less
    /// its mean, which has variance 1 and stays within 6 (halves of six words, the lower first).
    pub fn normal(&mut self) -> i32 {
        let mut sum = -6 * NORMAL_UNIT;
        for _ in 0..6 {
            let word = self.0.next_u32();
            sum += (word & 0xFFFF) as i32 + (word >> 16) as i32;
        }
        sum
    }

    /// Fisher-Yates from the top: `i = n-1..1`, `j = below(i + 1)`, swap.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            let j = self.below(i as u32 + 1) as usize;
            items.swap(i, j);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seek_is_absolute() {
        let mut stream = Stream::numbered(7, 1);
        stream.seek(3);
        let first: Vec<u32> = (0..56).map(|_| stream.below(1000)).collect();
        stream.seek(9);
        stream.below(5);
        stream.seek(3);
        let again: Vec<u32> = (0..56).map(|_| stream.below(1000)).collect();
        assert_eq!(first, again);
    }

    #[test]
    fn normal_deviates_have_variance_one() {
        let mut stream = Stream::new(1);
        let drawn: Vec<f64> = (0..20_000)
            .map(|_| f64::from(stream.normal()) / f64::from(NORMAL_UNIT))
            .collect();
        let mean = drawn.iter().sum::<f64>() / 20_000.0;
        let variance = drawn.iter().map(|x| x * x).sum::<f64>() / 20_000.0;
        assert!(
            mean.abs() < 0.03 && (variance - 1.0).abs() < 0.04,
            "{mean} {variance}"
        );
    }

    #[test]
    fn symmetric_keeps_its_bounds() {
        let mut stream = Stream::new(1);
        let drawn: Vec<i16> = (0..2000).map(|_| stream.symmetric(20)).collect();
        assert_eq!(drawn.iter().min(), Some(&-20));
        assert_eq!(drawn.iter().max(), Some(&20));
    }
}
