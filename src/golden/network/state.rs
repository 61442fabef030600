//! What a network holds, to be read and written.

use super::super::cells::Source;
use super::super::digest::fnv;
use super::Network;
use crate::blocks::mtj_pair::golden::pair_sign;
use crate::device::SwitchingTables;
use crate::spec::{NUM_CLASSES, PAIR_WEIGHT, Pairs, Spec, Types, Variation};
use crate::{Error, Result};

impl Network {
    /// Lets the core be made with these switching tables.
    pub fn use_tables(&mut self, tables: SwitchingTables) {
        self.spec.thresholds = (tables != SwitchingTables::default()).then(|| tables.to_words());
        self.tables = tables;
    }

    /// Lets the cells of both arrays differ from now on; see [`crate::golden::cells`].
    ///
    /// # Errors
    /// As [`Source::array`].
    pub fn vary(&mut self, variation: Variation, seed: u64) -> Result<()> {
        self.cells = None;
        if variation.is_none() {
            return Ok(());
        }
        if self.spec.pairs == Pairs::Persistent {
            return Err(Error::Input(
                "`variation` is of cells with a weight in memory: give --preset fast".into(),
            ));
        }
        let (columns, stride) = (self.spec.columns, self.stride());
        let mut source = Source::new(variation, seed, &self.tables);
        let (w1_max, w2_max) = (self.spec.w1_max() as i16, self.spec.w2_max() as i16);
        let w1 = source.array(self.spec.rows_with_bias(), columns, stride, w1_max)?;
        let w2 = source.array(NUM_CLASSES, columns, stride, w2_max)?;
        w1.hold(0, &mut self.w1);
        w2.hold(0, &mut self.w2);
        self.cells = Some(Box::new([w1, w2]));
        Ok(())
    }

    /// The same network on a core with the lanes, the STDP types and the plasticity of `spec`, which change
    /// no result, but for weights of fewer bits. The threshold is built into a core that only infers.
    ///
    /// # Errors
    /// As [`Spec::new`].
    pub fn on_core(mut self, spec: &Spec) -> Result<Self> {
        self.spec = self.spec.with_lanes(spec.lanes)?;
        self.spec.types = spec.types;
        if !spec.learns() {
            self.spec = self.spec.with_inference()?;
            self.spec.weight_bits = spec.weight_bits;
            self.spec = self.spec.with_threshold(self.learning.threshold)?;
            self.learning.threshold = self.spec.learning.threshold;
            self.round_weights();
        }
        Ok(self)
    }

    /// Hidden weights to the nearest that the core can keep, the larger of two.
    fn round_weights(&mut self) {
        let (shift, most) = (self.spec.weight_shift(), self.spec.w1_max() as i16);
        for weight in &mut self.w1 {
            let half = 1 << shift >> 1;
            *weight = ((*weight + half) >> shift).clamp(-most, most);
        }
    }

    /// Lets the core have all types where the rule table asks for them.
    pub fn use_rules(&mut self) {
        if self.rules.entries.iter().any(|rule| rule.gate_acausal) {
            self.spec.types = Types::All;
        }
    }

    /// The sizes.
    pub fn spec(&self) -> &Spec {
        &self.spec
    }

    pub(super) fn stride(&self) -> usize {
        self.drives.len()
    }

    /// Hidden weights of a row (`rows` is the bias row), by column.
    pub fn w1_row(&self, row: usize) -> &[i16] {
        &self.w1[row * self.stride()..][..self.spec.columns]
    }

    /// Writes a hidden weight.
    pub fn set_w1(&mut self, row: usize, column: usize, weight: i16) {
        let stride = self.stride();
        self.w1[row * stride..][..self.spec.columns][column] = weight;
    }

    /// Persistent pairs of a row, by column: bit 0 left, bit 1 right, 1 for P; empty where there are
    /// none.
    pub fn pairs_row(&self, row: usize) -> &[u8] {
        match self.spec.pairs {
            Pairs::Reset => &[],
            Pairs::Persistent => &self.pairs[row * self.stride()..][..self.spec.columns],
        }
    }

    /// Writes a persistent pair, and its weight.
    pub fn set_pair(&mut self, row: usize, column: usize, pair: u8) {
        let index = row * self.stride() + column;
        self.pairs[index] = pair;
        self.w1[index] = PAIR_WEIGHT * pair_sign(pair);
    }

    /// Readout weights of a column, by class.
    pub fn w2_row(&self, column: usize) -> [i16; NUM_CLASSES] {
        std::array::from_fn(|class| self.w2[self.w2_index(column, class)])
    }

    /// Writes a readout weight.
    pub fn set_w2(&mut self, column: usize, class: usize, weight: i16) {
        let index = self.w2_index(column, class);
        self.w2[index] = weight;
    }

    pub(super) fn w2_index(&self, column: usize, class: usize) -> usize {
        class * self.stride() + column
    }

    /// Readout sums of the views since the last decision.
    pub fn sums(&self) -> &[i32; NUM_CLASSES] {
        &self.sums
    }

    /// Drive of each column in the last image.
    pub fn drives(&self) -> &[i32] {
        &self.drives[..self.spec.columns]
    }

    /// Spike count of each column in the last image.
    pub fn counts(&self) -> &[i16] {
        &self.counts[..self.spec.columns]
    }

    /// Membrane of each column after the last image.
    pub fn membranes(&self) -> &[i32] {
        &self.membranes[..self.spec.columns]
    }

    /// Whether a column of the last image lies in the learning window.
    pub fn in_window(&self, column: usize) -> bool {
        let drive = self.drives[column];
        drive > 0 && drive < self.learning.window as i32 && !self.silent[column]
    }

    /// Junctions of the mask, by column: true is P, silent.
    pub fn silent(&self) -> &[bool] {
        &self.silent
    }

    /// Writes a junction of the mask.
    pub fn set_silent(&mut self, column: usize, silent: bool) {
        self.silent[column] = silent;
    }

    /// Draws that an image to be learned spends on the mask.
    pub fn mask_draws(&self) -> u32 {
        u32::from(self.spec.mask && self.learning.mask_target > 0)
    }

    /// Forgets the views summed so far.
    pub fn clear_sums(&mut self) {
        self.sums = [0; NUM_CLASSES];
    }

    /// FNV-1a (64 bit) over W1's bytes, row-major, the bias row last.
    pub fn w1_digest(&self) -> u64 {
        fnv((0..self.spec.rows_with_bias()).flat_map(|row| self.w1_row(row)))
    }
}
