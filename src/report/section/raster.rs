//! Who fires when in one image.

use super::{Run, Section};
use crate::Result;
use crate::report::chart::{Axis, Chart, number};
use crate::report::parts::Parts;
use crate::report::picture::pixels;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Spikes of an image in the golden model.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Raster {
    /// Its number among the images that golden model and RTL see.
    pub image: u32,
    /// The image as it is, where there is one.
    pub pixels: Option<Vec<u8>>,
    /// Its label.
    pub label: u8,
    /// The class given.
    pub class: u8,
    /// Hidden neurons.
    pub columns: usize,
    /// Integration steps.
    pub steps: usize,
    /// Input events: input step and row.
    pub events: Vec<[usize; 2]>,
    /// Integration step and column.
    pub spikes: Vec<[usize; 2]>,
    /// By the cycle model: cycles since the first event, and column; none where it has no such cycle.
    pub cycles: Option<Vec<[u64; 2]>>,
}

/// What the RTL did, as `wave` prints it.
#[derive(Clone, Debug, Deserialize)]
struct Wave {
    images: BTreeMap<u32, Seen>,
}

#[derive(Clone, Debug, Deserialize)]
struct Seen {
    first: u64,
    result: Option<Told>,
    fired: Vec<Fired>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
struct Told {
    at: u64,
}

#[derive(Clone, Copy, Debug, Deserialize)]
struct Fired {
    at: u64,
    column: Option<usize>,
    #[serde(default)]
    spikes: u64,
    step: Option<usize>,
}

/// How golden and RTL agree.
struct Both {
    /// Step and column, cycle and column.
    rtl: [Vec<[usize; 2]>; 2],
    /// Spikes of each column, of a core that counts them and has no times.
    counts: Option<BTreeMap<usize, u64>>,
    /// First event to result, cycles.
    latency: Option<u64>,
}

impl Section for Raster {
    const PART: &'static str = "raster";
    const ID: &'static str = "raster";
    const TITLE: &'static str = "One image, spike by spike";
    const MISSING: [&'static str; 2] = [
        "No spike times were stored: scheme \u{201c}prototype\u{201d} has none, its neurons \
         answer once, when the image is complete.",
        "spinloom run --data DATA",
    ];

    fn show(&self, parts: &Parts) -> Result<Option<Markup>> {
        let thing = super::thing(parts)?;
        let wave = parts.get::<Wave>("wave")?;
        let seen = wave.as_ref().and_then(|wave| wave.images.get(&self.image));
        let both = seen.map(|seen| self.beside(seen));
        let run = parts.get::<Run>(Run::PART)?.unwrap_or_default();
        let around = match run.command.contains(" --around ") || !run.command.contains(" run") {
            true => String::new(),
            false => format!("{} --around {}", run.command, self.image),
        };
        Ok(Some(html! {
            p {
                "Number " (self.image) " of the cross-check\u{2019}s " (thing) "s, a " (self.label) ", class given "
                (self.class) ": " (number(self.events.len() as f64, 0)) " events, "
                (number(self.spikes.len() as f64, 0)) " spikes of hidden neurons. "
                @if let Some(both) = &both { (self.verdict(both)) }
            }
            div class="plots" {
                @if let Some(image) = &self.pixels {
                    figure {
                        (pixels(image, 112, &format!("a {}", self.label)))
                        figcaption { "The image" }
                    }
                }
                figure { (self.in_steps(both.as_ref())) figcaption { "Integration steps" } }
                @if let Some(cycles) = &self.cycles {
                    figure { (self.in_cycles(cycles, both.as_ref())) figcaption { "Clock cycles" } }
                }
            }
            @match &both {
                None => {
                    p class="note" {
                        "Squares are the golden model. The signals of the RTL are drawn over it where "
                        "they are asked for: Icarus Verilog (" code { "make setup" } ") then "
                        "simulates the images around, half a minute for a core of 784x100"
                        @if around.is_empty() { "." } @else { ":" }
                    }
                    @if !around.is_empty() { (crate::report::command(&around)) }
                }
                Some(Both { counts: Some(_), .. }) => p class="note" {
                    "Squares are the golden model. The RTL of a core that only infers counts spikes "
                    "and gives them no time, so there is nothing of it to be drawn."
                },
                Some(_) => p class="note" {
                    span class="c1" { "Squares" } " are the golden model, "
                    span class="c2" { "rings" } " the RTL."
                },
            }
        }))
    }
}

impl Raster {
    fn beside(&self, seen: &Seen) -> Both {
        let column = |fired: &Fired| fired.column;
        let in_steps = seen
            .fired
            .iter()
            .filter_map(|f| Some([f.step?, column(f)?]));
        let timed = seen.fired.iter().filter(|f| f.step.is_some());
        let in_cycles =
            timed.filter_map(|f| Some([f.at.saturating_sub(seen.first) as usize, column(f)?]));
        let counts = seen.fired.iter().filter(|f| f.step.is_none());
        let counts: BTreeMap<_, _> = counts
            .filter_map(|f| Some((column(f)?, f.spikes)))
            .collect();
        Both {
            rtl: [in_steps.collect(), in_cycles.collect()],
            counts: (!counts.is_empty()).then_some(counts),
            latency: (seen.result).map(|told| told.at.saturating_sub(seen.first)),
        }
    }

