//! Clock cycles of an image.

use super::Section;
use crate::Result;
use crate::report::chart::number;
use crate::report::parts::Parts;
use maud::{Markup, html};
use serde::Deserialize;

/// Clock of the table, MHz.
const CLOCK_MHZ: f64 = 100.0;

/// As `verify` prints it.
#[derive(Clone, Debug, Deserialize)]
pub struct Cycles {
    cycles_mean: Option<f64>,
    cycles_max: Option<f64>,
    interval_mean: Option<f64>,
    learning_interval_mean: Option<f64>,
}

impl Section for Cycles {
    const PART: &'static str = "verify";
    const ID: &'static str = "cycles";
    const TITLE: &'static str = "Cycles";
    const MISSING: [&'static str; 2] = [
        "Cycles are counted in the simulated RTL, which was not simulated here, or with stalls.",
        "spinloom verify FLAGS --data DATA --json > FOLDER/verify.json; spinloom report FOLDER",
    ];

    fn show(&self, parts: &Parts) -> Result<Option<Markup>> {
        let thing = super::thing(parts)?;
        let to_next = |doing: &str| format!("From one {thing} to the next, {doing}");
        let [inferring, learning] = ["inferring", "learning"].map(to_next);
        let rows = [
            ("First event to result, mean", self.cycles_mean),
            ("First event to result, longest", self.cycles_max),
            (inferring.as_str(), self.interval_mean),
            (learning.as_str(), self.learning_interval_mean),
        ];
        let row = |(what, cycles): (&str, Option<f64>)| {
            let cycles = cycles?;
            Some(vec![
                what.to_owned(),
                number(cycles, 1),
                number(cycles / CLOCK_MHZ, 2),
                number(CLOCK_MHZ * 1e6 / cycles, 0),
            ])
        };
        let rows: Vec<_> = rows.into_iter().filter_map(row).collect();
        if rows.is_empty() {
            return Ok(None);
        }
        Ok(Some(html! {
            p {
                "Counted in the RTL, equal in each image to what the cycle model says. Times are "
                "at 100 MHz; whether a device reaches that is a question to the "
                a href="#synthesis" { "synthesis" } "."
            }
            (super::table(&["", "Cycles", "\u{b5}s", "A second"], &rows))
        }))
    }
}
