//! Pulse sweeps: how often a junction switched at each amplitude, read from CSV.

use super::{Axis, Direction, Junction, Polarity};
use crate::{Error, Result};
use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

/// No sweep is longer, bytes.
const MAX_BYTES: u64 = 1 << 24;
/// Most pulses of a point.
const MAX_PULSES: u64 = 1_000_000_000;
/// Largest size of an amplitude, volt.
pub const MAX_VOLT: f64 = 1000.0;
/// Columns of the file, in any order.
pub const COLUMNS: [&str; 6] = [
    "junction",
    "transition",
    "excitation",
    "amplitude_volt",
    "pulses",
    "flips",
];

/// Direction of the write current, with its sign where the file gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excitation {
    /// Axis.
    pub axis: Axis,
    /// Sign; none where the sign of the amplitude says it all.
    pub polarity: Option<Polarity>,
}

impl Excitation {
    /// As in the file: `+x`, `-y`, `x`.
    pub fn name(self) -> &'static str {
        match (self.axis, self.polarity) {
            (Axis::X, None) => "x",
            (Axis::Y, None) => "y",
            (Axis::X, Some(Polarity::Plus)) => "+x",
            (Axis::X, Some(Polarity::Minus)) => "-x",
            (Axis::Y, Some(Polarity::Plus)) => "+y",
            (Axis::Y, Some(Polarity::Minus)) => "-y",
        }
    }

    /// The excitation of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        let (polarity, axis) = match name.as_bytes() {
            [b'+', axis] => (Some(Polarity::Plus), *axis),
            [b'-', axis] => (Some(Polarity::Minus), *axis),
            [axis] => (None, *axis),
            _ => return None,
        };
        let axis = match axis {
            b'x' => Axis::X,
            b'y' => Axis::Y,
            _ => return None,
        };
        Some(Excitation { axis, polarity })
    }
}

/// The curve that a point belongs to; left before right, AP to P before P to AP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CurveKey {
    /// Junction.
    pub junction: Junction,
    /// Transition: [`Direction::Potentiate`] is AP to P.
    pub transition: Direction,
}

impl CurveKey {
    /// The four curves in the order of the host map.
    pub const ALL: [CurveKey; 4] = {
        const fn key(junction: Junction, transition: Direction) -> CurveKey {
            CurveKey {
                junction,
                transition,
            }
        }
        [
            key(Junction::Left, Direction::Potentiate),
            key(Junction::Left, Direction::Depress),
            key(Junction::Right, Direction::Potentiate),
            key(Junction::Right, Direction::Depress),
        ]
    };

    /// Place in [`Self::ALL`].
    pub fn index(self) -> usize {
        2 * self.junction as usize + self.transition as usize
    }

    /// Names of junction and transition, as in the file.
    pub fn names(self) -> [&'static str; 2] {
        let junction = match self.junction {
            Junction::Left => "left",
            Junction::Right => "right",
        };
        let transition = match self.transition {
            Direction::Potentiate => "ap_to_p",
            Direction::Depress => "p_to_ap",
        };
        [junction, transition]
    }

    /// Both names, `left ap_to_p`.
    pub fn name(self) -> String {
        self.names().join(" ")
    }
}

/// Pulses of one amplitude.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Signed amplitude, volt.
    pub volt: f64,
    /// Pulses, at least 1.
    pub pulses: u64,
    /// Pulses after which the junction had switched, at most `pulses`.
    pub flips: u64,
    /// Line of the file, from 1.
    pub line: u64,
}

impl Point {
    /// Share of the pulses that switched.
    pub fn share(&self) -> f64 {
        self.flips as f64 / self.pulses as f64
    }
}

/// The points of one junction and one transition under one excitation.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Which curve.
    pub key: CurveKey,
    /// How the pair was excited.
    pub excitation: Excitation,
    /// In the order of the file.
    pub points: Vec<Point>,
}

/// Reads a sweep. Lines that begin with `#` are remarks.
///
/// # Errors
/// [`Error::Io`] where the file cannot be read; [`Error::File`] with the line, the value and the
/// remedy where a line is no point, where a column is missing or unknown, or where there is no point.
pub fn read(path: &Path) -> Result<Vec<Series>> {
    let file = std::fs::File::open(path).map_err(Error::io(path))?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(Error::io(path))?;
    if bytes.len() as u64 > MAX_BYTES {
        let what = format!("longer than {MAX_BYTES} bytes: this is no sweep");
        return Err(Error::file(path, what));
    }
    parse(&bytes).map_err(|what| Error::file(path, what))
}