    fn verdict(&self, both: &Both) -> Markup {
        let sorted = |mut spikes: Vec<[usize; 2]>| {
            spikes.sort_unstable();
            spikes
        };
        let equal = sorted(self.spikes.clone()) == sorted(both.rtl[0].clone());
        let cycles = self.cycles.as_ref().map(|cycles| {
            let golden = cycles
                .iter()
                .map(|&[cycle, column]| [cycle as usize, column as usize]);
            sorted(golden.collect()) == sorted(both.rtl[1].clone())
        });
        let counted = both.counts.as_ref().map(|rtl| {
            let mut golden = BTreeMap::new();
            let spikes = self.spikes.iter();
            spikes.for_each(|&[_, column]| *golden.entry(column).or_default() += 1);
            (*rtl == golden, rtl.values().sum::<u64>())
        });
        html! {
            @if let Some((same, sum)) = counted {
                @if same { "The RTL counts the same " (sum) " spikes, neuron by neuron" }
                @else {
                    strong class="failed" { "The RTL counts " (sum) " spikes, not all of these neurons" }
                }
            }
            @else if equal { "The RTL fires the same " (both.rtl[0].len()) " spikes in the same steps" }
            @else {
                strong class="failed" {
                    "The RTL fires " (both.rtl[0].len()) " spikes, not all in these steps"
                }
            }
            @match cycles {
                Some(true) => ", and in the very cycles of the cycle model.",
                Some(false) => {
                    ". " strong class="failed" { "Its cycles are not those of the cycle model." }
                }
                None => ".",
            }
            @if let Some(latency) = both.latency {
                " The result comes " (latency) " cycles after the first event."
            }
        }
    }

    fn in_steps(&self, both: Option<&Both>) -> Markup {
        let named = (0..self.steps)
            .map(|step| (step as f64, (step + 1).to_string()))
            .collect();
        let x = Axis::linear("integration step", -0.5, self.steps as f64 - 0.5).named(named);
        let mut chart = self.chart(x);
        chart.cloud(
            "c1",
            1.7,
            self.spikes
                .iter()
                .map(|&[step, column]| [step as f64, column as f64]),
        );
        self.over(&mut chart, both.map(|both| &both.rtl[0]));
        chart.svg("Spikes of the hidden neurons by integration step")
    }

    fn in_cycles(&self, cycles: &[[u64; 2]], both: Option<&Both>) -> Markup {
        let last = cycles.iter().map(|spike| spike[0]).max().unwrap_or(1);
        let first = cycles.iter().map(|spike| spike[0]).min().unwrap_or(0);
        let x = Axis::linear(
            "cycles since the first event",
            first as f64 - 2.0,
            last as f64 + 2.0,
        );
        let mut chart = self.chart(x);
        chart.cloud(
            "c1",
            1.7,
            cycles
                .iter()
                .map(|&[cycle, column]| [cycle as f64, column as f64]),
        );
        self.over(&mut chart, both.map(|both| &both.rtl[1]));
        chart.svg("Spikes of the hidden neurons by clock cycle")
    }

    fn chart(&self, x: Axis) -> Chart {
        Chart::new(
            340,
            320,
            x,
            Axis::linear("hidden neuron", -1.0, self.columns as f64),
        )
    }

    /// Rings of the RTL around the squares of the golden model.
    fn over(&self, chart: &mut Chart, rtl: Option<&Vec<[usize; 2]>>) {
        if let Some(rtl) = rtl {
            let rings = rtl
                .iter()
                .map(|&[at, column]| ([at as f64, column as f64], String::new()));
            chart.dots("c2 ring", 2.9, rings);
        }
    }
}
