//! From a dump of steps to a story.

use super::super::dump::{Changes, Dump};
use super::super::story::{Cell, Draw, Fired, Image, Story, Told, Unit, Write};
use super::super::taps::Core;
use super::super::word::Word;
use super::{CORE, DECIDE, DONE, DRAW, ENCODE, INFER, RECRUITED, Scope, TEACH_HIDDEN, TEACH_OUT};
use super::{PHASES, scopes};
use crate::emit::testbench::format::{KIND_AT, OP_LAST, OP_ROW, OP_STEP};
use crate::spec::NUM_JUNCTIONS;
use crate::{Error, Result};
use std::collections::BTreeMap;

/// A dump of steps, and not of all signals.
pub fn is_steps(dump: &Dump) -> bool {
    dump.find("arch.phase").is_some()
}

/// A watched signal: number and bits.
type Tap = (usize, usize);

fn tap(dump: &mut Dump, path: &str) -> Result<Tap> {
    let Some(signal) = dump.find(path).cloned() else {
        let what = format!("has no signal `{path}`: make it with `verify --vcd` of this version");
        return Err(Error::file(dump.path(), what));
    };
    Ok((dump.watch(&signal), signal.width as usize))
}

fn tap_scope(dump: &mut Dump, (scope, names): Scope) -> Result<Vec<Tap>> {
    let paths = names.iter().map(|name| format!("arch.{scope}.{name}"));
    paths.map(|path| tap(dump, &path)).collect()
}

/// Reads a dump to its end.
///
/// # Errors
/// [`Error::File`] where it is damaged or lacks a signal.
pub fn read(dump: &mut Dump) -> Result<Story> {
    let prototype = dump.find("arch.neuron.column").is_some();
    let [(image, _), (phase, _)] = [tap(dump, "arch.image")?, tap(dump, "arch.phase")?];
    // two steps that are alike differ in it
    tap(dump, "arch.tick")?;
    let core = tap_scope(dump, CORE)?;
    let of_phase = scopes(prototype).map(|scope| tap_scope(dump, scope));
    let of_phase = of_phase.into_iter().collect::<Result<Vec<_>>>()?;
    let mut now = vec![Word::UNSET; dump.num_watched()];
    let mut changes = Changes::new();
    let mut teller = Teller {
        prototype,
        pairs: false,
        images: BTreeMap::new(),
        counters: [0; 6],
    };
    let mut last = 0;
    while let Some(time) = dump.step(&mut changes)? {
        if changes.is_empty() {
            // the end of the last step
            continue;
        }
        for (number, word) in changes.drain(..) {
            now[number] = word;
        }
        last = time as u32;
        teller.pairs = now[core[4].0].low() as usize == NUM_JUNCTIONS;
        let phase = now[phase].low() as usize % PHASES.len();
        let values: Vec<(&Word, usize)> = of_phase[phase]
            .iter()
            .map(|&(number, bits)| (&now[number], bits))
            .collect();
        teller.step(last, now[image].low(), phase, &values);
    }
    let [rows, columns, lanes, compartments, w1_bits, learns] =
        std::array::from_fn(|place| now[core[place].0].low());
    Ok(Story {
        core: Core {
            scheme: if prototype { "prototype" } else { "modulated" },
            rows,
            columns,
            lanes,
            compartments,
            w1_bits,
            learns: learns == 1,
        },
        unit: Unit::Step,
        span: [0, last],
        images: teller.images,
    })
}

struct Teller {
    prototype: bool,
    pairs: bool,
    images: BTreeMap<u32, Image>,
    /// At the end of the image before.
    counters: [u32; 6],
}

impl Teller {
    fn step(&mut self, at: u32, image: u32, phase: usize, values: &[(&Word, usize)]) {
        let value = |place: usize| values.get(place).map_or(0, |(word, _)| word.low());
        let known = |place: usize| values.get(place).is_some_and(|(word, _)| word.known());
        let image = self.images.entry(image).or_insert_with(|| Image {
            first: at,
            ..Image::default()
        });
        match phase {
            ENCODE => match value(0) << KIND_AT {
                OP_ROW => image.rows.push(value(1)),
                OP_STEP => image.steps += 1,
                OP_LAST => {
                    image.last = Some(at);
                    (image.learn, image.more) = (value(2) == 1, value(3) == 1);
                    image.label = image.learn.then_some(value(4));
                }
                _ => {}
            },
            INFER if self.prototype || value(1) == 0 => {}
            INFER => image.fired.push(Fired::Column {
                at,
                column: value(0),
                spikes: value(1),
                step: None,
            }),
            DECIDE => {
                image.result = Some(Told {
                    at,
                    class: value(0),
                    taught: value(1) == 1,
                });
            }
            DRAW => image.draws.push(Draw { at, lfsr: value(0) }),
            TEACH_OUT | TEACH_HIDDEN => {
                let signed = match phase {
                    TEACH_OUT => !self.prototype,
                    _ => !self.pairs,
                };
                let cell = |(word, bits): (&Word, usize)| match signed {
                    true => word.signed_field(0, bits),
                    false => word.low() as i32,
                };
                let old = known(2).then(|| cell(values[2]));
                let new = cell(values[3]);
                if known(3) && old != Some(new) {
                    image.writes.push(Write {
                        at,
                        cell: cell_of(self.prototype, phase, [value(0), value(1)]),
                        old,
                        new,
                    });
                }
            }
            DONE => {
                let counters: [u32; 6] = std::array::from_fn(value);
                let since: [u32; 6] =
                    std::array::from_fn(|k| counters[k].wrapping_sub(self.counters[k]));
                self.counters = counters;
                [
                    _,
                    _,
                    image.pulses_ltp,
                    image.pulses_ltd,
                    image.switches,
                    image.saturations,
                ] = since;
                image.done = Some(at);
            }
            _ => {}
        }
    }
}

/// The cell that a phase's first two signals name.
fn cell_of(prototype: bool, phase: usize, [first, second]: [u32; 2]) -> Cell {
    let (column, compartment) = (first, second / 2);
    match (phase, prototype) {
        (TEACH_HIDDEN, _) => Cell::W1 {
            row: first,
            column: second,
        },
        (_, false) => Cell::W2 {
            column,
            class: second,
        },
        _ if second as usize == RECRUITED => Cell::Recruited { column },
        _ if second.is_multiple_of(2) => Cell::Bias {
            column,
            compartment,
        },
        _ => Cell::Wins {
            column,
            compartment,
        },
    }
}
