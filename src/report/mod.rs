//! One self-contained HTML page: no outside reference, readable without JavaScript, in light, in dark
//! and on paper. It is made of [`Parts`], objects as `--json` prints them, and decides nothing.
//!
//! A section is a struct that is read from a part: its file in [`section`] says what it shows, why it
//! may be missing, and which command gives it.

mod chart;
pub mod pareto;
pub mod parts;
mod picture;
pub mod section;
#[cfg(test)]
mod tests;

pub use parts::{Parts, plain};
pub use section::{Run, Stage, State, is_part};

use crate::Result;
use crate::data::embedded;
use chart::number;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::Deserialize;

const STYLE: &str = include_str!("style.css");

/// What accuracy on the embedded digits says.
pub const DRAWN: &str = "These digits are drawn by the program itself, and easy: they show that the system works, \
     not how accurate it is.";

/// The page of these parts.
///
/// # Errors
/// As [`Parts::get`].
pub fn page(parts: &Parts) -> Result<String> {
    let run = parts.get::<Run>("run")?.unwrap_or_default();
    let sections = section::all(parts)?;
    let title = run.title();
    let inside = html! {
        header {
            h1 { (title) }
            (figures(&run, parts)?)
            @if run.data == embedded::NAME { p class="note" { (DRAWN) } }
        }
        nav aria-label="Contents" { ol { @for section in &sections {
            li class=[(!section.present).then_some("absent")] { a href={ "#" (section.id) }
                { (section.title) } }
        } } }
        main {
            @for section in &sections { (section.markup) }
            footer { "Made by spinloom " (run.version) ", " code { "spinloom report" } "." }
        }
    };
    Ok(document(&title, &inside))
}

/// The page of a sweep alone; the command `again` makes it.
///
/// # Errors
/// As [`Parts::get`].
pub fn of_sweep(again: &str, parts: &Parts) -> Result<String> {
    let inside = html! { main { (command(again)) (section::grid(parts)?.markup) } };
    Ok(document("sweep", &inside))
}

/// A word as a shell reads it back.
pub fn shell_word(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_./:=,+@%".contains(c);
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

/// A command; a line ends between its words, not behind the dashes of a flag.
fn command(text: &str) -> Markup {
    html! {
        pre { @for (at, word) in text.split(' ').enumerate() {
            @if at > 0 { " " }
            @if word.contains('-') { span { (word) } } @else { (word) }
        } }
    }
}

fn document(title: &str, inside: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "spinloom: " (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { div class="page" { (inside) } }
        }
    };
    page.into_string()
}

/// Of `verify`, `synth` and `train`, what belongs at the top.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Top {
    differences: Option<f64>,
    cycles_mean: Option<f64>,
    forgetting_mean_percent: Option<f64>,
    energy_image_device_nj: Option<f64>,
    energy_image_cmos_nj: Option<f64>,
    lut_sites: Option<f64>,
    lut: Option<f64>,
    fmax_mhz: Option<f64>,
}

/// The key figures.
fn figures(run: &Run, parts: &Parts) -> Result<Markup> {
    let [train, verify, synth] = ["train", "verify", "synth"].map(|part| parts.get::<Top>(part));
    let (train, verify, synth) = (
        train?.unwrap_or_default(),
        verify?.unwrap_or_default(),
        synth?.unwrap_or_default(),
    );
    let energy = train.energy_image_device_nj.zip(train.energy_image_cmos_nj);
    let all = [
        ("Test accuracy", run.test_accuracy_percent, 2, "%"),
        (
            "Forgotten, mean of the classes",
            train.forgetting_mean_percent,
            2,
            "%",
        ),
        (
            "Golden model against RTL",
            verify.differences,
            0,
            "differences",
        ),
        (
            "First event to result, mean",
            verify.cycles_mean,
            1,
            "cycles",
        ),
        ("Logic", synth.lut_sites.or(synth.lut), 0, "LUT"),
        ("Clock, routed", synth.fmax_mhz, 1, "MHz"),
        (
            "Energy of an image, assumed constants",
            energy.map(|(device, cmos)| device + cmos),
            1,
            "nJ",
        ),
    ];
    Ok(html! {
        dl class="figures" { @for (name, value, digits, unit) in all { @if let Some(value) = value {
            div { dt { (name) } dd { (number(value, digits)) " " small { (unit) } } }
        } } }
    })
}