/// Outcome of a check: the sentence names line, value and remedy.
type Parsed<T> = std::result::Result<T, String>;

/// The curves of a file, in the order of [`CurveKey::ALL`].
///
/// # Errors
/// A line that is no row, or a curve of one amplitude.
pub fn parse(bytes: &[u8]) -> Parsed<Vec<Series>> {
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .comment(Some(b'#'))
        .from_reader(bytes);
    let headers = reader.headers().map_err(|e| complaint(&e))?.clone();
    let places = places(&headers)?;
    let mut series: BTreeMap<(usize, &'static str), Series> = BTreeMap::new();
    for record in reader.records() {
        let record = record.map_err(|e| complaint(&e))?;
        let line = record.position().map_or(0, csv::Position::line);
        let field = |column: usize| record.get(places[column]).unwrap_or_default();
        let (key, excitation, point) = point(line, field)?;
        let at = (key.index(), excitation.name());
        let points = &mut series.entry(at).or_insert_with(|| Series {
            key,
            excitation,
            points: Vec::new(),
        });
        points.points.push(point);
    }
    if series.is_empty() {
        return Err("has no point: give a line for each amplitude".into());
    }
    Ok(series.into_values().collect())
}

/// Where each of [`COLUMNS`] stands.
fn places(headers: &csv::StringRecord) -> Parsed<[usize; COLUMNS.len()]> {
    let remedy = || format!("the first line must name {}", COLUMNS.join(","));
    if let Some(unknown) = headers.iter().find(|name| !COLUMNS.contains(name)) {
        return Err(format!("line 1: unknown column `{unknown}`: {}", remedy()));
    }
    let mut places = [0; COLUMNS.len()];
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        let mut found = headers
            .iter()
            .enumerate()
            .filter(|(_, name)| *name == column);
        match (found.next(), found.next()) {
            (Some((at, _)), None) => *place = at,
            (None, _) => return Err(format!("line 1: no column `{column}`: {}", remedy())),
            _ => return Err(format!("line 1: two columns `{column}`: {}", remedy())),
        }
    }
    Ok(places)
}

fn point<'a>(line: u64, field: impl Fn(usize) -> &'a str) -> Parsed<(CurveKey, Excitation, Point)> {
    let fault = |column: usize, why: &str| {
        format!(
            "line {line}: `{}` = `{}` {why}",
            COLUMNS[column],
            field(column)
        )
    };
    let junction = match field(0) {
        "left" => Junction::Left,
        "right" => Junction::Right,
        _ => return Err(fault(0, "is not left or right")),
    };
    let transition = match field(1) {
        "ap_to_p" => Direction::Potentiate,
        "p_to_ap" => Direction::Depress,
        _ => return Err(fault(1, "is not ap_to_p or p_to_ap")),
    };
    let excitation =
        Excitation::from_name(field(2)).ok_or_else(|| fault(2, "is not +x, -x, +y, -y, x or y"))?;
    let volt = field(3).parse::<f64>().ok();
    let volt = volt.filter(|v| v.abs() <= MAX_VOLT).ok_or_else(|| {
        fault(
            3,
            &format!("is not a number from -{MAX_VOLT} to {MAX_VOLT}"),
        )
    })?;
    let count = |column: usize, low: u64, high: u64, whose: &str| {
        let number = field(column).parse::<u64>().ok();
        number.filter(|n| (low..=high).contains(n)).ok_or_else(|| {
            fault(
                column,
                &format!("is not a whole number from {low} to {whose}"),
            )
        })
    };
    let pulses = count(4, 1, MAX_PULSES, &MAX_PULSES.to_string())?;
    let flips = count(5, 0, pulses, &format!("the {pulses} pulses"))?;
    let point = Point {
        volt,
        pulses,
        flips,
        line,
    };
    let key = CurveKey {
        junction,
        transition,
    };
    Ok((key, excitation, point))
}

