//! What the mask costs: hidden spikes of an image against accuracy, at several targets.

use super::eval::{Evaluation, Views, evaluate};
use super::network::Network;
use super::train::{TrainOptions, Trainer};
use crate::Result;
use crate::data::Images;
use crate::spec::Spec;
use serde::{Deserialize, Serialize};

/// Moments at which the code is noted, beside the start.
pub const MOMENTS: u64 = 20;

/// The mask at one moment of a training run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Presentations so far.
    pub presented: u64,
    /// Code of the mask.
    pub code: u8,
    /// Silent neurons.
    pub silent: usize,
}

/// A training run at one target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Seed.
    pub seed: u64,
    /// The network judged, after training.
    pub found: Evaluation,
    /// Silent neurons, of the columns.
    pub silent: usize,
    /// Junctions of the mask that switched in training.
    pub switches: u32,
    /// The code on the way.
    pub path: Vec<Moment>,
}

/// Trains with a mask of `target` (0: without one) and judges by `judged`.
///
/// # Errors
/// As [`Spec::with_mask`] and [`Trainer::new`].
pub fn run(
    spec: &Spec,
    target: u32,
    options: TrainOptions,
    train: &Images,
    judged: &Images,
) -> Result<Run> {
    let spec = match target {
        0 => spec.clone(),
        _ => spec.clone().with_mask(target)?,
    };
    let mut trainer = Trainer::new(&spec, options, train)?;
    let mut path = vec![moment(&trainer)];
    for part in 1..=MOMENTS {
        let until = trainer.total() * part / MOMENTS;
        trainer.run(train, until, |_| true)?;
        path.push(moment(&trainer));
    }
    let network = &trainer.network;
    Ok(Run {
        seed: options.seed,
        found: evaluate(network, judged, options.encoder, Views::One)?,
        silent: num_silent(network),
        switches: network.counters.get(crate::spec::Counter::MaskSwitches),
        path,
    })
}

fn moment(trainer: &Trainer) -> Moment {
    Moment {
        presented: trainer.presented(),
        code: trainer.network.learning.mask_code,
        silent: num_silent(&trainer.network),
    }
}

fn num_silent(network: &Network) -> usize {
    network.silent().iter().filter(|&&silent| silent).count()
}
