//! Warp: the host's training augmentation, a random affine map and a random field on 5x5 control
//! points. Presentation `e N + i` has its own 64 words of stream 1, so images may be warped in any
//! order and on any core.

use crate::data::{Image, PIXELS, SIDE};
use crate::random::Stream;

/// Control points a side, one every [`PITCH`] pixels.
const POINTS: usize = 5;
const PITCH: usize = 7;
/// Cells a side that hold output pixels.
const CELLS: usize = POINTS - 1;
/// Vector lanes of a cell: its 7 pixels and the first of the next, which comes out the same.
const LANES: usize = 8;
/// The source image with zeros around it; a displacement moves at most 6 pixels.
const STRIDE: usize = 64;
const MARGIN: usize = 8;
const PADDED: usize = STRIDE * STRIDE;
/// Output pixels 2..=25 are computed, others are 0.
const BORDER: usize = 2;
/// Number of the ChaCha8 stream.
const STREAM: u64 = 1;

/// Displacements at the control points, 1/64 pixel; `[x or y][down][across]`.
type Field = [[[i16; POINTS]; POINTS]; 2];

/// A seeded source of warps; clone it for each thread.
#[derive(Clone, Debug)]
pub struct Warp {
    stream: Stream,
    padded: Box<[u8; PADDED + STRIDE + 2]>,
}

impl Warp {
    /// Warps of a seed.
    pub fn new(seed: u64) -> Self {
        Warp {
            stream: Stream::numbered(seed, STREAM),
            padded: Box::new([0; PADDED + STRIDE + 2]),
        }
    }

    /// The image as presentation `presentation` (epoch x images + index) shows it.
    pub fn warp(&mut self, image: &Image, presentation: u64) -> Image {
        let field = self.field(presentation);
        for (y, row) in image.as_chunks::<SIDE>().0.iter().enumerate() {
            self.padded[STRIDE * (y + MARGIN) + MARGIN..][..SIDE].copy_from_slice(row);
        }
        let mut out = [0; PIXELS];
        let rows = out.as_chunks_mut::<SIDE>().0.iter_mut().enumerate();
        for (y, row) in rows.skip(BORDER).take(SIDE - 2 * BORDER) {
            self.warp_row(&field, y, row);
        }
        out
    }

    fn field(&mut self, presentation: u64) -> Field {
        self.stream.seek(presentation);
        let mut random = |reach| self.stream.symmetric(reach);
        let (a, e) = (random(20), random(20));
        let (r, s) = (random(24), random(24));
        let (tx, ty) = (random(48), random(48));
        let mut field = [[[0; POINTS]; POINTS]; 2];
        for (v, i) in (-27..).step_by(14).zip(0..POINTS) {
            for (u, j) in (-27..).step_by(14).zip(0..POINTS) {
                field[0][i][j] = tx + (a * u + (s - r) * v) / 8 + random(80);
                field[1][i][j] = ty + (e * v + r * u) / 8 + random(80);
            }
        }
        field
    }

    #[inline(always)]
    fn warp_row(&self, field: &Field, y: usize, row: &mut [u8; SIDE]) {
        let (cell, below) = (y / PITCH, (y % PITCH) as i16);
        let mut line = [[0i16; POINTS]; 2];
        for axis in 0..2 {
            for j in 0..POINTS {
                line[axis][j] = between(field[axis][cell][j], field[axis][cell + 1][j], below);
            }
        }
        let mut wide = [0; CELLS * PITCH + 1];
        for j in 0..CELLS {
            let pixels = self.warp_cell(
                [line[0][j], line[0][j + 1]],
                [line[1][j], line[1][j + 1]],
                (PITCH * j) as i16,
                y as i16,
            );
            wide[PITCH * j..][..LANES].copy_from_slice(&pixels);
        }
        row[BORDER..SIDE - BORDER].copy_from_slice(&wide[BORDER..SIDE - BORDER]);
    }

    /// Eight pixels from `x` on: displacement, four neighbours each, bilinear mean.
    #[inline(always)]
    fn warp_cell(&self, dx: [i16; 2], dy: [i16; 2], x: i16, y: i16) -> [u8; LANES] {
        let mut index = [0u16; LANES];
        let mut across = [0i16; LANES];
        let mut down = [0i16; LANES];
        for l in 0..LANES {
            let lane = l as i16;
            let source_x = 64 * (x + lane + MARGIN as i16) + between(dx[0], dx[1], lane);
            let source_y = 64 * (y + MARGIN as i16) + between(dy[0], dy[1], lane);
            across[l] = source_x & 63;
            down[l] = source_y & 63;
            // 64 (source_y >> 6) + (source_x >> 6)
            index[l] = ((source_y & !63) + (source_x >> 6)) as u16;
        }
        let mut upper = [0u16; LANES];
        let mut lower = [0u16; LANES];
        for l in 0..LANES {
            let at = index[l] as usize % PADDED;
            upper[l] = u16::from_le_bytes([self.padded[at], self.padded[at + 1]]);
            lower[l] = u16::from_le_bytes([self.padded[at + STRIDE], self.padded[at + STRIDE + 1]]);
        }
        let mut out = [0; LANES];
        for l in 0..LANES {
            let mean =
                |pair: u16| (pair & 255) as i16 * (64 - across[l]) + (pair >> 8) as i16 * across[l];
            let sum = i32::from(mean(upper[l])) * i32::from(64 - down[l])
                + i32::from(mean(lower[l])) * i32::from(down[l]);
            out[l] = (sum >> 12) as u8;
        }
        out
    }
}

/// From `p` to `q` in sevenths, truncated to 0.
#[inline(always)]
fn between(p: i16, q: i16, sevenths: i16) -> i16 {
    (p * (PITCH as i16 - sevenths) + q * sevenths) / PITCH as i16
}
