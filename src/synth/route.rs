//! Reads what nextpnr found: clock, critical path, and what the device lacks.

use serde::Deserialize;
use std::collections::BTreeMap;

/// A routed design.
#[derive(Clone, Debug, PartialEq)]
pub struct Routed {
    /// Clock that the routed design reaches, MHz.
    pub fmax_mhz: f64,
    /// The slowest path, as a sentence.
    pub critical_path: String,
    /// Used and there, by kind of cell.
    pub utilisation: Vec<(String, [u64; 2])>,
}

#[derive(Deserialize)]
struct Report {
    fmax: BTreeMap<String, Clock>,
    utilization: BTreeMap<String, Used>,
    #[serde(default)]
    critical_paths: Vec<Critical>,
}

#[derive(Deserialize)]
struct Clock {
    achieved: f64,
}

#[derive(Deserialize)]
struct Used {
    used: u64,
    available: u64,
}

#[derive(Deserialize)]
struct Critical {
    from: String,
    to: String,
    path: Vec<Hop>,
}

#[derive(Deserialize)]
struct Hop {
    delay: f64,
    from: End,
    to: End,
    #[serde(rename = "type")]
    kind: String,
}

#[derive(Deserialize)]
struct End {
    cell: String,
}

/// Parses the JSON of `--report`.
///
/// # Errors
/// What serde says, or that there is no clock.
pub fn parse(text: &str) -> Result<Routed, String> {
    let report: Report = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let achieved = report.fmax.values().map(|clock| clock.achieved);
    let fmax_mhz = achieved.reduce(f64::min).ok_or("no clock in it")?;
    let within = |path: &&Critical| path.from.contains("posedge") && path.to == path.from;
    let worst = report.critical_paths.iter().filter(within);
    let worst = worst.max_by(|a, b| delay(a).total_cmp(&delay(b)));
    Ok(Routed {
        fmax_mhz,
        critical_path: worst.map_or_else(|| "no path between registers".into(), words),
        utilisation: report
            .utilization
            .into_iter()
            .filter(|(_, u)| u.used > 0)
            .map(|(name, u)| (name, [u.used, u.available]))
            .collect(),
    })
}

fn delay(path: &Critical) -> f64 {
    path.path.iter().map(|hop| hop.delay).sum()
}

/// From where to where, in how much time, and how much of it is wire.
fn words(path: &Critical) -> String {
    let first = path.path.first().map_or("?", |hop| &hop.from.cell);
    let last = path.path.last().map_or("?", |hop| &hop.to.cell);
    let wires = path.path.iter().filter(|hop| hop.kind == "routing");
    let levels = path.path.iter().filter(|hop| hop.kind == "logic").count();
    format!(
        "{:.1} ns from {} to {}: {levels} levels of logic, {:.1} ns in wires",
        delay(path),
        block(first),
        block(last),
        wires.map(|hop| hop.delay).sum::<f64>()
    )
}

/// The part of a cell's name that a user gave: blocks and signal.
pub fn block(cell: &str) -> &str {
    let end = cell.find("_TRELLIS").or_else(|| cell.find("_SB_"));
    let cell = &cell[..end.unwrap_or(cell.len())];
    let end = [
        "_LUT", "_CCU", "_PFUMX", "_L6MUX", "_DFF", "_ALU", "_MUX2", "$",
    ]
    .iter()
    .filter_map(|mark| cell.find(mark).filter(|&at| at > 0))
    .min();
    &cell[..end.unwrap_or(cell.len())]
}

/// The clock that the constraints asked for, MHz: what the log says on reading them.
pub fn asked(log: &str) -> Option<f64> {
    let (_, rest) = log.split_once("constraining clock net 'clk_i' to ")?;
    rest.split_whitespace().next()?.parse().ok()
}

/// Kinds of cells of which the device has too few: name, used, there; from the log's table.
pub fn lacking(log: &str) -> Vec<(String, u64, u64)> {
    let line = |line: &str| {
        let (name, rest) = line.strip_prefix("Info:")?.split_once(':')?;
        let (used, rest) = rest.split_once('/')?;
        let used: u64 = used.trim().parse().ok()?;
        let there: u64 = rest.split_whitespace().next()?.parse().ok()?;
        (used > there).then(|| (name.trim().to_owned(), used, there))
    };
    log.lines().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clock_and_path() {
        let report = r#"{"fmax": {"clk": {"achieved": 101.5, "constraint": 100.0}},
            "utilization": {"TRELLIS_COMB": {"used": 7, "available": 100}, "EHXPLLL": {"used": 0, "available": 4}},
            "critical_paths": [{"from": "posedge clk", "to": "posedge clk", "path": [
                {"delay": 0.5, "from": {"cell": "u_a.q_TRELLIS_FF_Q"}, "to": {"cell": "x"}, "type": "clk-to-q"},
                {"delay": 2.0, "from": {"cell": "x"}, "to": {"cell": "y"}, "type": "routing"},
                {"delay": 0.3, "from": {"cell": "y"}, "to": {"cell": "u_b.d_LUT4_Z"}, "type": "logic"}]}]}"#;
        let routed = parse(report).unwrap();
        assert_eq!(routed.fmax_mhz, 101.5);
        assert_eq!(
            routed.critical_path,
            "2.8 ns from u_a.q to u_b.d: 1 levels of logic, 2.0 ns in wires"
        );
        assert_eq!(routed.utilisation, [("TRELLIS_COMB".to_owned(), [7, 100])]);
        assert!(parse("{}").is_err());
    }

    #[test]
    fn the_clock_that_was_read() {
        let log = "Info: x\nInfo: constraining clock net 'clk_i' to 36.00 MHz\n";
        assert_eq!(asked(log), Some(36.0));
        assert_eq!(
            asked("Info: constraining clock net 'clk' to 36.00 MHz"),
            None
        );
    }

    #[test]
    fn what_is_over() {
        let log = "Info: Device utilisation:\nInfo: \t     ICESTORM_LC:  9000/ 7680   117%\n\
                   Info: \t    ICESTORM_RAM:    10/   32    31%\nERROR: no more BELs\n";
        assert_eq!(lacking(log), [("ICESTORM_LC".to_owned(), 9000, 7680)]);
    }
}
