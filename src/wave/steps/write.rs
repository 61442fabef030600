//! From a trace to a dump.

use super::{CORE, DECIDE, DONE, DRAW, ENCODE, INFER, PHASES, RECRUITED, TEACH_HIDDEN, TEACH_OUT};
use super::{Scope, scopes};
use crate::emit::testbench::{format, trace};
use crate::spec::prototype::WINS_BITS;
use crate::spec::{COUNT_BITS, NUM_CLASSES, Spec, W2_BITS, WORD_BITS, index_bits};
use std::io::{Result, Write};
use vcd::{IdCode, ReferenceIndex, TimescaleUnit, Value, VarType};

/// Bits of numbers that are not the core's: images, cycles, counters, constants.
const NUMBER_BITS: usize = 32;

/// The trace of one side.
#[derive(Clone, Copy, Debug)]
pub struct Window<'a> {
    /// What it is of.
    pub spec: &'a Spec,
    /// Number of its first image in the run.
    pub first: u32,
    /// Latencies are told.
    pub timed: bool,
    /// The lines of [`trace`].
    pub trace: &'a str,
}

/// Writes the dump of a window.
///
/// # Errors
/// Those of `out`.
pub fn write(window: &Window, out: &mut dyn Write) -> Result<()> {
    let mut steps = Steps {
        window,
        steps: Vec::new(),
    };
    window.trace.lines().for_each(|line| {
        steps.line(line);
    });
    let mut steps = steps.steps;
    steps.sort_by_key(|step| (step.image, step.phase));
    let mut dump = Dump::begin(window, out)?;
    for step in &steps {
        dump.step(step)?;
    }
    dump.out.timestamp(dump.time)
}

/// The value of a signal in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bits {
    /// As a two's complement number, as wide as the signal.
    Of(i64),
    /// x.
    Unknown,
    /// z.
    Nothing,
}

impl Bits {
    fn decimal(text: &str) -> Self {
        text.parse().map_or(Bits::Unknown, Bits::Of)
    }

    /// `bits` bits from bit `at` on of a hexadecimal number.
    fn of_hex(text: &str, at: usize, bits: usize) -> Self {
        let digit = |place: usize| match text.len().checked_sub(place + 1) {
            Some(from_left) => char::from(text.as_bytes()[from_left]).to_digit(16),
            None => Some(0),
        };
        let bit = |k: usize| Some(i64::from(digit(k / 4)? >> (k % 4) & 1) << (k - at));
        let sum: Option<i64> = (at..at + bits).map(bit).sum();
        sum.map_or(Bits::Unknown, Bits::Of)
    }

    fn flag(set: bool) -> Self {
        Bits::Of(set.into())
    }

    fn bit(self, at: usize) -> Value {
        match self {
            Bits::Of(number) => (number >> at & 1 == 1).into(),
            Bits::Unknown => Value::X,
            Bits::Nothing => Value::Z,
        }
    }
}

struct Step {
    /// Number in the trace.
    image: u32,
    phase: usize,
    /// Of the phase's signals.
    values: Vec<Bits>,
    cycle: Option<u32>,
}

struct Steps<'a> {
    window: &'a Window<'a>,
    steps: Vec<Step>,
}

