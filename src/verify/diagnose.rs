//! From a mismatch to a sentence: the image, the cell, both values, the events before it.

use crate::emit::testbench::{format as records, trace};
use crate::spec::{Pairs, Region, Register, Scheme, Spec};
use std::fmt;

/// The testbench's `MISMATCH` line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// Number of the image, from 0.
    pub image: u32,
    /// What differed: a name of the testbench.
    pub field: String,
    /// A pass, an address, or 0.
    pub place: u32,
    /// The golden value, hexadecimal.
    pub expected: String,
    /// The value of the RTL, hexadecimal; x where unknown.
    pub got: String,
    /// Cycle of the simulation.
    pub cycle: u64,
}

impl Mismatch {
    /// Finds and reads the line in what a simulator printed.
    pub fn find(log: &str) -> Option<Self> {
        log.lines().find_map(Self::parse)
    }

    fn parse(line: &str) -> Option<Self> {
        let mut words = line.trim().strip_prefix("MISMATCH ")?.split_whitespace();
        let mut value = |key: &str| Some(words.next()?.strip_prefix(key)?.to_owned());
        Some(Mismatch {
            image: value("image=")?.parse().ok()?,
            field: value("field=")?,
            place: value("place=")?.parse().ok()?,
            expected: value("expected=")?,
            got: value("got=")?,
            cycle: value("cycle=")?.parse().ok()?,
        })
    }
}

/// The first place where two traces part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// Kind of the line: `column`, `draw`, `w1`, `w2`, `result`, `cycles`.
    pub kind: String,
    /// Number of the line among its kind.
    pub index: usize,
    /// The golden line without image and kind; none if the RTL has more lines.
    pub golden: Option<String>,
    /// The RTL's line; none if it has fewer.
    pub rtl: Option<String>,
}

/// In the order of cause and effect.
const KINDS: [&str; 7] = ["column", "result", "draw", "w2", "w1", "neuron", CYCLES];
/// Cycles that stalls change.
const CYCLES: &str = "cycles";

/// Compares two traces, each kind of line in its own order; lines of other images are ignored.
///
/// Intervals are left out: they hold for back-to-back images alone. So do latencies where ports
/// stall: `timed` is false.
pub fn first_divergence(image: u32, timed: bool, golden: &str, rtl: &str) -> Option<Divergence> {
    let prefix = format!("{image} ");
    let of_kind = |text: &str, kind: &str| -> Vec<String> {
        text.lines()
            .filter_map(|l| {
                l.strip_prefix(&prefix)?
                    .strip_prefix(kind)?
                    .strip_prefix(' ')
            })
            .map(|l| l.split_once(trace::AT).map_or(l, |(line, _)| line))
            .map(|l| match kind {
                CYCLES => l.split(' ').next().unwrap_or(l).to_owned(),
                _ => l.to_owned(),
            })
            .collect()
    };
    let kinds = KINDS.iter().filter(|&&kind| timed || kind != CYCLES);
    kinds.into_iter().find_map(|kind| {
        let (golden, rtl) = (of_kind(golden, kind), of_kind(rtl, kind));
        let index = (0..golden.len().max(rtl.len())).find(|&i| golden.get(i) != rtl.get(i))?;
        Some(Divergence {
            kind: (*kind).to_owned(),
            index,
            golden: golden.get(index).cloned(),
            rtl: rtl.get(index).cloned(),
        })
    })
}

/// The whole diagnosis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// Simulator that found it.
    pub simulator: &'static str,
    /// What the testbench said.
    pub mismatch: Mismatch,
    /// Where the traces of the image part, in words.
    pub place: Option<String>,
    /// The last events before, newest last.
    pub events: Vec<String>,
}

impl fmt::Display for Diagnosis {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let m = &self.mismatch;
        write!(
            f,
            "{}: image {}, cycle {}: ",
            self.simulator, m.image, m.cycle
        )?;
        match &self.place {
            Some(place) => write!(f, "{place} (first seen in `{}`)", m.field)?,
            None => write!(
                f,
                "`{}` at {}: golden 0x{}, RTL 0x{}",
                m.field, m.place, m.expected, m.got
            )?,
        }
        if !self.events.is_empty() {
            write!(f, "; last events: {}", self.events.join(", "))?;
        }
        Ok(())
    }
}

