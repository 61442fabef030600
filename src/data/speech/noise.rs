//! White noise on a recording.

use crate::random::{NORMAL_UNIT, Stream};

/// A decibel of power.
const DECIBEL: f64 = 1.258_925_411_794_167_2;

/// Adds white noise `snr_db` below the mean power of the samples, in place of what `out` held.
pub fn add(samples: &[i16], snr_db: u32, stream: &mut Stream, out: &mut Vec<i16>) {
    let square = |&s: &i16| i64::from(s) * i64::from(s);
    let energy: i64 = samples.iter().map(square).sum();
    // multiplied step by step: the same bits everywhere
    let ratio = (0..snr_db).fold(1.0, |ratio, _| ratio * DECIBEL);
    let deviation = (energy as f64 / samples.len().max(1) as f64 / ratio).sqrt();
    let unit = deviation / f64::from(NORMAL_UNIT);
    out.clear();
    out.extend(samples.iter().map(|&sample| {
        let noisy = f64::from(sample) + unit * f64::from(stream.normal());
        // a number out of range becomes the last in it
        noisy.round() as i16
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noise_has_the_power_asked_for() {
        let tone = |i: i32| if i % 8 < 4 { 3000 } else { -3000 };
        let clean: Vec<i16> = (0..40_000).map(tone).collect();
        let mut noisy = Vec::new();
        for snr_db in [10, 20, 30] {
            add(&clean, snr_db, &mut Stream::new(1), &mut noisy);
            let pairs = clean.iter().zip(&noisy);
            let difference = pairs.map(|(&a, &b)| (f64::from(a) - f64::from(b)).powi(2));
            let power = difference.sum::<f64>() / clean.len() as f64;
            let found = 10.0 * (9e6 / power).log10();
            assert!((found - f64::from(snr_db)).abs() < 0.2, "{found}");
        }
        add(&[i16::MAX; 100], 0, &mut Stream::new(1), &mut noisy);
        assert!(noisy.contains(&i16::MAX));
        add(&[], 20, &mut Stream::new(1), &mut noisy);
        assert!(noisy.is_empty());
    }
}
