//! Fourteen triangles on the mel scale.

use super::fft::{BINS, FRAME, Power};

/// Mel bands.
pub const BANDS: usize = 14;
/// Sampling rate, Hz.
pub const RATE: u32 = 8000;
/// Edges of the outermost triangles, Hz.
const EDGES_HZ: [f64; 2] = [100.0, 3900.0];
/// The taps of a band sum to one, in twelve bits.
const TAP_SHIFT: u32 = 12;

/// The taps of all bands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mel {
    bands: [Band; BANDS],
}

/// A band: its first bin and a tap for each from there on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Band {
    first: usize,
    taps: Vec<u64>,
}

fn mel_of_hz(hz: f64) -> f64 {
    2595.0 * (1.0 + hz / 700.0).log10()
}

fn hz_of_mel(mel: f64) -> f64 {
    700.0 * (10f64.powf(mel / 2595.0) - 1.0)
}

impl Mel {
    /// Triangles for a vocal tract whose resonances lie `stretch` times higher: 1 is the recipe.
    pub fn new(stretch: f64) -> Self {
        let [low, high] = EDGES_HZ.map(mel_of_hz);
        let edge = |i: usize| {
            let even = hz_of_mel(low + (high - low) * i as f64 / (BANDS + 1) as f64);
            stretch * even
        };
        Mel {
            bands: std::array::from_fn(|band| Band::new([0, 1, 2].map(|i| edge(band + i)))),
        }
    }

    /// Bins and taps of a band, in twelve bits.
    pub fn taps(&self, band: usize) -> Vec<(usize, u64)> {
        let Band { first, taps } = &self.bands[band];
        (*first..).zip(taps.iter().copied()).collect()
    }

    /// Energy of each band.
    pub fn energies(&self, power: &Power) -> [u64; BANDS] {
        let energy = |band: &Band| {
            let bins = power[band.first..].iter().zip(&band.taps);
            bins.map(|(power, tap)| power * tap).sum::<u64>() >> TAP_SHIFT
        };
        self.bands.each_ref().map(energy)
    }
}

impl Band {
    fn new([left, top, right]: [f64; 3]) -> Self {
        let height = |bin: usize| {
            let hz = bin as f64 * f64::from(RATE) / FRAME as f64;
            let rising = (hz - left) / (top - left);
            let falling = (right - hz) / (right - top);
            rising.min(falling).max(0.0)
        };
        let heights: Vec<f64> = (0..BINS).map(height).collect();
        let sum: f64 = heights.iter().sum();
        let one = f64::from(1u32 << TAP_SHIFT);
        let taps = heights.iter().map(|h| (one * h / sum).round() as u64);
        let taps: Vec<u64> = taps.collect();
        let first = taps.iter().position(|&tap| tap > 0).unwrap_or(0);
        let end = taps
            .iter()
            .rposition(|&tap| tap > 0)
            .map_or(first, |at| at + 1);
        Band {
            first,
            taps: taps[first..end].to_vec(),
        }
    }
}
