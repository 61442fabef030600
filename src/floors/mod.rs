//! Floors: what simple, non-spiking learners make of the same protocol, on raw pixels, each image
//! seen once and none kept. Nearest class mean, and linear discriminants with one shared covariance
//! (streaming LDA). No part of any core; floats.

mod matrix;
mod moments;

use crate::Result;
use crate::data::{Image, Images};
use crate::golden::eval::Evaluation;
use crate::golden::sequence::Sequence;
use crate::spec::ClassOrder;
use moments::Moments;

/// What one learner came to.
#[derive(Clone, Debug)]
pub struct Floor {
    /// As in the JSON.
    pub name: &'static str,
    /// Judged by all test images at the end.
    pub found: Evaluation,
    /// After each class, where they come one after the other.
    pub sequence: Sequence,
}

/// Scores that are linear in the pixels, for the classes known.
#[derive(Clone, Debug, Default)]
struct Linear {
    /// Class, a weight a pixel, and what is added.
    classes: Vec<(u8, Vec<f64>, f64)>,
}

impl Linear {
    /// The class of the highest score, ties to the lowest; 0 where none is known.
    fn class(&self, image: &Image) -> u8 {
        let score = |weights: &[f64], bias: f64| {
            let products = weights.iter().zip(image);
            bias + products.map(|(w, &p)| w * f64::from(p)).sum::<f64>()
        };
        let mut best = (0, f64::NEG_INFINITY);
        for (class, weights, bias) in &self.classes {
            let score = score(weights, *bias);
            if score > best.1 {
                best = (*class, score);
            }
        }
        best.0
    }

    fn judge(&self, images: &Images) -> Evaluation {
        let mut found = Evaluation::default();
        for (image, &label) in images.images().iter().zip(images.labels()) {
            let class = self.class(image);
            found.images += 1;
            found.correct += u64::from(class == label);
            found.confusion[usize::from(label)][usize::from(class)] += 1;
        }
        found
    }
}

/// A learner: its name, and the scores that follow from the moments.
type Learner = (&'static str, fn(&Moments) -> Result<Linear>);

const LEARNERS: [Learner; 2] = [
    ("nearest_class_mean", |moments| Ok(moments.nearest_mean())),
    ("streaming_lda", Moments::discriminants),
];

/// Shows the training images once: class after class in the order given, or as they come.
///
/// # Errors
/// [`crate::Error::Design`] where the covariance cannot be inverted, which its shrinkage rules out.
pub fn run(train: &Images, test: &Images, order: Option<ClassOrder>) -> Result<Vec<Floor>> {
    let mut moments = Moments::default();
    let mut sequences = vec![Sequence::default(); LEARNERS.len()];
    let classes = order.map_or(Vec::new(), |order| order.classes().to_vec());
    for class in classes {
        let of_class = train.filtered(|label| label == class);
        if of_class.is_empty() {
            continue;
        }
        moments.add(&of_class);
        for (sequence, (_, learn)) in sequences.iter_mut().zip(LEARNERS) {
            let linear = learn(&moments)?;
            sequence.judge_by(class, test, |images| linear.judge(images));
        }
    }
    if order.is_none() {
        moments.add(train);
    }
    let floor = |((name, learn), sequence): (Learner, Sequence)| {
        Ok(Floor {
            name,
            found: learn(&moments)?.judge(test),
            sequence,
        })
    };
    LEARNERS.into_iter().zip(sequences).map(floor).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{PIXELS, embedded};
    use crate::spec::NUM_CLASSES;

    #[test]
    fn the_order_of_classes_changes_nothing_at_the_end() {
        let data = embedded::load(1);
        let joint = run(&data.train, &data.test, None).unwrap();
        let reversed: Vec<u8> = (0..NUM_CLASSES as u8).rev().collect();
        let order = ClassOrder::new(&reversed).unwrap();
        let by_class = run(&data.train, &data.test, Some(order)).unwrap();
        for (joint, by_class) in joint.iter().zip(&by_class) {
            assert_eq!(joint.found.confusion, by_class.found.confusion);
            assert!(joint.sequence.stages().is_empty());
            let stages = by_class.sequence.stages();
            assert_eq!((stages.len(), stages[0].class), (10, 9));
            assert_eq!(stages[0].correct, stages[0].images);
            assert!(joint.found.accuracy_percent() > 60.0, "{}", joint.name);
        }
    }

    #[test]
    fn nobody_known_is_class_0() {
        assert_eq!(Linear::default().class(&[9; PIXELS]), 0);
    }
}
