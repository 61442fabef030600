//! Normaliser: one pass of integer moments takes slant and width out of the image.

use crate::data::{Image, PIXELS, SIDE};

/// Moments are taken about this pixel.
const CENTRE: i32 = 14;
/// Vector lanes of a row: its pixels and four more.
const LANES: usize = 32;
/// Source positions lie within -40..=110 of a row; the buffer holds zeros around it.
const BUFFER: usize = 256;
/// Where pixel 0 stands in the buffer.
const MARGIN: usize = 64;

/// Slant, scale and centre of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shape {
    /// Centre from pixel 14, 1/16 pixel.
    centre_x: i32,
    centre_y: i32,
    /// Slant, 1/64 (-64 to 64).
    slant: i32,
    /// Scale, 1/16 (11 to 22).
    scale: i32,
}

/// The image without slant, its width brought to a standard spread.
pub fn normalise(image: &Image) -> Image {
    resample(image, measure(image))
}

fn measure(image: &Image) -> Shape {
    // per pixel column: sums of v, vY and vYY over the rows; the largest is 15 * 1834
    let mut sums = [[0i16; LANES]; 3];
    for y in 0..SIDE - 1 {
        // the lanes past the row see the next one; nobody asks them
        add_row(&mut sums, &image[SIDE * y..], y);
    }
    let mut last = [0; LANES];
    last[..SIDE].copy_from_slice(&image[SIDE * (SIDE - 1)..]);
    add_row(&mut sums, &last, SIDE - 1);
    let [of_v, of_vy, of_vyy] = &sums;
    let weighted = |sums: &[i16; LANES], weight: fn(i32) -> i32| -> i32 {
        let terms = sums[..SIDE].iter().zip(-CENTRE..);
        terms.map(|(&sum, x)| i32::from(sum) * weight(x)).sum()
    };
    let mass = weighted(of_v, |_| 1).max(1);
    let (sx, sy) = (weighted(of_v, |x| x), weighted(of_vy, |_| 1));
    let xx = weighted(of_v, |x| x * x) - sx * sx / mass;
    let xy = weighted(of_vy, |x| x) - sx * sy / mass;
    let yy = (weighted(of_vyy, |_| 1) - sy * sy / mass).max(1);
    let slant = (64 * xy / yy).clamp(-64, 64);
    let variance = xx - slant * xy / 64;
    let wider = |j: &i32| 64 * variance >= mass * (2 * j + 1) * (2 * j + 1);
    Shape {
        centre_x: 16 * sx / mass,
        centre_y: 16 * sy / mass,
        slant,
        scale: 11 + (11..=21).filter(wider).count() as i32,
    }
}

#[inline(always)]
fn add_row(sums: &mut [[i16; LANES]; 3], pixels: &[u8], y: usize) {
    let y = y as i16 - CENTRE as i16;
    let [of_v, of_vy, of_vyy] = sums;
    let pixels = &pixels[..LANES];
    for l in 0..LANES {
        let v = i16::from(pixels[l] >> 4);
        of_v[l] += v;
        of_vy[l] += v * y;
        of_vyy[l] += v * (y * y);
    }
}

fn resample(image: &Image, shape: Shape) -> Image {
    let step = 4 * shape.scale;
    let start = 896 + 4 * shape.centre_x + ((step * (-224 - shape.centre_x)) >> 4);
    // a source row with zeros around it
    let mut padded = [0; BUFFER + 1];
    // a row writes a few lanes too many, which the next one overwrites
    let mut out = [0; PIXELS + LANES - SIDE];
    for (y, source) in image.as_chunks::<SIDE>().0.iter().enumerate() {
        let target = &mut out[SIDE * y..][..LANES];
        if *source == [0; SIDE] {
            target.fill(0);
            continue;
        }
        padded[MARGIN..MARGIN + SIDE].copy_from_slice(source);
        let down = 16 * (y as i32 - CENTRE) - shape.centre_y;
        let first = start + ((shape.slant * down) >> 4);
        target.copy_from_slice(&resample_row(&padded, first, step));
    }
    std::array::from_fn(|i| out[i])
}

/// `first` and `step` in 1/64 pixel; the weights have 3 bits.
#[inline(always)]
fn resample_row(padded: &[u8; BUFFER + 1], first: i32, step: i32) -> [u8; LANES] {
    let mut pairs = [0u16; LANES];
    let mut position = first + 64 * MARGIN as i32;
    for pair in &mut pairs[..SIDE] {
        let at = (position >> 6) as usize % BUFFER;
        *pair = u16::from_le_bytes([padded[at], padded[at + 1]]);
        position += step;
    }
    let mut out = [0; LANES];
    for l in 0..LANES {
        let fraction = ((first as i16 + step as i16 * l as i16) >> 3) & 7;
        let (left, right) = ((pairs[l] & 255) as i16, (pairs[l] >> 8) as i16);
        out[l] = ((left * (8 - fraction) + right * fraction) >> 3) as u8;
    }
    out
}
