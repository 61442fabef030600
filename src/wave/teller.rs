//! From signals to a story.
//!
//! Signals are sampled as the core's own registers do: with their values before the rising edge. A
//! cycle is the testbench's number of that edge, as in its `MISMATCH` lines. The testbench counts
//! images sent, captured, done and told, and these counts say whose image a thing belongs to.

use super::dump::{Changes, Dump};
use super::memory::{Shadow, Written};
use super::steps;
use super::story::{Cell, Draw, Fired, Image, Story, Told, Unit, Write};
use super::taps::{Core, Learning, Taps};
use super::word::Word;
use crate::emit::testbench::format::{OP_LAST, OP_ROW, OP_STEP};
use crate::spec::NUM_JUNCTIONS;
use crate::spec::prototype::WINS_BITS;
use crate::{Error, Result};
use std::collections::BTreeMap;

/// Reads a dump, of signals or of [`steps`], to its end.
///
/// # Errors
/// [`Error::File`] where it is damaged or not of a core of this program.
pub fn read(dump: &mut Dump) -> Result<Story> {
    if steps::is_steps(dump) {
        return steps::read(dump);
    }
    let taps = Taps::new(dump)?;
    let mut now = vec![Word::UNSET; dump.num_watched()];
    let (mut changes, mut teller) = (Changes::new(), None);
    while dump.step(&mut changes)?.is_some() {
        let clk = changes.iter().rev().find(|change| change.0 == taps.clk);
        let was_low = now[taps.clk].known() && !now[taps.clk].is_high();
        if was_low && clk.is_some_and(|(_, word)| word.is_high()) {
            teller
                .get_or_insert_with(|| Teller::new(&taps, &now))
                .edge(&now);
        }
        for (number, word) in changes.drain(..) {
            now[number] = word;
        }
    }
    teller.map(|teller| teller.story).ok_or_else(|| {
        let what = "has no clock edge: was the simulation ended before its window?";
        Error::file(dump.path(), what)
    })
}

/// Follows the core from edge to edge.
struct Teller<'a> {
    taps: &'a Taps,
    story: Story,
    /// An image's first event was there, its LAST was not.
    open: bool,
    w1: Shadow,
    second: Shadow,
    /// Spikes of the pass at hand: cycle, lane, step.
    pass: Vec<(u32, u32, u32)>,
    /// An integration step was done at the last edge: its number, and that counts began at 0.
    step: Option<(u32, bool)>,
    num_steps: u32,
    counts: Vec<u32>,
    /// Image and cycle of the draw at the last edge.
    draw: Option<(u32, u32)>,
}

impl<'a> Teller<'a> {
    fn new(taps: &'a Taps, now: &[Word]) -> Self {
        let [rows, columns, lanes, compartments] = taps.constants.map(|tap| now[tap].low());
        let core = Core {
            scheme: match taps.class_fired {
                None => "modulated",
                Some(_) => "prototype",
            },
            rows,
            columns,
            lanes,
            compartments,
            w1_bits: taps.widths[0] / lanes.max(1),
            learns: taps.learning.is_some(),
        };
        let cycle = now[taps.cycle].low() + 1;
        Teller {
            taps,
            story: Story {
                core,
                unit: Unit::Cycle,
                span: [cycle; 2],
                images: BTreeMap::new(),
            },
            open: false,
            w1: Shadow::new(taps.w1, 0),
            second: Shadow::new(taps.second, cell_bits(taps)),
            pass: Vec::new(),
            step: None,
            num_steps: 0,
            counts: vec![0; taps.counts.len()],
            draw: None,
        }
    }

    /// One rising edge; `now` is before it.
    fn edge(&mut self, now: &[Word]) {
        let taps = self.taps;
        let cycle = now[taps.cycle].low() + 1;
        self.story.span[1] = cycle;
        if !now[taps.rst_n].is_high() {
            self.open = false;
            self.pass.clear();
            (self.step, self.draw) = (None, None);
            return;
        }
        let first = now[taps.first].low();
        let image = |tap: usize| first.wrapping_add(now[tap].low());
        self.event(now, cycle, image(taps.num_sent));
        self.fire(now, cycle, image(taps.num_captured));
        self.result(now, cycle, image(taps.num_told));
        self.work(now, cycle, image(taps.num_done));
    }

