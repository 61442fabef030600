//! Watches the golden core as the probes of the testbench watch the RTL.

use crate::emit::digest::{self, mix, mix_all};
use crate::emit::memory_image::{Word, w1_row_words};
use crate::golden::Observer;
use crate::golden::core::Core;
use crate::spec::{Scheme, Spec};
use std::fmt::Write;
use std::ops::RangeInclusive;

/// Digests of all that happens, and the [`crate::emit::testbench::trace`] of the images of a window.
#[derive(Clone, Debug)]
pub struct Recorder {
    spec: Spec,
    word: Word,
    memories: Memories,
    /// Nothing where no trace is asked for.
    written: Written,
    /// Rows of the hidden sweep at hand, whose passes but the first are still to be written.
    swept: Vec<(usize, Vec<i16>)>,
    /// Digest of the columns of the image at hand.
    pub columns: u32,
    /// Running digest of the writes to W1 since the last reset.
    pub w1_writes: u32,
    /// Running digest of the writes to W2, or to the neuron memory, since the last reset.
    pub w2_writes: u32,
    /// Images complete so far: the number of the image at hand.
    pub image: u32,
    window: Option<RangeInclusive<u32>>,
    trace: String,
}

impl Recorder {
    /// Nothing has happened yet.
    pub fn new(core: &Core, window: Option<RangeInclusive<u32>>) -> Self {
        Recorder {
            spec: core.spec().clone(),
            memories: Memories::of(core),
            written: window
                .as_ref()
                .map_or_else(Written::default, |_| Written::of(core)),
            word: Word::default(),
            swept: Vec::new(),
            columns: digest::START,
            w1_writes: digest::START,
            w2_writes: digest::START,
            image: 0,
            window,
            trace: String::new(),
        }
    }

    /// Goes on to the next image.
    pub fn next_image(&mut self) {
        self.columns = digest::START;
        self.image += 1;
    }

    /// Reset: forgets the image at hand and all writes.
    pub fn reset(&mut self) {
        self.swept.clear();
        self.columns = digest::START;
        self.w1_writes = digest::START;
        self.w2_writes = digest::START;
    }

    /// The lines so far.
    pub fn trace(&self) -> &str {
        &self.trace
    }

    /// True where the image at hand is traced.
    pub fn tracing(&self) -> bool {
        self.window
            .as_ref()
            .is_some_and(|w| w.contains(&self.image))
    }

    /// Adds a line to the trace of the image at hand.
    pub fn line(&mut self, text: std::fmt::Arguments) {
        if self.tracing() {
            // writing to a string cannot fail
            let _ = writeln!(self.trace, "{} {text}", self.image);
        }
    }
}

impl Observer for Recorder {
    fn draw(&mut self, lfsr: u16) {
        self.line(format_args!("draw {lfsr:04x}"));
    }

    fn column(&mut self, column: usize, count: u8, membrane: i32) {
        self.columns = mix(self.columns, (column as u32) << 4 | u32::from(count));
        self.columns = mix(self.columns, membrane as u32);
        if self.tracing() {
            self.line(format_args!("column {column} {count} {membrane}"));
        }
    }

    fn w1_row(&mut self, row: usize, weights: &[i16]) {
        self.w1_write(row, 0, weights);
        if self.spec.passes() > 1 {
            self.swept.push((row, weights.to_vec()));
        }
    }

    fn pairs_row(&mut self, row: usize, pairs: &[u8]) {
        let cells: Vec<i16> = pairs.iter().map(|&pair| pair.into()).collect();
        self.w1_row(row, &cells);
    }

    fn w2_cell(&mut self, column: usize, class: usize, weight: i16) {
        self.w2_writes = mix(self.w2_writes, (column << 4 | class) as u32);
        self.w2_writes = mix(self.w2_writes, u32::from(weight as u8));
        let cells = self.written.w2.get_mut(column);
        if let Some((cell, _)) = cells.and_then(|cells| cells.get_mut(class)) {
            let before = std::mem::replace(cell, (weight as u8).into()) as i8;
            self.line(format_args!("w2 {column} {class} {weight} {before}"));
        }
    }

    fn drive(&mut self, column: usize, compartment: usize, drive: i32) {
        self.columns = mix(self.columns, (column as u32) << 2 | compartment as u32);
        self.columns = mix(self.columns, drive as u32);
        if self.tracing() {
            self.line(format_args!("column {column} {compartment} {drive}"));
        }
    }

    fn cell(&mut self, row: usize, column: usize, weight: i16) {
        let Some(weights) = self.memories.w1.get_mut(row) else {
            return;
        };
        weights[column] = weight;
        let weights = std::mem::take(weights);
        self.w1_write(row, column / self.spec.lanes, &weights);
        self.memories.w1[row] = weights;
    }

