//! What a dump tells: images, and what the core did with each.

use super::taps::Core;
use serde::Serialize;
use std::collections::BTreeMap;

/// A whole dump.
#[derive(Clone, Debug, Serialize)]
pub struct Story {
    /// What it is of.
    pub core: Core,
    /// What times count.
    pub unit: Unit,
    /// First and last time.
    pub span: [u32; 2],
    /// The images, by their number in the run.
    pub images: BTreeMap<u32, Image>,
}

/// What times count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Rising clock edges of the testbench.
    Cycle,
    /// Steps: see [`super::steps`].
    Step,
}

/// An image.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Image {
    /// Rows of its events, in order, repeated and foreign ones included.
    pub rows: Vec<u32>,
    /// STEP events.
    pub steps: u32,
    /// Time of its first event.
    pub first: u32,
    /// Time of LAST.
    pub last: Option<u32>,
    /// It is to be learned.
    pub learn: bool,
    /// Further views follow; no result.
    pub more: bool,
    /// Label, of an image to be learned.
    pub label: Option<u32>,
    /// Who fired, in order.
    pub fired: Vec<Fired>,
    /// The result.
    pub result: Option<Told>,
    /// Draws: the LFSR after each.
    pub draws: Vec<Draw>,
    /// Cells pulsed towards potentiation.
    pub pulses_ltp: u32,
    /// Cells pulsed towards depression.
    pub pulses_ltd: u32,
    /// Pulses that switched.
    pub switches: u32,
    /// Of these, those on a weight at its limit.
    pub saturations: u32,
    /// Cells that changed, in order.
    pub writes: Vec<Write>,
    /// Time at which all is final.
    pub done: Option<u32>,
}

impl Image {
    /// The dump has all of it.
    pub fn is_whole(&self) -> bool {
        self.last.is_some() && self.done.is_some() && (self.more || self.result.is_some())
    }
}

/// Spikes of a column, or a class whose neurons fired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Fired {
    /// Scheme "modulated".
    Column {
        /// Time.
        at: u32,
        /// Column.
        column: u32,
        /// Spikes.
        spikes: u32,
        /// Integration step within its pass, from 0; none where all of an image are told at once.
        step: Option<u32>,
    },
    /// Scheme "prototype".
    Class {
        /// Time.
        at: u32,
        /// Class.
        class: u32,
    },
}

/// A result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Time.
    pub at: u32,
    /// Class.
    pub class: u32,
    /// The image is taught.
    pub taught: bool,
}

/// A draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Draw {
    /// Time.
    pub at: u32,
    /// LFSR behind it.
    pub lfsr: u32,
}

/// A cell changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Write {
    /// Time.
    pub at: u32,
    /// The cell.
    #[serde(flatten)]
    pub cell: Cell,
    /// Before; none where no read has shown it.
    pub old: Option<i32>,
    /// Behind.
    pub new: i32,
}

/// A cell of a memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "memory", rename_all = "snake_case")]
pub enum Cell {
    /// A synapse of the array; the row behind the last is the bias.
    W1 {
        /// Row.
        row: u32,
        /// Column.
        column: u32,
    },
    /// A synapse of the readout.
    W2 {
        /// Column.
        column: u32,
        /// Class.
        class: u32,
    },
    /// Bias of a compartment.
    Bias {
        /// Column.
        column: u32,
        /// Compartment.
        compartment: u32,
    },
    /// Wins of a compartment.
    Wins {
        /// Column.
        column: u32,
        /// Compartment.
        compartment: u32,
    },
    /// The neuron is in use.
    Recruited {
        /// Column.
        column: u32,
    },
}
