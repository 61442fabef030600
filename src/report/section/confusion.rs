//! Which class is taken for which, and the images of the worst cases.

use super::Section;
use crate::Result;
use crate::data::Images;
use crate::golden::trial::Trial;
use crate::report::chart::number;
use crate::report::parts::Parts;
use crate::report::picture::pixels;
use crate::spec::NUM_CLASSES;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// Pairs of classes whose images are shown.
const NUM_PAIRS: usize = 6;
/// Images of a pair.
const NUM_IMAGES: usize = 5;
/// Side of a cell, and room for the labels, SVG units.
const CELL: usize = 32;
const LEFT: usize = 46;
const TOP: usize = 40;

/// Decisions on the test images.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Confusion {
    /// `[label][class]`.
    pub confusion: Vec<Vec<u32>>,
    /// Images in the wrong class, those of the most frequent pairs.
    pub mistakes: Vec<Mistakes>,
}

/// A label taken for another class.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Mistakes {
    label: usize,
    class: usize,
    count: u32,
    /// Place among the test images, and pixels.
    images: Vec<(usize, Vec<u8>)>,
}

impl Confusion {
    /// Of the decisions on all images; the worst with their images where those are `pictures`.
    pub fn of(images: &Images, trials: &[Trial], pictures: bool) -> Self {
        let mut confusion = vec![vec![0; NUM_CLASSES]; NUM_CLASSES];
        let labels = images.labels().iter().map(|&label| usize::from(label));
        let decisions: Vec<[usize; 2]> = labels
            .zip(trials)
            .map(|(label, t)| [label, t.class.into()])
            .collect();
        for &[label, class] in &decisions {
            confusion[label][class] += 1;
        }
        let mut pairs: Vec<(u32, [usize; 2])> = Vec::new();
        for (label, row) in confusion.iter().enumerate() {
            let wrong = row
                .iter()
                .enumerate()
                .filter(|(class, count)| *class != label && **count > 0);
            pairs.extend(wrong.map(|(class, &count)| (count, [label, class])));
        }
        pairs.sort_by_key(|&(count, pair)| (std::cmp::Reverse(count), pair));
        let mistakes = pairs.into_iter().take(NUM_PAIRS).map(|(count, pair)| {
            let of_pair = decisions
                .iter()
                .enumerate()
                .filter(|(_, decision)| **decision == pair);
            let shown = of_pair
                .take(if pictures { NUM_IMAGES } else { 0 })
                .map(|(index, _)| (index, images.image(index).to_vec()));
            let [label, class] = pair;
            Mistakes {
                label,
                class,
                count,
                images: shown.collect(),
            }
        });
        Confusion {
            mistakes: mistakes.collect(),
            confusion,
        }
    }
}

impl Section for Confusion {
    const PART: &'static str = "confusion";
    const ID: &'static str = "confusion";
    const TITLE: &'static str = "Confusions";
    const MISSING: [&'static str; 2] = [
        "No decision was stored; `run` does it.",
        "spinloom run FLAGS --data DATA",
    ];

    fn show(&self, parts: &Parts) -> Result<Option<Markup>> {
        let thing = super::thing(parts)?;
        let wrong: u32 = (self.confusion.iter().enumerate())
            .flat_map(|(label, row)| {
                row.iter()
                    .enumerate()
                    .filter(move |(class, _)| *class != label)
            })
            .map(|(_, count)| count)
            .sum();
        let all: u32 = self.confusion.iter().flatten().sum();
        Ok(Some(html! {
            p {
                @if wrong == 0 {
                    "Every one of the " (number(all.into(), 0)) " test " (thing) "s is in its class: "
                    "there is no confusion to show."
                } @else {
                    (number(wrong.into(), 0)) " of " (number(all.into(), 0)) " test " (thing) "s "
                    @if wrong == 1 { "is" } @else { "are" } " in the wrong class."
                }
            }
            div class="plots" {
                div class="scroll" { (self.matrix()) }
                @if wrong > 0 { div {
                    h3 style="margin-top:0" { "The most frequent" }
                    @for pair in &self.mistakes { (pair.show()) }
                } }
            }
        }))
    }
}

impl Mistakes {
    fn show(&self) -> Markup {
        let Mistakes { label, class, .. } = self;
        let title = |index: &usize| format!("test image {index}: a {label} taken for {class}");
        html! {
            div class="tiles" {
                span style="width:8.5rem" {
                    (label) " taken for " (class) br;
                    span class="note" {
                        @if self.count == 1 { "once" } @else { (self.count) " times" }
                    }
                }
                @for (index, image) in &self.images { (pixels(image, 52, &title(index))) }
            }
        }
    }
}

impl Confusion {
    fn matrix(&self) -> Markup {
        let most = |right: bool| {
            let cells = self.confusion.iter().enumerate().flat_map(|(label, row)| {
                row.iter()
                    .enumerate()
                    .filter(move |(class, _)| (*class == label) == right)
            });
            cells.map(|(_, count)| *count).max().unwrap_or(1).max(1)
        };
        let most = [most(false), most(true)];
        let (width, height) = (LEFT + NUM_CLASSES * CELL, TOP + NUM_CLASSES * CELL);
        let title = "Confusion matrix: rows are labels, columns the class given";
        html! {
            svg width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) } role="img"
                aria-label=(title) {
                title { (title) }
                text class="label mid" x=(LEFT + NUM_CLASSES * CELL / 2) y="13" { "class given" }
                text class="label mid" transform={ "translate(13 " (TOP + NUM_CLASSES * CELL / 2)
                    ") rotate(-90)" } { "label" }
                @for (label, row) in self.confusion.iter().enumerate() {
                    text class="mid" x=(LEFT + label * CELL + CELL / 2) y=(TOP - 8) { (label) }
                    text class="end" x=(LEFT - 8) y=(TOP + label * CELL + CELL / 2 + 4) { (label) }
                    @for (class, &count) in row.iter().enumerate() {
                        (cell([label, class], count, most[usize::from(label == class)]))
                    }
                }
            }
        }
    }
}

/// The stronger, the more images; right ones blue, wrong ones orange.
fn cell([label, class]: [usize; 2], count: u32, most: u32) -> Markup {
    let (x, y) = (LEFT + class * CELL, TOP + label * CELL);
    let share = f64::from(count) / f64::from(most);
    let opacity = match (label == class, count) {
        (_, 0) => 0.05,
        (true, _) => 0.25 + 0.65 * share,
        (false, _) => 0.2 + 0.7 * share,
    };
    let kind = if label == class || count == 0 {
        "cell"
    } else {
        "cell bad"
    };
    html! {
        rect class=(kind) x=(x) y=(y) width=(CELL - 1) height=(CELL - 1)
            fill-opacity=(format!("{opacity:.2}")) {
            title { "label " (label) ", class " (class) ": " (count) }
        }
        @if count > 0 {
            text class=(if opacity > 0.55 { "mid on" } else { "mid" }) x=(x + CELL / 2)
                y=(y + CELL / 2 + 4) { (count) }
        }
    }
}
