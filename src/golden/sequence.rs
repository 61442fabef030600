//! Classes in sequence: what is known of the classes seen so far, after each of them.

use super::eval::{Evaluation, Views, evaluate};
use super::learner::Learner;
use crate::Result;
use crate::data::Images;
use crate::encoder::Encoder;
use crate::spec::NUM_CLASSES;

/// After one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The class taught last.
    pub class: u8,
    /// Test images of each class that were judged: none of a class unseen.
    pub images: [u32; NUM_CLASSES],
    /// Those of them put in their class.
    pub correct: [u32; NUM_CLASSES],
}

impl Stage {
    fn new(class: u8, found: &Evaluation) -> Self {
        Stage {
            class,
            images: found.confusion.map(|row| row.iter().sum()),
            correct: std::array::from_fn(|class| found.confusion[class][class]),
        }
    }

    /// Percent of all that were judged.
    pub fn accuracy_percent(&self) -> f64 {
        let sum = |counts: &[u32]| counts.iter().map(|&n| f64::from(n)).sum::<f64>();
        100.0 * sum(&self.correct) / sum(&self.images).max(1.0)
    }
}

/// The stages of a run, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sequence {
    stages: Vec<Stage>,
}

impl Sequence {
    /// A run goes on after these stages.
    pub fn after(stages: Vec<Stage>) -> Self {
        Sequence { stages }
    }

    /// A class was taught: judges by the test images of the classes seen so far.
    ///
    /// # Errors
    /// As [`evaluate`].
    pub fn judge(
        &mut self,
        class: u8,
        network: &impl Learner,
        test: &Images,
        encoder: Encoder,
    ) -> Result<()> {
        let known = self.with(class, test);
        let found = evaluate(network, &known, encoder, Views::One)?;
        self.stages.push(Stage::new(class, &found));
        Ok(())
    }

    /// The same, judged elsewhere: `judge` gets the test images of the classes seen so far.
    pub fn judge_by(
        &mut self,
        class: u8,
        test: &Images,
        judge: impl FnOnce(&Images) -> Evaluation,
    ) {
        let found = judge(&self.with(class, test));
        self.stages.push(Stage::new(class, &found));
    }

    /// The test images of the classes seen so far and of this one.
    fn with(&self, class: u8, test: &Images) -> Images {
        let seen: [bool; NUM_CLASSES] = std::array::from_fn(|label| {
            let mut taught = self.stages.iter().map(|stage| stage.class).chain([class]);
            taught.any(|class| usize::from(class) == label)
        });
        test.filtered(|label| seen[usize::from(label)])
    }

    /// The stages.
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// Accuracy after each stage (outer) on the test images of each class; none of a class unseen.
    pub fn accuracy_matrix_percent(&self) -> Vec<[Option<f64>; NUM_CLASSES]> {
        let of_stage = |stage: &Stage| {
            std::array::from_fn(|class| {
                let (correct, images) = (stage.correct[class], stage.images[class]);
                (images > 0).then(|| 100.0 * f64::from(correct) / f64::from(images))
            })
        };
        self.stages.iter().map(of_stage).collect()
    }

    /// Best accuracy of each class over the stages minus the last one.
    pub fn forgetting_percent(&self) -> [Option<f64>; NUM_CLASSES] {
        let matrix = self.accuracy_matrix_percent();
        std::array::from_fn(|class| {
            let of_class = matrix.iter().filter_map(|row| row[class]);
            let best = of_class.reduce(f64::max)?;
            matrix.last()?[class].map(|last| best - last)
        })
    }

    /// Mean forgetting of the classes.
    pub fn forgetting_mean_percent(&self) -> Option<f64> {
        let forgotten: Vec<f64> = self.forgetting_percent().into_iter().flatten().collect();
        (!forgotten.is_empty()).then(|| forgotten.iter().sum::<f64>() / forgotten.len() as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::PIXELS;

    #[test]
    fn forgetting_is_best_minus_last() {
        let test = Images::new(vec![0; 4 * PIXELS], vec![3, 3, 5, 5]).unwrap();
        let mut sequence = Sequence::default();
        let mut asked = Vec::new();
        // (class taught, decisions of label 3, decisions of label 5)
        for (class, [right, wrong]) in [(3, [2, 0]), (5, [1, 1])] {
            sequence.judge_by(class, &test, |images| {
                asked.push(images.len());
                let mut found = Evaluation::default();
                found.confusion[3][3] = right;
                found.confusion[3][5] = wrong;
                found.confusion[5][5] = if class == 5 { 2 } else { 0 };
                found
            });
        }
        assert_eq!(asked, [2, 4]);
        let matrix = sequence.accuracy_matrix_percent();
        assert_eq!((matrix[0][3], matrix[0][5]), (Some(100.0), None));
        assert_eq!((matrix[1][3], matrix[1][5]), (Some(50.0), Some(100.0)));
        let forgetting = sequence.forgetting_percent();
        assert_eq!(
            (forgetting[3], forgetting[5], forgetting[0]),
            (Some(50.0), Some(0.0), None)
        );
        assert_eq!(sequence.forgetting_mean_percent(), Some(25.0));
        assert_eq!(Sequence::default().forgetting_mean_percent(), None);
    }
}
