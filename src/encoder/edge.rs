//! Edge encoders: the direction of the Sobel gradient, OR-ed over windows.
//!
//! A whole row of pixels is worked on at once, without branches, so that the compiler vectorises it.

use super::RowBits;
use crate::data::{Image, SIDE};

/// Pixels of a row that have a gradient (x = 3..=26; the windows end at 24).
const SPAN: usize = 24;
/// Rows that have a gradient (y = 3..=24).
const LINES: usize = 22;
/// First pixel, in x and in y, that has a gradient.
const FIRST: usize = 3;
/// An event needs |gx| + |gy| of at least this.
const THRESHOLD: i16 = 80;

/// 16 directions, 7x7 windows of 3x3 pixels side by side; row = 16 (7Y + X) + d.
pub fn edge16(image: &Image) -> RowBits {
    let halves = halves(image);
    let mut bits = RowBits::default();
    for window_y in 0..7 {
        let mut directions = [0u16; SPAN];
        for y in 0..3 {
            merge::<16>(&halves, 3 * window_y + y, &mut directions);
        }
        for (window_x, of_window) in directions.as_chunks::<3>().0[..7].iter().enumerate() {
            let cell = 7 * window_y + window_x;
            let any = of_window.iter().fold(0, |any, d| any | d);
            bits.0[cell / 4] |= u64::from(any) << (16 * (cell % 4));
        }
    }
    bits
}

/// 12 directions, 8x8 windows of 5x5 pixels that overlap; row = 12 (8Y + X) + d.
pub fn edge12(image: &Image) -> RowBits {
    let halves = halves(image);
    let mut of_rows = [[0u16; SPAN]; LINES];
    for (y, directions) in of_rows.iter_mut().enumerate() {
        merge::<12>(&halves, y, directions);
    }
    let mut bits = RowBits::default();
    for window_y in 0..8 {
        let mut directions = [0u16; SPAN];
        for row in &of_rows[5 * window_y / 2..][..5] {
            for (any, d) in directions.iter_mut().zip(row) {
                *any |= d;
            }
        }
        for window_x in 0..8 {
            let of_window = &directions[5 * window_x / 2..][..5];
            let any = of_window.iter().fold(0, |any, d| any | d);
            bits.or(12 * (8 * window_y + window_x), any);
        }
    }
    bits
}

/// Vertical halves of the Sobel sums, pixels 2..=27 of rows 3..=24. They are made for the whole image
/// before anything reads them: a vector load just after narrower or shifted stores waits for them.
struct Halves {
    /// above + 2 row + below
    smoothed: [[i16; SPAN + 2]; LINES],
    /// below - above
    difference: [[i16; SPAN + 2]; LINES],
}

fn halves(image: &Image) -> Halves {
    let mut halves = Halves {
        smoothed: [[0; SPAN + 2]; LINES],
        difference: [[0; SPAN + 2]; LINES],
    };
    let Halves {
        smoothed,
        difference,
    } = &mut halves;
    for (line, (smoothed, difference)) in smoothed.iter_mut().zip(difference).enumerate() {
        let row = |down: usize| &image[SIDE * (FIRST + line + down - 1) + FIRST - 1..][..SPAN + 2];
        let (above, row, below) = (row(0), row(1), row(2));
        for i in 0..SPAN + 2 {
            let [above, row, below] = [above[i], row[i], below[i]].map(i16::from);
            smoothed[i] = above + 2 * row + below;
            difference[i] = below - above;
        }
    }
    halves
}

/// ORs `1 << direction` of every event of a line into `directions`.
#[inline(always)]
fn merge<const DIRECTIONS: usize>(halves: &Halves, line: usize, directions: &mut [u16; SPAN]) {
    let (smoothed, difference) = (&halves.smoothed[line], &halves.difference[line]);
    for (i, merged) in directions.iter_mut().enumerate() {
        let gx = (smoothed[i + 2] - smoothed[i]) / 4;
        let gy = (difference[i] + 2 * difference[i + 1] + difference[i + 2]) / 4;
        let direction = if DIRECTIONS == 16 {
            direction16(gx, gy)
        } else {
            direction12(gx, gy)
        };
        let event = gx.abs() + gy.abs() >= THRESHOLD;
        *merged |= power_of_two(direction) & mask(event);
    }
}

#[inline(always)]
fn direction16(gx: i16, gy: i16) -> i16 {
    let (ax, ay) = (gx.abs(), gy.abs());
    let (most, least) = (ax.max(ay), ax.min(ay));
    // the three sectors of an octave, told apart by two comparisons
    let tilt = i16::from(5 * least >= most) + i16::from(3 * least >= 2 * most);
    let quarter = if ax > ay { tilt } else { 4 - tilt };
    let half = if gx > 0 { quarter } else { 8 - quarter };
    (if gy > 0 { half } else { 16 - half }) & 15
}

#[inline(always)]
fn direction12(gx: i16, gy: i16) -> i16 {
    let (ax, ay) = (gx.abs(), gy.abs());
    let same = (gx > 0) == (gy > 0);
    let diagonal = if ax > ay {
        if same { 1 } else { 5 }
    } else if same {
        2
    } else {
        4
    };
    let steep = if ay > 4 * ax { 3 } else { diagonal };
    let sector = if ax > 4 * ay { 0 } else { steep };
    let sign = if sector == 3 { gy } else { gx };
    2 * sector + i16::from(sign > 0)
}

/// `1 << exponent` for 0..=15 by sums: the baseline's vectors have no shift by lane, and written as
/// one the compiler goes through floats.
#[inline(always)]
fn power_of_two(exponent: i16) -> u16 {
    let bit = |bit: i16| mask(exponent & bit != 0);
    let mut power = 1 + (bit(1) & 1);
    power += (power & bit(2)).wrapping_mul(3);
    power += (power & bit(4)).wrapping_mul(15);
    power + (power & bit(8)).wrapping_mul(255)
}

/// All ones or none.
#[inline(always)]
fn mask(condition: bool) -> u16 {
    if condition { u16::MAX } else { 0 }
}
