//! `wave`: what a dump of `verify --vcd` tells, and where two dumps part.

use super::output::{Console, Outcome, counted};
use crate::spec::NUM_JUNCTIONS;
use crate::wave::against::{Ended, compare};
use crate::wave::dump::Dump;
use crate::wave::story::{Cell, Fired, Image, Story, Unit, Write};
use crate::wave::teller;
use crate::{Error, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Tell what a dump of signals or of steps shows: images, events, spikes, draws, weights
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  spinloom verify --simulator icarus --train 20 --test 5 --vcd build/waves.vcd --around 12\n  \
                  spinloom wave build/waves.vcd --image 12\n  \
                  spinloom wave build/waves.rtl.vcd --against build/waves.golden.vcd"
)]
pub struct Args {
    /// A dump of `verify --vcd`
    #[arg(value_name = "FILE.vcd")]
    dump: PathBuf,
    /// Find the first difference from this dump
    #[arg(long, value_name = "OTHER.vcd", conflicts_with_all = ["image", "all"])]
    against: Option<PathBuf>,
    /// Tell of this image alone, numbered as in the run
    #[arg(long, value_name = "K")]
    image: Option<u32>,
    /// Every spike and every weight, not the first few
    #[arg(long)]
    all: bool,
}

/// Spikes and weights of an image that are told where not all are asked for.
const FEW: usize = 8;

pub fn run(args: &Args, _console: &Console) -> Result<Outcome> {
    let mut dump = open(&args.dump)?;
    match &args.against {
        Some(other) => differences(&mut dump, &mut open(other)?),
        None => tell(&mut dump, args),
    }
}

fn open(path: &Path) -> Result<Dump> {
    if is_fst(path) {
        let what = "is an FST: give a VCD (`verify --vcd FILE.vcd`, or `fst2vcd` of GTKWave)";
        return Err(Error::file(path, what));
    }
    Dump::open(path)
}

pub fn is_fst(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "fst")
}

fn differences(a: &mut Dump, b: &mut Dump) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let found = compare(a, b)?;
    let [in_a, in_b] = found.alone;
    outcome.set("signals", found.common);
    outcome.set("signals_alone", vec![in_a, in_b]);
    outcome.set("times", found.times);
    outcome.set("changes", found.changes);
    outcome.set(
        "differences",
        found.difference.as_ref().map_or(0, |d| d.signals),
    );
    let difference = serde_json::to_value(&found.difference);
    outcome.set(
        "first",
        difference.map_err(|e| Error::Design(e.to_string()))?,
    );
    let verdict = match found.difference {
        None => "no difference in",
        Some(_) => "a difference after",
    };
    outcome.line(format!(
        "{verdict} {} of {} at {}; signals of one dump alone: {in_a} of {}, {in_b} of {}",
        counted(found.changes, "change"),
        counted(found.common as u64, "signal"),
        counted(found.times, "time"),
        a.path().display(),
        b.path().display()
    ));
    outcome.failed = found.difference.map(|first| {
        let notes = [("image", first.image), ("cycle", first.cycle)];
        let notes = notes.map(|(name, value)| Some(format!("{name} {}", value?)));
        let notes: Vec<String> = notes.into_iter().flatten().collect();
        let place = match notes.is_empty() {
            true => String::new(),
            false => format!(" ({})", notes.join(", ")),
        };
        if let Some(Ended { dump, time }) = first.ended {
            let [short, long] = [dump, 1 - dump].map(|side| [&*a, &*b][side].path().display());
            return Error::Check(format!(
                "{short} ends early, at time {time}{place}, {long} goes on: was it cut short?"
            ));
        }
        let [left, right] = first.values;
        let others = match first.signals {
            1 => String::new(),
            n => format!("; {} more at this time", n - 1),
        };
        Error::Check(format!(
            "the dumps differ from time {}{place} on: `{}` is {left}, {right}{others}",
            first.time, first.signal
        ))
    });
    Ok(outcome)
}

fn tell(dump: &mut Dump, args: &Args) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let mut story = teller::read(dump)?;
    if let Some(number) = args.image {
        let last = story.images.keys().copied().max().unwrap_or(0);
        let first = story.images.keys().copied().min().unwrap_or(0);
        story.images.retain(|image, _| *image == number);
        if story.images.is_empty() {
            return Err(Error::Input(format!(
                "`image = {number}`: the dump has images {first} to {last}"
            )));
        }
    }
    let object = serde_json::to_value(&story).map_err(|e| Error::Design(e.to_string()))?;
    if let serde_json::Value::Object(object) = object {
        outcome.json.extend(object);
    }
    let core = &story.core;
    outcome.line(format!(
        "scheme \"{}\", {}x{}, {} in {}{}; {}s {} to {}",
        core.scheme,
        core.rows,
        core.columns,
        counted(core.lanes, "lane"),
        match core.passes() {
            1 => "1 pass".to_owned(),
            passes => format!("{passes} passes"),
        },
        if core.learns { "" } else { ", learns nothing" },
        unit(&story),
        story.span[0],
        story.span[1]
    ));
    let few = if args.all { usize::MAX } else { FEW };
    for (number, image) in &story.images {
        describe(&story, *number, image, few, &mut outcome);
    }
    Ok(outcome)
}

