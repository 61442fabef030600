//! [`Spec`]: the only place that derives widths, depths, memory maps and defaults.

mod classes;
mod disturbance;
mod input;
mod layout;
mod learning;
mod name;
mod pairs;
mod plasticity;
pub mod prototype;
mod registers;
mod rules;
mod runs;
mod selection;
pub mod speech;
pub mod timing;
mod types;

pub use classes::ClassOrder;
pub use disturbance::{Noise, Variation};
pub use input::{InputCode, MAX_STEPS, spike, spike_row, spike_step};
pub use layout::Layout;
pub use learning::{Learning, ScheduleStage};
pub use pairs::{NUM_JUNCTIONS, PAIR_WEIGHT, Pairs};
pub use plasticity::Plasticity;
pub use prototype::{Compartments, Prototype};
pub use registers::{Counter, ErrorBit, Region, Register};
pub use rules::{RULE_NAMES, RuleEntry};
pub use types::Types;

use crate::{Error, Result};

/// Largest number of rows or columns of an array.
pub const MAX_SIDE: usize = 4096;
/// Number of classes of the readout.
pub const NUM_CLASSES: usize = 10;
/// Bits of a random word, of the LFSR and of a switching threshold.
pub const WORD_BITS: usize = 16;
/// Pulse amplitudes of the switching tables (codes 0 to 15).
pub const NUM_CODES: usize = 16;
/// Bits of a W1 weight: symmetric, -63 to 63.
pub const W1_BITS: usize = 7;
/// Bits of a W2 weight: symmetric, -127 to 127.
pub const W2_BITS: usize = 8;
/// Integration steps of the LIF neurons for one image (hold codes).
pub const NUM_STEPS: usize = 8;
/// Narrowest signed number that compares with a 16-bit register.
const REGISTER_SIGNED_BITS: usize = 17;
/// Bits of a spike count (0 to `NUM_STEPS`, as [`MAX_STEPS`] is no more).
pub const COUNT_BITS: usize = 4;

/// What learns: the back end of a core.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Two layers, error-modulated STDP; joint training.
    Modulated,
    /// One layer of class groups; single pass over classes in sequence.
    Prototype(Prototype),
}

impl Scheme {
    /// As printed.
    pub fn name(&self) -> &'static str {
        match self {
            Scheme::Modulated => "modulated",
            Scheme::Prototype(_) => "prototype",
        }
    }
}

/// Everything that sizes a core.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// Pre-synaptic addresses; in scheme "modulated" row `rows` is the bias row.
    pub rows: usize,
    /// Post-synaptic (hidden) neurons.
    pub columns: usize,
    /// Columns served at once.
    pub lanes: usize,
    /// Run-time registers of scheme "modulated" at reset.
    pub learning: Learning,
    /// The back end.
    pub scheme: Scheme,
    /// How rows drive the columns in time.
    pub code: InputCode,
    /// Hidden neurons have a mask (scheme "modulated").
    pub mask: bool,
    /// What a cell of the hidden array keeps.
    pub pairs: Pairs,
    /// The core learns, or only infers (scheme "modulated").
    pub plasticity: Plasticity,
    /// Bits of a weight of the hidden array (scheme "modulated"); fewer where the core only infers.
    pub weight_bits: usize,
    /// STDP types of the hidden array (scheme "modulated").
    pub types: Types,
    /// Rule table at reset (scheme "modulated"), as in the host map.
    pub rules: [u8; RULE_NAMES.len()],
    /// Switching thresholds of a device of its own: junction, transition, code, as in the host map;
    /// none: the assumed curve.
    pub thresholds: Option<[u16; 4 * NUM_CODES]>,
}