    fn neuron(&mut self, column: usize, compartment: usize, bias: u32, wins: u8) {
        let Some(fields) = self.memories.neurons.get_mut(column) else {
            return;
        };
        fields[2 * compartment].0 = bias;
        fields[2 * compartment + 1].0 = wins.into();
        // a free neuron is written as a whole, when it is recruited
        if fields.last().is_some_and(|&(recruited, _)| recruited == 1) {
            self.neuron_write(column);
        }
    }

    fn recruited(&mut self, column: usize) {
        let fields = self.memories.neurons.get_mut(column);
        if let Some((recruited, _)) = fields.and_then(|fields| fields.last_mut()) {
            *recruited = 1;
        }
        self.neuron_write(column);
    }
}

/// What the memories of scheme "prototype" hold: a cell comes alone, a write is a whole word.
#[derive(Clone, Debug, Default)]
struct Memories {
    w1: Vec<Vec<i16>>,
    neurons: Vec<Vec<(u32, usize)>>,
}

impl Memories {
    fn of(core: &Core) -> Self {
        match core.spec().scheme {
            Scheme::Modulated => Memories::default(),
            Scheme::Prototype(_) => Memories {
                w1: core.w1_rows().map(|row| row.to_vec()).collect(),
                neurons: core.second_rows().collect(),
            },
        }
    }
}

/// Memories as they stand, word by word, for the words before in a trace.
#[derive(Clone, Debug, Default)]
struct Written {
    w1: Vec<Word>,
    /// Cells of the readout, as fields of a column's word.
    w2: Vec<Vec<(u32, usize)>>,
    neurons: Vec<Word>,
}

impl Written {
    fn of(core: &Core) -> Self {
        let (spec, mut word, mut written) = (core.spec(), Word::default(), Written::default());
        for (row, cells) in core.w1_rows().enumerate() {
            w1_row_words(spec, row, &cells, &mut word, |_, word| {
                written.w1.push(word.clone());
            });
        }
        match spec.scheme {
            Scheme::Modulated => written.w2 = core.second_rows().collect(),
            Scheme::Prototype(_) => written.neurons.extend(core.second_rows().map(|fields| {
                word.pack_fields(fields, spec.second_word_bits());
                word.clone()
            })),
        }
        written
    }
}

/// A word written and the word before.
fn hex(bits: usize, written: &Word, before: &Word) -> String {
    format!("{} {}", written.hex(bits), before.hex(bits))
}

impl Recorder {
    /// The hidden sweep is over: the writes of its passes but the first, pass by pass as the RTL goes.
    pub fn end_sweep(&mut self) {
        let swept = std::mem::take(&mut self.swept);
        for pass in 1..self.spec.passes() {
            for (row, weights) in &swept {
                self.w1_write(*row, pass, weights);
            }
        }
    }

    /// The host wrote a weight of this row.
    pub fn host_wrote_w1(&mut self, row: usize, pass: usize, weights: &[i16]) {
        if let Some(kept) = self.memories.w1.get_mut(row) {
            kept.copy_from_slice(weights);
        }
        self.w1_write(row, pass, weights);
    }

    /// The host wrote field `index` of this column in the second memory.
    pub fn host_wrote_second(&mut self, column: usize, index: usize, fields: Vec<(u32, usize)>) {
        match self.memories.neurons.get_mut(column) {
            Some(kept) => *kept = fields,
            None => {
                let weight = fields.get(index).map_or(0, |&(w, _)| w as u8 as i8);
                return self.w2_cell(column, index, weight.into());
            }
        }
        self.neuron_write(column);
    }

    /// The word of a neuron is written as it stands.
    fn neuron_write(&mut self, column: usize) {
        let Some(fields) = self.memories.neurons.get(column) else {
            return;
        };
        let bits = self.spec.second_word_bits();
        self.word.pack_fields(fields.iter().copied(), bits);
        let start = mix(self.w2_writes, column as u32);
        self.w2_writes = mix_all(start, self.word.chunks());
        if let Some(before) = self.written.neurons.get_mut(column) {
            let before = std::mem::replace(before, self.word.clone());
            let words = hex(bits, &self.word, &before);
            self.line(format_args!("neuron {column} {words}"));
        }
    }

    /// One word of W1 is written.
    fn w1_write(&mut self, row: usize, pass: usize, weights: &[i16]) {
        let (tracing, bits) = (self.tracing(), self.spec.w1_word_bits());
        let (mut sum, mut words) = (self.w1_writes, None);
        let wanted = (row * self.spec.passes() + pass) as u32;
        let mut before = self.written.w1.get_mut(wanted as usize);
        w1_row_words(&self.spec, row, weights, &mut self.word, |address, word| {
            if address == wanted {
                sum = mix_all(mix(sum, address), word.chunks());
                let before = before.as_mut().map(|b| std::mem::replace(*b, word.clone()));
                words = before.filter(|_| tracing).map(|b| hex(bits, word, &b));
            }
        });
        self.w1_writes = sum;
        if let Some(words) = words {
            self.line(format_args!("w1 {wanted} {words}"));
        }
    }
}
