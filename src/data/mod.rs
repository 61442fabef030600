//! Data sets: MNIST from IDX files, digits that the program draws itself, and spoken digits.

mod digests;
pub mod embedded;
pub mod fetch;
pub mod idx;
pub mod mnist;
pub mod noise;
pub mod speech;
mod strokes;

use crate::spec::NUM_CLASSES;

pub use digests::{FileDigest, MNIST_FILES, MNIST_MIRRORS};

/// Width and height of an image.
pub const SIDE: usize = 28;
/// Bytes of an image.
pub const PIXELS: usize = SIDE * SIDE;
/// Views of an image that can be summed for a decision: the centre and four more.
pub const NUM_VIEWS: usize = 5;
/// One image, row-major, 0 is background. A sound is one, too, with a row of the array in each byte:
/// bit v is set where the row is active in view v.
pub type Image = [u8; PIXELS];

/// Labelled images.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Images {
    /// `PIXELS` bytes an image.
    pixels: Vec<u8>,
    /// Class of each image, 0 to 9.
    labels: Vec<u8>,
}

impl Images {
    /// Pairs pixels with labels; `None` unless there are `PIXELS` bytes a label.
    pub fn new(pixels: Vec<u8>, labels: Vec<u8>) -> Option<Self> {
        (pixels.len() == labels.len() * PIXELS).then_some(Images { pixels, labels })
    }

    /// Number of images.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// No image at all.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// Image `index`.
    ///
    /// # Panics
    /// As a slice does, where there is no such image.
    pub fn image(&self, index: usize) -> &Image {
        &self.pixels.as_chunks().0[index]
    }

    /// All images in order.
    pub fn images(&self) -> &[Image] {
        self.pixels.as_chunks().0
    }

    /// All labels in order.
    pub fn labels(&self) -> &[u8] {
        &self.labels
    }

    /// The first `count` images, and the others.
    ///
    /// # Panics
    /// As a slice does, where there are fewer.
    pub fn split_at(mut self, count: usize) -> (Images, Images) {
        let others = Images {
            pixels: self.pixels.split_off(count * PIXELS),
            labels: self.labels.split_off(count),
        };
        (self, others)
    }

    /// The images whose label is wanted, in order.
    pub fn filtered(&self, mut wanted: impl FnMut(u8) -> bool) -> Images {
        let mut kept = Images::default();
        for (image, &label) in self.images().iter().zip(&self.labels) {
            if wanted(label) {
                kept.pixels.extend(image);
                kept.labels.push(label);
            }
        }
        kept
    }

    /// The first images of each class, in order: `count` in all (at most all there are), shared as
    /// evenly as the classes allow.
    pub fn balanced(&self, count: usize) -> Images {
        let mut there = [0; NUM_CLASSES];
        for &label in &self.labels {
            there[usize::from(label)] += 1;
        }
        let mut wanted = [0_usize; NUM_CLASSES];
        let mut left = count.min(self.len());
        for class in (0..NUM_CLASSES).cycle() {
            if left == 0 {
                break;
            }
            if wanted[class] < there[class] {
                wanted[class] += 1;
                left -= 1;
            }
        }
        self.filtered(|label| {
            let wanted = &mut wanted[usize::from(label)];
            let less = wanted.saturating_sub(1);
            std::mem::replace(wanted, less) > 0
        })
    }

    /// Keeps the first `count` images, all if there are fewer.
    pub fn truncate(&mut self, count: usize) {
        let count = count.min(self.len());
        self.pixels.truncate(count * PIXELS);
        self.labels.truncate(count);
    }
}

/// Training and test images under one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    /// `mnist`, `embedded`, or for sounds the corpus and the split, e.g. `fsdd/official`.
    pub name: String,
    /// Recordings that `train` holds; none of images.
    pub learned: speech::Learned,
    /// Images to learn from.
    pub train: Images,
    /// Images to be judged by.
    pub test: Images,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn balanced_takes_from_classes_that_have_more() {
        let images = Images::new(vec![0; 7 * PIXELS], vec![3, 5, 3, 3, 5, 3, 9]).unwrap();
        let labels = |count| images.balanced(count).labels().to_vec();
        assert_eq!(labels(3), [3, 5, 9]);
        assert_eq!(labels(5), [3, 5, 3, 5, 9]);
        assert_eq!(labels(6), [3, 5, 3, 3, 5, 9]);
        assert_eq!(
            (images.balanced(7), images.balanced(99)),
            (images.clone(), images.clone())
        );
    }
}
