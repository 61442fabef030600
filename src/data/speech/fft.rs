//! The spectrum of a frame in integers: Hann window, 256-point radix-2 transform, power.

/// Samples of a frame: 32 ms at 8 kHz.
pub const FRAME: usize = 256;
/// Bins of a spectrum: 0 to 4000 Hz in steps of 31.25 Hz.
pub const BINS: usize = FRAME / 2 + 1;

/// One in the window and in the twiddle factors.
const ONE: f64 = 32767.0;
/// A windowed sample keeps four bits of fraction.
const WINDOW_SHIFT: u32 = 11;
const TWIDDLE_SHIFT: u32 = 15;
const POWER_SHIFT: u32 = 8;

/// Power of a frame by bin.
pub type Power = [u64; BINS];

/// Tables of the transform.
#[derive(Clone, Debug)]
pub struct Transform {
    window: [i32; FRAME],
    /// Twiddle factors (cos, -sin) of 2 pi k / 256, k below 128.
    twiddles: [(i32, i32); FRAME / 2],
    /// Bit-reversed index.
    reversed: [u8; FRAME],
}

impl Default for Transform {
    fn default() -> Self {
        let angle = |i: usize| 2.0 * std::f64::consts::PI * i as f64 / FRAME as f64;
        let hann = |i: usize| (ONE * (0.5 - 0.5 * angle(i).cos())).round() as i32;
        let twiddle = |k: usize| {
            let (sin, cos) = angle(k).sin_cos();
            ((ONE * cos).round() as i32, (-ONE * sin).round() as i32)
        };
        Transform {
            window: std::array::from_fn(hann),
            twiddles: std::array::from_fn(twiddle),
            reversed: std::array::from_fn(|i| (i as u8).reverse_bits()),
        }
    }
}

impl Transform {
    /// The power of a frame; samples past the end are 0.
    ///
    /// `(x window + 1024) >> 11`; in the transform each sum of products is rounded by
    /// `(... + 16384) >> 15`, nothing is scaled; `(re^2 + im^2) >> 8`.
    pub fn power(&self, samples: &[i16], power: &mut Power) {
        let (mut re, mut im) = ([0i32; FRAME], [0i32; FRAME]);
        for (i, (&sample, &window)) in samples.iter().zip(&self.window).enumerate() {
            let half = 1 << (WINDOW_SHIFT - 1);
            let windowed = (i32::from(sample) * window + half) >> WINDOW_SHIFT;
            re[usize::from(self.reversed[i])] = windowed;
        }
        let mut size = 1;
        while size < FRAME {
            let step = FRAME / 2 / size;
            for start in (0..FRAME).step_by(2 * size) {
                let (re_low, re_high) = re[start..start + 2 * size].split_at_mut(size);
                let (im_low, im_high) = im[start..start + 2 * size].split_at_mut(size);
                let twiddles = self.twiddles.iter().step_by(step);
                let low = re_low.iter_mut().zip(im_low);
                let high = re_high.iter_mut().zip(im_high);
                for ((low, high), &twiddle) in low.zip(high).zip(twiddles) {
                    let turned = turn((*high.0, *high.1), twiddle);
                    (*high.0, *high.1) = (*low.0 - turned.0, *low.1 - turned.1);
                    (*low.0, *low.1) = (*low.0 + turned.0, *low.1 + turned.1);
                }
            }
            size *= 2;
        }
        for (power, (&re, &im)) in power.iter_mut().zip(re.iter().zip(&im)) {
            let (re, im) = (i64::from(re), i64::from(im));
            *power = ((re * re + im * im) as u64) >> POWER_SHIFT;
        }
    }
}

/// The product of two complex numbers, the second a twiddle factor.
#[inline]
fn turn((re, im): (i32, i32), (cos, sin): (i32, i32)) -> (i32, i32) {
    let half = 1i64 << (TWIDDLE_SHIFT - 1);
    let [re, im, cos, sin] = [re, im, cos, sin].map(i64::from);
    let rounded = |sum: i64| ((sum + half) >> TWIDDLE_SHIFT) as i32;
    (rounded(re * cos - im * sin), rounded(re * sin + im * cos))
}
