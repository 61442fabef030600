//! The first difference of two dumps.

use super::dump::{Changes, Dump, Signal};
use super::word::Word;
use crate::{Error, Result};
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// Where two dumps part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Time in units of the dump.
    pub time: u64,
    /// Image, of dumps of steps.
    pub image: Option<u32>,
    /// Number of rising clock edges of the testbench, where one has them.
    pub cycle: Option<u32>,
    /// The first signal that differs, in the order of the first dump.
    pub signal: String,
    /// Its values.
    pub values: [String; 2],
    /// Signals that differ at this time, this one included; those that are joined count as one.
    pub signals: usize,
    /// One dump has ended by then, the other goes on.
    pub ended: Option<Ended>,
}

/// A dump that ends before the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Ended {
    /// The first or the second: 0 or 1.
    pub dump: usize,
    /// Its last time.
    pub time: u64,
}

/// What a comparison found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Signals that both dumps have.
    pub common: usize,
    /// Signals that one alone has.
    pub alone: [usize; 2],
    /// Times at which something changed.
    pub times: u64,
    /// Changes of the common signals in the first dump; those that are joined count as one.
    pub changes: u64,
    /// None: alike.
    pub difference: Option<Difference>,
}

/// One side: the values of the common signals.
struct Side<'a> {
    dump: &'a mut Dump,
    /// Watched number of each common signal.
    numbers: Vec<usize>,
    /// The common signals of each watched number.
    signals: Vec<Vec<usize>>,
    values: Vec<Word>,
    changes: Changes,
    /// Time of the changes at hand; none at the end.
    time: Option<u64>,
    /// The time before.
    last: u64,
}

impl<'a> Side<'a> {
    fn new(dump: &'a mut Dump, paths: &[String]) -> Result<Self> {
        let found: HashMap<&str, &Signal> =
            dump.signals.iter().map(|s| (s.path.as_str(), s)).collect();
        let found: Vec<Signal> = paths
            .iter()
            .filter_map(|path| found.get(path.as_str()).copied().cloned())
            .collect();
        let numbers: Vec<usize> = found.iter().map(|signal| dump.watch(signal)).collect();
        let values = vec![Word::UNSET; dump.num_watched()];
        let mut signals = vec![Vec::new(); values.len()];
        for (signal, &number) in numbers.iter().enumerate() {
            signals[number].push(signal);
        }
        let mut side = Side {
            dump,
            numbers,
            signals,
            values,
            changes: Changes::new(),
            time: None,
            last: 0,
        };
        side.advance()?;
        Ok(side)
    }

    fn advance(&mut self) -> Result<()> {
        self.last = self.time.unwrap_or(self.last);
        self.time = self.dump.step(&mut self.changes)?;
        Ok(())
    }

    /// Takes the changes of this time, if it has any, and adds the signals that they are of. How many
    /// were of common signals.
    fn take(&mut self, time: u64, touched: &mut Vec<usize>) -> Result<u64> {
        if self.time != Some(time) {
            return Ok(0);
        }
        let mut count = 0;
        for (number, word) in self.changes.drain(..) {
            self.values[number] = word;
            touched.extend(&self.signals[number]);
            count += u64::from(!self.signals[number].is_empty());
        }
        self.advance()?;
        Ok(count)
    }

    fn value(&self, signal: usize) -> &Word {
        &self.values[self.numbers[signal]]
    }
}

/// Compares the signals that both have, from time to time, to the end of the longer dump.
///
/// # Errors
/// [`Error::File`] where a dump is damaged, or both have no signal in common, or units of time of
/// their own.
pub fn compare(a: &mut Dump, b: &mut Dump) -> Result<Comparison> {
    let known: HashMap<&str, &Signal> = b.signals.iter().map(|s| (s.path.as_str(), s)).collect();
    let both = a
        .signals
        .iter()
        .filter_map(|s| Some((s, *known.get(s.path.as_str())?)));
    let common = both.clone().count();
    let alone = [&*a, &*b].map(|dump| dump.signals.len().saturating_sub(common));
    // signals that are joined in both are compared once
    let mut seen = HashSet::new();
    let paths: Vec<String> = both
        .filter(|(left, right)| seen.insert((left.id, right.id)))
        .map(|(left, _)| left.path.clone())
        .collect();
    let fault = |what: String| Err(Error::file(b.path(), what));
    if paths.is_empty() {
        return fault(format!(
            "has no signal of {}: give two dumps of one core",
            a.path().display()
        ));
    }
    if a.timescale != b.timescale {
        return fault(format!(
            "counts time in {}, {} in {}: give dumps of one timescale",
            b.timescale,
            a.path().display(),
            a.timescale
        ));
    }
    // what tells where a difference is, in the first dump that has it
    let mut dumps = [&mut *a, &mut *b];
    let notes = [".cycle", "arch.image"].map(|end| {
        (0..dumps.len()).find_map(|side| {
            let mut signals = dumps[side].signals.iter();
            let signal = signals.find(|signal| signal.path.ends_with(end))?.clone();
            Some((side, dumps[side].watch(&signal)))
        })
    });
    let (mut a, mut b) = (Side::new(a, &paths)?, Side::new(b, &paths)?);
    let mut comparison = Comparison {
        common,
        alone,
        times: 0,
        changes: 0,
        difference: None,
    };
    let mut touched = Vec::new();
    while let Some(time) = [a.time, b.time].into_iter().flatten().min() {
        touched.clear();
        comparison.changes += a.take(time, &mut touched)?;
        b.take(time, &mut touched)?;
        comparison.times += 1;
        let differs = |&k: &usize| a.value(k) != b.value(k);
        if !touched.iter().any(differs) {
            continue;
        }
        let mut parted = (0..paths.len()).filter(differs);
        if let Some(first) = parted.next() {
            let [cycle, image] = notes.map(|note| {
                let (side, number) = note?;
                let word = &[&a, &b][side].values[number];
                word.known().then(|| word.low())
            });
            let ended = match [a.time, b.time] {
                [None, Some(_)] => Some((0, a.last)),
                [Some(_), None] => Some((1, b.last)),
                _ => None,
            };
            comparison.difference = Some(Difference {
                time,
                image,
                cycle,
                signal: paths[first].clone(),
                values: [a.value(first), b.value(first)].map(Word::to_string),
                signals: 1 + parted.count(),
                ended: ended.map(|(dump, time)| Ended { dump, time }),
            });
            break;
        }
    }
    Ok(comparison)
}
