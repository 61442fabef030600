//! Normaliser: one pass of integer moments takes slant and width out of the image.

use crate::data::{Image, PIXELS, SIDE};

/// Moments are taken about this pixel.
const CENTRE: i32 = 14;
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
    let mut sums = [[0i16; SIDE]; 3];
    let [of_v, of_vy, of_vyy] = &mut sums;
    for (row, y) in image.as_chunks::<SIDE>().0.iter().zip(-CENTRE as i16..) {
        for x in 0..SIDE {
            let v = i16::from(row[x] >> 4);
            of_v[x] += v;
            of_vy[x] += v * y;
            of_vyy[x] += v * (y * y);
        }
    }
    let weighted = |sums: &[i16; SIDE], weight: fn(i32) -> i32| -> i32 {
        let terms = sums.iter().zip(-CENTRE..);
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

fn resample(image: &Image, shape: Shape) -> Image {
    let step = 4 * shape.scale;
    let start = 896 + 4 * shape.centre_x + ((step * (-224 - shape.centre_x)) >> 4);
    let mut out = [0; PIXELS];
    // pixel and right neighbour of a source row, zeros around; blank rows stay blank
    let mut pairs = [0u16; BUFFER];
    let rows = image
        .as_chunks::<SIDE>()
        .0
        .iter()
        .zip(out.as_chunks_mut::<SIDE>().0);
    for ((source, target), y) in rows.zip(-CENTRE..) {
        if *source == [0; SIDE] {
            continue;
        }
        fill_pairs(&mut pairs, source);
        let first = start + ((shape.slant * (16 * y - shape.centre_y)) >> 4);
        resample_row(&pairs, first as i16, step as i16, target);
    }
    out
}

#[inline(always)]
fn fill_pairs(pairs: &mut [u16; BUFFER], row: &[u8; SIDE]) {
    let pairs = &mut pairs[MARGIN - 1..MARGIN + SIDE];
    pairs[0] = u16::from(row[0]) << 8;
    for x in 0..SIDE - 1 {
        pairs[x + 1] = u16::from(row[x]) | u16::from(row[x + 1]) << 8;
    }
    pairs[SIDE] = u16::from(row[SIDE - 1]);
}

/// `first` and `step` in 1/64 pixel; the weights have 3 bits.
#[inline(always)]
fn resample_row(pairs: &[u16; BUFFER], first: i16, step: i16, target: &mut [u8; SIDE]) {
    let mut found = [0u16; SIDE];
    let mut position = i32::from(first) + 64 * MARGIN as i32;
    for pair in &mut found {
        *pair = pairs[(position >> 6) as usize % BUFFER];
        position += i32::from(step);
    }
    for (x, out) in target.iter_mut().enumerate() {
        let fraction = ((first + step * x as i16) >> 3) & 7;
        let (left, right) = ((found[x] & 255) as i16, (found[x] >> 8) as i16);
        *out = ((left * (8 - fraction) + right * fraction) >> 3) as u8;
    }
}