impl Spec {
    /// A core of scheme "modulated"; checks the sizes.
    ///
    /// # Errors
    /// [`Error::Input`] names field, value, limit and remedy.
    pub fn new(rows: usize, columns: usize, lanes: usize) -> Result<Self> {
        let check = |field: &str, value: usize, low: usize, high: usize, remedy: &str| {
            if (low..=high).contains(&value) {
                return Ok(());
            }
            Err(Error::Input(format!(
                "`{field} = {value}` is outside {low} to {high}: {remedy}"
            )))
        };
        check(
            "array.rows",
            rows,
            1,
            MAX_SIDE,
            "give --array ROWSxCOLUMNS, e.g. 784x100",
        )?;
        check(
            "array.columns",
            columns,
            1,
            MAX_SIDE,
            "give --array ROWSxCOLUMNS, e.g. 784x100",
        )?;
        check(
            "lanes",
            lanes,
            1,
            columns,
            "lanes serve columns, so at most one a column",
        )?;
        Ok(Spec {
            rows,
            columns,
            lanes,
            learning: Learning::for_columns(columns),
            scheme: Scheme::Modulated,
            code: InputCode::Hold,
            mask: false,
            pairs: Pairs::Reset,
            plasticity: Plasticity::Learning,
            weight_bits: W1_BITS,
            types: Types::of_code(InputCode::Hold),
            rules: Pairs::Reset.reset_rules(),
            thresholds: None,
        })
    }

    /// The same core for trains of `steps` input steps, with the registers that suit them.
    ///
    /// # Errors
    /// As [`InputCode::of_steps`]; also where scheme "prototype" would get more than one.
    pub fn with_steps(self, steps: usize) -> Result<Self> {
        let code = InputCode::of_steps(steps)?;
        if code != InputCode::Hold && self.prototype().is_some() {
            return Err(Error::Input(format!(
                "`steps = {steps}`: scheme \"prototype\" takes one input step, give --preset fast"
            )));
        }
        Ok(Spec {
            code,
            learning: Learning::for_code(self.columns, code),
            types: Types::of_code(code),
            ..self
        })
    }

    /// A core of scheme "prototype"; checks the sizes.
    ///
    /// # Errors
    /// As [`Spec::new`]; also where the columns are no multiple of the classes, or the rows' parts
    /// change too often.
    pub fn with_prototype(
        rows: usize,
        columns: usize,
        lanes: usize,
        compartments: Compartments,
        layout: Layout,
    ) -> Result<Self> {
        let spec = Spec::new(rows, columns, lanes)?;
        prototype::check_columns(rows, columns)?;
        let sizes = Prototype::new(rows, compartments, layout);
        runs::check(sizes.parts())?;
        Ok(Spec {
            scheme: Scheme::Prototype(sizes),
            ..spec
        })
    }

    /// The same core with another number of lanes, which changes no result.
    ///
    /// # Errors
    /// As [`Spec::new`].
    pub fn with_lanes(&self, lanes: usize) -> Result<Self> {
        let checked = Spec::new(self.rows, self.columns, lanes)?;
        Ok(Spec {
            lanes: checked.lanes,
            ..self.clone()
        })
    }

    /// What the core has of scheme "prototype", if it is one.
    pub fn prototype(&self) -> Option<&Prototype> {
        match &self.scheme {
            Scheme::Modulated => None,
            Scheme::Prototype(prototype) => Some(prototype),
        }
    }

    /// Neurons of a class in scheme "prototype": class c has columns `c * group` and up.
    pub fn group(&self) -> usize {
        prototype::group(self.columns)
    }

    /// Columns are lanes x passes; the last pass may be padded.
    pub fn passes(&self) -> usize {
        self.columns.div_ceil(self.lanes)
    }

    /// Rows with the bias row of scheme "modulated".
    pub fn rows_with_bias(&self) -> usize {
        self.rows + 1
    }

    /// Rows of the synapse array: with the bias row where the scheme has one.
    pub fn array_rows(&self) -> usize {
        match self.scheme {
            Scheme::Modulated => self.rows_with_bias(),
            Scheme::Prototype(_) => self.rows,
        }
    }

    /// Bits of a cell of the synapse array: a symmetric weight, or a persistent pair.
    pub fn w1_bits(&self) -> usize {
        match (&self.scheme, self.pairs) {
            (Scheme::Modulated, Pairs::Reset) => self.weight_bits,
            (Scheme::Modulated, Pairs::Persistent) => NUM_JUNCTIONS,
            (Scheme::Prototype(_), _) => prototype::WEIGHT_BITS,
        }
    }

    /// Words of W1: word address = `row * passes + pass`.
    pub fn w1_depth(&self) -> usize {
        self.array_rows() * self.passes()
    }

    /// Input steps of an image: T, 1 for hold codes.
    pub fn input_steps(&self) -> usize {
        self.code.input_steps()
    }

