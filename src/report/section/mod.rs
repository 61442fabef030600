//! The sections of the page: what each shows is a struct, read from a part.

mod check;
mod confusion;
mod curve;
mod cycles;
mod device;
mod encoder;
mod energy;
mod fields;
mod grid;
mod plasticity;
mod raster;
mod robustness;
mod run;
mod sequence;
mod synthesis;
mod work;

pub use confusion::Confusion;
pub use curve::{Curve, OfSeed};
pub use device::Curves;
pub use encoder::Encoded;
pub use fields::Fields;
pub use plasticity::Types;
pub use raster::Raster;
pub use run::{Run, Stage, State, is_part};
pub use work::Work;

use super::parts::Parts;
use super::{command, shell_word};
use crate::Result;
use maud::{Markup, html};
use serde::de::DeserializeOwned;

/// A section of the page.
pub(super) trait Section: DeserializeOwned {
    /// The part that it shows.
    const PART: &'static str;
    /// Anchor.
    const ID: &'static str;
    /// Heading.
    const TITLE: &'static str;
    /// Where there is nothing to show: why, and the command that gives it. `FLAGS`, `DATA`, `CHOICE`
    /// (`DATA` without the split), `ARRAY`, `SEQUENCE` and `FOLDER` are filled in.
    const MISSING: [&'static str; 2];

    /// What is below the heading; none where the part does not have it.
    fn show(&self, parts: &Parts) -> Result<Option<Markup>>;
}

/// A section on its way to the page.
pub struct Shown {
    /// Anchor.
    pub id: &'static str,
    /// Heading.
    pub title: &'static str,
    /// There is something to see.
    pub present: bool,
    /// All of it.
    pub markup: Markup,
}

/// All sections in order.
///
/// # Errors
/// As [`Parts::get`].
pub fn all(parts: &Parts) -> Result<Vec<Shown>> {
    Ok(vec![
        one::<Run>(parts)?,
        one::<Curves>(parts)?,
        one::<Types>(parts)?,
        one::<Encoded>(parts)?,
        one::<Curve>(parts)?,
        one::<Confusion>(parts)?,
        one::<sequence::Sequence>(parts)?,
        one::<Fields>(parts)?,
        one::<Raster>(parts)?,
        one::<Work>(parts)?,
        one::<check::Check>(parts)?,
        one::<cycles::Cycles>(parts)?,
        one::<synthesis::Synthesis>(parts)?,
        one::<energy::Energy>(parts)?,
        one::<robustness::Robustness>(parts)?,
        grid(parts)?,
    ])
}

/// A sweep over a grid of settings.
///
/// # Errors
/// As [`Parts::get`].
pub fn grid(parts: &Parts) -> Result<Shown> {
    one::<grid::Grid>(parts)
}

fn one<S: Section>(parts: &Parts) -> Result<Shown> {
    let part = parts.get::<S>(S::PART)?;
    let shown = part.map(|part| part.show(parts)).transpose()?.flatten();
    let present = shown.is_some();
    let inside = match shown {
        Some(shown) => shown,
        None => {
            let [why, command] = S::MISSING;
            let other = || parts.other(S::PART);
            let run = parts.get::<Run>(Run::PART)?.unwrap_or_default();
            let said = run
                .lacks(S::PART)
                .filter(|_| !parts.has(S::PART))
                .or_else(other);
            missing([said.as_deref().unwrap_or(why), command], parts)?
        }
    };
    Ok(Shown {
        id: S::ID,
        title: S::TITLE,
        present,
        markup: html! {
            section id=(S::ID) class=[(!present).then_some("missing")] {
                h2 { (S::TITLE) }
                (inside)
            }
        },
    })
}

/// Why there is nothing, and what gives it.
fn missing([why, remedy]: [&str; 2], parts: &Parts) -> Result<Markup> {
    let run = parts.get::<Run>(Run::PART)?.unwrap_or_default();
    let fill = |text: &str| {
        let text = text.replace("FLAGS", run.flags.trim());
        let sounds = run.code == "events";
        let choice = run.data_flag.split(" --split ").next().unwrap_or_default();
        text.replace("DATA", &run.data_flag)
            .replace("CHOICE", choice)
            .replace(
                "SEQUENCE",
                if sounds {
                    "fsdd-sequence"
                } else {
                    "mnist-sequence"
                },
            )
            .replace("ARRAY", &run.array)
            .replace("FOLDER", &shell_word(&parts.folder))
    };
    Ok(html! {
        p { (words(&fill(why))) }
        @if !remedy.is_empty() { (command(&fill(remedy))) }
    })
}

/// What the core is shown: an image, or an utterance.
fn thing(parts: &Parts) -> Result<&'static str> {
    let run = parts.get::<Run>(Run::PART)?.unwrap_or_default();
    Ok(match run.code == "events" {
        true => "utterance",
        false => "image",
    })
}

/// A sentence; what stands in backticks is code.
fn words(text: &str) -> Markup {
    html! {
        @for (at, part) in text.split('`').enumerate() {
            @if at % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

/// A bar in a table.
fn rod(class: &str, percent: f64) -> Markup {
    html! { span class=(class) style={ "width:" (format!("{percent:.1}")) "%" } {} }
}

/// Headings and rows of a table that scrolls inside itself; the first cell of a row is its heading,
/// those behind it are numbers.
fn table(headings: &[&str], rows: &[Vec<String>]) -> Markup {
    let number = |at: usize| (at > 0).then_some("number");
    html! {
        div class="scroll" {
            table {
                thead { tr { @for (at, heading) in headings.iter().enumerate() {
                    th scope="col" class=[number(at)] { (heading) }
                } } }
                tbody { @for row in rows { tr { @for (at, cell) in row.iter().enumerate() {
                    @if at == 0 { th scope="row" { (cell) } } @else { td class="number" { (cell) } }
                } } } }
            }
        }
    }
}