/// An image in lines.
fn describe(story: &Story, number: u32, image: &Image, few: usize, outcome: &mut Outcome) {
    let to = |end: Option<u32>| end.map_or_else(|| "the end".to_owned(), |c| c.to_string());
    let what = match image.label {
        Some(label) => format!("learn {label}"),
        None if image.more => "a view, more follow".to_owned(),
        None => "infer".to_owned(),
    };
    let part = if image.is_whole() {
        ""
    } else {
        ", the dump ends before it is complete"
    };
    outcome.line(format!(
        "image {number}, {what}: {}s {} to {}{part}",
        unit(story),
        image.first,
        to(image.done.max(image.result.map(|told| told.at)))
    ));
    let steps = match image.steps {
        0 => String::new(),
        steps => format!(" in {} input steps", steps + 1),
    };
    outcome.line(format!(
        "  events   {}{steps}, to {} {}",
        counted(image.rows.len() as u64, "row"),
        unit(story),
        to(image.last)
    ));
    fired(image, few, outcome);
    if let Some(told) = image.result {
        let taught = if told.taught { ", to be taught" } else { "" };
        outcome.line(format!(
            "  result   class {} at {}{taught}",
            told.class, told.at
        ));
    }
    let (draws, pulses) = (
        image.draws.len() as u64,
        image.pulses_ltp + image.pulses_ltd,
    );
    let so_far = if image.done.is_some() { "" } else { " so far" };
    if draws > 0 && story.unit == Unit::Step && image.done.is_none() {
        // its end has the counts
        outcome.line(format!(
            "  learned  {} so far, pulses unknown: incomplete",
            counted(draws, "draw")
        ));
    } else if draws > 0 || pulses > 0 {
        outcome.line(format!(
            "  learned  {}, {} ({} up, {} down), {} switched, {} of them at the limit{so_far}",
            counted(draws, "draw"),
            counted(pulses, "pulse"),
            image.pulses_ltp,
            image.pulses_ltd,
            image.switches,
            image.saturations
        ));
    }
    if !image.writes.is_empty() {
        outcome.line(format!(
            "  changed  {}{so_far}",
            counted(image.writes.len() as u64, "cell")
        ));
        for write in image.writes.iter().take(few) {
            outcome.line(format!("    {}", changed(story, write)));
        }
        more(image.writes.len(), few, outcome);
    }
}

/// What times count.
fn unit(story: &Story) -> &'static str {
    match story.unit {
        Unit::Cycle => "cycle",
        Unit::Step => "step",
    }
}

/// Which neurons fired when.
fn fired(image: &Image, few: usize, outcome: &mut Outcome) {
    let mut columns: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let (mut classes, mut num_spikes) = (Vec::new(), 0);
    for fired in &image.fired {
        match *fired {
            Fired::Column {
                at, column, spikes, ..
            } => {
                num_spikes += u64::from(spikes);
                let times = columns.entry(column).or_default();
                times.push(match spikes {
                    1 => at.to_string(),
                    _ => format!("{at} ({spikes} spikes)"),
                });
            }
            Fired::Class { at, class } => classes.push(format!("{class} at {at}")),
        }
    }
    if !classes.is_empty() {
        outcome.line(format!("  fired    class {}", classes.join(", ")));
    }
    if !columns.is_empty() {
        outcome.line(format!(
            "  fired    {} of {}",
            counted(num_spikes, "spike"),
            counted(columns.len() as u64, "column")
        ));
        for (column, times) in columns.iter().take(few) {
            outcome.line(format!("    column {column} at {}", times.join(", ")));
        }
        more(columns.len(), few, outcome);
    }
}

fn more(number: usize, few: usize, outcome: &mut Outcome) {
    if number > few {
        outcome.line(format!("    and {} more: --all", number - few));
    }
}

/// A cell's change in words.
fn changed(story: &Story, write: &Write) -> String {
    let core = &story.core;
    let cell = match write.cell {
        Cell::W1 { row, column } if row == core.rows => format!("W1 (bias, {column})"),
        Cell::W1 { row, column } => format!("W1 ({row}, {column})"),
        Cell::W2 { column, class } => format!("W2 ({column}, class {class})"),
        Cell::Bias {
            column,
            compartment,
        } => format!("neuron {column}, bias of compartment {compartment}"),
        Cell::Wins {
            column,
            compartment,
        } => format!("neuron {column}, wins of compartment {compartment}"),
        Cell::Recruited { column } => format!("neuron {column}, recruited"),
    };
    let value = |value: i32| match write.cell {
        Cell::W1 { .. } if core.w1_bits as usize == NUM_JUNCTIONS => {
            let junction = |bit: i32| if value >> bit & 1 == 1 { "P" } else { "AP" };
            format!("{}/{}", junction(0), junction(1))
        }
        _ => value.to_string(),
    };
    let old = write.old.map_or_else(|| "?".to_owned(), value);
    format!("{cell}: {old} -> {} at {}", value(write.new), write.at)
}
