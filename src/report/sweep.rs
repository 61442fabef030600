//! A sweep over a grid: mean and range of each measure over the seeds, in numbers and as a line.

use super::{Found, STYLE, word};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;

/// Length of the line of a range, SVG units; its height.
const LONG: f64 = 200.0;
const HIGH: f64 = 16.0;

/// The page of what `sweep SPEC.toml` found; `command` makes it again.
pub fn page(command: &str, found: &Found) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "spinloom: sweep" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { "Sweep" }
                pre { (command) }
                (section(found))
            }
        }
    };
    page.into_string()
}

/// The tables, one a measure.
pub fn section(found: &Found) -> Markup {
    let list = |key: &str| {
        found
            .get(key)
            .and_then(Value::as_array)
            .map_or(&[][..], Vec::as_slice)
    };
    let (axes, points) = (list("axes"), list("points"));
    html! {
        p { (word(found.get("jobs").unwrap_or(&Value::Null))) " jobs; mean and range over the seeds." }
        @for measure in list("measures") {
            @let name = measure.as_str().unwrap_or_default();
            @let of = |point: &Value, key: &str| point["measures"][name][key].as_f64();
            @let least = points.iter().filter_map(|p| of(p, "least")).fold(f64::INFINITY, f64::min);
            @let most = points.iter().filter_map(|p| of(p, "most")).fold(f64::NEG_INFINITY, f64::max);
            h2 { (name) }
            table class="facts" {
                tr {
                    @for axis in axes { th { (word(axis)) } }
                    th { "mean" } th { "least" } th { "most" } th {}
                }
                @for point in points {
                    tr {
                        @for axis in axes {
                            td { (word(&point["point"][axis.as_str().unwrap_or_default()])) }
                        }
                        @for key in ["mean", "least", "most"] {
                            td { (word(&point["measures"][name][key])) }
                        }
                        td {
                            @if let (Some(low), Some(mean), Some(high)) =
                                (of(point, "least"), of(point, "mean"), of(point, "most"))
                            {
                                (range([low, mean, high], [least, most]))
                            }
                        }
                    }
                }
            }
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
