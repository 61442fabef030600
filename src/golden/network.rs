//! The network of scheme "modulated": R x C hidden array, C x 10 readout array, one LFSR.

use super::cells::{Cells, Source};
use super::counters::Counters;
use super::energy::Pulsed;
use super::observer::Observer;
use crate::blocks::draw::golden::{GROUP, Lfsr, word};
use crate::blocks::lif::golden as lif;
use crate::blocks::modulator::golden::Responses;
use crate::blocks::mtj_pair::golden::{Pulses, pulse_cell, pulse_row};
use crate::blocks::readout::golden as readout;
use crate::blocks::stdp::golden::{Pulse, causal_pulse};
use crate::device::{RuleTable, SwitchingTables};
use crate::spec::{Counter, Learning, NUM_CLASSES, Spec, Variation};
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
    /// Working space: 16-bit partial drives.
    partial: Vec<i16>,
    /// Working space: pulses of the hidden sweep, and the places of their thresholds.
    pulses: Pulses,
    places: Vec<u8>,
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
            partial: vec![0; stride],
            pulses: Pulses::none(stride),
            places: vec![0; stride],
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

    /// Integrates an image (active rows, each below `spec.rows`, none twice) and adds its readout to
    /// the sums.
    pub fn infer(&mut self, rows: &[u16], observer: &mut impl Observer) {
        let bias = self.spec.rows;
        let visited = rows.iter().map(|&row| usize::from(row)).chain([bias]);
        lif::accumulate(&self.w1, visited, &mut self.partial, &mut self.drives);
        lif::integrate(
            &self.drives,
            self.learning.threshold as i32,
            &mut self.counts,
            &mut self.membranes,
        );
        let columns = self.spec.columns;
        readout::add(&mut self.sums, &self.counts, &self.w2);
        let counts = &self.counts[..columns];
        for (column, (&count, &membrane)) in counts.iter().zip(&self.membranes).enumerate() {
            observer.column(column, count as u8, membrane);
        }
        let spikes: i32 = counts.iter().map(|&count| i32::from(count)).sum();
        self.counters.add(Counter::Images, 1);
        self.counters.add(Counter::Events, rows.len() as u32);
        self.counters.add(Counter::HiddenSpikes, spikes as u32);
    }

    /// The class by the sums.
    pub fn decide(&self) -> u8 {
        readout::argmax(&self.sums) as u8
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
        let class = self.decide();
        let taught = label.is_some_and(|label| self.teach(rows, label, observer));
        self.clear_sums();
        Decision {
            class,
            taught,
            blank: false,
        }
    }

    /// Teaches the image that [`Network::infer`] saw last; false where the margin is met already, or
    /// where the label is no class: then nothing is drawn.
    pub fn teach(&mut self, rows: &[u16], label: u8, observer: &mut impl Observer) -> bool {
        let label = usize::from(label);
        if label >= NUM_CLASSES {
            return false;
        }
        let rival = readout::rival(&self.sums, label);
        if readout::is_learned(&self.sums, label, rival, self.learning.margin as i32) {
            return false;
        }
        let sweep = self.modulate(label, rival);
        self.teach_out(label, rival, observer);
        if let Some(sweep) = sweep {
            self.teach_hidden(rows, sweep, observer);
        }
        true
    }

    /// Type and amplitude of each column, before the readout changes; `None` where all are 00.
    fn modulate(&mut self, label: usize, rival: usize) -> Option<Sweep> {
        let responses = Responses::new(&self.learning, &self.rules, &SwitchingTables::places());
        let words = self.tables.to_words();
        let mut sweep = Sweep::default();
        let mut any_type = false;
        for column in 0..self.spec.columns {
            let weight = |class| i32::from(self.w2[self.w2_index(column, class)]);
            let modulator = weight(label) - weight(rival);
            let response = responses.column(modulator, self.drives[column], &self.learning);
            any_type |= response.is_some();
            let pulse = response.unwrap_or_default();
            sweep.num_ltp += u32::from(pulse.is_ltp());
            sweep.num_ltd += u32::from(pulse.is_ltd());
            // what stands at its place is the threshold, where there is a pulse
            let threshold = words[usize::from(pulse.threshold) % words.len()];
            self.places[column] = pulse.threshold as u8;
            self.pulses.thresholds[column] = if pulse.step == 0 { 0 } else { threshold };
            self.pulses.steps[column] = pulse.step;
        }
        any_type.then_some(sweep)
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
                    causal_pulse(self.rules.entries[entry], code, &places);
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

    fn teach_hidden(&mut self, rows: &[u16], sweep: Sweep, observer: &mut impl Observer) {
        let limit = self.spec.w1_max() as i16;
        let (stride, columns, bias) = (self.stride(), self.spec.columns, self.spec.rows);
        for row in rows.iter().map(|&row| usize::from(row)).chain([bias]) {
            let state = self.draw(observer);
            if let Some(cells) = &self.cells {
                let of_column = self.pulses.thresholds.iter_mut().zip(&self.places);
                for (column, (threshold, &place)) in of_column.enumerate() {
                    if self.pulses.steps[column] != 0 {
                        let index = row * stride + column;
                        *threshold = cells[0].threshold(index, place.into(), *threshold);
                    }
                }
            }
            let weights = &mut self.w1[row * stride..][..stride];
            let outcome = pulse_row(weights, &self.pulses, state, limit);
            if let Some(cells) = &self.cells {
                cells[0].hold(row * stride, weights);
            }
            observer.w1_row(row, &weights[..columns]);
            self.counters.add_outcome(outcome);
        }
        let visited = rows.len() as u32 + 1;
        self.pulsed.rows += u64::from(visited);
        for (&place, &step) in self.places.iter().zip(&self.pulses.steps) {
            self.pulsed.counts.0[usize::from(place) % SwitchingTables::NUM_WORDS] +=
                if step == 0 { 0 } else { u64::from(visited) };
        }
        self.counters
            .add(Counter::PulsesLtp, sweep.num_ltp * visited);
        self.counters
            .add(Counter::PulsesLtd, sweep.num_ltd * visited);
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

/// Columns pulsed on every row of a hidden sweep.
#[derive(Clone, Copy, Debug, Default)]
struct Sweep {
    num_ltp: u32,
    num_ltd: u32,
}
