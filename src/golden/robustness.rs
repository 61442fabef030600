//! Accuracy against disturbances: the same runs with cells that differ, and with noise on the images.

use super::eval::{Views, evaluate};
use super::learner::Learner;
use super::train::{TrainOptions, TrainerOf};
use crate::Result;
use crate::data::noise::{Split, noisy};
use crate::data::{Dataset, Images};
use crate::spec::{Noise, Spec};

/// Trains undisturbed and judges by the test images, then by those with each of `noises`: percent
/// put in their class.
///
/// # Errors
/// As [`TrainerOf::new`] and [`evaluate`].
pub fn undisturbed<N: Learner>(
    spec: &Spec,
    options: &TrainOptions,
    clean: &Dataset,
    noises: &[Noise],
) -> Result<Vec<f64>> {
    let network = trained::<N>(spec, options, &clean.train)?;
    let noisy_tests = noises.iter().map(|&noise| {
        let test = noisy(&clean.test, noise, options.seed, Split::Test);
        judged(&network, options, &test)
    });
    std::iter::once(judged(&network, options, &clean.test))
        .chain(noisy_tests)
        .collect()
}

/// Trains with a disturbance that holds in training and test: percent put in their class.
///
/// # Errors
/// As [`TrainerOf::new`] and [`evaluate`].
pub fn disturbed<N: Learner>(spec: &Spec, options: &TrainOptions, clean: &Dataset) -> Result<f64> {
    if options.noise.is_none() {
        let network = trained::<N>(spec, options, &clean.train)?;
        return judged(&network, options, &clean.test);
    }
    let with = |images, split| noisy(images, options.noise, options.seed, split);
    let network = trained::<N>(spec, options, &with(&clean.train, Split::Train))?;
    judged(&network, options, &with(&clean.test, Split::Test))
}

fn trained<N: Learner>(spec: &Spec, options: &TrainOptions, images: &Images) -> Result<N> {
    let mut trainer = TrainerOf::<N>::new(spec, *options, images)?;
    trainer.run(images, u64::MAX, |_| true)?;
    Ok(trainer.network)
}

fn judged(network: &impl Learner, options: &TrainOptions, images: &Images) -> Result<f64> {
    let found = evaluate(network, images, options.encoder, Views::One)?;
    Ok(found.accuracy_percent())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::embedded;
    use crate::golden::Network;

    #[test]
    fn disturbances_cost() {
        let mut data = embedded::load(1);
        data.train.truncate(300);
        data.test.truncate(100);
        let noise = Noise::parse("salt=0.5").unwrap();
        let spec = Spec::new(784, 20, 20).unwrap();
        let options = TrainOptions::default();
        let found = undisturbed::<Network>(&spec, &options, &data, &[noise]).unwrap();
        assert_eq!(found.len(), 2);
        assert!(found[1] < found[0], "{found:?}");
        let learned = TrainOptions { noise, ..options };
        let learned = disturbed::<Network>(&spec, &learned, &data).unwrap();
        assert!(learned < found[0], "{learned} {found:?}");
        let none = disturbed::<Network>(&spec, &options, &data).unwrap();
        assert_eq!(none, found[0]);
    }
}
