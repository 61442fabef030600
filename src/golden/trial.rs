//! What a network makes of each image.

use super::learner::Learner;
use super::observer::Silent;
use crate::Result;
use crate::data::Images;
use crate::encoder::Encoder;
use crate::spec::Counter;
use rayon::prelude::*;

/// Images that one task takes at a time.
const BLOCK: usize = 250;

/// An image judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trial {
    /// The class given to it.
    pub class: u8,
    /// Input events.
    pub events: u32,
    /// Spikes of hidden neurons, or of compartments.
    pub hidden_spikes: u32,
}

/// Judges images one by one, in order; changes nothing.
///
/// # Errors
/// [`crate::Error::Input`] where the array has fewer rows than the code.
pub fn trials(network: &impl Learner, images: &Images, encoder: Encoder) -> Result<Vec<Trial>> {
    let encoder = encoder.fit(network.spec().rows, network.spec().input_steps())?;
    let one = |(network, spikes): &mut (_, Vec<u16>), image| {
        encoder.encode(image, spikes);
        judge(network, spikes)
    };
    let start = || (network.clone(), Vec::new());
    let blocks = images.images().par_iter().with_min_len(BLOCK);
    Ok(blocks.map_init(start, one).collect())
}

fn judge(network: &mut impl Learner, spikes: &[u16]) -> Trial {
    let before = *network.counters();
    network.clear_sums();
    network.infer(spikes, &mut Silent);
    let work = network.counters().since(&before);
    Trial {
        class: network.decide(),
        events: work.get(Counter::Events),
        hidden_spikes: work.get(Counter::HiddenSpikes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::embedded;
    use crate::golden::eval::{Views, evaluate};
    use crate::golden::{Network, TrainOptions, TrainerOf};
    use crate::spec::Spec;

    #[test]
    fn sums_are_those_of_the_evaluation() {
        let mut data = embedded::load(1);
        data.train.truncate(100);
        let options = TrainOptions::default();
        let spec = Spec::new(784, 20, 20).unwrap();
        let mut trainer = TrainerOf::<Network>::new(&spec, options, &data.train).unwrap();
        trainer.run(&data.train, u64::MAX, |_| true).unwrap();
        let found = evaluate(&trainer.network, &data.test, options.encoder, Views::One).unwrap();
        let trials = trials(&trainer.network, &data.test, options.encoder).unwrap();
        let sum = |of: fn(&Trial) -> u32| trials.iter().map(|t| u64::from(of(t))).sum::<u64>();
        assert_eq!(sum(|t| t.events), found.events);
        assert_eq!(sum(|t| t.hidden_spikes), found.hidden_spikes);
        let pairs = trials.iter().zip(data.test.labels());
        let correct = pairs
            .filter(|(trial, label)| trial.class == **label)
            .count();
        assert_eq!(correct as u64, found.correct);
    }
}
