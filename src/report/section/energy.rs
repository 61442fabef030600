//! What an image and a learning event cost.

use super::{Run, Section};
use crate::Result;
use crate::report::chart::number;
use crate::report::parts::Parts;
use maud::{Markup, html};
use serde::Deserialize;

/// As `train --energy` prints it.
#[derive(Clone, Debug, Deserialize)]
pub struct Energy {
    energy_image_device_nj: Option<f64>,
    energy_image_cmos_nj: Option<f64>,
    energy_learning_event_device_nj: Option<f64>,
    energy_learning_event_cmos_nj: Option<f64>,
    energy_teaching_image_device_nj: Option<f64>,
    energy_teaching_image_cmos_nj: Option<f64>,
}

impl Section for Energy {
    const PART: &'static str = "train";
    const ID: &'static str = "energy";
    const TITLE: &'static str = "Energy";
    const MISSING: [&'static str; 2] = [
        "The training did not count energy.",
        "spinloom train FLAGS --data DATA --energy --json > FOLDER/train.json; spinloom report FOLDER",
    ];

    fn show(&self, parts: &Parts) -> Result<Option<Markup>> {
        let learns = parts.get::<Run>(Run::PART)?.is_none_or(|run| run.learns);
        let judged = format!("An {} judged", super::thing(parts)?);
        let rows = [
            (
                judged.as_str(),
                self.energy_image_device_nj,
                self.energy_image_cmos_nj,
            ),
            (
                "A learning event (a cell pulsed)",
                self.energy_learning_event_device_nj,
                self.energy_learning_event_cmos_nj,
            ),
            (
                "Teaching, mean of a presentation",
                self.energy_teaching_image_device_nj,
                self.energy_teaching_image_cmos_nj,
            ),
        ];
        let rows: Vec<_> = rows
            .into_iter()
            .take(if learns { 3 } else { 1 })
            .filter_map(|(what, device, logic)| Some((what, device?, logic?)))
            .collect();
        if rows.is_empty() {
            return Ok(None);
        }
        Ok(Some(html! {
            p {
                span class="c2" { "Junctions" } " and " span class="c1" { "logic" }
                " (additions, memory, draws) apart. Judging pulses no junction: weights are "
                "counters in memory. The paper gives no resistance, pulse width or energy: "
                "constants are assumed, and " code { "spinloom device show" }
                " prints each with its source."
            }
            div class="scroll" { table {
                thead { tr {
                    th { "" }
                    @for heading in ["Junctions, nJ", "Logic, nJ", "Sum, nJ"] {
                        th class="number" { (heading) }
                    }
                    th { "Share of each" }
                } }
                tbody { @for (what, device, logic) in rows { tr {
                    th scope="row" { (what) }
                    @for value in [device, logic, device + logic] {
                        td class="number" { (significant(value)) }
                    }
                    td class="share" { span style="display:flex" {
                        (super::rod("rod b", share(device, logic)))
                        (super::rod("rod", 100.0 - share(device, logic)))
                    } }
                } } }
            } }
        }))
    }
}

fn share(device: f64, logic: f64) -> f64 {
    100.0 * device / (device + logic).max(f64::MIN_POSITIVE)
}

/// Three significant digits.
fn significant(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let digits = 2 - value.abs().log10().floor() as i32;
    number(value, digits.max(0) as usize)
}
