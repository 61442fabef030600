//! The network of scheme "prototype": one array of class groups, neurons with one or four
//! compartments, one LFSR.

mod start;
mod teach;
#[cfg(test)]
mod tests;

pub use start::start_prototype;

use super::cells::{Cells, Source};
use super::counters::Counters;
use super::digest::fnv;
use super::energy::Pulsed;
use super::network::{Decision, LFSR_RESET};
use super::observer::Observer;
use crate::blocks::draw::golden::{GROUP, Lfsr};
use crate::blocks::lif::golden::accumulate;
use crate::blocks::neuron_memory::golden::NeuronMemory;
use crate::blocks::score::golden as score;
use crate::blocks::winner::golden::{best, best_of};
use crate::device::{Rule, SwitchingTables};
use crate::spec::prototype::{DRIVE_SHIFT, WEIGHT_MAX};
use crate::spec::{self, Counter, NUM_CLASSES, Spec, Variation};
use crate::{Error, Result};
use std::ops::Range;

/// Weights, neurons, registers and working state. No call allocates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prototype {
    spec: Spec,
    sizes: spec::Prototype,
    /// Switching thresholds.
    pub tables: SwitchingTables,
    /// What a pulse does: active rows are causal, silent ones acausal.
    pub rule: Rule,
    /// The random state.
    pub lfsr: Lfsr,
    /// The counters.
    pub counters: Counters,
    /// Rows of `stride` weights; columns past the last hold 0.
    weights: Vec<i16>,
    neurons: NeuronMemory,
    /// What was pulsed since the start.
    pub pulsed: Pulsed,
    /// Cells that differ from each other.
    cells: Option<Cells>,
    /// Sums of the views since the last decision; none for a class without a recruited neuron.
    sums: [Option<i64>; NUM_CLASSES],
    /// A run of `stride` columns a compartment.
    likelihoods: Vec<i32>,
    somas: Vec<i32>,
    /// Working space: active rows of each part, 16-bit partial drives, active rows as flags.
    of_part: Vec<Vec<u16>>,
    partial: Vec<i16>,
    active: Vec<bool>,
}

impl Prototype {
    /// Nobody recruited, all weights 0, registers at their reset values.
    ///
    /// # Errors
    /// [`Error::Design`] where the core is of scheme "modulated".
    pub fn zeroed(spec: &Spec) -> Result<Self> {
        let Some(sizes) = spec.prototype() else {
            return Err(Error::Design("a core of another scheme".into()));
        };
        let stride = spec.columns.next_multiple_of(GROUP);
        let num_compartments = sizes.num_compartments();
        let lfsr = Lfsr::new(LFSR_RESET).ok_or_else(|| Error::Design("LFSR reset is 0".into()))?;
        Ok(Prototype {
            spec: spec.clone(),
            sizes: sizes.clone(),
            tables: SwitchingTables::of(spec),
            rule: Rule::PD,
            lfsr,
            counters: Counters::default(),
            weights: vec![0; spec.rows * stride],
            neurons: NeuronMemory::new(stride, num_compartments, sizes.bias_bits()),
            pulsed: Pulsed::default(),
            cells: None,
            sums: [None; NUM_CLASSES],
            likelihoods: vec![0; num_compartments * stride],
            somas: vec![0; stride],
            of_part: vec![Vec::with_capacity(spec.rows); num_compartments],
            partial: vec![0; stride],
            active: vec![false; spec.rows],
        })
    }

    /// Lets the core be made with these switching tables.
    pub fn use_tables(&mut self, tables: SwitchingTables) {
        self.spec.thresholds = (tables != SwitchingTables::default()).then(|| tables.to_words());
        self.tables = tables;
    }

    /// Lets the cells differ from now on; see [`super::cells`]. Biases are of what the cells hold: a
    /// write is read back.
    ///
    /// # Errors
    /// As [`Source::array`].
    pub fn vary(&mut self, variation: Variation, seed: u64) -> Result<()> {
        self.cells = None;
        if variation.is_none() {
            return Ok(());
        }
        let (rows, columns, stride) = (self.spec.rows, self.spec.columns, self.stride());
        let mut source = Source::new(variation, seed, &self.tables);
        let cells = source.array(rows, columns, stride, WEIGHT_MAX)?;
        cells.hold(0, &mut self.weights);
        self.cells = Some(cells);
        Ok(())
    }

    /// The same network on a core with another number of lanes, which changes no result.
    ///
    /// # Errors
    /// As [`Spec::new`].
    pub fn with_lanes(mut self, lanes: usize) -> Result<Self> {
        self.spec = self.spec.with_lanes(lanes)?;
        Ok(self)
    }

    /// The sizes.
    pub fn spec(&self) -> &Spec {
        &self.spec
    }

    /// The sizes of the scheme.
    pub fn sizes(&self) -> &spec::Prototype {
        &self.sizes
    }

    fn stride(&self) -> usize {
        self.somas.len()
    }

    /// Columns of a class.
    pub fn group(&self, class: usize) -> Range<usize> {
        let size = self.spec.group();
        class * size..(class + 1) * size
    }

    /// Weights of a row, by column.
    pub fn weights(&self, row: usize) -> &[i16] {
        &self.weights[row * self.stride()..][..self.spec.columns]
    }

    /// Writes a weight, as a host does: the bias does not follow.
    pub fn set_weight(&mut self, row: usize, column: usize, weight: i16) {
        let index = row * self.stride() + column;
        self.weights[index] = weight;
    }

