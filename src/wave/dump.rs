//! A value change dump (VCD, IEEE 1364-2005, clause 18): its signals, and its changes time by time.

use super::word::Word;
use crate::{Error, Result};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use vcd::{Command, IdCode, Parser, ReferenceIndex, ScopeItem};

/// Bytes read at once.
const BUFFER: usize = 1 << 20;

/// A signal of a dump.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// Scopes and name, joined by dots.
    pub path: String,
    /// Bits.
    pub width: u32,
    /// Its range as viewers write it: `[3:0]`, or nothing.
    pub range: String,
    /// Its changes: signals joined by a port have the same.
    pub(super) id: IdCode,
}

impl Signal {
    /// Scopes, joined by dots.
    pub fn scope(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(scope, _)| scope)
    }
}

/// An open dump, its header read.
pub struct Dump {
    path: PathBuf,
    parser: Parser<BufReader<File>>,
    /// All signals in the order of the header.
    pub signals: Vec<Signal>,
    /// Number of units and the unit of a time: `1 ps`.
    pub timescale: String,
    /// The number of each signal of the header that is watched.
    watched: HashMap<IdCode, Option<usize>>,
    num_watched: usize,
    next: Option<u64>,
}

/// Changes of watched signals at one time: number, new value. The last of a number counts.
pub type Changes = Vec<(usize, Word)>;

impl Dump {
    /// Opens a dump and reads its header.
    ///
    /// # Errors
    /// [`Error::Io`]; [`Error::File`] where it is no regular file, empty, cut short, or no VCD.
    pub fn open(path: &Path) -> Result<Self> {
        let fault = |what: &str| Err(Error::file(path, what));
        let about = std::fs::metadata(path).map_err(Error::io(path))?;
        if !about.is_file() {
            return fault("is a directory, a pipe or a device: give a regular file");
        }
        let mut file = File::open(path).map_err(Error::io(path))?;
        let mut end = [0];
        if about.len() == 0 {
            return fault("is empty: was the simulation ended before its window?");
        }
        file.seek(SeekFrom::End(-1))
            .and_then(|_| file.read_exact(&mut end))
            .and_then(|()| file.rewind())
            .map_err(Error::io(path))?;
        let mut parser = Parser::new(BufReader::with_capacity(BUFFER, file));
        let header = match parser.parse_header() {
            Ok(header) => header,
            Err(error) => {
                let line = parser.line();
                let error = without_line(&error, line);
                return fault(&format!(
                    "line {line}: no header of a VCD ({error}): give a file of `verify --vcd`"
                ));
            }
        };
        let mut signals = Vec::new();
        collect(&header.items, "", &mut signals);
        if signals.is_empty() {
            return fault("has no signals: give a file of `verify --vcd`");
        }
        if end != [b'\n'] {
            return fault("ends in the middle of a line: was the simulation cut short?");
        }
        let timescale = header.timescale;
        Ok(Dump {
            path: path.to_owned(),
            parser,
            watched: signals.iter().map(|signal| (signal.id, None)).collect(),
            num_watched: 0,
            signals,
            timescale: timescale.map_or_else(String::new, |(n, unit)| format!("{n} {unit}")),
            next: Some(0),
        })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The signal of this path.
    pub fn find(&self, path: &str) -> Option<&Signal> {
        self.signals.iter().find(|signal| signal.path == path)
    }

    /// Watches a signal; the number of its changes, the same for signals that are joined.
    pub fn watch(&mut self, signal: &Signal) -> usize {
        let number = self.watched.entry(signal.id).or_default();
        *number.get_or_insert_with(|| {
            self.num_watched += 1;
            self.num_watched - 1
        })
    }

    /// Signals watched so far.
    pub fn num_watched(&self) -> usize {
        self.num_watched
    }

    /// The changes of the next time, and that time; none at the end of the dump.
    ///
    /// # Errors
    /// [`Error::File`] names the line that is no VCD of this header, or at which time goes back.
    pub fn step(&mut self, changes: &mut Changes) -> Result<Option<u64>> {
        changes.clear();
        let Some(now) = self.next.take() else {
            return Ok(None);
        };
        while let Some(command) = self.parser.next() {
            let line = self.parser.line();
            let damaged = |what: String| {
                let what = format!("line {line}: {what}: the dump is damaged");
                Err(Error::file(&self.path, what))
            };
            let command = match command {
                Ok(command) => command,
                Err(error) => return damaged(without_line(&error, line)),
            };
            let id = match &command {
                Command::Timestamp(time) if *time < now => {
                    return damaged(format!("time goes back from {now} to {time}"));
                }
                Command::Timestamp(time) if *time != now => {
                    self.next = Some(*time);
                    break;
                }
                Command::ChangeScalar(id, _)
                | Command::ChangeVector(id, _)
                | Command::ChangeReal(id, _)
                | Command::ChangeString(id, _) => *id,
                _ => continue,
            };
            let Some(number) = self.watched.get(&id) else {
                return damaged(format!("`{id}` is no signal of the header, time {now}"));
            };
            match (number, command) {
                (&Some(number), Command::ChangeScalar(_, bit)) => {
                    changes.push((number, Word::bit(bit)));
                }
                (&Some(number), Command::ChangeVector(_, bits)) => {
                    changes.push((number, Word::of(&bits)));
                }
                _ => {}
            }
        }
        Ok(Some(now))
    }
}

/// What the parser complains of, but for its line.
fn without_line(error: &std::io::Error, line: u64) -> String {
    error.to_string().replace(&format!(" at line {line}"), "")
}

/// All variables of these items with their paths.
fn collect(items: &[ScopeItem], scope: &str, signals: &mut Vec<Signal>) {
    for item in items {
        match item {
            ScopeItem::Scope(inner) => {
                let path = format!("{scope}{}.", inner.identifier);
                collect(&inner.items, &path, signals);
            }
            ScopeItem::Var(var) => signals.push(Signal {
                path: format!("{scope}{}", var.reference),
                width: var.size,
                range: match var.index {
                    Some(ReferenceIndex::Range(high, low)) => format!("[{high}:{low}]"),
                    Some(ReferenceIndex::BitSelect(bit)) => format!("[{bit}]"),
                    None => String::new(),
                },
                id: var.code,
            }),
            _ => {}
        }
    }
}