/// A divergence in words: the cell, the quantity, both values.
pub fn describe(spec: &Spec, divergence: &Divergence) -> String {
    let (Some(golden), Some(rtl)) = (&divergence.golden, &divergence.rtl) else {
        let text = |side: &Option<String>| side.clone().unwrap_or_else(|| "nothing".to_owned());
        return format!(
            "{} number {}: golden {}, RTL {}",
            divergence.kind,
            divergence.index,
            text(&divergence.golden),
            text(&divergence.rtl)
        );
    };
    let (golden, rtl): (Vec<&str>, Vec<&str>) =
        (golden.split(' ').collect(), rtl.split(' ').collect());
    let parted = (0..golden.len()).find(|&i| golden.get(i) != rtl.get(i));
    let values = |name: &str, i: usize| {
        let value = |side: &[&str]| side.get(i).map_or("nothing", |v| v).to_owned();
        format!("`{name}`: golden {}, RTL {}", value(&golden), value(&rtl))
    };
    let number = |i: usize| golden.get(i).and_then(|v| v.parse::<usize>().ok());
    match (divergence.kind.as_str(), parted) {
        ("column", Some(i @ 1..)) => {
            let column = number(0).unwrap_or(0);
            let name = match (&spec.scheme, i) {
                (Scheme::Prototype(_), 1) => "compartment",
                (Scheme::Prototype(_), _) => "drive",
                (Scheme::Modulated, 1) => "count",
                (Scheme::Modulated, _) => "membrane",
            };
            let (pass, lane) = (column / spec.lanes, column % spec.lanes);
            format!(
                "column {column} (lane {lane}, pass {pass}), {}",
                values(name, i)
            )
        }
        ("w1", Some(1)) => {
            let address = number(0).unwrap_or(0);
            let (row, pass) = (address / spec.passes(), address % spec.passes());
            let cell = first_weight(golden.get(1), rtl.get(1), spec.w1_bits());
            let (name, bits) = match spec.pairs {
                Pairs::Reset => ("weight", !0),
                Pairs::Persistent => ("pair", 3),
            };
            match cell {
                Some((lane, golden, rtl)) => {
                    let (column, golden, rtl) =
                        (pass * spec.lanes + lane, golden & bits, rtl & bits);
                    format!("W1 cell ({row}, {column}), `{name}`: golden {golden}, RTL {rtl}")
                }
                None => format!("W1 row {row}, `{name}`: the RTL's word is unknown (x)"),
            }
        }
        ("w2", Some(2)) => {
            let (column, class) = (number(0).unwrap_or(0), number(1).unwrap_or(0));
            format!("W2 cell ({column}, {class}), {}", values("weight", 2))
        }
        ("w1" | "neuron", Some(i @ 2)) | ("w2", Some(i @ 3)) => {
            let kind = &divergence.kind;
            let number = divergence.index;
            format!("{kind} number {number}, {}", values("before", i))
        }
        ("draw", Some(i)) => format!("draw {}, {}", divergence.index, values("lfsr", i)),
        ("result", Some(0)) => format!("result, {}", values("class", 0)),
        ("result", Some(i)) => format!("result, {}", values("learn", i)),
        (CYCLES, Some(i)) => format!("result, {}", values("latency", i)),
        (kind, i) => format!(
            "{kind} {}, {}",
            divergence.index,
            values("address", i.unwrap_or(0))
        ),
    }
}

/// The last events of a golden trace in words, at most `most`, newest last.
pub fn last_events(trace: &str, most: usize) -> Vec<String> {
    let events = trace
        .lines()
        .filter_map(|line| Some(line.split_once(" event ")?.1));
    let events: Vec<&str> = events.collect();
    let first = events.len().saturating_sub(most);
    events[first..].iter().map(|e| event_in_words(e)).collect()
}

fn event_in_words(event: &str) -> String {
    let mut numbers = event.split(' ').map_while(|n| n.parse::<u32>().ok());
    let (kind, data) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    match kind << records::KIND_AT {
        records::OP_ROW => format!("ROW {data}"),
        records::OP_STEP => "STEP".to_owned(),
        records::OP_LAST => {
            let flag = |bit, name| if data & bit == 0 { "" } else { name };
            format!(
                "LAST{}{} label {}",
                flag(records::LAST_LEARN, " learn"),
                flag(records::LAST_MORE, " more"),
                data & records::LAST_LABEL
            )
        }
        _ => format!("kind {kind}"),
    }
}

/// A host read that differs, in words; all that there is to go by where a netlist is simulated.
pub fn host_place(spec: &Spec, mismatch: &Mismatch) -> Option<String> {
    if mismatch.field != "host_read" {
        return None;
    }
    let index = (mismatch.place & 0x0FFF_FFFF) as usize;
    let (row, low) = (index >> 14, index & 0x3FFF);
    let (pass, lane) = (low >> spec.lane_bits(), low & ((1 << spec.lane_bits()) - 1));
    let what = match mismatch.place >> 28 {
        r if r == Region::W1 as u32 => format!("W1 cell ({row}, {})", pass * spec.lanes + lane),
        r if r == Region::W2 as u32 => format!("W2 cell ({}, {})", index >> 4, index & 15),
        r if r == Region::Counters as u32 => format!("counter {index}"),
        0 if index == Register::Lfsr as usize => "`lfsr`".to_owned(),
        0 if index == Register::Errors as usize => "error bits".to_owned(),
        _ => format!("host address 0x{:08x}", mismatch.place),
    };
    let Mismatch { expected, got, .. } = mismatch;
    Some(format!("{what}: golden 0x{expected}, netlist 0x{got}"))
}

