//! Switching curves: points with intervals, and the fits.

use super::Section;
use crate::Result;
use crate::device::fit::{Fit, logistic};
use crate::device::plot::interval;
use crate::device::sweep::Series;
use crate::report::chart::{Axis, Chart, number};
use crate::report::parts::Parts;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// Samples of a curve.
const NUM_SAMPLES: u32 = 80;
/// Room beside the swept amplitudes, share of their range.
const MARGIN: f64 = 0.05;

/// The curves of a device.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Curves {
    /// Where the points come from.
    pub source: String,
    /// Left before right, AP to P before P to AP.
    pub curves: Vec<Switching>,
}

/// A curve.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Switching {
    /// Junction and transition.
    pub name: String,
    /// Direction of the current.
    pub excitation: String,
    /// Amplitude, share of the pulses that switched, 95 % interval.
    pub points: Vec<Swept>,
    /// Half of the pulses switch: value and 95 % interval.
    pub centre_volt: [f64; 3],
    /// Slope of the logit, likewise.
    pub slope_per_volt: [f64; 3],
}

/// A point of a sweep.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Swept {
    volt: f64,
    share: f64,
    interval: [f64; 2],
    pulses: u64,
}

impl Curves {
    /// Of fitted sweeps.
    pub fn of(source: String, fitted: &[(Series, Fit)]) -> Self {
        let curve = |(series, fit): &(Series, Fit)| {
            let point = |point: &crate::device::sweep::Point| Swept {
                volt: point.volt,
                share: point.share(),
                interval: interval(point),
                pulses: point.pulses,
            };
            let [centre_volt, slope_per_volt] =
                [fit.centre_volt, fit.slope_per_volt].map(|estimate| {
                    let [low, high] = estimate.interval();
                    [estimate.value, low, high]
                });
            Switching {
                name: series
                    .key
                    .name()
                    .replace('_', " ")
                    .replace("ap", "AP")
                    .replace(" p", " P"),
                excitation: series.excitation.name().to_owned(),
                points: series.points.iter().map(point).collect(),
                centre_volt,
                slope_per_volt,
            }
        };
        Curves {
            source,
            curves: fitted.iter().map(curve).collect(),
        }
    }
}

impl Section for Curves {
    const PART: &'static str = "device";
    const ID: &'static str = "device";
    const TITLE: &'static str = "Switching curves";
    const MISSING: [&'static str; 2] = [
        "No curve was stored; `run` does it.",
        "spinloom run FLAGS --data DATA",
    ];

    fn show(&self, _: &Parts) -> Result<Option<Markup>> {
        let row = |curve: &Switching| {
            let shown = |[value, low, high]: [f64; 3], digits| {
                format!(
                    "{} ({} to {})",
                    number(value, digits),
                    number(low, digits),
                    number(high, digits)
                )
            };
            let pulses: u64 = curve.points.iter().map(|point| point.pulses).sum();
            vec![
                curve.name.clone(),
                curve.excitation.clone(),
                shown(curve.centre_volt, 4),
                shown(curve.slope_per_volt, 1),
                number(pulses as f64, 0),
            ]
        };
        let rows: Vec<_> = self.curves.iter().map(row).collect();
        Ok(Some(html! {
            p {
                "How often a pulse switches a junction, by its amplitude. "
                (super::words(&self.source))
                " Bars are 95 % intervals (Wilson), lines are binomial maximum-likelihood fits."
            }
            div class="plots" {
                @for curve in &self.curves { figure {
                    (picture(curve))
                    figcaption { (curve.name) ", current along " (curve.excitation) }
                } }
            }
            (super::table(&HEADINGS, &rows))
        }))
    }
}

const HEADINGS: [&str; 5] = [
    "Curve",
    "Current",
    "Centre, V (95 %)",
    "Slope, 1/V (95 %)",
    "Pulses",
];

fn picture(curve: &Switching) -> Markup {
    let volts = || curve.points.iter().map(|point| point.volt);
    let low = volts().fold(f64::INFINITY, f64::min);
    let high = volts().fold(f64::NEG_INFINITY, f64::max);
    let room = MARGIN * (high - low);
    let (low, high) = (low - room, high + room);
    let x = Axis::linear("amplitude, V", low, high);
    let mut chart = Chart::new(340, 220, x, Axis::linear("switching probability", 0.0, 1.0));
    let [centre, slope] = [curve.centre_volt[0], curve.slope_per_volt[0]];
    let at = |i: u32| low + (high - low) * f64::from(i) / f64::from(NUM_SAMPLES);
    let fit = |volt: f64| [volt, logistic(slope * (volt - centre))];
    chart.line("c1", (0..=NUM_SAMPLES).map(|i| fit(at(i))));
    for point in &curve.points {
        chart.interval("c2 thin", point.volt, point.interval);
    }
    let dots = curve.points.iter().map(|point| {
        let title = format!(
            "{:.3} V: {:.2} of {} pulses",
            point.volt, point.share, point.pulses
        );
        ([point.volt, point.share], title)
    });
    chart.dots("c2", 2.6, dots);
    chart.svg(&format!(
        "Switching probability of {} against amplitude, with the fit",
        curve.name
    ))
}
