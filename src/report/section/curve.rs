//! How learning goes, seed by seed.

use super::Section;
use crate::Result;
use crate::golden::curve::Point;
use crate::golden::eval::Spread;
use crate::report::chart::{Axis, Chart, number};
use crate::report::parts::Parts;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// Seeds that are named in the picture.
const MOST_NAMED: usize = 6;

/// Room for names above the lines: the axis ends at so many times their greatest value.
const MARGIN: f64 = 6.0;

/// Accuracy along the training.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Curve {
    /// A run a seed.
    pub seeds: Vec<OfSeed>,
}

/// A run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OfSeed {
    /// Its seed.
    pub seed: u64,
    /// The places where it was judged.
    pub points: Vec<Point>,
}

impl Section for Curve {
    const PART: &'static str = "curve";
    const ID: &'static str = "learning";
    const TITLE: &'static str = "Learning curve";
    const MISSING: [&'static str; 2] = [
        "No curve was stored; `run` does it.",
        "spinloom run FLAGS --data DATA",
    ];

    fn show(&self, parts: &Parts) -> Result<Option<Markup>> {
        let thing = super::thing(parts)?;
        let last = |of: &OfSeed| of.points.last().map(|point| point.test_accuracy_percent);
        let Spread { mean, least, most } = Spread::of(self.seeds.iter().filter_map(last));
        let seeds: Vec<String> = self.seeds.iter().map(|of| of.seed.to_string()).collect();
        Ok(Some(html! {
            p {
                "At the end " strong { (number(mean, 2)) " %" }
                " of the test " (thing) "s are in their class"
                @if seeds.len() > 1 {
                    ": mean of seeds " (seeds.join(", ")) ", range " (number(least, 2)) " to "
                    (number(most, 2)) " %"
                }
                ". The test " (thing) "s choose nothing: they are only looked at."
            }
            div class="plots" {
                figure {
                    (self.accuracy(thing))
                    figcaption { "Accuracy on the test " (thing) "s, a line a seed" }
                }
                figure {
                    (self.updates(thing))
                    figcaption {
                        "What learning costs, seed " (seeds.first().map_or("", |s| s))
                        ": mean since the point before"
                    }
                }
            }
        }))
    }
}

impl Curve {
    fn points(&self) -> impl Iterator<Item = &Point> {
        self.seeds
            .iter()
            .flat_map(|of| &of.points)
            .filter(|point| point.presented > 0)
    }

    fn presented(&self, thing: &str) -> Axis {
        let first = self
            .points()
            .map(|point| point.presented)
            .min()
            .unwrap_or(1);
        let last = self
            .points()
            .map(|point| point.presented)
            .max()
            .unwrap_or(10);
        Axis::log(&format!("{thing}s presented"), first as f64, last as f64)
    }

    fn accuracy(&self, thing: &str) -> Markup {
        let low = self
            .points()
            .map(|point| point.test_accuracy_percent)
            .fold(100.0, f64::min);
        let floor = (low / 10.0).floor() * 10.0;
        let mut chart = Chart::new(
            340,
            240,
            self.presented(thing),
            Axis::linear("test accuracy, %", floor, 100.0),
        );
        let classes = ["c1", "c2", "c3", "c4"].iter().cycle();
        for (at, (of, class)) in self.seeds.iter().zip(classes).enumerate() {
            let points = of.points.iter().filter(|point| point.presented > 0);
            let places: Vec<_> = points
                .map(|p| ([p.presented as f64, p.test_accuracy_percent], p))
                .collect();
            // lines that lie on each other: each leaves gaps for those below it
            let dash = ["", " dash", " dotted"][at % 3];
            let class = &format!("{class}{dash}");
            chart.line(class, places.iter().map(|(place, _)| *place));
            let dots = places.iter().map(|(place, p)| {
                (
                    *place,
                    format!(
                        "seed {}, {} {thing}s: {:.2} %",
                        of.seed, p.presented, p.test_accuracy_percent
                    ),
                )
            });
            chart.dots(class, [3.4, 2.5, 1.6][at % 3], dots);
            if let (Some((place, _)), true) = (places.last(), self.seeds.len() <= MOST_NAMED) {
                let corner = [place[0], floor];
                let up = -8.0 - 15.0 * (self.seeds.len() - 1 - at) as f64;
                chart.word(
                    class,
                    corner,
                    [-4.0, up],
                    "end",
                    &format!("seed {}", of.seed),
                );
            }
        }
        chart.svg(&format!(
            "Accuracy on the test {thing}s against {thing}s presented"
        ))
    }

    fn updates(&self, thing: &str) -> Markup {
        let Some(of) = self.seeds.first() else {
            return html! {};
        };
        let points: Vec<_> = of
            .points
            .iter()
            .filter(|point| point.presented > 0)
            .collect();
        let value = |point: &Point, which: usize| {
            [point.pulses, point.switches, point.hidden_spikes][which]
        };
        let names = [
            "learning events (cells pulsed)",
            "updates (cells switched)",
            "hidden spikes",
        ];
        let positive = || {
            points
                .iter()
                .flat_map(|p| (0..3).map(|which| value(p, which)))
                .filter(|v| *v > 0.0)
        };
        let low = positive().fold(f64::INFINITY, f64::min).min(100.0);
        let high = positive().fold(1.0, f64::max);
        let mut chart = Chart::new(
            340,
            240,
            self.presented(thing),
            Axis::log(&format!("mean of an {thing}"), low, high * MARGIN),
        );
        for (which, (name, class)) in names.into_iter().zip(["c1", "c2", "c3"]).enumerate() {
            let places = points
                .iter()
                .map(|p| [p.presented as f64, value(p, which).max(low)]);
            chart.line(class, places);
            if let Some(last) = points.last() {
                let corner = [last.presented as f64, high * MARGIN];
                let down = 13.0 + 15.0 * which as f64;
                chart.word(class, corner, [-4.0, down], "end", name);
            }
        }
        chart.svg(&format!(
            "Learning events, updates and hidden spikes against {thing}s presented"
        ))
    }
}