/// The first of the weights packed in two hexadecimal words that differs.
fn first_weight(
    golden: Option<&&str>,
    rtl: Option<&&str>,
    bits: usize,
) -> Option<(usize, i32, i32)> {
    let digits =
        |hex: &str| -> Option<Vec<u32>> { hex.chars().rev().map(|c| c.to_digit(16)).collect() };
    let (golden, rtl) = (digits(golden?)?, digits(rtl?)?);
    let weight = |word: &[u32], index: usize| {
        let bit = |at: usize| word.get(at / 4).map_or(0, |d| d >> (at % 4) & 1) as i32;
        let magnitude: i32 = (0..bits).map(|b| bit(index * bits + b) << b).sum();
        magnitude - (bit(index * bits + bits - 1) << bits)
    };
    (0..golden.len() * 4 / bits + 1)
        .map(|i| (i, weight(&golden, i), weight(&rtl, i)))
        .find(|(_, a, b)| a != b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_read_and_explained() {
        let log = "noise\nMISMATCH image=41 field=columns place=0 expected=00ab got=00xx cycle=99\nFAIL\n";
        let mismatch = Mismatch::find(log).unwrap();
        assert_eq!((mismatch.image, mismatch.cycle), (41, 99));
        let spec = Spec::new(4, 4, 2).unwrap();
        let golden = "41 event 0 3\n41 event 2 23\n41 column 2 1 5\n41 column 3 1 498\n";
        let rtl = "40 draw 1234 @7\n41 column 2 1 5 @9\n41 column 3 1 499 @10\n";
        let divergence = first_divergence(41, true, golden, rtl).unwrap();
        let diagnosis = Diagnosis {
            simulator: "icarus",
            mismatch,
            place: Some(describe(&spec, &divergence)),
            events: last_events(golden, 6),
        };
        assert_eq!(
            diagnosis.to_string(),
            "icarus: image 41, cycle 99: column 3 (lane 1, pass 1), `membrane`: golden 498, \
             RTL 499 (first seen in `columns`); last events: ROW 3, LAST learn label 7"
        );
    }

    #[test]
    fn a_wrong_weight_has_a_cell() {
        let spec = Spec::new(4, 3, 2).unwrap();
        let divergence = first_divergence(0, true, "0 w1 3 3f81\n", "0 w1 3 3f80\n").unwrap();
        assert_eq!(
            describe(&spec, &divergence),
            "W1 cell (1, 2), `weight`: golden 1, RTL 0"
        );
        let divergence = first_divergence(0, true, "0 w2 1 7 -1\n", "").unwrap();
        assert_eq!(
            describe(&spec, &divergence),
            "w2 number 0: golden 1 7 -1, RTL nothing"
        );
        let wrong = "0 w2 1 7 2\n";
        let divergence = first_divergence(0, true, "0 w2 1 7 -1\n", wrong).unwrap();
        assert_eq!(
            describe(&spec, &divergence),
            "W2 cell (1, 7), `weight`: golden -1, RTL 2"
        );
    }

    #[test]
    fn a_host_read_has_a_cell() {
        let spec = Spec::new(4, 3, 2).unwrap();
        let at = |field: &str, place: u32| {
            let line =
                format!("MISMATCH image=1 field={field} place={place} expected=01 got=0x cycle=9");
            host_place(&spec, &Mismatch::find(&line).unwrap())
        };
        let weight = (Region::W1 as u32) << 28 | 3 << 14 | 1 << 1;
        let expected = "W1 cell (3, 2): golden 0x01, netlist 0x0x";
        assert_eq!(at("host_read", weight).as_deref(), Some(expected));
        assert!(at("host_read", 9).unwrap().starts_with("`lfsr`"));
        assert_eq!(at("class", 0), None);
    }

    #[test]
    fn cycles_name_no_place_where_ports_stall() {
        let (golden, rtl) = ("3 cycles 40 30\n", "3 cycles 47 30\n");
        assert_eq!(first_divergence(3, false, golden, rtl), None);
        let divergence = first_divergence(3, true, golden, rtl).unwrap();
        let spec = Spec::new(4, 3, 2).unwrap();
        assert_eq!(
            describe(&spec, &divergence),
            "result, `latency`: golden 40, RTL 47"
        );
    }
}
