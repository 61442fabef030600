//! Classes in sequence: accuracy on each class after each class, as a picture; what was forgotten.

use super::Found;
use maud::{Markup, html};
use serde_json::Value;

/// Side of a cell, and room for the labels, SVG units.
const CELL: usize = 44;
const LEFT: usize = 60;
const TOP: usize = 28;

/// The section; a sentence where the classes did not come one after the other.
pub fn section(found: &Found) -> Markup {
    let floors = found.get("floors").and_then(Value::as_object);
    html! {
        h2 { "Accuracy after each class" }
        @match picture(found) {
            Some(picture) => {
                (picture)
                p {
                    "A row is the state after the class at its left was taught, a column the test images of "
                    "one class, percent put in their class. The last row is what was forgotten: the best "
                    "row of a column minus the last."
                }
            }
            None => p class="missing" {
                "Not here: the classes did not come one after the other (" code { "--order by-class" } ")."
            }
        }
        @for (name, floor) in floors.into_iter().flatten() {
            @if let Some(floor) = floor.as_object() {
                h3 { "Floor: " (name.replace('_', " ")) }
                p { (super::word(&floor["test_accuracy_percent"])) " % of all test images" }
                @if let Some(picture) = picture(floor) { (picture) }
            }
        }
    }
}

fn numbers(value: &Value) -> Option<Vec<Option<f64>>> {
    let list = value.as_array()?;
    Some(list.iter().map(Value::as_f64).collect())
}

fn picture(found: &Found) -> Option<Markup> {
    let rows = found.get("accuracy_matrix_percent")?.as_array()?;
    let rows: Vec<Vec<Option<f64>>> = rows.iter().map(numbers).collect::<Option<_>>()?;
    let taught = numbers(found.get("class_sequence")?)?;
    let forgotten = numbers(found.get("forgetting_percent")?)?;
    let (width, height) = (LEFT + forgotten.len() * CELL, TOP + (rows.len() + 1) * CELL);
    let bottom = TOP + rows.len() * CELL;
    Some(html! {
        svg viewBox={ "0 0 " (width) " " (height) } role="img"
            aria-label="accuracy on each class after each class" {
            @for class in 0..forgotten.len() {
                text x=(LEFT + class * CELL + CELL / 2) y=(TOP - 10) class="middle" { (class) }
            }
            @for (stage, (row, class)) in rows.iter().zip(&taught).enumerate() {
                (label(TOP + stage * CELL, &format!("after {}", class.unwrap_or(f64::NAN))))
                @for (class, cell) in row.iter().enumerate() {
                    (cell_of(LEFT + class * CELL, TOP + stage * CELL, *cell, accuracy_colour))
                }
            }
            (label(bottom, "forgotten"))
            @for (class, cell) in forgotten.iter().enumerate() {
                (cell_of(LEFT + class * CELL, bottom, *cell, forgotten_colour))
            }
        }
    })
}

fn label(top: usize, text: &str) -> Markup {
    html! { text x="0" y=(top + CELL / 2 + 4) { (text) } }
}

/// A square with its number in it; nothing for a class unseen.
fn cell_of(left: usize, top: usize, percent: Option<f64>, colour: fn(f64) -> String) -> Markup {
    html! {
        @if let Some(percent) = percent {
            rect x=(left) y=(top) width=(CELL - 1) height=(CELL - 1) fill=(colour(percent)) {}
            text x=(left + CELL / 2) y=(top + CELL / 2 + 4) class="middle ink" {
                (format!("{percent:.1}"))
            }
        }
    }
}

/// From red at 90 % and below to green at 100 %.
fn accuracy_colour(percent: f64) -> String {
    let share = ((percent - 90.0) / 10.0).clamp(0.0, 1.0);
    format!("hsl({:.0} 55% 72%)", 130.0 * share)
}

/// From grey at 0 to red at 5 % and beyond.
fn forgotten_colour(percent: f64) -> String {
    let share = (percent / 5.0).clamp(0.0, 1.0);
    format!("hsl(0 {:.0}% 76%)", 70.0 * share)
}
