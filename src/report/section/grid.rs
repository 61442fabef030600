//! A sweep over a grid of settings: mean and range of each measure over the seeds, in numbers and as a
//! line.

use super::Section;
use crate::Result;
use crate::report::chart::number;
use crate::report::parts::{Parts, plain};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Length of the line of a range, SVG units; its height.
const LONG: f64 = 200.0;
const HIGH: f64 = 16.0;
/// Digits behind the point.
const DIGITS: usize = 2;

/// As `sweep SPEC.toml` prints it.
#[derive(Clone, Debug, Deserialize)]
pub struct Grid {
    #[serde(default)]
    spec: String,
    jobs: u64,
    axes: Vec<String>,
    measures: Vec<String>,
    points: Vec<Point>,
}

#[derive(Clone, Debug, Deserialize)]
struct Point {
    point: BTreeMap<String, Value>,
    measures: BTreeMap<String, Measured>,
}

/// Of the seeds: mean and range of a number; other values as they are.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Measured {
    mean: Option<f64>,
    least: Option<f64>,
    most: Option<f64>,
    values: Vec<Value>,
}

impl Section for Grid {
    const PART: &'static str = "sweep";
    const ID: &'static str = "sweep";
    const TITLE: &'static str = "Sweep";
    const MISSING: [&'static str; 2] = [
        "No grid of settings was swept.",
        "spinloom sweep SPEC.toml --json > FOLDER/sweep.json; spinloom report FOLDER",
    ];

    fn show(&self, _: &Parts) -> Result<Option<Markup>> {
        Ok(Some(html! {
            p {
                (self.jobs) " jobs"
                @if !self.spec.is_empty() { " of " code { (self.spec) } }
                ", with settings of their own; mean and range over the seeds."
            }
            @for measure in &self.measures { h3 { (measure) } (self.table(measure)) }
        }))
    }
}

impl Grid {
    fn table(&self, measure: &str) -> Markup {
        let of = |point: &Point| point.measures.get(measure).cloned().unwrap_or_default();
        let found: Vec<(&Point, Measured)> = self.points.iter().map(|p| (p, of(p))).collect();
        let least = found.iter().filter_map(|(_, m)| m.least);
        let most = found.iter().filter_map(|(_, m)| m.most);
        let ends = [
            least.fold(f64::INFINITY, f64::min),
            most.fold(f64::NEG_INFINITY, f64::max),
        ];
        html! {
            div class="scroll" { table {
                thead { tr {
                    @for axis in &self.axes { th scope="col" { (axis) } }
                    @for heading in ["mean", "least", "most"] {
                        th scope="col" class="number" { (heading) }
                    }
                    th scope="col" { "range" }
                } }
                tbody { @for (point, measured) in &found { tr {
                    @for axis in &self.axes { td { (point.point.get(axis).map(plain).unwrap_or_default()) } }
                    @match (measured.least, measured.mean, measured.most) {
                        (Some(low), Some(mean), Some(high)) => {
                            @for value in [mean, low, high] {
                                td class="number" { (number(value, DIGITS)) }
                            }
                            td { (range([low, mean, high], ends)) }
                        }
                        _ => td colspan="4" {
                            @for value in &measured.values { (plain(value)) " " }
                        }
                    }
                } } }
            } }
        }
    }
}

/// A line from least to most with a point at the mean, on a scale that all rows share.
fn range(values: [f64; 3], [least, most]: [f64; 2]) -> Markup {
    let span = if most > least { most - least } else { 1.0 };
    let margin = HIGH / 2.0;
    let place = |value: f64| margin + (value - least) / span * (LONG - HIGH);
    let [low, mean, high] = values.map(|value| format!("{:.1}", place(value)));
    html! {
        svg viewBox={ "0 0 " (LONG) " " (HIGH) } width=(LONG) height=(HIGH) role="img"
            aria-label="range" style="width:auto" {
            line x1=(low) x2=(high) y1=(margin) y2=(margin) stroke="currentColor" stroke-width="2" {}
            circle cx=(mean) cy=(margin) r="4" fill="currentColor" {}
        }
    }
}
