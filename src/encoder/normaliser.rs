//! Normaliser: one pass of integer moments takes slant and width out of the image.

use crate::data::{Image, PIXELS, SIDE};

/// Moments are taken about this pixel.
const CENTRE: i32 = 14;
/// Vector lanes of a row: its pixels and four more.
const LANES: usize = 32;
/// Zeros on either side of a row; sources farther out are as good as these.
const MARGIN: usize = 2;

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

/// All pixels are found before any is blended: a vector load just after narrow stores waits for them.
fn resample(image: &Image, shape: Shape) -> Image {
    let step = (4 * shape.scale) as i16;
    let start = 896 + 4 * shape.centre_x + ((i32::from(step) * (-224 - shape.centre_x)) >> 4);
    let mut padded = [[0u8; LANES + 1]; SIDE];
    let mut pairs = [[0u16; LANES]; SIDE];
    let mut firsts = [0; SIDE];
    for (y, source) in image.as_chunks::<SIDE>().0.iter().enumerate() {
        padded[y][MARGIN..MARGIN + SIDE].copy_from_slice(source);
        let down = 16 * (y as i32 - CENTRE) - shape.centre_y;
        firsts[y] = (start + ((shape.slant * down) >> 4)) as i16;
    }
    for (y, source) in image.as_chunks::<SIDE>().0.iter().enumerate() {
        if *source != [0; SIDE] {
            find(&padded[y], firsts[y], step, &mut pairs[y]);
        }
    }
    let mut out = [0; PIXELS];
    for y in 0..SIDE - 1 {
        // the lanes past the row are overwritten by the next one
        out[SIDE * y..][..LANES].copy_from_slice(&blend(&pairs[y], firsts[y], step));
    }
    let last = blend(&pairs[SIDE - 1], firsts[SIDE - 1], step);
    out[PIXELS - SIDE..].copy_from_slice(&last[..SIDE]);
    out
}

/// Left and right neighbour of each pixel's source, 0 outside; `first` and `step` in 1/64 pixel.
#[inline(always)]
fn find(row: &[u8; LANES + 1], first: i16, step: i16, pairs: &mut [u16; LANES]) {
    let mut index = [0u16; LANES];
    for (l, index) in index.iter_mut().enumerate() {
        let position = (first + step * l as i16) >> 6;
        *index = (position.max(-(MARGIN as i16)).min(SIDE as i16) + MARGIN as i16) as u16;
    }
    for (pair, index) in pairs[..SIDE].iter_mut().zip(index) {
        let at = usize::from(index) % LANES;
        *pair = u16::from_le_bytes([row[at], row[at + 1]]);
    }
}

/// Weights of 3 bits.
#[inline(always)]
fn blend(pairs: &[u16; LANES], first: i16, step: i16) -> [u8; LANES] {
    let mut out = [0; LANES];
    for l in 0..LANES {
        let fraction = ((first + step * l as i16) >> 3) & 7;
        let (left, right) = ((pairs[l] & 255) as i16, (pairs[l] >> 8) as i16);
        out[l] = ((left * (8 - fraction) + right * fraction) >> 3) as u8;
    }
    out
}
