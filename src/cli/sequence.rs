//! Classes in sequence, in keys and in words; and the floors on the same protocol.

use super::output::Console;
use super::output::Outcome;
use super::progress;
use crate::Result;
use crate::config::{Order, Settings};
use crate::data::Dataset;
use crate::floors;
use crate::golden::sequence::Sequence;
use crate::spec::NUM_CLASSES;
use serde_json::{Map, Value, json};

/// The keys of a sequence: accuracy over the classes seen so far, the whole matrix, forgetting.
fn keys(sequence: &Sequence) -> [(&'static str, Value); 5] {
    let stages = sequence.stages();
    let order: Vec<u8> = stages.iter().map(|stage| stage.class).collect();
    let seen: Vec<f64> = stages
        .iter()
        .map(|stage| stage.accuracy_percent())
        .collect();
    [
        ("class_sequence", json!(order)),
        ("accuracy_seen_percent", json!(seen)),
        (
            "accuracy_matrix_percent",
            json!(sequence.accuracy_matrix_percent()),
        ),
        ("forgetting_percent", json!(sequence.forgetting_percent())),
        (
            "forgetting_mean_percent",
            json!(sequence.forgetting_mean_percent()),
        ),
    ]
}

/// Says how the classes were learned one after the other, if they were.
pub fn tell(sequence: &Sequence, outcome: &mut Outcome) {
    if sequence.stages().is_empty() {
        return;
    }
    for (key, value) in keys(sequence) {
        outcome.set(key, value);
    }
    let numbers: String = (0..NUM_CLASSES).map(|c| format!("{c:7}")).collect();
    outcome.line(format!("after class    seen {numbers}"));
    let cells = |row: &[Option<f64>]| -> String {
        let cell = |cell: &Option<f64>| match cell {
            Some(percent) => format!("{percent:7.2}"),
            None => format!("{:>7}", "-"),
        };
        row.iter().map(cell).collect()
    };
    let matrix = sequence.accuracy_matrix_percent();
    for (stage, row) in sequence.stages().iter().zip(&matrix) {
        let seen = stage.accuracy_percent();
        outcome.line(format!("{:11} {seen:7.2} {}", stage.class, cells(row)));
    }
    let mean = sequence.forgetting_mean_percent();
    outcome.line(format!(
        "forgotten   {} {}",
        cells(&[mean]),
        cells(&sequence.forgetting_percent())
    ));
}

/// Nearest class mean and streaming LDA, on raw pixels, in the order of the settings.
pub fn floors(
    settings: &Settings,
    dataset: &Dataset,
    console: &Console,
    outcome: &mut Outcome,
) -> Result<()> {
    let bar = progress::spinner(console, "floors");
    let order = (settings.train.order == Order::ByClass).then_some(settings.train.class_order);
    let found = floors::run(&dataset.train, &dataset.test, order)?;
    bar.finish_and_clear();
    let mut object = Map::new();
    for floor in found {
        let accuracy = floor.found.accuracy_percent();
        let mut of_floor = Map::new();
        of_floor.insert("test_accuracy_percent".into(), accuracy.into());
        if !floor.sequence.stages().is_empty() {
            let keys = keys(&floor.sequence).map(|(key, value)| (key.to_owned(), value));
            of_floor.extend(keys);
        }
        outcome.line(format!("floor {}: {accuracy:.2} %", floor.name));
        object.insert(floor.name.to_owned(), of_floor.into());
    }
    outcome.set("floors", object);
    Ok(())
}
