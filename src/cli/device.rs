//! `device`: the junctions.

use super::output::Outcome;
use crate::Result;
use crate::device::curve::amplitude_volt;
use crate::device::{Direction, Junction, RuleTable, SwitchingTables, show};
use clap::Subcommand;
use serde_json::{Map, Value, json};

/// The junction pair: switching tables and types of plasticity
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom device show")]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Print the switching tables and the nine types
    #[command(after_help = "Example:\n  spinloom device show --json")]
    Show,
}

pub fn run(args: &Args) -> Result<Outcome> {
    match args.action {
        Action::Show => Ok(shown()),
    }
}

fn shown() -> Outcome {
    let tables = SwitchingTables::default();
    let rules = RuleTable::default();
    let mut outcome = Outcome {
        text: [
            show::tables(&tables),
            show::types(),
            show::orders(),
            show::rule_table(&rules),
        ]
        .join("\n"),
        ..Outcome::default()
    };
    outcome.set("curve", "assumed");
    outcome.set("switching_tables", switching(&tables));
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
    outcome
}

/// One object a code: amplitude and the four thresholds of 65536.
fn switching(tables: &SwitchingTables) -> Vec<Value> {
    let threshold = |junction, direction, code: usize| tables.table(junction, direction)[code];
    (0..crate::spec::NUM_CODES)
        .map(|code| {
            json!({
                "code": code,
                // two decimals: the step of the sweep
                "amplitude_volt": (amplitude_volt(code) * 100.0).round() / 100.0,
                "left_ap_to_p": threshold(Junction::Left, Direction::Potentiate, code),
                "left_p_to_ap": threshold(Junction::Left, Direction::Depress, code),
                "right_ap_to_p": threshold(Junction::Right, Direction::Potentiate, code),
                "right_p_to_ap": threshold(Junction::Right, Direction::Depress, code),
            })
        })
        .collect()
}
