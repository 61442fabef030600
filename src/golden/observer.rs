//! What a check may watch, in the order of the hardware.

/// Hooks of [`super::Network`] and of [`super::Prototype`]; all do nothing unless written. The
/// network is compiled for each observer, so that [`Silent`] costs nothing.
pub trait Observer {
    /// A draw was made; the state after it.
    #[inline(always)]
    fn draw(&mut self, _lfsr_after: u16) {}

    /// A column after the last integration step; columns ascending.
    #[inline(always)]
    fn column(&mut self, _column: usize, _count: u8, _membrane: i32) {}

    /// A readout cell after its update: when teaching, the label's and then the rival's of each column
    /// with count > 0, ascending, also where no pulse was sent.
    #[inline(always)]
    fn w2_cell(&mut self, _column: usize, _class: usize, _weight: i16) {}

    /// A hidden row after its update in the sweep; active rows ascending, the bias row last. The
    /// hardware sweeps the rows once a pass; no pass changes what another reads.
    #[inline(always)]
    fn w1_row(&mut self, _row: usize, _weights: &[i16]) {}

    /// The same where the cells are persistent pairs: their states, in place of their weights.
    #[inline(always)]
    fn pairs_row(&mut self, _row: usize, _pairs: &[u8]) {}

    /// Scheme "prototype": a compartment's accumulator when an image is complete; columns ascending,
    /// compartments within.
    #[inline(always)]
    fn drive(&mut self, _column: usize, _compartment: usize, _drive: i32) {}

    /// Scheme "prototype", inference: the sum S of a class that has a recruited neuron, this view
    /// alone; classes ascending.
    #[inline(always)]
    fn class_score(&mut self, _class: usize, _sum: i64) {}

    /// Scheme "prototype", teaching: the column that a compartment's search found, and its score;
    /// compartments ascending, before any draw.
    #[inline(always)]
    fn winner(&mut self, _compartment: usize, _column: usize, _score: i32) {}

    /// Scheme "prototype": a cell after it was taught or written by recruiting; rows ascending.
    /// Cells on rows of no part are never written.
    #[inline(always)]
    fn cell(&mut self, _row: usize, _column: usize, _weight: i16) {}

    /// Scheme "prototype": what a neuron's compartment keeps, at the end of teaching or recruiting;
    /// compartments ascending.
    #[inline(always)]
    fn neuron(&mut self, _column: usize, _compartment: usize, _bias: u32, _wins: u8) {}

    /// Scheme "prototype": a column was recruited, after its cells and compartments.
    #[inline(always)]
    fn recruited(&mut self, _column: usize) {}
}

/// Watches nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Observer for Silent {}
