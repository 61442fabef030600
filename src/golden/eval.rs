//! Judging a network: accuracy, confusion, and the work that an image is.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::learner::Learner;
use super::observer::Silent;
use crate::Result;
use crate::data::{Images, NUM_VIEWS};
use crate::encoder::Encoder;
use crate::spec::{Counter, NUM_CLASSES};

/// Images that one task takes at a time.
const BLOCK: usize = 250;

/// How often an image is seen before the decision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Views {
    /// The centre.
    #[default]
    One,
    /// The centre and the four one-pixel shifts of the normalised image, or four variants of a sound,
    /// sums added.
    Five,
}

impl Views {
    /// How many.
    pub fn count(self) -> usize {
        match self {
            Views::One => 1,
            Views::Five => NUM_VIEWS,
        }
    }
}

/// A figure over several seeds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// Mean; 0 of nothing.
    pub mean: f64,
    /// The least.
    pub least: f64,
    /// The greatest.
    pub most: f64,
}

impl Spread {
    /// Over these values.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let (mut sum, mut count) = (0.0, 0);
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values {
            (sum, count) = (sum + value, count + 1);
            (least, most) = (least.min(value), most.max(value));
        }
        Spread {
            mean: sum / f64::from(count.max(1)),
            least,
            most,
        }
    }

    /// For people: mean, and from where to where, if that is not one value.
    pub fn shown(&self, digits: usize) -> String {
        let Spread { mean, least, most } = self;
        match least == most {
            true => format!("{mean:.digits$}"),
            false => format!("{mean:.digits$} ({least:.digits$} to {most:.digits$})"),
        }
    }
}

/// What an evaluation found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evaluation {
    /// Images judged.
    pub images: u64,
    /// Images put in their class.
    pub correct: u64,
    /// `[label][class]`.
    pub confusion: [[u32; NUM_CLASSES]; NUM_CLASSES],
    /// Input events, all views.
    pub events: u64,
    /// Spikes of hidden neurons, or of compartments.
    pub hidden_spikes: u64,
    /// Columns whose drive was positive, summed over the images (scheme "modulated").
    pub positive_drive: u64,
    /// The same, negative.
    pub negative_drive: u64,
    /// Hidden neurons, or compartments, that fired.
    pub firing_neurons: u64,
    /// Weights added: every column for each event and bias row, every class for each hidden neuron
    /// that fired.
    pub synaptic_operations: u64,
}

impl Evaluation {
    /// Percent of the images put in their class.
    pub fn accuracy_percent(&self) -> f64 {
        100.0 * self.correct as f64 / (self.images.max(1)) as f64
    }

    fn merge(mut self, other: Self) -> Self {
        self.images += other.images;
        self.correct += other.correct;
        self.events += other.events;
        self.hidden_spikes += other.hidden_spikes;
        self.positive_drive += other.positive_drive;
        self.negative_drive += other.negative_drive;
        self.firing_neurons += other.firing_neurons;
        self.synaptic_operations += other.synaptic_operations;
        let cells = self.confusion.iter_mut().flatten();
        for (sum, &count) in cells.zip(other.confusion.iter().flatten()) {
            *sum += count;
        }
        self
    }
}

/// Judges `network` by labelled images, on all cores; draws nothing, changes nothing.
///
/// # Errors
/// [`crate::Error::Input`] where the array has fewer rows than the code.
pub fn evaluate(
    network: &impl Learner,
    images: &Images,
    encoder: Encoder,
    views: Views,
) -> Result<Evaluation> {
    evaluate_watched(network, images, encoder, views, |_| ())
}

/// The same, watched: `judged` gets the number of images of each part that is done.
///
/// # Errors
/// As [`evaluate`].
pub fn evaluate_watched(
    network: &impl Learner,
    images: &Images,
    encoder: Encoder,
    views: Views,
    judged: impl Fn(u64) + Sync,
) -> Result<Evaluation> {
    let encoder = encoder.fit(network.spec().rows, network.spec().input_steps())?;
    let blocks = images.images().par_chunks(BLOCK);
    Ok(blocks
        .zip(images.labels().par_chunks(BLOCK))
        .map_init(
            || (network.clone(), Vec::new()),
            |(network, spikes), (images, labels)| {
                let mut found = Evaluation::default();
                let before = *network.counters();
                network.clear_sums();
                for (image, &label) in images.iter().zip(labels) {
                    for view in 0..views.count() {
                        encoder.encode_view(image, view, spikes);
                        network.infer(spikes, &mut Silent);
                        found.firing_neurons += network.num_firing();
                    }
                    let class = network.decide();
                    network.clear_sums();
                    found.correct += u64::from(class == label);
                    found.confusion[usize::from(label)][usize::from(class)] += 1;
                }
                let work = network.counters().since(&before);
                found.images = images.len() as u64;
                judged(found.images);
                found.events = u64::from(work.get(Counter::Events));
                found.hidden_spikes = u64::from(work.get(Counter::HiddenSpikes));
                found.positive_drive = u64::from(work.get(Counter::PositiveDrive));
                found.negative_drive = u64::from(work.get(Counter::NegativeDrive));
                let presented = u64::from(work.get(Counter::Images));
                found.synaptic_operations =
                    network.synaptic_operations(found.events, presented, found.firing_neurons);
                found
            },
        )
        .reduce(Evaluation::default, Evaluation::merge))
}
