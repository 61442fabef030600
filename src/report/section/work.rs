//! Events and spikes of the images.

use super::Section;
use crate::Result;
use crate::golden::trial::Trial;
use crate::report::chart::{Axis, Chart, number};
use crate::report::parts::Parts;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// Bars of a histogram, about.
const NUM_BARS: u32 = 30;

/// Work of the test images.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Work {
    /// Input events.
    pub events: Histogram,
    /// Spikes of hidden neurons, or of compartments.
    pub hidden_spikes: Histogram,
}

/// How often what was counted.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Histogram {
    /// Numbers in a bar.
    step: u32,
    /// The lowest number of the first bar.
    first: u32,
    /// Images by bar.
    images: Vec<u32>,
    mean: f64,
    least: u32,
    most: u32,
}

impl Histogram {
    fn of(counts: impl Iterator<Item = u32> + Clone) -> Self {
        let (least, most) = (
            counts.clone().min().unwrap_or(0),
            counts.clone().max().unwrap_or(0),
        );
        let step = ((most - least) / NUM_BARS).max(1);
        let mut images = vec![0; ((most - least) / step) as usize + 1];
        let (mut sum, mut number) = (0.0, 0.0);
        for count in counts {
            images[((count - least) / step) as usize] += 1;
            (sum, number) = (sum + f64::from(count), number + 1.0);
        }
        Histogram {
            step,
            first: least,
            images,
            mean: sum / f64::max(number, 1.0),
            least,
            most,
        }
    }

    /// Bars, where there is more than one.
    fn picture(&self, what: &str, thing: &str, class: &str) -> Option<Markup> {
        if self.images.len() < 2 {
            return None;
        }
        let most = self.images.iter().copied().max().unwrap_or(1);
        let edge = |bar: usize| f64::from(self.first) + f64::from(self.step) * bar as f64;
        let x = Axis::linear(what, edge(0), edge(self.images.len())).whole();
        let mut chart = Chart::new(
            340,
            200,
            x,
            Axis::linear(&format!("test {thing}s"), 0.0, f64::from(most)).whole(),
        );
        for (bar, &images) in self.images.iter().enumerate() {
            let title = format!(
                "{} to {}: {images} {thing}s",
                edge(bar),
                edge(bar + 1) - 1.0
            );
            chart.bar(
                class,
                [edge(bar), edge(bar + 1)],
                [0.0, images.into()],
                title,
            );
        }
        Some(chart.svg(&format!("Histogram of {what} by {thing}")))
    }

    fn row(&self, what: &str) -> Vec<String> {
        vec![
            what.to_owned(),
            number(self.mean, 1),
            self.least.to_string(),
            self.most.to_string(),
        ]
    }
}

impl Work {
    /// Of the decisions on all images.
    pub fn of(trials: &[Trial]) -> Self {
        Work {
            events: Histogram::of(trials.iter().map(|trial| trial.events)),
            hidden_spikes: Histogram::of(trials.iter().map(|trial| trial.hidden_spikes)),
        }
    }
}

impl Section for Work {
    const PART: &'static str = "work";
    const ID: &'static str = "work";
    const TITLE: &'static str = "Events and spikes";
    const MISSING: [&'static str; 2] = [
        "Nothing was counted; `run` does it.",
        "spinloom run FLAGS --data DATA",
    ];

    fn show(&self, parts: &Parts) -> Result<Option<Markup>> {
        let thing = super::thing(parts)?;
        let pictures = [
            self.events.picture("input events", thing, "c1"),
            self.hidden_spikes.picture("hidden spikes", thing, "c2"),
        ];
        let rows = [
            self.events.row("Input events"),
            self.hidden_spikes.row("Hidden spikes"),
        ];
        Ok(Some(html! {
            div class="plots" {
                @for picture in pictures.iter().flatten() { figure { (picture) } }
            }
            (super::table(&[&format!("A test {thing}"), "Mean", "Least", "Most"], &rows))
            p class="note" {
                "Updates of the weights, while it learns: see the "
                a href="#learning" { "learning curve" } "."
            }
        }))
    }
}
