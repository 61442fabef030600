//! The hidden sweep of scheme "modulated": which rows are visited, and what each column gets there.

use super::cells::Cells;
use super::energy::Pulsed;
use crate::blocks::modulator::golden::Response;
use crate::blocks::mtj_pair::golden::{PairPulse, Pulses};
use crate::blocks::stdp::golden::is_acausal;
use crate::device::SwitchingTables;
use crate::spec::{InputCode, Pairs, Spec, spike_row, spike_step};

/// Switching thresholds in the order of the host map.
type Words = [u16; SwitchingTables::NUM_WORDS];

/// One row of the sweep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Visit {
    /// The row; the bias row last.
    pub(super) row: usize,
    /// Its first step, T where it is silent.
    step: usize,
}

/// What the columns get on rows of one first step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RowPulses {
    /// Thresholds and directions.
    pub(super) cells: Pulses,
    /// The same on persistent pairs; empty where there are none.
    pub(super) pairs: Vec<PairPulse>,
    /// Columns pulsed towards potentiation.
    pub(super) num_ltp: u32,
    /// Columns pulsed towards depression.
    pub(super) num_ltd: u32,
    /// Places of the thresholds in the switching tables.
    places: Vec<u8>,
    /// Rows visited.
    num_rows: u64,
}

impl RowPulses {
    /// Thresholds of cells that have their own; `first` is the row's first cell.
    pub(super) fn vary(&mut self, cells: &Cells, first: usize) {
        let of_column = self.cells.thresholds.iter_mut().zip(&self.places);
        for (column, (threshold, &place)) in of_column.enumerate() {
            if self.cells.steps[column] != 0 {
                *threshold = cells.threshold(first + column, place.into(), *threshold);
            }
        }
    }
}

/// Kept from image to image, so that nothing is allocated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sweep {
    code: InputCode,
    /// By column.
    responses: Vec<Response>,
    any_type: bool,
    silent_rows: bool,
    /// First step of each row, T where it is silent; the bias row last.
    row_steps: Vec<u8>,
    /// By first step of the row; silent rows last.
    pulses: Vec<RowPulses>,
}

impl Sweep {
    /// For the rows of `spec`, and `stride` columns.
    pub(super) fn new(spec: &Spec, stride: usize) -> Self {
        let none = RowPulses {
            cells: Pulses::none(stride),
            pairs: match spec.pairs {
                Pairs::Reset => vec![],
                Pairs::Persistent => vec![PairPulse::default(); stride],
            },
            places: vec![0; stride],
            ..RowPulses::default()
        };
        Sweep {
            code: spec.code,
            responses: vec![Response::default(); stride],
            any_type: false,
            silent_rows: false,
            row_steps: vec![0; spec.rows_with_bias()],
            pulses: vec![none; spec.input_steps() + 1],
        }
    }

    /// No column has a type.
    pub(super) fn clear(&mut self) {
        self.any_type = false;
        self.silent_rows = false;
    }

    /// What a column answers, thresholds as places in the switching tables; none for type 00.
    pub(super) fn set(&mut self, column: usize, response: Option<Response>) {
        self.any_type |= response.is_some();
        let response = response.unwrap_or_default();
        self.silent_rows |= response.wants_silent_rows();
        self.responses[column] = response;
    }

    /// Some column has a type other than 00.
    pub(super) fn is_wanted(&self) -> bool {
        self.any_type
    }

    /// Notes the first step of each row, and orders the pulses by it.
    pub(super) fn prepare(&mut self, spikes: &[u16], column_steps: &[u8], words: &Words) {
        let steps = self.code.input_steps() as u8;
        let (bias, rows) = (self.row_steps.len() - 1, &mut self.row_steps);
        rows.fill(steps);
        // later spikes of a row are overwritten by its first
        for &spike in spikes.iter().rev() {
            rows[spike_row(spike)] = spike_step(spike) as u8;
        }
        rows[bias] = 0;
        self.pulses.iter_mut().for_each(|p| p.num_rows = 0);
        for step in 0..steps {
            self.fill(step.into(), words, |column| {
                is_acausal(column_steps[column], Some(step))
            });
        }
        if self.silent_rows {
            self.fill(steps.into(), words, |column| {
                is_acausal(column_steps[column], None)
            });
        }
    }

    fn fill(&mut self, step: usize, words: &Words, acausal: impl Fn(usize) -> bool) {
        let RowPulses {
            cells,
            pairs,
            num_ltp,
            num_ltd,
            places,
            ..
        } = &mut self.pulses[step];
        (*num_ltp, *num_ltd) = (0, 0);
        for (column, (pair, response)) in pairs.iter_mut().zip(&self.responses).enumerate() {
            let acausal = acausal(column);
            let pulse = response.pairs[usize::from(acausal)];
            *pair = match response.pulse(acausal).step {
                0 => PairPulse::default(),
                _ => PairPulse {
                    thresholds: pulse
                        .thresholds
                        .map(|place| words[usize::from(place) % words.len()]),
                    ..pulse
                },
            };
        }
        for (column, response) in self.responses.iter().enumerate() {
            let pulse = response.pulse(acausal(column));
            *num_ltp += u32::from(pulse.is_ltp());
            *num_ltd += u32::from(pulse.is_ltd());
            let place = usize::from(pulse.threshold) % words.len();
            places[column] = place as u8;
            cells.thresholds[column] = if pulse.step == 0 { 0 } else { words[place] };
            cells.steps[column] = pulse.step;
        }
    }

    /// The first row to visit from `row` on.
    #[inline]
    pub(super) fn next_from(&self, row: usize) -> Option<Visit> {
        let steps = self.code.input_steps();
        let rows = (row..).zip(self.row_steps.get(row..)?);
        rows.map(|(row, &step)| Visit {
            row,
            step: step.into(),
        })
        .find(|visit| self.silent_rows || visit.step < steps)
    }

    /// What the columns get there; counts the row.
    #[inline]
    pub(super) fn visit(&mut self, visit: Visit) -> &mut RowPulses {
        let pulses = &mut self.pulses[visit.step];
        pulses.num_rows += 1;
        pulses
    }

    /// Adds the rows and the pulses of the sweep.
    pub(super) fn add_to(&self, pulsed: &mut Pulsed) {
        for pulses in &self.pulses {
            pulsed.rows += pulses.num_rows;
            for (&place, &step) in pulses.places.iter().zip(&pulses.cells.steps) {
                pulsed.counts.0[usize::from(place)] += if step == 0 { 0 } else { pulses.num_rows };
            }
        }
    }
}