impl Steps<'_> {
    /// Takes a line; none where it is cut short.
    fn line(&mut self, line: &str) -> Option<()> {
        let (line, cycle) = match line.split_once(trace::AT) {
            Some((line, cycle)) => (line, cycle.parse().ok()),
            None => (line, None),
        };
        let mut words = line.split(' ');
        let image = words.next()?.parse().ok()?;
        let kind = words.next()?;
        let words: Vec<&str> = words.collect();
        let decimals: Vec<Bits> = words.iter().map(|word| Bits::decimal(word)).collect();
        let mut put = |phase, values| {
            self.steps.push(Step {
                image,
                phase,
                values,
                cycle,
            });
        };
        match (kind, words.as_slice()) {
            ("event", &[kind, data]) => put(ENCODE, event(kind.parse().ok()?, data.parse().ok()?)),
            ("column", _) => put(INFER, decimals),
            ("result", &[class, taught]) => put(
                DECIDE,
                vec![Bits::decimal(class), Bits::decimal(taught), Bits::Nothing],
            ),
            ("cycles", &[latency, _]) if self.window.timed => {
                let result = self.steps.iter_mut().rev().find(|s| s.phase == DECIDE);
                *result?.values.last_mut()? = Bits::decimal(latency);
            }
            ("draw", &[lfsr]) => put(DRAW, vec![Bits::of_hex(lfsr, 0, WORD_BITS)]),
            ("w2", &[_, _, _, _]) => {
                let mut values = decimals;
                values.swap(2, 3);
                put(TEACH_OUT, values);
            }
            ("neuron", &[column, word, before]) => {
                let cells = fields(self.window.spec);
                changes(&cells, word, before).for_each(|[field, before, cell]| {
                    put(TEACH_OUT, vec![Bits::decimal(column), field, before, cell]);
                });
            }
            ("w1", &[address, word, before]) => {
                let spec = self.window.spec;
                let address: usize = address.parse().ok()?;
                let (row, pass) = (address / spec.passes(), address % spec.passes());
                let first = pass * spec.lanes;
                let lanes = spec.lanes.min(spec.columns.saturating_sub(first));
                let bits = spec.w1_bits();
                let cells: Vec<_> = (0..lanes).map(|k| (first + k, k * bits, bits)).collect();
                changes(&cells, word, before).for_each(|[column, before, cell]| {
                    put(
                        TEACH_HIDDEN,
                        vec![Bits::Of(row as i64), column, before, cell],
                    );
                });
            }
            ("done", _) => put(DONE, decimals),
            _ => {}
        }
        Some(())
    }
}

fn event(kind: u32, data: u32) -> Vec<Bits> {
    let op = kind << format::KIND_AT;
    let of_last = |value: u32| match op {
        format::OP_LAST => Bits::Of(value.into()),
        _ => Bits::Nothing,
    };
    let flag = |bit: u32| of_last((data & bit != 0).into());
    vec![
        Bits::Of(kind.into()),
        match op {
            format::OP_ROW => Bits::Of(data.into()),
            _ => Bits::Nothing,
        },
        flag(format::LAST_LEARN),
        flag(format::LAST_MORE),
        of_last(data & format::LAST_LABEL),
    ]
}

/// A cell of a word: its number, lowest bit, bits.
type Cell = (usize, usize, usize);

/// Cells of a neuron's word.
fn fields(spec: &Spec) -> Vec<Cell> {
    let (mut cells, mut at) = (Vec::new(), 0);
    if let Some(sizes) = spec.prototype() {
        for field in 0..2 * sizes.num_compartments() {
            let bits = [sizes.bias_bits(), WINS_BITS][field % 2];
            cells.push((field, at, bits));
            at += bits;
        }
    }
    cells.push((RECRUITED, at, 1));
    cells
}

/// Number, value before and value of each cell that changes; of the first alone where none does.
fn changes(cells: &[Cell], word: &str, before: &str) -> impl Iterator<Item = [Bits; 3]> {
    let values = cells.iter().map(move |&(number, at, bits)| {
        let [before, after] = [before, word].map(|word| Bits::of_hex(word, at, bits));
        [Bits::Of(number as i64), before, after]
    });
    let changed: Vec<_> = values
        .filter(|[_, before, after]| before != after)
        .collect();
    let none = changed.is_empty().then(|| cells.first()).flatten();
    let none = none.map(|&(number, ..)| [Bits::Of(number as i64), Bits::Nothing, Bits::Nothing]);
    changed.into_iter().chain(none)
}

/// Bits of the signals of each phase.
fn widths(spec: &Spec) -> [Vec<usize>; PHASES.len()] {
    let column = index_bits(spec.columns);
    let class = index_bits(NUM_CLASSES);
    let row = index_bits(spec.array_rows());
    let [integral, second] = match spec.prototype() {
        None => [
            vec![column, COUNT_BITS, spec.membrane_bits()],
            vec![column, class, W2_BITS, W2_BITS],
        ],
        Some(sizes) => {
            let field = sizes.bias_bits().max(WINS_BITS);
            [
                vec![column, 2, sizes.drive_bits()],
                vec![column, index_bits(RECRUITED + 1), field, field],
            ]
        }
    };
    [
        vec![2, spec.event_bits(), 1, 1, class],
        integral,
        vec![class, 1, NUMBER_BITS],
        vec![WORD_BITS],
        second,
        vec![row, column, spec.w1_bits(), spec.w1_bits()],
        vec![NUMBER_BITS; 6],
    ]
}

/// A signal of the dump.
struct Signal {
    id: IdCode,
    width: usize,
    last: Option<Bits>,
}

