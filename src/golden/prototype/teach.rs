//! Teaching: recruits, or moves the winning compartments towards the image.

use super::Prototype;
use crate::blocks::amplitude::golden as amplitude;
use crate::blocks::draw::golden::word;
use crate::blocks::mtj_pair::golden::{Outcome, pulse_cell};
use crate::blocks::stdp::golden::{Pulse, pulse};
use crate::device::SwitchingTables;
use crate::golden::observer::Observer;
use crate::spec::prototype::{START_WEIGHT, WEIGHT_MAX};
use crate::spec::{Counter, NUM_CLASSES, NUM_CODES};

/// Most compartments of a neuron.
const MAX_COMPARTMENTS: usize = 4;

/// The compartment that is taught on the rows of a part.
#[derive(Clone, Copy, Debug, Default)]
struct Pupil {
    column: usize,
    offset: i32,
    bias_change: i32,
}

/// What teaching an image did.
#[derive(Clone, Copy, Debug, Default)]
struct Work {
    num_ltp: u32,
    num_ltd: u32,
    outcome: Outcome,
}

impl Prototype {
    /// Teaches the image that [`Prototype::infer`] saw last; false where the label is no class: then
    /// nothing is drawn and nothing changes.
    pub fn teach(&mut self, rows: &[u16], label: u8, observer: &mut impl Observer) -> bool {
        let class = usize::from(label);
        if class >= NUM_CLASSES || self.spec.columns == 0 {
            return false;
        }
        self.active.fill(false);
        rows.iter()
            .for_each(|&row| self.active[usize::from(row)] = true);
        match self.neurons.free(self.group(class)) {
            Some(column) => self.recruit(column, observer),
            None => self.learn(class, observer),
        }
        true
    }

    fn recruit(&mut self, column: usize, observer: &mut impl Observer) {
        let stride = self.stride();
        let mut biases = [0; MAX_COMPARTMENTS];
        for row in 0..self.spec.rows {
            let Some(part) = self.sizes.parts()[row] else {
                continue;
            };
            let wanted = if self.active[row] {
                START_WEIGHT
            } else {
                -START_WEIGHT
            };
            let index = row * stride + column;
            let weight = self.held(index, wanted);
            self.weights[index] = weight;
            observer.cell(row, column, weight);
            biases[usize::from(part)] += u32::from(self.sizes.sp(weight));
        }
        let num_compartments = self.sizes.num_compartments();
        for (compartment, &bias) in biases[..num_compartments].iter().enumerate() {
            self.neurons.set(column, compartment, bias, 1);
            observer.neuron(column, compartment, bias, 1);
        }
        self.neurons.set_recruited(column, true);
        observer.recruited(column);
    }

    fn learn(&mut self, class: usize, observer: &mut impl Observer) {
        let mut pupils = [Pupil::default(); MAX_COMPARTMENTS];
        let num_compartments = self.sizes.num_compartments();
        for (compartment, pupil) in pupils[..num_compartments].iter_mut().enumerate() {
            // a group is never empty
            if let Some((column, score)) = self.winner(self.group(class), compartment) {
                observer.winner(compartment, column, score);
                let wins = self.neurons.win(column, compartment);
                *pupil = Pupil {
                    column,
                    offset: amplitude::offset(wins),
                    bias_change: 0,
                };
            }
        }
        let work = self.sweep(&mut pupils, observer);
        for (compartment, pupil) in pupils[..num_compartments].iter().enumerate() {
            let column = pupil.column;
            self.neurons
                .add_bias(column, compartment, pupil.bias_change);
            let bias = self.neurons.biases(compartment)[column] as u32;
            let wins = self.neurons.wins(compartment)[column];
            observer.neuron(column, compartment, bias, wins);
        }
        self.counters.add(Counter::Draws, self.spec.rows as u32);
        self.counters.add(Counter::PulsesLtp, work.num_ltp);
        self.counters.add(Counter::PulsesLtd, work.num_ltd);
        self.counters.add_outcome(work.outcome);
    }

    /// One draw a row, and one cell a row that has a part.
    fn sweep(
        &mut self,
        pupils: &mut [Pupil; MAX_COMPARTMENTS],
        observer: &mut impl Observer,
    ) -> Work {
        let stride = self.stride();
        let places = SwitchingTables::places();
        let of_order = |acausal| -> [Pulse; NUM_CODES] {
            std::array::from_fn(|code| pulse(self.rule, acausal, code as i32, &places))
        };
        let (causal, acausal) = (of_order(false), of_order(true));
        let words = self.tables.to_words();
        let mut counts = [0u32; SwitchingTables::NUM_WORDS];
        let mut work = Work::default();
        for row in 0..self.spec.rows {
            let state = self.lfsr.draw();
            observer.draw(state);
            let Some(part) = self.sizes.parts()[row] else {
                continue;
            };
            let pupil = &mut pupils[usize::from(part) % MAX_COMPARTMENTS];
            let index = row * stride + pupil.column;
            let (before, active) = (self.weights[index], self.active[row]);
            let code = amplitude::code(before, active, pupil.offset);
            let Pulse { threshold, step } = if active { causal[code] } else { acausal[code] };
            let place = usize::from(threshold) % words.len();
            let threshold = match &self.cells {
                _ if step == 0 => 0,
                None => words[place],
                Some(cells) => cells.threshold(index, place, words[place]),
            };
            counts[place] += u32::from(step != 0);
            work.num_ltp += u32::from(step > 0);
            work.num_ltd += u32::from(step < 0);
            if word(state, pupil.column) < threshold {
                let mut wanted = before;
                let outcome = pulse_cell(&mut wanted, 0, threshold, step, WEIGHT_MAX);
                let after = self.held(index, wanted);
                work.outcome.switches += outcome.switches;
                work.outcome.saturations += outcome.saturations;
                self.weights[index] = after;
                pupil.bias_change +=
                    i32::from(self.sizes.sp(after)) - i32::from(self.sizes.sp(before));
            }
            observer.cell(row, pupil.column, self.weights[index]);
        }
        let sums = self.pulsed.counts.0.iter_mut().zip(counts);
        sums.for_each(|(sum, count)| *sum += u64::from(count));
        self.pulsed.rows += self.spec.rows as u64;
        self.pulsed.draws += self.spec.rows as u64;
        work
    }

    /// What a cell holds after a write.
    #[inline]
    fn held(&self, index: usize, wanted: i16) -> i16 {
        match &self.cells {
            None => wanted,
            Some(cells) => cells.held(index, wanted),
        }
    }
}