/// What the CSV parser says, in one sentence with the line.
fn complaint(error: &csv::Error) -> String {
    let line = error.position().map_or(1, csv::Position::line);
    match error.kind() {
        csv::ErrorKind::UnequalLengths { len, .. } => {
            format!(
                "line {line}: {len} fields: give {} on every line",
                COLUMNS.len()
            )
        }
        csv::ErrorKind::Utf8 { .. } => format!("line {line}: is not UTF-8: save it as UTF-8"),
        _ => format!("line {line}: {error}: give comma-separated values"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "junction,transition,excitation,amplitude_volt,pulses,flips\n";

    fn fault(lines: &str) -> String {
        parse(format!("{HEAD}{lines}").as_bytes()).unwrap_err()
    }

    #[test]
    fn columns_in_any_order_and_remarks() {
        let text = "# drawn\nflips, pulses,amplitude_volt,excitation,transition,junction\n\
                    3,50,-3.8,-y,p_to_ap,left\n# more\n4,50,3.8,x,ap_to_p,right\n5,50,-3.7,-y,p_to_ap,left\n";
        let series = parse(text.as_bytes()).unwrap();
        assert_eq!(series.len(), 2);
        assert_eq!(series[0].key.name(), "left p_to_ap");
        assert_eq!(series[0].excitation.name(), "-y");
        let lines: Vec<u64> = series[0].points.iter().map(|p| p.line).collect();
        assert_eq!(lines, [3, 6]);
        assert_eq!(series[1].points[0].share(), 0.08);
    }

    #[test]
    fn every_bad_word_has_its_line_and_value() {
        let good = "left,ap_to_p,+x,-3.7,50,5\n";
        for (line, parts) in [
            (
                "middle,ap_to_p,+x,-3.7,50,5",
                ["`junction` = `middle`", "left or right"],
            ),
            (
                "left,up,+x,-3.7,50,5",
                ["`transition` = `up`", "ap_to_p or p_to_ap"],
            ),
            ("left,ap_to_p,z,-3.7,50,5", ["`excitation` = `z`", "+x"]),
            ("left,ap_to_p,++x,-3.7,50,5", ["`excitation` = `++x`", "+x"]),
            (
                "left,ap_to_p,+x,high,50,5",
                ["`amplitude_volt` = `high`", "a number"],
            ),
            (
                "left,ap_to_p,+x,NaN,50,5",
                ["`amplitude_volt` = `NaN`", "a number"],
            ),
            ("left,ap_to_p,+x,-inf,50,5", ["`-inf`", "a number"]),
            ("left,ap_to_p,+x,1e999,50,5", ["`1e999`", "a number"]),
            ("left,ap_to_p,+x,-3.7,0,0", ["`pulses` = `0`", "from 1"]),
            (
                "left,ap_to_p,+x,-3.7,50.5,5",
                ["`pulses` = `50.5`", "whole"],
            ),
            ("left,ap_to_p,+x,-3.7,50,-1", ["`flips` = `-1`", "from 0"]),
            (
                "left,ap_to_p,+x,-3.7,50,51",
                ["`flips` = `51`", "the 50 pulses"],
            ),
            ("left,ap_to_p,+x,-3.7,50,", ["`flips` = ``", "whole"]),
            ("left,ap_to_p,+x,-3.7,50", ["5 fields", "give 6"]),
        ] {
            let said = fault(&format!("{good}{line}\n"));
            assert!(said.starts_with("line 3: "), "{said}");
            parts
                .iter()
                .for_each(|p| assert!(said.contains(p), "{p}: {said}"));
        }
    }

    #[test]
    fn files_that_are_no_sweeps() {
        assert!(parse(b"").unwrap_err().contains("no column `junction`"));
        assert!(fault("").contains("has no point"));
        let unknown = parse(HEAD.replace("flips", "flops").as_bytes()).unwrap_err();
        assert!(unknown.contains("unknown column `flops`"));
        let twice = parse(HEAD.replace("flips", "flips,flips").as_bytes()).unwrap_err();
        assert!(twice.contains("two columns `flips`"));
        let mut bytes = HEAD.as_bytes().to_vec();
        bytes.extend(b"left,ap_to_p,\xff,-3.7,50,5\n");
        assert!(parse(&bytes).unwrap_err().contains("line 2: is not UTF-8"));
    }
}
