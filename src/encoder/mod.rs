//! Encoders: a 28x28 byte image becomes spikes: the set of active rows (hold codes, one input step),
//! or a train of T input steps (ttfs, rate). Sounds come as events already: [`Code::Events`].
//!
//! The order is fixed: warp (training only), normaliser, encoder. All of it is integer arithmetic;
//! `tests.rs` holds a second, literal writing of each formula.

mod edge;
mod fit;
mod grid;
mod normaliser;
mod train;
mod warp;

#[cfg(test)]
mod tests;

pub use edge::{edge12, edge16};
pub use fit::Fitted;
pub use grid::Grid;
pub use normaliser::normalise;
pub use train::{rate, ttfs};
pub use warp::Warp;

use crate::data::{Image, NUM_VIEWS, PIXELS, SIDE};
use crate::spec::spike;

/// Rows that an encoder may use.
pub const NUM_ROWS: usize = PIXELS;
/// 64-bit words that hold one bit a row.
pub const BIT_WORDS: usize = NUM_ROWS.div_ceil(64);
/// Pixel from which the raw code is active.
const RAW_THRESHOLD: u8 = 96;
/// Views of an image, as displacements (right, down) of the normalised one: the centre first.
const SHIFTS: [(isize, isize); NUM_VIEWS] = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)];

/// One bit a row; row r is bit `r % 64` of word `r / 64`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowBits(pub [u64; BIT_WORDS]);

impl RowBits {
    /// Appends the active rows, ascending.
    #[inline]
    pub fn rows(&self, rows: &mut Vec<u16>) {
        self.spikes(0, rows);
    }

    /// Appends the active rows, ascending, as spikes of an input step.
    #[inline]
    pub fn spikes(&self, step: usize, spikes: &mut Vec<u16>) {
        for (index, &word) in self.0.iter().enumerate() {
            let mut left = word;
            while left != 0 {
                let row = (index * 64) as u16 + left.trailing_zeros() as u16;
                spikes.push(spike(step, row));
                left &= left - 1;
            }
        }
    }

    /// Number of active rows.
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The `count` bits from `first` on, at most 16.
    fn get(&self, first: usize, count: usize) -> u16 {
        let (word, shift) = (first / 64, first % 64);
        let low = self.0[word] >> shift;
        let high = match (shift, self.0.get(word + 1)) {
            (1.., Some(next)) => next << (64 - shift),
            _ => 0,
        };
        (low | high) as u16 & (u16::MAX >> (16 - count))
    }

    /// ORs 16 bits into the rows from `first` on.
    fn or(&mut self, first: usize, bits: u16) {
        let (word, shift) = (first / 64, first % 64);
        self.0[word] |= u64::from(bits) << shift;
        if shift > 48 {
            self.0[word + 1] |= u64::from(bits) >> (64 - shift);
        }
    }

    /// 98 bytes, most significant bit first (the form of the reference files).
    pub fn to_bytes(&self) -> [u8; NUM_ROWS / 8] {
        std::array::from_fn(|i| ((self.0[i / 8] >> (8 * (i % 8))) as u8).reverse_bits())
    }
}

/// The code of an image.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Code {
    /// 16 edge directions on a 7x7 grid: for scheme "modulated".
    #[default]
    Edge16,
    /// 12 edge directions on an 8x8 grid of overlapping windows: for scheme "prototype".
    Edge12,
    /// A row a pixel, active from 96 on.
    Raw,
    /// A row a pixel, the brighter the earlier: a train of T steps.
    Ttfs,
    /// A row a pixel, in each of T steps with its brightness as probability.
    Rate,
    /// Rows as a front end made them, a bit of the byte a view: sounds.
    Events,
}

impl Code {
    /// All codes, in the order of their numbers in a weight file.
    pub const ALL: [Code; 6] = [
        Code::Edge16,
        Code::Edge12,
        Code::Raw,
        Code::Ttfs,
        Code::Rate,
        Code::Events,
    ];

