//! What the encoder makes of an image.

use super::Section;
use crate::Result;
use crate::data::{Dataset, PIXELS};
use crate::encoder::{Code, Encoder, Grid, normalise};
use crate::report::parts::Parts;
use crate::report::picture::{field, pixels};
use crate::spec::{NUM_CLASSES, Spec, spike_row, spike_step};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// Images that are shown.
const NUM_IMAGES: usize = 6;
/// Size of a picture.
const SIZE: u32 = 112;

/// Images on their way to events.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Encoded {
    /// Name of the code.
    pub code: String,
    /// Slant and width are taken out first.
    pub normaliser: bool,
    /// Input steps of an image.
    pub steps: usize,
    /// Rows of the array.
    pub rows: usize,
    /// The images.
    pub images: Vec<Image>,
}

/// An image.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Image {
    label: u8,
    pixels: Vec<u8>,
    normalised: Vec<u8>,
    /// Row and step of each event.
    events: Vec<[usize; 2]>,
}

impl Encoded {
    /// The first test image of each of some classes.
    ///
    /// # Errors
    /// As [`Encoder::fit`].
    pub fn of(spec: &Spec, encoder: Encoder, data: &Dataset) -> Result<Self> {
        let fitted = encoder.fit(spec.rows, spec.input_steps())?;
        let labels = data.test.labels();
        let first = |class: usize| labels.iter().position(|&label| usize::from(label) == class);
        let mut spikes = Vec::new();
        let images = (0..NUM_CLASSES)
            .filter_map(first)
            .take(NUM_IMAGES)
            .map(|index| {
                let image = data.test.image(index);
                fitted.encode(image, &mut spikes);
                let event = |&spike: &u16| [spike_row(spike), spike_step(spike)];
                let seen = if encoder.normaliser {
                    normalise(image)
                } else {
                    *image
                };
                Image {
                    label: labels[index],
                    pixels: image.to_vec(),
                    normalised: seen.to_vec(),
                    events: spikes.iter().map(event).collect(),
                }
            });
        Ok(Encoded {
            code: encoder.code.name().to_owned(),
            normaliser: encoder.normaliser,
            steps: spec.input_steps(),
            rows: spec.rows,
            images: images.collect(),
        })
    }
}

impl Section for Encoded {
    const PART: &'static str = "encoder";
    const ID: &'static str = "encoder";
    const TITLE: &'static str = "From image to events";
    const MISSING: [&'static str; 2] = [
        "No image was stored; `run` does it.",
        "spinloom run FLAGS --data DATA",
    ];

    fn show(&self, _: &Parts) -> Result<Option<Markup>> {
        let Some(code) = Code::from_name(&self.code) else {
            return Ok(None);
        };
        let grid = Grid::of(code, self.rows);
        let seen = |image: &Image| code != Code::Events && image.pixels.len() == PIXELS;
        Ok(Some(html! {
            p { (explained(code, &grid, self.steps)) }
            div class="tiles" {
                @for image in &self.images { div {
                    @let events = values(image, &grid, self.steps);
                    @let name = |what: &str| format!("{what} {}", image.label);
                    @if seen(image) {
                        figure { (pixels(&image.pixels, SIZE, &name("test image, a"))) }
                        @if self.normaliser {
                            figure { (pixels(&image.normalised, SIZE, &name("without slant, the"))) }
                        }
                    }
                    figure {
                        (field(&grid, &events, 1.0, SIZE, &name("events of the")))
                        figcaption {
                            "\u{201c}" (image.label) "\u{201d}, " (image.events.len()) " events"
                        }
                    }
                } }
            }
            p class="note" {
                @if self.code == "events" {
                    "Events of test utterances."
                } @else if self.normaliser {
                    "Top: test images. Middle: slant and width taken out. Bottom: events."
                } @else {
                    "Events below the test images."
                }
            }
        }))
    }
}

/// An event's strength: the earlier, the stronger.
fn values(image: &Image, grid: &Grid, steps: usize) -> Vec<f64> {
    let mut values: Vec<f64> = vec![0.0; grid.num_rows()];
    for &[row, step] in &image.events {
        if let Some(value) = values.get_mut(row) {
            *value = value.max(1.0 - step as f64 / steps.max(1) as f64);
        }
    }
    values
}

fn explained(code: Code, grid: &Grid, steps: usize) -> String {
    let Grid { side, directions } = grid;
    match code {
        Code::Edge16 | Code::Edge12 => format!(
            "Code {}: an event says that an edge of one of {directions} directions crosses one of \
             {side} x {side} windows. \
             A stroke is an event: it lies along the edge, on its brighter side.",
            code.name()
        ),
        Code::Raw => "Code raw: a pixel from 96 of 255 on is an event.".to_owned(),
        Code::Ttfs => format!(
            "Code ttfs: a pixel is a row; the brighter, the earlier of {steps} steps, and the \
             darker here."
        ),
        Code::Rate => format!(
            "Code rate: a pixel is a row, an event in each of {steps} steps with its brightness \
             as probability."
        ),
        Code::Events => {
            "Sounds: a row is a mel band in a stretch of time with a steep gradient.".to_owned()
        }
    }
}
