//! Classes in sequence: accuracy on each class after each class, and what was forgotten.

use super::Section;
use crate::Result;
use crate::report::chart::number;
use crate::report::parts::Parts;
use maud::{Markup, html};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Size of a cell, and room for the labels, SVG units.
const CELL: [usize; 2] = [48, 30];
const LEFT: usize = 76;
const TOP: usize = 40;

/// As `train` prints it.
#[derive(Clone, Debug, Deserialize)]
pub struct Sequence {
    #[serde(flatten)]
    own: Option<Matrix>,
    #[serde(default)]
    floors: BTreeMap<String, Floor>,
}

/// Accuracy after each class.
#[derive(Clone, Debug, Deserialize)]
struct Matrix {
    class_sequence: Vec<u8>,
    accuracy_matrix_percent: Vec<Vec<Option<f64>>>,
    forgetting_percent: Vec<Option<f64>>,
    forgetting_mean_percent: Option<f64>,
}

/// A simpler classifier on the same protocol.
#[derive(Clone, Debug, Deserialize)]
struct Floor {
    test_accuracy_percent: f64,
    #[serde(flatten)]
    matrix: Option<Matrix>,
}

impl Section for Sequence {
    const PART: &'static str = "train";
    const ID: &'static str = "sequence";
    const TITLE: &'static str = "Accuracy after each class";
    const MISSING: [&'static str; 2] = [
        "The classes did not come one after the other, so nothing could be forgotten.",
        "spinloom run --preset SEQUENCE --data DATA",
    ];

    fn show(&self, parts: &Parts) -> Result<Option<Markup>> {
        let thing = super::thing(parts)?;
        let Some(own) = &self.own else {
            return Ok(None);
        };
        Ok(Some(html! {
            p {
                "Each class is taught once and never again. A row is the state after the class at "
                "its left, a column the test " (thing) "s of one class, percent put in their class. "
                "Forgotten is the best row of a column minus the last"
                @if let Some(mean) = own.forgetting_mean_percent {
                    "; mean of the classes " strong { (number(mean, 2)) " %" }
                }
                "."
            }
            div class="scroll" { (own.picture(thing)) }
            @for (name, floor) in &self.floors {
                h3 { "For comparison: " (name.replace('_', " ").replace("lda", "LDA")) ", "
                    (number(floor.test_accuracy_percent, 2)) " % of all test " (thing) "s" }
                @if let Some(matrix) = &floor.matrix { div class="scroll" { (matrix.picture(thing)) } }
            }
        }))
    }
}

impl Matrix {
    fn picture(&self, thing: &str) -> Markup {
        let [cell_width, cell_height] = CELL;
        let columns = self.forgetting_percent.len();
        let rows = self.accuracy_matrix_percent.len();
        let (width, bottom) = (LEFT + columns * cell_width, TOP + rows * cell_height + 6);
        let height = bottom + cell_height;
        let cells = self.accuracy_matrix_percent.iter().flatten().flatten();
        let low = cells.copied().fold(90.0, f64::min);
        let share = |percent: f64| (percent - low) / (100.0 - low).max(0.1);
        let forgotten = self
            .forgetting_percent
            .iter()
            .flatten()
            .copied()
            .fold(5.0, f64::max);
        let title = "Accuracy on each class after each class, percent";
        let stages = self.accuracy_matrix_percent.iter();
        let stages = stages.zip(&self.class_sequence).enumerate();
        let name = |y: usize, text: &str| {
            html! { text class="end" x=(LEFT - 8) y=(y + cell_height / 2 + 4) { (text) } }
        };
        let left = |class: usize| LEFT + class * cell_width;
        html! {
            svg width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) } role="img"
                aria-label=(title) {
                title { (title) }
                text class="label mid" x=(LEFT + columns * cell_width / 2) y="13" {
                    "test " (thing) "s of class"
                }
                @for class in 0..columns {
                    text class="mid" x=(left(class) + cell_width / 2) y=(TOP - 8) { (class) }
                }
                @for (stage, (row, class)) in stages {
                    @let y = TOP + stage * cell_height;
                    (name(y, &format!("after {class}")))
                    @for (class, cell) in row.iter().enumerate() {
                        @if let Some(percent) = cell {
                            (cell_of([left(class), y], *percent, share(*percent), "cell"))
                        }
                    }
                }
                (name(bottom, "forgotten"))
                @for (class, cell) in self.forgetting_percent.iter().enumerate() {
                    @if let Some(percent) = cell {
                        (cell_of([left(class), bottom], *percent, percent / forgotten, "cell bad"))
                    }
                }
            }
        }
    }
}

/// A cell with its number.
fn cell_of([x, y]: [usize; 2], percent: f64, share: f64, kind: &str) -> Markup {
    let [width, height] = CELL;
    let opacity = 0.06 + 0.84 * share.clamp(0.0, 1.0);
    html! {
        rect class=(kind) x=(x) y=(y) width=(width - 1) height=(height - 1)
            fill-opacity=(format!("{opacity:.2}")) {}
        text class=(if opacity > 0.55 { "mid on" } else { "mid" }) x=(x + width / 2)
            y=(y + height / 2 + 4) { (format!("{percent:.1}")) }
    }
}