    /// Bits of an input step, and of T itself, which stands for "never".
    pub fn step_bits(&self) -> usize {
        match self.code {
            InputCode::Hold => 1,
            InputCode::Pulse(_) => index_bits(self.input_steps() + 1),
        }
    }

    /// Slots behind the bias of an input step: SETTLE (of a core that learns) and 8 integration steps for
    /// hold codes, one step for pulse codes; in scheme "prototype" what the replay needs to start.
    pub fn num_slots(&self) -> usize {
        match (&self.scheme, self.code) {
            (Scheme::Modulated, InputCode::Hold) => usize::from(self.learns()) + NUM_STEPS,
            (Scheme::Modulated, InputCode::Pulse(_)) => 1,
            (Scheme::Prototype(_), _) => prototype::NUM_SLOTS,
        }
    }

    /// Bits of a word of W1: one cell a lane, lane 0 lowest.
    pub fn w1_word_bits(&self) -> usize {
        self.lanes * self.w1_bits()
    }

    /// Bits of a word of W2: one weight a class, class 0 lowest; word address = hidden column.
    pub fn w2_word_bits(&self) -> usize {
        NUM_CLASSES * W2_BITS
    }

    /// Bits of a word of the second memory: of W2, or of the neuron memory.
    pub fn second_word_bits(&self) -> usize {
        match &self.scheme {
            Scheme::Modulated => self.w2_word_bits(),
            Scheme::Prototype(sizes) => sizes.neuron_word_bits(),
        }
    }

    /// Bits of a row address, and of the number of rows.
    pub fn row_bits(&self) -> usize {
        index_bits(self.rows_with_bias())
    }

    /// Bits of a column number.
    pub fn column_bits(&self) -> usize {
        index_bits(self.columns)
    }

    /// Bits of a lane number.
    pub fn lane_bits(&self) -> usize {
        index_bits(self.lanes)
    }

    /// Bits of a pass number.
    pub fn pass_bits(&self) -> usize {
        index_bits(self.passes())
    }

    /// Largest weight of W1 (63; of persistent pairs S; 31 in scheme "prototype").
    pub fn w1_max(&self) -> i32 {
        match self.pairs {
            Pairs::Reset => (1 << (self.w1_bits() - 1)) - 1,
            Pairs::Persistent => PAIR_WEIGHT.into(),
        }
    }

    /// Largest weight of W2 (127).
    pub fn w2_max(&self) -> i32 {
        (1 << (W2_BITS - 1)) - 1
    }

    /// Bits of the signed drive of an image: all rows and the bias at the largest weight, in every
    /// input step.
    pub fn drive_bits(&self) -> usize {
        let step = self.rows_with_bias() as u64 * self.w1_max() as u64;
        signed_bits(self.input_steps() as u64 * step).max(REGISTER_SIGNED_BITS)
    }

    /// Bits of the signed membrane: the drives of all integration steps, never clipped.
    pub fn membrane_bits(&self) -> usize {
        let step = self.rows_with_bias() as u64 * self.w1_max() as u64;
        signed_bits(self.code.integration_steps() as u64 * step).max(REGISTER_SIGNED_BITS)
    }

    /// Bits of the membrane less a threshold of any size.
    pub fn lowered_membrane_bits(&self) -> usize {
        let step = self.rows_with_bias() as u64 * self.w1_max() as u64;
        signed_bits(self.code.integration_steps() as u64 * step + u64::from(u16::MAX))
    }

    /// Bits of a signed readout sum over all columns at the largest count, for up to
    /// [`Learning::MAX_VIEWS`] views.
    pub fn sum_bits(&self) -> usize {
        let count = self.code.integration_steps() as u64;
        let view = self.columns as u64 * count * self.w2_max() as u64;
        signed_bits(view * Learning::MAX_VIEWS as u64).max(REGISTER_SIGNED_BITS)
    }

    /// Bits of `ev_data_i`: a row, or {more, learn, label}.
    pub fn event_bits(&self) -> usize {
        self.row_bits().max(6)
    }
}

/// Bits that number `count` things: at least 1.
pub fn index_bits(count: usize) -> usize {
    (usize::BITS - count.saturating_sub(1).leading_zeros()).max(1) as usize
}

/// Bits of a two's complement number of magnitude at most `magnitude`.
pub fn signed_bits(magnitude: u64) -> usize {
    (u64::BITS - magnitude.leading_zeros()) as usize + 1
}