    fn event(&mut self, now: &[Word], cycle: u32, number: u32) {
        let taps = self.taps;
        if !(now[taps.ev_valid].is_high() && now[taps.ev_ready].is_high()) {
            return;
        }
        let image = self.story.images.entry(number).or_default();
        if !self.open {
            // after a reset the number comes again
            *image = Image {
                first: cycle,
                ..Image::default()
            };
        }
        self.open = true;
        let data = now[taps.ev_data].low();
        match now[taps.ev_kind].low() << 28 {
            OP_ROW => image.rows.push(data),
            OP_STEP => image.steps += 1,
            OP_LAST => {
                let bit = |at: u32| data >> at & 1 == 1;
                self.open = false;
                image.last = Some(cycle);
                (image.learn, image.more) = (bit(4), bit(5));
                image.label = image.learn.then_some(data & 15);
            }
            _ => {}
        }
    }

    fn fire(&mut self, now: &[Word], cycle: u32, number: u32) {
        let taps = self.taps;
        if let Some(learning) = &taps.learning {
            self.step(learning, now, cycle);
        }
        if !now[taps.capture].is_high() {
            return;
        }
        let Core { lanes, columns, .. } = self.story.core;
        let (pass, spikes) = (now[taps.pass].low(), self.pass.drain(..));
        let fired: Vec<_> = match taps.learning {
            Some(_) => {
                let times = spikes.map(|(at, lane, step)| (at, pass * lanes + lane, 1, Some(step)));
                times.collect()
            }
            None => {
                let counts = (pass..).zip(&taps.counts);
                counts
                    .map(|(column, &tap)| (cycle, column, now[tap].low(), None))
                    .collect()
            }
        };
        let Some(image) = self.story.images.get_mut(&number) else {
            return;
        };
        let fired = fired.into_iter();
        let fired = fired.filter(|&(_, column, spikes, _)| column < columns && spikes > 0);
        image
            .fired
            .extend(fired.map(|(at, column, spikes, step)| Fired::Column {
                at,
                column,
                spikes,
                step,
            }));
    }

    /// Spikes of lanes that follow their membranes step by step.
    fn step(&mut self, learning: &Learning, now: &[Word], cycle: u32) {
        for (lane, &tap) in self.taps.counts.iter().enumerate() {
            let (count, before) = (now[tap].low(), self.counts[lane]);
            if let Some((step, fresh)) = self.step
                && count > if fresh { 0 } else { before }
            {
                self.pass.push((cycle - 1, lane as u32, step));
            }
            self.counts[lane] = count;
        }
        self.step = now[learning.step].is_high().then(|| {
            let fresh = now[learning.step_first].is_high();
            self.num_steps = if fresh { 0 } else { self.num_steps + 1 };
            (self.num_steps, fresh)
        });
    }

    fn result(&mut self, now: &[Word], cycle: u32, mut number: u32) {
        let taps = self.taps;
        if !(now[taps.res_valid].is_high() && now[taps.res_ready].is_high()) {
            return;
        }
        let images = &mut self.story.images;
        while images.get(&number).is_some_and(|image| image.more) {
            number += 1;
        }
        if let Some(image) = images.get_mut(&number) {
            image.result = Some(Told {
                at: cycle,
                class: now[taps.res_class].low(),
                taught: now[taps.res_learn].is_high(),
            });
        }
    }

