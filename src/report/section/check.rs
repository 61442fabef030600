//! The cross-check: golden model against RTL.

use super::Section;
use crate::Result;
use crate::report::chart::number;
use crate::report::parts::Parts;
use maud::{Markup, html};
use serde::Deserialize;

/// As `verify` prints it.
#[derive(Clone, Debug, Deserialize)]
pub struct Check {
    simulator: Vec<String>,
    train_images: u64,
    test_images: u64,
    taught_images: u64,
    #[serde(default = "learns")]
    learns: bool,
    differences: u64,
    #[serde(default)]
    compared: Vec<Compared>,
    #[serde(default)]
    diagnoses: Vec<String>,
    #[serde(default)]
    stall: u64,
}

/// Where nothing is said of it.
fn learns() -> bool {
    true
}

impl Check {
    fn simulators(&self) -> String {
        let name = |name: &String| match name.as_str() {
            "verilator" => "Verilator".to_owned(),
            "icarus" => "Icarus Verilog".to_owned(),
            other => other.to_owned(),
        };
        let names: Vec<String> = self.simulator.iter().map(name).collect();
        names.join(" and ")
    }
}

/// Something that must be equal in both.
#[derive(Clone, Debug, Deserialize)]
struct Compared {
    what: String,
    count: u64,
}

impl Section for Check {
    const PART: &'static str = "verify";
    const ID: &'static str = "check";
    const TITLE: &'static str = "Golden model against RTL";
    const MISSING: [&'static str; 2] = [
        "The RTL was not simulated: it needs Verilator or Icarus Verilog (`make setup` installs both).",
        "spinloom verify FLAGS --data DATA --json > FOLDER/verify.json; spinloom report FOLDER",
    ];

    fn show(&self, parts: &Parts) -> Result<Option<Markup>> {
        let rows = self.compared.iter().map(|compared| {
            vec![
                compared.what.clone(),
                number(compared.count as f64, 0),
                if self.differences == 0 {
                    "0".to_owned()
                } else {
                    "see below".to_owned()
                },
            ]
        });
        let rows: Vec<_> = rows.collect();
        let thing = super::thing(parts)?;
        let count = |count: u64| number(count as f64, 0);
        Ok(Some(html! {
            p {
                "The same events go into the golden model and, through the testbench, into the "
                "Verilog in " (self.simulators()) ": "
                @if self.learns {
                    (count(self.train_images)) " " (thing) "s with learning on ("
                    (count(self.taught_images)) " taught) and "
                    (count(self.test_images)) " without"
                } @else {
                    (count(self.train_images + self.test_images)) " " (thing)
                    "s, to be judged: the core does not learn"
                }
                @if self.stall > 0 { ", with random stalls on all ports" } ". "
                strong {
                    (count(self.differences))
                    @if self.differences == 1 { " difference." } @else { " differences." }
                }
            }
            (super::table(&["Compared", "How many", "Differences"], &rows))
            @for diagnosis in &self.diagnoses { pre class="failed" { (diagnosis) } }
        }))
    }
}
