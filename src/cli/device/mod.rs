//! `device`: the junctions.

mod fit;
mod sample;

use super::output::{Console, Outcome};
use crate::device::description::micro;
use crate::device::{Device, Direction, Junction, RuleTable, SwitchingTables, show};
use crate::{Error, Result, files};
use clap::Subcommand;
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// The junction pair: switching curves, tables, types of plasticity
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  spinloom device show\n  spinloom device fit sweep.csv --out mine"
)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Show(Show),
    Fit(fit::Args),
    Sample(sample::Args),
}

/// Print the switching tables, the nine types and what pulses and operations cost
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom device show --json")]
struct Show {
    /// Device file, as `device fit` writes it [default: the paper's amplitudes, assumed curves]
    #[arg(long, value_name = "FILE.toml")]
    device: Option<PathBuf>,
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    match &args.action {
        Action::Show(args) => shown(args.device.as_deref()),
        Action::Fit(args) => fit::run(args, console),
        Action::Sample(args) => sample::run(args),
    }
}

/// The device of a file, or the default.
pub fn load(path: Option<&Path>) -> Result<Device> {
    path.map_or_else(|| Ok(Device::default()), Device::read)
}

/// Replaces a file by a text.
fn write(path: &Path, text: &str) -> Result<()> {
    files::replace(path, |file| file.write_all(text.as_bytes()))
}

fn shown(path: Option<&Path>) -> Result<Outcome> {
    let device = load(path)?;
    let rules = RuleTable::default();
    let mut outcome = Outcome {
        text: [
            show::tables(&device),
            show::types(),
            show::orders(),
            show::rule_table(&rules),
            show::energy(&device),
        ]
        .join("\n"),
        ..Outcome::default()
    };
    let curve = path.map_or("assumed".to_owned(), |path| path.display().to_string());
    outcome.set("curve", curve);
    outcome.set("switching_tables", switching(&device));
    let types = show::nine_types();
    let types = types.map(|rule| json!({"type": rule.type_name(), "rule_bits": rule.bits()}));
    outcome.set("types", types.to_vec());
    let entries = [
        ("hidden_modulator_negative", RuleTable::NEGATIVE),
        ("hidden_modulator_positive", RuleTable::POSITIVE),
        ("readout_label", RuleTable::LABEL),
        ("readout_rival", RuleTable::RIVAL),
    ];
    let entries: Map<String, Value> = entries
        .into_iter()
        .map(|(name, entry)| (name.to_owned(), rules.entries[entry].type_name().into()))
        .collect();
    outcome.set("rules", entries);
    let constants: Map<String, Value> = device
        .energy
        .rows(&device.amplitudes)
        .into_iter()
        .map(|(name, value, evidence)| {
            let constant = json!({"value": value, "evidence": evidence});
            (name.to_owned(), constant)
        })
        .collect();
    outcome.set("energy", constants);
    Ok(outcome)
}

/// One object a code: amplitude and the four thresholds of 65536.
fn switching(device: &Device) -> Vec<Value> {
    let tables: SwitchingTables = device.tables();
    let threshold = |junction, direction, code: usize| tables.table(junction, direction)[code];
    (0..crate::spec::NUM_CODES)
        .map(|code| {
            json!({
                "code": code,
                "amplitude_volt": micro(device.amplitudes.volt(code)),
                "left_ap_to_p": threshold(Junction::Left, Direction::Potentiate, code),
                "left_p_to_ap": threshold(Junction::Left, Direction::Depress, code),
                "right_ap_to_p": threshold(Junction::Right, Direction::Potentiate, code),
                "right_p_to_ap": threshold(Junction::Right, Direction::Depress, code),
            })
        })
        .collect()
}

/// A sentence about an argument.
fn input(what: String) -> Error {
    Error::Input(what)
}
