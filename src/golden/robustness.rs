//! Accuracy against disturbances: the same runs with cells that differ, and with noise on the images.

use super::eval::{Spread, Views, evaluate};
use super::learner::Learner;
use super::train::{TrainOptions, TrainerOf};
use crate::Result;
use crate::data::Dataset;
use crate::data::noise::{Split, noisy};
use crate::spec::{Noise, Spec, Variation};

/// What a row of the table disturbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Cells differ, in training and test.
    Variation(Variation),
    /// Test images have noise, the network has learned without.
    TestNoise(Noise),
    /// Training and test images have noise.
    Noise(Noise),
}

/// One row: accuracy by seed.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What is disturbed; none: nothing.
    pub level: Option<Level>,
    /// Percent of the test images, by seed.
    pub accuracy_percent: Vec<f64>,
}

impl Row {
    /// Over the seeds.
    pub fn spread(&self) -> Spread {
        Spread::of(self.accuracy_percent.iter().copied())
    }
}

/// Trains and judges at every level with every seed; the first row is undisturbed. `trained` is
/// called after each training.
///
/// # Errors
/// As [`TrainerOf::new`] and [`evaluate`].
pub fn sweep<N: Learner>(
    spec: &Spec,
    options: &TrainOptions,
    clean: &Dataset,
    levels: &[Level],
    seeds: u64,
    mut trained: impl FnMut(),
) -> Result<Vec<Row>> {
    let all = std::iter::once(None).chain(levels.iter().copied().map(Some));
    let mut rows: Vec<Row> = all
        .map(|level| Row {
            level,
            accuracy_percent: Vec::new(),
        })
        .collect();
    for seed in 1..=seeds {
        let options = TrainOptions { seed, ..*options };
        let mut train = |options: TrainOptions, images: &_| -> Result<N> {
            let mut trainer = TrainerOf::<N>::new(spec, options, images)?;
            trainer.run(images, u64::MAX, |_| true)?;
            trained();
            Ok(trainer.network)
        };
        let plain = train(options, &clean.train)?;
        for row in &mut rows {
            let judge = |network: &N, images: &_| -> Result<f64> {
                let found = evaluate(network, images, options.encoder, Views::One)?;
                Ok(found.accuracy_percent())
            };
            let accuracy = match row.level {
                None => judge(&plain, &clean.test)?,
                Some(Level::Variation(variation)) => {
                    let options = TrainOptions {
                        variation,
                        ..options
                    };
                    judge(&train(options, &clean.train)?, &clean.test)?
                }
                Some(Level::TestNoise(noise)) => {
                    judge(&plain, &noisy(&clean.test, noise, seed, Split::Test))?
                }
                Some(Level::Noise(noise)) => {
                    let images = noisy(&clean.train, noise, seed, Split::Train);
                    let network = train(TrainOptions { noise, ..options }, &images)?;
                    judge(&network, &noisy(&clean.test, noise, seed, Split::Test))?
                }
            };
            row.accuracy_percent.push(accuracy);
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::embedded;
    use crate::golden::Network;

    #[test]
    fn every_level_has_its_row() {
        let mut data = embedded::load(1);
        data.train.truncate(300);
        data.test.truncate(100);
        let variation = Variation::parse("centre=1").unwrap();
        let noise = Noise::parse("salt=0.5").unwrap();
        let levels = [
            Level::Variation(variation),
            Level::TestNoise(noise),
            Level::Noise(noise),
        ];
        let spec = Spec::new(784, 20, 20).unwrap();
        let mut count = 0;
        let options = TrainOptions::default();
        let rows = sweep::<Network>(&spec, &options, &data, &levels, 2, || count += 1).unwrap();
        assert_eq!((rows.len(), count), (4, 6));
        assert_eq!(rows[0].level, None);
        assert!(rows.iter().all(|row| row.accuracy_percent.len() == 2));
        let [plain, noisy] = [0, 2].map(|row: usize| rows[row].spread());
        assert!(noisy.mean < plain.mean);
        assert!(plain.least <= plain.mean && plain.mean <= plain.most);
    }
}
