//! The network of scheme "modulated": R x C hidden array, C x 10 readout array, one LFSR.

use super::cells::{Cells, Source};
use super::counters::Counters;
use super::energy::Pulsed;
use super::observer::Observer;
use super::sweep::Sweep;
use crate::blocks::draw::golden::{GROUP, Lfsr, word};
use crate::blocks::lif::golden as lif;
use crate::blocks::modulator::golden::Responses;
use crate::blocks::mtj_pair::golden::{pulse_cell, pulse_row};
use crate::blocks::readout::golden as readout;
use crate::blocks::stdp::golden::{Pulse, pulse};
use crate::device::{RuleTable, SwitchingTables};
use crate::spec::{
    Counter, InputCode, Learning, NUM_CLASSES, Spec, Variation, spike_row, spike_step,
};
use crate::{Error, Result};

/// State of the LFSR before a seed gives another.
pub(super) const LFSR_RESET: u16 = 1;

/// What an image came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The class.
    pub class: u8,
    /// The image had a label and was taught (scheme "modulated": it had missed the margin).
    pub taught: bool,
    /// Scheme "prototype": no neuron was recruited yet, so the class says nothing.
    pub blank: bool,
}

/// Weights, registers and working state. No call allocates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    spec: Spec,
    /// Registers of the learning rule.
    pub learning: Learning,
    /// Switching thresholds.
    pub tables: SwitchingTables,
    /// Modulator to type.
    pub rules: RuleTable,
    /// The random state.
    pub lfsr: Lfsr,
    /// The counters.
    pub counters: Counters,
    /// What was pulsed since the start.
    pub pulsed: Pulsed,
    /// Rows of `stride` weights, the bias row last; columns past the last hold 0.
    w1: Vec<i16>,
    /// A run of `stride` columns a class, so that readout and modulator go along columns.
    w2: Vec<i16>,
    sums: readout::Sums,
    drives: Vec<i32>,
    counts: Vec<i16>,
    membranes: Vec<i32>,
    /// Input step of the first spike, T where there is none; of hold codes always 0.
    first_steps: Vec<u8>,
    /// Working space: 16-bit partial drives.
    partial: Vec<i16>,
    /// Working space: drives of an input step.
    step_drives: Vec<i32>,
    /// Working space: the hidden sweep.
    sweep: Sweep,
    /// Cells of W1 and of W2 that differ from each other.
    cells: Option<Box<[Cells; 2]>>,
}

impl Network {
    /// All weights 0, registers at their reset values.
    ///
    /// # Errors
    /// [`Error::Design`] where the core is of scheme "prototype".
    pub fn zeroed(spec: &Spec) -> Result<Self> {
        if spec.prototype().is_some() {
            return Err(Error::Design("a core of another scheme".into()));
        }
        let stride = spec.columns.next_multiple_of(GROUP);
        let lfsr = Lfsr::new(LFSR_RESET).ok_or_else(|| Error::Design("LFSR reset is 0".into()))?;
        Ok(Network {
            spec: spec.clone(),
            learning: spec.learning.clone(),
            tables: SwitchingTables::of(spec),
            rules: RuleTable::default(),
            lfsr,
            counters: Counters::default(),
            pulsed: Pulsed::default(),
            w1: vec![0; spec.rows_with_bias() * stride],
            w2: vec![0; NUM_CLASSES * stride],
            sums: [0; NUM_CLASSES],
            drives: vec![0; stride],
            counts: vec![0; stride],
            membranes: vec![0; stride],
            first_steps: vec![0; stride],
            partial: vec![0; stride],
            step_drives: vec![0; stride],
            sweep: Sweep::new(spec, stride),
            cells: None,
        })
    }

    /// Lets the core be made with these switching tables.
    pub fn use_tables(&mut self, tables: SwitchingTables) {
        self.spec.thresholds = (tables != SwitchingTables::default()).then(|| tables.to_words());
        self.tables = tables;
    }

