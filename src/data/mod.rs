//! Data sets of 28x28 byte images: MNIST from IDX files, and digits that the program draws itself.

mod digests;
pub mod embedded;
pub mod fetch;
pub mod idx;
pub mod mnist;
pub mod noise;
mod strokes;

pub use digests::{FileDigest, MNIST_FILES, MNIST_MIRRORS, hex_digest};

/// Width and height of an image.
pub const SIDE: usize = 28;
/// Bytes of an image.
pub const PIXELS: usize = SIDE * SIDE;
/// One image, row-major, 0 is background.
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

    /// The images whose label is wanted, in order.
    pub fn filtered(&self, wanted: impl Fn(u8) -> bool) -> Images {
        let mut kept = Images::default();
        for (image, &label) in self.images().iter().zip(&self.labels) {
            if wanted(label) {
                kept.pixels.extend(image);
                kept.labels.push(label);
            }
        }
        kept
    }

    /// The first images of each class, in order: `count` in all, shared as evenly as can be.
    pub fn balanced(&self, count: usize) -> Images {
        let num_classes = crate::spec::NUM_CLASSES;
        let mut left: Vec<usize> = (0..num_classes)
            .map(|class| count / num_classes + usize::from(class < count % num_classes))
            .collect();
        let mut kept = Images::default();
        for (image, &label) in self.images().iter().zip(&self.labels) {
            if let Some(left) = left.get_mut(usize::from(label)).filter(|left| **left > 0) {
                *left -= 1;
                kept.pixels.extend(image);
                kept.labels.push(label);
            }
        }
        kept
    }

    /// The first `count` images, and the rest.
    pub fn split(&self, count: usize) -> (Images, Images) {
        let count = count.min(self.len());
        let mut first = self.clone();
        first.truncate(count);
        let rest = Images {
            pixels: self.pixels[count * PIXELS..].to_vec(),
            labels: self.labels[count..].to_vec(),
        };
        (first, rest)
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
    /// `mnist` or `embedded`.
    pub name: &'static str,
    /// Images to learn from.
    pub train: Images,
    /// Images to be judged by.
    pub test: Images,
}