    /// Biases, wins and recruited bits.
    pub fn neurons(&self) -> &NeuronMemory {
        &self.neurons
    }

    /// The same, to be written as a host does.
    pub fn neurons_mut(&mut self) -> &mut NeuronMemory {
        &mut self.neurons
    }

    /// Likelihood of each column's compartment in the last image.
    pub fn likelihoods(&self, compartment: usize) -> &[i32] {
        &self.likelihoods[compartment * self.stride()..][..self.spec.columns]
    }

    /// Likelihood of each column's soma in the last image.
    pub fn somas(&self) -> &[i32] {
        &self.somas[..self.spec.columns]
    }

    /// Sums of the views since the last decision, of the classes that have a recruited neuron.
    pub fn sums(&self) -> &[Option<i64>; NUM_CLASSES] {
        &self.sums
    }

    /// Forgets the views summed so far.
    pub fn clear_sums(&mut self) {
        self.sums = [None; NUM_CLASSES];
    }

    /// Integrates an image (active rows, each below `spec.rows`, none twice) and adds its class sums
    /// to those of the views before.
    pub fn infer(&mut self, rows: &[u16], observer: &mut impl Observer) {
        self.integrate(rows);
        self.show_drives(observer);
        let mut num_fired = 0;
        for class in 0..NUM_CLASSES {
            if let Some(sum) = self.class_sum(class) {
                observer.class_score(class, sum);
                self.sums[class] = Some(self.sums[class].unwrap_or(0) + sum);
                num_fired += self.sizes.num_compartments() as u32;
            }
        }
        self.counters.add(Counter::Images, 1);
        self.counters.add(Counter::Events, rows.len() as u32);
        self.counters.add(Counter::HiddenSpikes, num_fired);
    }

    /// Likelihoods of all compartments and somas.
    fn integrate(&mut self, rows: &[u16]) {
        let stride = self.stride();
        self.of_part.iter_mut().for_each(Vec::clear);
        for &row in rows {
            if let Some(part) = self.sizes.parts()[usize::from(row)] {
                self.of_part[usize::from(part)].push(row);
            }
        }
        self.somas.fill(0);
        let compartments = self.likelihoods.chunks_exact_mut(stride);
        for (compartment, (rows, drives)) in self.of_part.iter().zip(compartments).enumerate() {
            let rows = rows.iter().map(|&row| usize::from(row));
            accumulate(&self.weights, rows, &mut self.partial, drives);
            score::integrate(drives, self.neurons.biases(compartment), &mut self.somas);
        }
    }

    /// The accumulators, from the likelihoods that took their place.
    #[inline]
    fn show_drives(&self, observer: &mut impl Observer) {
        for column in 0..self.spec.columns {
            for compartment in 0..self.sizes.num_compartments() {
                let bias = self.neurons.biases(compartment)[column];
                let drive = (self.likelihoods(compartment)[column] + bias) >> DRIVE_SHIFT;
                observer.drive(column, compartment, drive);
            }
        }
    }

    /// Sum over compartments of the best score of a class; none without a recruited neuron.
    fn class_sum(&self, class: usize) -> Option<i64> {
        let group = self.group(class);
        let recruited = &self.neurons.recruited()[group.clone()];
        let somas = &self.somas[group.clone()];
        let best_of_compartment = |compartment| {
            let likelihoods = &self.likelihoods(compartment)[group.clone()];
            let scores = likelihoods.iter().zip(somas).zip(recruited);
            let taking_part = scores
                .map(|((&own, &soma), &recruited)| recruited.then(|| score::infer(own, soma)));
            best_of(taking_part).map(|(_, score)| i64::from(score))
        };
        (0..self.sizes.num_compartments())
            .map(best_of_compartment)
            .sum()
    }

    /// The class by the sums: 0 where no class has a recruited neuron.
    pub fn decide(&self) -> u8 {
        best_of(self.sums.iter().copied()).map_or(0, |(class, _)| class as u8)
    }

    /// True where no class of the last image had a recruited neuron.
    pub fn is_blank(&self) -> bool {
        self.sums.iter().all(Option::is_none)
    }

    /// One image from start to end: integrates, decides, teaches where a label is given, and clears
    /// the sums. The class is the one before teaching.
    pub fn present(
        &mut self,
        rows: &[u16],
        label: Option<u8>,
        observer: &mut impl Observer,
    ) -> Decision {
        self.infer(rows, observer);
        let (class, blank) = (self.decide(), self.is_blank());
        let taught = label.is_some_and(|label| self.teach(rows, label, observer));
        self.clear_sums();
        Decision {
            class,
            taught,
            blank,
        }
    }

    /// The column of a group that a compartment's search finds in teaching, and its score.
    fn winner(&self, group: Range<usize>, compartment: usize) -> Option<(usize, i32)> {
        let likelihoods = &self.likelihoods(compartment)[group.clone()];
        let wins = &self.neurons.wins(compartment)[group.clone()];
        let somas = &self.somas[group.clone()];
        let scores = likelihoods.iter().zip(somas).zip(wins);
        best(scores.map(|((&own, &soma), &wins)| score::learn(own, soma, wins)))
            .map(|(index, score)| (group.start + index, score))
    }

    /// FNV-1a (64 bit) over the weights' bytes, row-major.
    pub fn digest(&self) -> u64 {
        fnv((0..self.spec.rows).flat_map(|row| self.weights(row)))
    }
}
