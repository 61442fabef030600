//! How learning goes: accuracy and work along a training run.

use super::eval::{Views, evaluate};
use super::learner::Learner;
use super::train::{TrainOptions, TrainerOf};
use crate::Result;
use crate::data::Dataset;
use crate::spec::{Counter, Spec};
use serde::{Deserialize, Serialize};

/// Places along a run where the network is judged, beside its start.
const NUM_POINTS: u64 = 16;

/// A place along a run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Presentations so far.
    pub presented: u64,
    /// Test images in their class, percent.
    pub test_accuracy_percent: f64,
    /// Since the place before, an image: spikes of hidden neurons.
    pub hidden_spikes: f64,
    /// Images taught, percent.
    pub taught_percent: f64,
    /// Cells pulsed: learning events.
    pub pulses: f64,
    /// Cells that switched: updates.
    pub switches: f64,
}

/// Trains anew, and judges by the test images on the way: more often at the beginning.
///
/// # Errors
/// As [`TrainerOf::new`] and [`evaluate`].
pub fn curve<N: Learner>(
    spec: &Spec,
    options: &TrainOptions,
    data: &Dataset,
) -> Result<Vec<Point>> {
    let mut trainer = TrainerOf::<N>::new(spec, *options, &data.train)?;
    let total = trainer.total();
    let mut points: Vec<Point> = Vec::new();
    for place in 0..=NUM_POINTS {
        let until = total * place * place / (NUM_POINTS * NUM_POINTS);
        if points.last().is_some_and(|last| last.presented == until) {
            continue;
        }
        let (before, first) = (*trainer.network.counters(), trainer.presented());
        let mut taught = 0;
        trainer.run_observed(&data.train, until, &mut super::Silent, |_, decision| {
            taught += u64::from(decision.taught);
            true
        })?;
        let work = trainer.network.counters().since(&before);
        let images = (until - first).max(1) as f64;
        let mean = |counters: &[Counter]| {
            let counts = counters.iter().map(|&c| f64::from(work.get(c)));
            counts.sum::<f64>() / images
        };
        let found = evaluate(&trainer.network, &data.test, options.encoder, Views::One)?;
        points.push(Point {
            presented: until,
            test_accuracy_percent: found.accuracy_percent(),
            hidden_spikes: mean(&[Counter::HiddenSpikes]),
            taught_percent: 100.0 * taught as f64 / images,
            pulses: mean(&[Counter::PulsesLtp, Counter::PulsesLtd]),
            switches: mean(&[Counter::Switches]),
        });
    }
    Ok(points)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::embedded;
    use crate::golden::Network;

    #[test]
    fn ends_where_the_training_ends() {
        let mut data = embedded::load(1);
        data.train.truncate(300);
        data.test.truncate(100);
        let spec = Spec::new(784, 20, 20).unwrap();
        let options = TrainOptions::default();
        let points = curve::<Network>(&spec, &options, &data).unwrap();
        let mut trainer = TrainerOf::<Network>::new(&spec, options, &data.train).unwrap();
        trainer.run(&data.train, u64::MAX, |_| true).unwrap();
        let found = evaluate(&trainer.network, &data.test, options.encoder, Views::One).unwrap();
        let last = points.last().unwrap();
        assert_eq!(last.presented, 300);
        assert_eq!(last.test_accuracy_percent, found.accuracy_percent());
        assert!(
            points
                .windows(2)
                .all(|pair| pair[0].presented < pair[1].presented)
        );
        let switches = points
            .windows(2)
            .map(|p| p[1].switches * (p[1].presented - p[0].presented) as f64);
        let counted = trainer.network.counters.get(Counter::Switches);
        assert_eq!(switches.sum::<f64>().round(), f64::from(counted));
        assert!(last.pulses >= last.switches && last.taught_percent <= 100.0);
    }
}