struct Dump<'a> {
    out: vcd::Writer<&'a mut dyn Write>,
    time: u64,
    first: u32,
    image: Signal,
    phase: Signal,
    tick: Signal,
    /// Of each phase.
    scopes: Vec<Vec<Signal>>,
    cycle: Option<Signal>,
}

impl<'a> Dump<'a> {
    /// Writes the header and the constants.
    fn begin(window: &Window, out: &'a mut dyn Write) -> Result<Self> {
        let spec = window.spec;
        let prototype = spec.prototype();
        let mut out = vcd::Writer::new(out);
        out.timescale(1, TimescaleUnit::NS)?;
        out.add_module("arch")?;
        let image = signal(&mut out, "image", NUMBER_BITS)?;
        let phase = signal(&mut out, "phase", index_bits(PHASES.len()))?;
        let mut core = scope(&mut out, CORE, &[NUMBER_BITS; CORE.1.len()])?;
        let names = scopes(prototype.is_some());
        let scopes = names.into_iter().zip(widths(spec));
        let scopes = scopes.map(|(names, widths)| scope(&mut out, names, &widths));
        let scopes = scopes.collect::<Result<_>>()?;
        let tick = signal(&mut out, "tick", 1)?;
        out.upscope()?;
        let cycle = if window.trace.contains(trace::AT) {
            Some(scope(&mut out, ("rtl", &["cycle"]), &[NUMBER_BITS])?)
        } else {
            None
        };
        out.enddefinitions()?;
        let constants = [
            spec.rows,
            spec.columns,
            spec.lanes,
            prototype.map_or(0, |sizes| sizes.num_compartments()),
            spec.w1_bits(),
            usize::from(spec.learns()),
        ];
        out.timestamp(0)?;
        for (signal, value) in core.iter_mut().zip(constants) {
            signal.set(&mut out, Bits::Of(value as i64))?;
        }
        Ok(Dump {
            out,
            time: 0,
            first: window.first,
            image,
            phase,
            tick,
            scopes,
            cycle: cycle.into_iter().flatten().next(),
        })
    }

    fn step(&mut self, step: &Step) -> Result<()> {
        let out = &mut self.out;
        if self.time > 0 {
            out.timestamp(self.time)?;
        }
        let image = self.first.wrapping_add(step.image);
        self.image.set(out, Bits::Of(image.into()))?;
        self.phase.set(out, Bits::Of(step.phase as i64))?;
        for (phase, signals) in self.scopes.iter_mut().enumerate() {
            for (place, signal) in signals.iter_mut().enumerate() {
                let value = match phase == step.phase {
                    true => step.values.get(place).copied().unwrap_or(Bits::Unknown),
                    false => Bits::Nothing,
                };
                signal.set(out, value)?;
            }
        }
        self.tick.set(out, Bits::flag(self.time % 2 == 1))?;
        if let (Some(signal), Some(cycle)) = (&mut self.cycle, step.cycle) {
            signal.set(out, Bits::Of(cycle.into()))?;
        }
        self.time += 1;
        Ok(())
    }
}

impl Signal {
    fn set(&mut self, out: &mut vcd::Writer<impl Write>, value: Bits) -> Result<()> {
        if self.last.replace(value) == Some(value) {
            return Ok(());
        }
        match self.width {
            1 => out.change_scalar(self.id, value.bit(0)),
            width => {
                // what leads is left out: 0, x and z go on
                let same = |at: &usize| *at > 0 && value.bit(*at) == value.bit(*at - 1);
                let leads = |at: &usize| same(at) && value.bit(*at) != Value::V1;
                let bits = (0..width).rev().skip_while(leads);
                out.change_vector(self.id, bits.map(|at| value.bit(at)))
            }
        }
    }
}

fn scope(
    out: &mut vcd::Writer<impl Write>,
    (name, names): Scope,
    widths: &[usize],
) -> Result<Vec<Signal>> {
    out.add_module(name)?;
    let signals = names.iter().zip(widths);
    let signals = signals.map(|(name, &width)| signal(out, name, width));
    let signals = signals.collect::<Result<_>>()?;
    out.upscope()?;
    Ok(signals)
}

fn signal(out: &mut vcd::Writer<impl Write>, name: &str, width: usize) -> Result<Signal> {
    let range = (width > 1).then_some(ReferenceIndex::Range(width as i32 - 1, 0));
    Ok(Signal {
        id: out.add_var(VarType::Wire, width as u32, name, range)?,
        width,
        last: None,
    })
}
