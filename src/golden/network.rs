//! The network of scheme "modulated": R x C hidden array, C x 10 readout array, one LFSR.

use super::cells::Cells;
use super::counters::Counters;
use super::energy::Pulsed;
use super::observer::Observer;
use super::sweep::Sweep;
use crate::blocks::draw::golden::{GROUP, Lfsr, word};
use crate::blocks::lif::golden as lif;
use crate::blocks::mask::golden as mask;
use crate::blocks::modulator::golden::Responses;
use crate::blocks::mtj_pair::golden::{pulse_cell, pulse_pair_row, pulse_row};
use crate::blocks::readout::golden as readout;
use crate::blocks::stdp::golden::{Pulse, pulse};
use crate::device::{Rule, RuleTable, SwitchingTables};
use crate::spec::{Counter, InputCode, Learning, NUM_CLASSES, Pairs, Spec, spike_row, spike_step};
use crate::{Error, Result};

mod raster;
mod state;

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
    /// Persistent pairs, as `w1`; empty where there are none.
    pairs: Vec<u8>,
    /// A run of `stride` columns a class, so that readout and modulator go along columns.
    w2: Vec<i16>,
    /// Junctions of the mask: true is P, silent.
    silent: Vec<bool>,
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

/// Rule table at reset.
pub(super) fn reset_rules(spec: &Spec) -> RuleTable {
    RuleTable {
        entries: spec.rules.map(Rule::from_bits),
    }
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
            rules: reset_rules(spec),
            lfsr,
            counters: Counters::default(),
            pulsed: Pulsed::default(),
            w1: vec![0; spec.rows_with_bias() * stride],
            pairs: match spec.pairs {
                Pairs::Reset => vec![],
                Pairs::Persistent => vec![0; spec.rows_with_bias() * stride],
            },
            w2: vec![0; NUM_CLASSES * stride],
            silent: vec![false; spec.columns],
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

    /// Integrates an image (spikes in ascending order, see [`crate::spec::spike`]; each row below
    /// `spec.rows`, none twice in a step) and adds its readout to the sums.
    pub fn infer(&mut self, spikes: &[u16], observer: &mut impl Observer) {
        match self.spec.code {
            InputCode::Hold => self.integrate_held(spikes),
            InputCode::Pulse(_) => self.integrate_train(spikes),
        }
        if self.spec.mask {
            self.silence();
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
        if !self.spec.learns() {
            return;
        }
        let drives = &self.drives[..columns];
        let number = |wanted: fn(i32) -> bool| drives.iter().map(|&d| u32::from(wanted(d))).sum();
        let (positive, negative) = (number(|d| d > 0), number(|d| d < 0));
        self.counters.add(Counter::PositiveDrive, positive);
        self.counters.add(Counter::NegativeDrive, negative);
    }

    fn silence(&mut self) {
        let steps = match self.spec.code {
            InputCode::Hold => self.spec.code.integration_steps() as i32,
            // the drive is the sum over the steps already
            InputCode::Pulse(_) => 1,
        };
        let never = self.spec.input_steps() as u8;
        mask::silence(&self.silent, &mut self.counts, |column| {
            self.membranes[column] = self.drives[column] * steps;
            if steps == 1 {
                self.first_steps[column] = never;
            }
        });
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
    /// where the label is no class: then nothing is drawn, but for the mask where the label is one.
    pub fn teach(&mut self, spikes: &[u16], label: u8, observer: &mut impl Observer) -> bool {
        let label = usize::from(label);
        if label >= NUM_CLASSES {
            return false;
        }
        let selection = (self.mask_draws() > 0).then(|| self.draw(observer));
        let taught = self.teach_arrays(spikes, label, observer);
        if let Some(state) = selection {
            self.select(state);
        }
        taught
    }

    /// Pulses the mask and moves its code.
    fn select(&mut self, state: u16) {
        let counts = &self.counts[..self.spec.columns];
        if let Some(pulse) = mask::Pulse::of(&self.learning, &self.tables) {
            let switches = pulse.apply(&mut self.silent, counts, state);
            self.counters.add(Counter::MaskSwitches, switches);
        }
        let spikes: i32 = counts.iter().map(|&count| i32::from(count)).sum();
        let learning = &mut self.learning;
        learning.mask_code =
            mask::next_code(learning.mask_code, spikes as u32, learning.mask_target);
    }

    fn teach_arrays(&mut self, spikes: &[u16], label: usize, observer: &mut impl Observer) -> bool {
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
            let response = match self.silent[column] {
                true => None,
                false => responses.column(modulator, self.drives[column], &self.learning),
            };
            self.sweep.set(column, response);
        }
    }

    fn teach_out(&mut self, label: usize, rival: usize, observer: &mut impl Observer) {
        let (places, words) = (SwitchingTables::places(), self.tables.to_words());
        for column in 0..self.spec.columns {
            let count = self.counts[column];
            if count == 0 {
                continue;
            }
            let state = self.draw(observer);
            let code = readout::code(self.learning.code_readout, count);
            for (class, entry) in [(label, RuleTable::LABEL), (rival, RuleTable::RIVAL)] {
                let pulse = pulse(self.rules.entries[entry], false, code, &places);
                if pulse.step != 0 {
                    self.pulse_readout(column, class, pulse, word(state, class), &words);
                }
                observer.w2_cell(column, class, self.w2[self.w2_index(column, class)]);
            }
        }
    }

    /// Pulses one cell of W2, the threshold given as a place in the switching tables.
    fn pulse_readout(
        &mut self,
        column: usize,
        class: usize,
        pulse: Pulse,
        word: u16,
        words: &[u16; SwitchingTables::NUM_WORDS],
    ) {
        let limit = self.spec.w2_max() as i16;
        let place = usize::from(pulse.threshold) % words.len();
        let index = self.w2_index(column, class);
        let cells = self.cells.as_ref().map(|cells| &cells[1]);
        let threshold = cells.map_or(words[place], |cells| {
            cells.threshold(index, place, words[place])
        });
        let weight = &mut self.w2[index];
        let outcome = pulse_cell(weight, word, threshold, pulse.step, limit);
        if let Some(cells) = cells {
            *weight = cells.held(index, *weight);
        }
        self.pulsed.counts.0[place] += 1;
        self.counters.add_outcome(outcome);
        let counter = if pulse.is_ltp() {
            Counter::PulsesLtp
        } else {
            Counter::PulsesLtd
        };
        self.counters.add(counter, 1);
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
            let outcome = match self.spec.pairs {
                Pairs::Reset => pulse_row(weights, &pulses.cells, state, limit),
                Pairs::Persistent => {
                    let pairs = &mut self.pairs[visit.row * stride..][..stride];
                    pulse_pair_row(pairs, weights, &pulses.pairs, state)
                }
            };
            if let Some(cells) = &self.cells {
                cells[0].hold(visit.row * stride, weights);
            }
            match self.spec.pairs {
                Pairs::Reset => observer.w1_row(visit.row, &weights[..columns]),
                Pairs::Persistent => {
                    let pairs = &self.pairs[visit.row * stride..][..columns];
                    observer.pairs_row(visit.row, pairs);
                }
            }
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
}