    /// Draws, pulses, writes, and the end of the oldest image that is not done.
    fn work(&mut self, now: &[Word], cycle: u32, number: u32) {
        let taps = self.taps;
        let Story { core, images, .. } = &mut self.story;
        if let Some(learning) = &taps.learning {
            if let Some((image, cycle)) = self.draw.take()
                && let Some(image) = images.get_mut(&image)
            {
                let lfsr = now[learning.lfsr].low();
                image.draws.push(Draw { at: cycle, lfsr });
            }
            if now[learning.draw].is_high() {
                self.draw = Some((number, cycle));
            }
        }
        let (w1, second) = (self.w1.edge(now), self.second.edge(now));
        let Some(image) = images.get_mut(&number) else {
            return;
        };
        if let Some((tap, class)) = taps.class_fired.map(|[fired, class]| (fired, class))
            && now[tap].is_high()
        {
            let class = now[class].low();
            image.fired.push(Fired::Class { at: cycle, class });
        }
        if let Some(learning) = &taps.learning {
            learning.count(now, image);
        }
        let mut write = |cell: Cell, old: Option<i32>, new: i32| {
            if old != Some(new) {
                image.writes.push(Write {
                    at: cycle,
                    cell,
                    old,
                    new,
                });
            }
        };
        if let Some(written) = w1 {
            w1_cells(core, &written, &mut write);
        }
        if let Some(written) = second {
            match taps.class_fired {
                None => w2_cells(taps, &written, &mut write),
                Some(_) => neuron_cells(core, taps, &written, &mut write),
            }
        }
        if now[taps.done].is_high() {
            image.done = Some(cycle);
        }
    }
}

impl Learning {
    /// Pulses and switches of one edge.
    fn count(&self, now: &[Word], image: &mut Image) {
        let of_lanes = |tap: usize| match now[self.lanes_valid].is_high() {
            true => now[tap].count(),
            false => 0,
        };
        let [ltp, ltd, switched, saturated] = self.readout.map(|tap| now[tap].low());
        image.pulses_ltp += ltp + now[self.hidden[0]].low();
        image.pulses_ltd += ltd + now[self.hidden[1]].low();
        image.switches += switched + of_lanes(self.hidden[2]);
        image.saturations += saturated + of_lanes(self.hidden[3]);
    }
}

/// Takes a cell, its value before and its value behind.
type Visit<'a> = dyn FnMut(Cell, Option<i32>, i32) + 'a;

/// A word of the array: a cell a lane.
fn w1_cells(core: &Core, written: &Written, visit: &mut Visit) {
    let (row, pass) = (
        written.address / core.passes(),
        written.address % core.passes(),
    );
    let bits = core.w1_bits as usize;
    for lane in 0..core.lanes {
        let column = pass * core.lanes + lane;
        let value = |word: &Word| match bits {
            // a pair: the junctions' states
            NUM_JUNCTIONS => word.field(lane as usize * bits, bits) as i32,
            _ => word.signed_field(lane as usize * bits, bits),
        };
        if column < core.columns {
            let old = written.old.as_ref().map(value);
            visit(Cell::W1 { row, column }, old, value(&written.new));
        }
    }
}

/// Bits of a cell of the readout; 0 for the neuron memory, whose words are written whole.
fn cell_bits(taps: &Taps) -> usize {
    match taps.enables {
        0 | 1 => 0,
        enables => (taps.widths[1] / enables) as usize,
    }
}

/// One cell of the readout; its word is all classes.
fn w2_cells(taps: &Taps, written: &Written, visit: &mut Visit) {
    let column = written.address;
    let bits = cell_bits(taps);
    for class in (0..taps.enables).filter(|class| written.enables >> class & 1 == 1) {
        let old = written.old.as_ref();
        let old = old.map(|word| word.signed_field(class as usize * bits, bits));
        let new = written.new.signed_field(0, bits);
        visit(Cell::W2 { column, class }, old, new);
    }
}

/// The word of a neuron: {bias, wins} a compartment, and the recruited bit on top.
fn neuron_cells(core: &Core, taps: &Taps, written: &Written, visit: &mut Visit) {
    let column = written.address;
    let top = taps.widths[1] as usize - 1;
    let part = top / core.compartments.max(1) as usize;
    let mut field = |cell: Cell, at: usize, bits: usize| {
        let value = |word: &Word| word.field(at, bits) as i32;
        visit(cell, written.old.as_ref().map(value), value(&written.new));
    };
    for compartment in 0..core.compartments {
        let at = compartment as usize * part;
        let bias = part.saturating_sub(WINS_BITS);
        let wins = Cell::Wins {
            column,
            compartment,
        };
        field(
            Cell::Bias {
                column,
                compartment,
            },
            at,
            bias,
        );
        field(wins, at + bias, WINS_BITS);
    }
    field(Cell::Recruited { column }, top, 1);
}
