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
/// Vector lanes of a cell: its 7 pixels and one that the next cell overwrites.
const LANES: usize = 8;
/// Lanes of a row.
const SPAN: usize = CELLS * LANES;
/// A lane's place in its cell.
const SEVENTHS: [i16; SPAN] = {
    let mut sevenths = [0; SPAN];
    let mut l = 0;
    while l < SPAN {
        sevenths[l] = (l % LANES) as i16;
        l += 1;
    }
    sevenths
};
/// A lane's pixel in the padded image, 1/64 pixel.
const BASE_X: [i16; SPAN] = {
    let mut base = [0; SPAN];
    let mut l = 0;
    while l < SPAN {
        base[l] = 64 * (PITCH * (l / LANES) + l % LANES + MARGIN) as i16;
        l += 1;
    }
    base
};
/// All ones where a lane's pixel is not of the border.
const INSIDE: [u8; SPAN] = {
    let mut inside = [0; SPAN];
    let mut l = 0;
    while l < SPAN {
        let x = PITCH * (l / LANES) + l % LANES;
        inside[l] = if x >= BORDER && x < SIDE - BORDER {
            255
        } else {
            0
        };
        l += 1;
    }
    inside
};
/// The source image with zeros around it; a displacement moves at most 6 pixels.
const STRIDE: usize = 64;
const MARGIN: usize = 8;
const PADDED: usize = STRIDE * STRIDE;
/// Output pixels 2..=25 are computed, others are 0.
const BORDER: usize = 2;
/// Rows that are computed.
const LINES: usize = SIDE - 2 * BORDER;
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
        // everything is found before anything is blended: a vector load just after narrow stores waits
        let mut sources = [Source::EMPTY; LINES];
        for (line, source) in sources.iter_mut().enumerate() {
            source.place(&field, BORDER + line);
            source.gather(&self.padded);
        }
        let mut out = [0; PIXELS];
        for (line, source) in sources.iter().enumerate() {
            let row = &mut out[SIDE * (BORDER + line)..];
            let cells = source.blend();
            for (cell, pixels) in cells.as_chunks::<LANES>().0.iter().enumerate() {
                row[PITCH * cell..][..LANES].copy_from_slice(pixels);
            }
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
}

/// Where the pixels of a row come from.
#[derive(Clone, Copy)]
struct Source {
    /// Upper left neighbour in the padded image.
    index: [u16; SPAN],
    /// Fractions of the position, 1/64 pixel.
    across: [i16; SPAN],
    down: [i16; SPAN],
    /// The four neighbours, as two pairs of bytes.
    upper: [u16; SPAN],
    lower: [u16; SPAN],
}

impl Source {
    const EMPTY: Source = Source {
        index: [0; SPAN],
        across: [0; SPAN],
        down: [0; SPAN],
        upper: [0; SPAN],
        lower: [0; SPAN],
    };

    #[inline(always)]
    fn place(&mut self, field: &Field, y: usize) {
        let (cell, below) = (y / PITCH, (y % PITCH) as i16);
        // displacement at the left and at the right end of each lane's cell
        let mut ends = [[[0i16; SPAN]; 2]; 2];
        for (ends, points) in ends.iter_mut().zip(field) {
            let line: [i16; POINTS] =
                std::array::from_fn(|j| between(points[cell][j], points[cell + 1][j], below));
            for j in 0..CELLS {
                ends[0][LANES * j..][..LANES].fill(line[j]);
                ends[1][LANES * j..][..LANES].fill(line[j + 1]);
            }
        }
        let [[left_x, right_x], [left_y, right_y]] = ends;
        let base_y = 64 * (y + MARGIN) as i16;
        for l in 0..SPAN {
            let x = BASE_X[l] + between(left_x[l], right_x[l], SEVENTHS[l]);
            let y = base_y + between(left_y[l], right_y[l], SEVENTHS[l]);
            self.across[l] = x & 63;
            self.down[l] = y & 63;
            // 64 (y >> 6) + (x >> 6)
            self.index[l] = ((y & !63) + (x >> 6)) as u16;
        }
    }

    #[inline(always)]
    fn gather(&mut self, padded: &[u8; PADDED + STRIDE + 2]) {
        let pair = |at: usize| u16::from_le_bytes([padded[at], padded[at + 1]]);
        for cell in 0..CELLS {
            // the last lane is the next cell's first
            for l in LANES * cell..LANES * cell + PITCH {
                let at = usize::from(self.index[l]) % PADDED;
                self.upper[l] = pair(at);
                self.lower[l] = pair(at + STRIDE);
            }
        }
    }

    /// Bilinear mean of the four neighbours, weights of 6 bits; 0 at the border.
    #[inline(always)]
    fn blend(&self) -> [u8; SPAN] {
        let mut out = [0; SPAN];
        for l in 0..SPAN {
            let (across, down) = (self.across[l], self.down[l]);
            let mean =
                |pair: u16| (pair & 255) as i16 * (64 - across) + (pair >> 8) as i16 * across;
            let sum = i32::from(mean(self.upper[l])) * i32::from(64 - down)
                + i32::from(mean(self.lower[l])) * i32::from(down);
            out[l] = (sum >> 12) as u8 & INSIDE[l];
        }
        out
    }
}

/// From `p` to `q` in sevenths, truncated to 0.
#[inline(always)]
fn between(p: i16, q: i16, sevenths: i16) -> i16 {
    (p * (PITCH as i16 - sevenths) + q * sevenths) / PITCH as i16
}
