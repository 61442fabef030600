//! Codes in time: trains of T input steps, a row a pixel.

use super::RowBits;
use crate::data::Image;

/// Brightness from which a pixel fires in the first step, and in the last.
const BRIGHTEST: usize = 192;
const DARKEST: usize = 64;
/// Feedback of the Galois LFSR.
const FEEDBACK: u16 = 0xB400;
/// Steps of the LFSR for a draw.
const DRAW_STEPS: u32 = 8;

/// Time to first spike: the brighter, the earlier; a pixel fires once, or not at all.
///
/// Step t of T admits what is at least `64 + floor(128 (T - 1 - t) / (T - 1))`: 192, 149, 106, 64 for
/// T = 4.
pub fn ttfs(image: &Image, steps: &mut [RowBits]) {
    let last = steps.len() - 1;
    let mut fired = RowBits::default();
    for (step, bits) in steps.iter_mut().enumerate() {
        let threshold = DARKEST + (BRIGHTEST - DARKEST) * (last - step) / last.max(1);
        let words = bits.0.iter_mut().zip(&mut fired.0).zip(image.chunks(64));
        for ((bits, fired), pixels) in words {
            let pixels = pixels.iter().enumerate();
            let bright = pixels.fold(0, |word, (i, &pixel)| {
                word | u64::from(usize::from(pixel) >= threshold) << i
            });
            *bits = bright & !*fired;
            *fired |= bright;
        }
    }
}

/// Rate: in each step a pixel fires with probability brightness / 256, drawn from a 16-bit LFSR.
///
/// Steps ascending, pixels above 0 ascending within: the LFSR advances by eight steps, and the pixel
/// fires where the low byte is below its brightness. The LFSR starts at FNV-1a (32 bit) over the
/// pixels, both halves XORed (0: at 1), so that the code is a function of the image alone.
pub fn rate(image: &Image, steps: &mut [RowBits]) {
    let mut state = start(image);
    for bits in steps {
        for (word, pixels) in bits.0.iter_mut().zip(image.chunks(64)) {
            *word = 0;
            for (i, &pixel) in pixels.iter().enumerate().filter(|(_, pixel)| **pixel > 0) {
                for _ in 0..DRAW_STEPS {
                    state = (state >> 1) ^ (FEEDBACK & (state & 1).wrapping_neg());
                }
                *word |= u64::from((state as u8) < pixel) << i;
            }
        }
    }
}

fn start(image: &Image) -> u16 {
    let digest = image.iter().fold(0x811C_9DC5_u32, |hash, &pixel| {
        (hash ^ u32::from(pixel)).wrapping_mul(0x0100_0193)
    });
    match (digest >> 16) as u16 ^ digest as u16 {
        0 => 1,
        state => state,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::PIXELS;

    /// Steps in which a pixel fires.
    fn fires(steps: &[RowBits], pixel: usize) -> Vec<usize> {
        let fires = |bits: &RowBits| bits.0[pixel / 64] >> (pixel % 64) & 1 == 1;
        (0..steps.len()).filter(|&t| fires(&steps[t])).collect()
    }

    #[test]
    fn brighter_is_earlier_and_once() {
        let mut image = [0; PIXELS];
        let cases = [
            (255, vec![0]),
            (192, vec![0]),
            (191, vec![1]),
            (149, vec![1]),
            (148, vec![2]),
            (106, vec![2]),
            (105, vec![3]),
            (64, vec![3]),
            (63, vec![]),
        ];
        for (i, (pixel, _)) in cases.iter().enumerate() {
            image[97 * i] = *pixel;
        }
        let mut steps = [RowBits::default(); 4];
        ttfs(&image, &mut steps);
        for (i, (pixel, expected)) in cases.iter().enumerate() {
            assert_eq!(&fires(&steps, 97 * i), expected, "{pixel}");
        }
        let mut two = [RowBits::default(); 2];
        ttfs(&image, &mut two);
        assert_eq!((fires(&two, 0), fires(&two, 97 * 2)), (vec![0], vec![1]));
    }

    #[test]
    fn the_rate_is_the_brightness() {
        let mut image = [0; PIXELS];
        image[..500].fill(128);
        image[500..600].fill(255);
        let mut steps = [RowBits::default(); 8];
        rate(&image, &mut steps);
        let spikes = |from: usize, to: usize| -> usize {
            (from..to).map(|pixel| fires(&steps, pixel).len()).sum()
        };
        assert!((1850..2150).contains(&spikes(0, 500)), "{}", spikes(0, 500));
        assert!((780..=800).contains(&spikes(500, 600)));
        assert_eq!(spikes(600, PIXELS), 0);
        let mut again = [RowBits::default(); 8];
        rate(&image, &mut again);
        assert_eq!(steps, again);
        image[0] = 129;
        rate(&image, &mut again);
        assert_ne!(steps, again);
    }
}
