//! Noise on images, before anything else is done to them.

use super::{Image, Images, SIDE};
use crate::random::{NORMAL_UNIT, Stream};
use crate::spec::Noise;

/// Streams of the seed: training images, test images.
const STREAMS: [u64; 2] = [6, 7];

/// Which images.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// To learn from.
    Train,
    /// To be judged by.
    Test,
}

/// The images with noise, image by image from one stream: first the displacement (right, down; 0
/// outside), then what is added to each pixel (clipped to 0 and 255), then pixels set to 0 or 255.
/// An image has the same noise in every epoch.
pub fn noisy(images: &Images, noise: Noise, seed: u64, split: Split) -> Images {
    let mut out = images.clone();
    if noise.is_none() {
        return out;
    }
    let mut stream = Stream::numbered(seed, STREAMS[split as usize]);
    for image in out.pixels.as_chunks_mut().0 {
        disturb(image, noise, &mut stream);
    }
    out
}

fn disturb(image: &mut Image, noise: Noise, stream: &mut Stream) {
    let unit = 1000 * i64::from(NORMAL_UNIT);
    let reach = (noise.shift_milli / 1000) as i16;
    if reach > 0 {
        let (right, down) = (stream.symmetric(reach), stream.symmetric(reach));
        *image = shifted(image, isize::from(right), isize::from(down));
    }
    if noise.gauss_milli > 0 {
        for pixel in image.iter_mut() {
            let scaled = i64::from(stream.normal()) * i64::from(noise.gauss_milli);
            let added = (scaled + unit / 2).div_euclid(unit);
            *pixel = (i64::from(*pixel) + added).clamp(0, 255) as u8;
        }
    }
    if noise.salt_milli > 0 {
        for pixel in image.iter_mut() {
            if stream.below(1000) < noise.salt_milli {
                *pixel = 255 * stream.below(2) as u8;
            }
        }
    }
}

fn shifted(image: &Image, right: isize, down: isize) -> Image {
    let side = SIDE as isize;
    std::array::from_fn(|at| {
        let (y, x) = (at as isize / side - down, at as isize % side - right);
        let inside = (0..side).contains(&y) && (0..side).contains(&x);
        if inside {
            image[(y * side + x) as usize]
        } else {
            0
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::PIXELS;

    fn grey(count: usize) -> Images {
        Images::new(vec![100; count * PIXELS], vec![0; count]).unwrap()
    }

    fn of(text: &str, split: Split) -> Images {
        noisy(&grey(20), Noise::parse(text).unwrap(), 1, split)
    }

    #[test]
    fn each_kind_does_what_it_says() {
        let pixels = |text| of(text, Split::Test).pixels;
        assert_eq!(pixels("none"), grey(20).pixels);
        let salt = pixels("salt=0.1");
        let [black, white] = [0, 255].map(|v| salt.iter().filter(|&&p| p == v).count());
        assert!(
            (700..870).contains(&black) && (700..870).contains(&white),
            "{black} {white}"
        );
        let gauss = pixels("gauss=10");
        let sum: f64 = gauss.iter().map(|&p| (f64::from(p) - 100.0).powi(2)).sum();
        let sigma = (sum / gauss.len() as f64).sqrt();
        assert!((sigma - 10.0).abs() < 0.3, "{sigma}");
        let shift = pixels("shift=2");
        assert!(shift.iter().all(|&p| p == 0 || p == 100) && shift.contains(&0));
    }

    #[test]
    fn a_displacement_keeps_the_picture() {
        let mut image = [0; PIXELS];
        image[SIDE * 5 + 7] = 9;
        assert_eq!(shifted(&image, 2, -3)[SIDE * 2 + 9], 9);
        assert_eq!(shifted(&image, -8, 0), [0; PIXELS]);
    }

    #[test]
    fn noise_is_seeded_and_differs_between_the_splits() {
        assert_eq!(of("salt=0.1", Split::Test), of("salt=0.1", Split::Test));
        assert_ne!(of("salt=0.1", Split::Test), of("salt=0.1", Split::Train));
    }
}