    /// Name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Code::Edge16 => "edge16",
            Code::Edge12 => "edge12",
            Code::Raw => "raw",
            Code::Ttfs => "ttfs",
            Code::Rate => "rate",
            Code::Events => "events",
        }
    }

    /// The code of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.name() == name)
    }

    /// The code makes trains of several input steps.
    pub fn is_train(self) -> bool {
        matches!(self, Code::Ttfs | Code::Rate)
    }

    fn bits(self, image: &Image) -> RowBits {
        let mut step = [RowBits::default()];
        self.steps(image, &mut step);
        step[0]
    }

    /// One set of rows an input step; a hold code has one.
    fn steps(self, image: &Image, steps: &mut [RowBits]) {
        match (self, steps) {
            (Code::Ttfs, steps) => ttfs(image, steps),
            (Code::Rate, steps) => rate(image, steps),
            (Code::Edge16, [only, ..]) => *only = edge16(image),
            (Code::Edge12, [only, ..]) => *only = edge12(image),
            (Code::Raw, [only, ..]) => *only = raw(image),
            (Code::Events, [only, ..]) => *only = view_of_events(image, 0),
            (_, []) => {}
        }
    }
}

/// Active rows: pixels of at least 96.
pub fn raw(image: &Image) -> RowBits {
    active(image, |pixel| pixel >= RAW_THRESHOLD)
}

/// Active rows of a view: bytes with bit `view` set.
fn view_of_events(image: &Image, view: usize) -> RowBits {
    active(image, |byte| byte >> view & 1 > 0)
}

fn active(image: &Image, is_active: impl Fn(u8) -> bool) -> RowBits {
    let mut bits = RowBits::default();
    for (word, pixels) in bits.0.iter_mut().zip(image.chunks(64)) {
        for (i, &pixel) in pixels.iter().enumerate() {
            *word |= u64::from(is_active(pixel)) << i;
        }
    }
    bits
}

/// Code and normaliser: what an image goes through, with or without a warp before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoder {
    /// The code.
    pub code: Code,
    /// Slant and width are taken out first.
    pub normaliser: bool,
}

impl Default for Encoder {
    fn default() -> Self {
        Encoder {
            code: Code::Edge16,
            normaliser: true,
        }
    }
}

impl Encoder {
    /// The active rows as bits.
    pub fn bits(&self, image: &Image) -> RowBits {
        if self.normaliser {
            self.code.bits(&normalise(image))
        } else {
            self.code.bits(image)
        }
    }

    /// The active rows of each input step.
    pub fn steps(&self, image: &Image, steps: &mut [RowBits]) {
        if self.normaliser {
            self.code.steps(&normalise(image), steps);
        } else {
            self.code.steps(image, steps);
        }
    }

    /// The same of view `view`, below [`NUM_VIEWS`]: an image is moved by one pixel after the
    /// normaliser, 0 comes in; sounds have bits of their own for each.
    fn view_steps(&self, image: &Image, view: usize, steps: &mut [RowBits]) {
        let (dx, dy) = SHIFTS[view];
        match (self.code, steps) {
            (Code::Events, [only, ..]) => *only = view_of_events(image, view),
            (code, steps) if self.normaliser => {
                code.steps(&shift(&normalise(image), dx, dy), steps);
            }
            (code, steps) => code.steps(&shift(image, dx, dy), steps),
        }
    }

    /// The active rows, ascending, in place of what `rows` held.
    pub fn encode(&self, image: &Image, rows: &mut Vec<u16>) {
        rows.clear();
        self.bits(image).rows(rows);
    }
}

/// `out[y][x] = image[y - dy][x - dx]`, 0 outside.
pub fn shift(image: &Image, dx: isize, dy: isize) -> Image {
    if (dx, dy) == (0, 0) {
        return *image;
    }
    let mut out = [0; PIXELS];
    let from = |to: usize, by: isize| to.checked_add_signed(-by).filter(|&i| i < SIDE);
    for y in 0..SIDE {
        let Some(source_y) = from(y, dy) else {
            continue;
        };
        for x in 0..SIDE {
            if let Some(source_x) = from(x, dx) {
                out[SIDE * y + x] = image[SIDE * source_y + source_x];
            }
        }
    }
    out
}
