//! Accuracy where cells differ, and where images have noise.

use super::Section;
use crate::Result;
use crate::report::chart::{Axis, Chart, number};
use crate::report::parts::Parts;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeMap;

/// As `sweep robustness` prints it.
#[derive(Clone, Debug, Deserialize)]
pub struct Robustness {
    array: String,
    data: String,
    seeds: Vec<u64>,
    schemes: BTreeMap<String, Vec<Level>>,
}

#[derive(Clone, Debug, Deserialize)]
struct Level {
    level: String,
    disturbed: String,
    mean_percent: f64,
    min_percent: f64,
    max_percent: f64,
    loss_percent: f64,
}

impl Section for Robustness {
    const PART: &'static str = "robustness";
    const ID: &'static str = "robustness";
    const TITLE: &'static str = "Robustness";
    const MISSING: [&'static str; 2] = [
        "Nothing was disturbed: dozens of trainings, which `run` leaves out.",
        "spinloom sweep robustness --array ARRAY --data CHOICE --json > FOLDER/robustness.json; spinloom report FOLDER",
    ];

    fn show(&self, _: &Parts) -> Result<Option<Markup>> {
        Ok(Some(html! {
            p {
                "Test accuracy of " (self.array) " on " (self.data) " where the cells of the "
                "array differ from each other, in training and test, or where the images have "
                "noise; golden model alone. Mean of " (self.seeds.len())
                @if self.seeds.len() == 1 { " seed." } @else { " seeds, with their range." }
            }
            @for (scheme, levels) in &self.schemes {
                h3 { "Scheme \u{201c}" (scheme) "\u{201d}" }
                div class="plots" {
                    figure { (picture(levels)) }
                    (super::table(&HEADINGS, &rows(levels)))
                }
            }
        }))
    }
}

const HEADINGS: [&str; 6] = ["Level", "Mean, %", "Least", "Most", "Loss", "Disturbed"];

fn rows(levels: &[Level]) -> Vec<Vec<String>> {
    let percent = |value: f64| number(value, 2);
    let row = |(at, level): (usize, &Level)| {
        vec![
            format!("{}  {}", at + 1, level.level),
            percent(level.mean_percent),
            percent(level.min_percent),
            percent(level.max_percent),
            percent(level.loss_percent),
            level.disturbed.clone(),
        ]
    };
    levels.iter().enumerate().map(row).collect()
}

fn picture(levels: &[Level]) -> Markup {
    let low = levels
        .iter()
        .map(|level| level.min_percent)
        .fold(100.0, f64::min);
    let floor = if low > 90.0 {
        low.floor() - 1.0
    } else {
        (low / 10.0).floor() * 10.0
    };
    let names = (1..=levels.len())
        .map(|at| (at as f64, at.to_string()))
        .collect();
    let x = Axis::linear("level, see the table", 0.5, levels.len() as f64 + 0.5).named(names);
    let mut chart = Chart::new(340, 240, x, Axis::linear("test accuracy, %", floor, 100.0));
    if let Some(plain) = levels.first() {
        chart.line(
            "grey thin dash",
            [
                [0.5, plain.mean_percent],
                [levels.len() as f64 + 0.5, plain.mean_percent],
            ],
        );
    }
    for (at, level) in levels.iter().enumerate() {
        let x = at as f64 + 1.0;
        chart.interval("c1", x, [level.min_percent, level.max_percent]);
        chart.dots(
            "c1",
            3.2,
            [(
                [x, level.mean_percent],
                format!("{}: {:.2} %", level.level, level.mean_percent),
            )],
        );
    }
    chart.svg("Test accuracy by level of disturbance, mean and range of the seeds")
}
