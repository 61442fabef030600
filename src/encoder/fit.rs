//! Edge codes on arrays with fewer rows than the full code: windows are pooled.

use super::{Code, Encoder, NUM_ROWS, RowBits};
use crate::data::Image;
use crate::spec::MAX_STEPS;
use crate::{Error, Result};

/// An encoder that fits the rows of an array.
///
/// A code of d directions on N x N windows becomes one on G x G, G = floor(sqrt(rows / d)): pooled
/// row = d (G floor(Y G / N) + floor(X G / N)) + direction, OR over the windows that share it. An
/// array with all rows of the code gets the code as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fitted {
    encoder: Encoder,
    /// Windows a side after pooling; none: as they are.
    pooled_side: Option<usize>,
    /// Input steps.
    num_steps: usize,
}

impl Encoder {
    /// The encoder for an array of `rows` rows and images of `num_steps` input steps.
    ///
    /// # Errors
    /// [`Error::Input`] where not even one window fits, where the code has no windows to pool, or
    /// where a code in time has one step or a hold code several.
    pub fn fit(self, rows: usize, num_steps: usize) -> Result<Fitted> {
        let name = self.code.name();
        match (self.code.is_train(), num_steps) {
            (true, 2..=MAX_STEPS) | (false, 1) => {}
            (true, _) => {
                return Err(Error::Input(format!(
                    "`steps = {num_steps}` is outside 2 to {MAX_STEPS}, and code {name} makes trains: \
                     give --steps T, e.g. 4"
                )));
            }
            (false, _) => {
                return Err(Error::Input(format!(
                    "`steps = {num_steps}`: code {name} has one input step, give --code ttfs or rate"
                )));
            }
        }
        let fitted = |pooled_side| Fitted {
            encoder: self,
            pooled_side,
            num_steps,
        };
        match self.code.windows() {
            None if rows < NUM_ROWS => {
                let other = match self.code {
                    Code::Events => "",
                    _ => ", or --code edge16",
                };
                Err(Error::Input(format!(
                    "`array.rows = {rows}` is below the {NUM_ROWS} rows of code {name}: give \
                     {NUM_ROWS} rows with --array{other}"
                )))
            }
            None => Ok(fitted(None)),
            Some(Windows { directions, side }) => match (rows / directions).isqrt() {
                0 => Err(Error::Input(format!(
                    "`array.rows = {rows}` is below the {directions} rows of one window of code \
                     {name}: give at least {directions} rows with --array"
                ))),
                fit => Ok(fitted((fit < side).then_some(fit))),
            },
        }
    }
}

/// The windows of an edge code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Windows {
    /// Rows of a window, one a direction.
    pub(super) directions: usize,
    /// Windows a side.
    pub(super) side: usize,
}

impl Code {
    pub(super) fn windows(self) -> Option<Windows> {
        match self {
            Code::Edge16 => Some(Windows {
                directions: 16,
                side: 7,
            }),
            Code::Edge12 => Some(Windows {
                directions: 12,
                side: 8,
            }),
            Code::Raw | Code::Ttfs | Code::Rate | Code::Events => None,
        }
    }
}

impl Fitted {
    /// The active rows as bits.
    #[inline]
    pub fn bits(&self, image: &Image) -> RowBits {
        self.pool(self.encoder.bits(image))
    }

    /// The spikes in ascending order, in place of what `spikes` held.
    pub fn encode(&self, image: &Image, spikes: &mut Vec<u16>) {
        spikes.clear();
        if self.num_steps == 1 {
            return self.bits(image).rows(spikes);
        }
        let mut steps = [RowBits::default(); MAX_STEPS];
        self.encoder.steps(image, &mut steps[..self.num_steps]);
        self.append(&steps, spikes);
    }

    /// The same of view `view`, below [`crate::data::NUM_VIEWS`]: an image moved by one pixel after the
    /// normaliser, or another bit of events.
    pub fn encode_view(&self, image: &Image, view: usize, spikes: &mut Vec<u16>) {
        spikes.clear();
        let mut steps = [RowBits::default(); MAX_STEPS];
        let used = &mut steps[..self.num_steps];
        self.encoder.view_steps(image, view, used);
        self.append(&steps, spikes);
    }

    fn append(&self, steps: &[RowBits; MAX_STEPS], spikes: &mut Vec<u16>) {
        for (step, &bits) in steps[..self.num_steps].iter().enumerate() {
            self.pool(bits).spikes(step, spikes);
        }
    }

    #[inline]
    fn pool(&self, bits: RowBits) -> RowBits {
        match (self.pooled_side, self.encoder.code.windows()) {
            (Some(pooled_side), Some(windows)) => pool(&bits, windows, pooled_side),
            _ => bits,
        }
    }
}

fn pool(bits: &RowBits, windows: Windows, pooled_side: usize) -> RowBits {
    let Windows { directions, side } = windows;
    let pooled = |at: usize| at * pooled_side / side;
    let mut out = RowBits::default();
    for y in 0..side {
        for x in 0..side {
            let from = directions * (side * y + x);
            let to = directions * (pooled_side * pooled(y) + pooled(x));
            out.or(to, bits.get(from, directions));
        }
    }
    out
}