    /// Lets the cells of both arrays differ from now on; see [`super::cells`].
    ///
    /// # Errors
    /// As [`Source::array`].
    pub fn vary(&mut self, variation: Variation, seed: u64) -> Result<()> {
        self.cells = None;
        if variation.is_none() {
            return Ok(());
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

    fn stride(&self) -> usize {
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

    /// Readout weights of a column, by class.
    pub fn w2_row(&self, column: usize) -> [i16; NUM_CLASSES] {
        std::array::from_fn(|class| self.w2[self.w2_index(column, class)])
    }

    /// Writes a readout weight.
    pub fn set_w2(&mut self, column: usize, class: usize, weight: i16) {
        let index = self.w2_index(column, class);
        self.w2[index] = weight;
    }

    fn w2_index(&self, column: usize, class: usize) -> usize {
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
        drive > 0 && drive < self.learning.window as i32
    }

    /// Forgets the views summed so far.
    pub fn clear_sums(&mut self) {
        self.sums = [0; NUM_CLASSES];
    }

    /// Integrates an image (spikes in ascending order, see [`crate::spec::spike`]; each row below
    /// `spec.rows`, none twice in a step) and adds its readout to the sums.
    pub fn infer(&mut self, spikes: &[u16], observer: &mut impl Observer) {
        match self.spec.code {
            InputCode::Hold => self.integrate_held(spikes),
            InputCode::Pulse(_) => self.integrate_train(spikes),
        }
        let columns = self.spec.columns;
        readout::add(&mut self.sums, &self.counts, &self.w2);
        let counts = &self.counts[..columns];
        for (column, (&count, &membrane)) in counts.iter().zip(&self.membranes).enumerate() {
            observer.column(column, count as u8, membrane);
        }
        let fired: i32 = counts.iter().map(|&count| i32::from(count)).sum();
        self.counters.add(Counter::Images, 1);
        self.counters.add(Counter::Events, spikes.len() as u32);
        self.counters.add(Counter::HiddenSpikes, fired as u32);
    }

    fn integrate_held(&mut self, spikes: &[u16]) {
        let visited = spikes.iter().map(|&s| spike_row(s)).chain([self.spec.rows]);
        lif::accumulate(&self.w1, visited, &mut self.partial, &mut self.drives);
        lif::integrate(
            &self.drives,
            self.learning.threshold as i32,
            &mut self.counts,
            &mut self.membranes,
        );
    }

    fn integrate_train(&mut self, spikes: &[u16]) {
        self.drives.fill(0);
        self.membranes.fill(0);
        self.counts.fill(0);
        self.first_steps.fill(self.spec.input_steps() as u8);
        let mut left = spikes;
        for step in 0..self.spec.input_steps() {
            let (now, later) = left.split_at(left.partition_point(|&s| spike_step(s) == step));
            left = later;
            let visited = now.iter().map(|&s| spike_row(s)).chain([self.spec.rows]);
            let drives = &mut self.step_drives;
            lif::accumulate(&self.w1, visited, &mut self.partial, drives);
            for (sum, drive) in self.drives.iter_mut().zip(&*drives) {
                *sum += drive;
            }
            let mut neurons = lif::Neurons {
                membranes: &mut self.membranes,
                counts: &mut self.counts,
                first_steps: &mut self.first_steps,
            };
            let threshold = self.learning.threshold as i32;
            lif::integrate_step(drives, threshold, step as u8, &mut neurons);
        }
    }

    /// The class by the sums.
    pub fn decide(&self) -> u8 {
        readout::argmax(&self.sums) as u8
    }

    /// One image from start to end: integrates, decides, teaches where a label is given, and clears
    /// the sums. The class is the one before teaching.
    pub fn present(
        &mut self,
        spikes: &[u16],
        label: Option<u8>,
        observer: &mut impl Observer,
    ) -> Decision {
        self.infer(spikes, observer);
        let class = self.decide();
        let taught = label.is_some_and(|label| self.teach(spikes, label, observer));
        self.clear_sums();
        Decision {
            class,
            taught,
            blank: false,
        }
    }

    /// Teaches the image that [`Network::infer`] saw last; false where the margin is met already, or
    /// where the label is no class: then nothing is drawn.
    pub fn teach(&mut self, spikes: &[u16], label: u8, observer: &mut impl Observer) -> bool {
        let label = usize::from(label);
        if label >= NUM_CLASSES {
            return false;
        }
        let rival = readout::rival(&self.sums, label);
        if readout::is_learned(&self.sums, label, rival, self.learning.margin as i32) {
            return false;
        }
        self.modulate(label, rival);
        self.teach_out(label, rival, observer);
        if self.sweep.is_wanted() {
            let words = self.tables.to_words();
            self.sweep.prepare(spikes, &self.first_steps, &words);
            self.teach_hidden(observer);
        }
        true
    }

    /// Type and amplitude of each column, before the readout changes.
    fn modulate(&mut self, label: usize, rival: usize) {
        let responses = Responses::new(&self.learning, &self.rules, &SwitchingTables::places());
        self.sweep.clear();
        for column in 0..self.spec.columns {
            let weight = |class| i32::from(self.w2[self.w2_index(column, class)]);
            let modulator = weight(label) - weight(rival);
            let response = responses.column(modulator, self.drives[column], &self.learning);
            self.sweep.set(column, response);
        }
    }

    fn teach_out(&mut self, label: usize, rival: usize, observer: &mut impl Observer) {
        let limit = self.spec.w2_max() as i16;
        let (places, words) = (SwitchingTables::places(), self.tables.to_words());
        for column in 0..self.spec.columns {
            let count = self.counts[column];
            if count == 0 {
                continue;
            }
            let state = self.draw(observer);
            let code = readout::code(self.learning.code_readout, count);
            for (class, entry) in [(label, RuleTable::LABEL), (rival, RuleTable::RIVAL)] {
                let Pulse { threshold, step } =
                    pulse(self.rules.entries[entry], false, code, &places);
                if step == 0 {
                    continue;
                }
                let place = usize::from(threshold) % words.len();
                let index = self.w2_index(column, class);
                let cells = self.cells.as_ref().map(|cells| &cells[1]);
                let threshold = cells.map_or(words[place], |cells| {
                    cells.threshold(index, place, words[place])
                });
                let weight = &mut self.w2[index];
                let outcome = pulse_cell(weight, word(state, class), threshold, step, limit);
                if let Some(cells) = cells {
                    *weight = cells.held(index, *weight);
                }
                self.pulsed.counts.0[place] += 1;
                self.counters.add_outcome(outcome);
                let counter = if step > 0 {
                    Counter::PulsesLtp
                } else {
                    Counter::PulsesLtd
                };
                self.counters.add(counter, 1);
            }
            observer.w2_row(column, &self.w2_row(column));
        }
    }

    fn teach_hidden(&mut self, observer: &mut impl Observer) {
        let limit = self.spec.w1_max() as i16;
        let (stride, columns) = (self.stride(), self.spec.columns);
        let mut row = 0;
        while let Some(visit) = self.sweep.next_from(row) {
            row = visit.row + 1;
            let state = self.draw(observer);
            let pulses = self.sweep.visit(visit);
            if let Some(cells) = &self.cells {
                pulses.vary(&cells[0], visit.row * stride);
            }
            let weights = &mut self.w1[visit.row * stride..][..stride];
            let outcome = pulse_row(weights, &pulses.cells, state, limit);
            if let Some(cells) = &self.cells {
                cells[0].hold(visit.row * stride, weights);
            }
            observer.w1_row(visit.row, &weights[..columns]);
            self.counters.add_outcome(outcome);
            self.counters.add(Counter::PulsesLtp, pulses.num_ltp);
            self.counters.add(Counter::PulsesLtd, pulses.num_ltd);
        }
        self.sweep.add_to(&mut self.pulsed);
    }

    fn draw(&mut self, observer: &mut impl Observer) -> u16 {
        let state = self.lfsr.draw();
        self.counters.add(Counter::Draws, 1);
        self.pulsed.draws += 1;
        observer.draw(state);
        state
    }

    /// FNV-1a (64 bit) over W1's bytes, row-major, the bias row last.
    pub fn w1_digest(&self) -> u64 {
        fnv((0..self.spec.rows_with_bias()).flat_map(|row| self.w1_row(row)))
    }
}

/// FNV-1a (64 bit) over weights as bytes.
pub(super) fn fnv<'a>(weights: impl Iterator<Item = &'a i16>) -> u64 {
    weights.fold(0xcbf2_9ce4_8422_2325, |hash, &weight| {
        (hash ^ u64::from(weight as u8)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
