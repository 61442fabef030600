//! Encoding ahead: presentations are warped and encoded in parallel, in blocks, while the block
//! before them is taught. The order is kept.

use rayon::prelude::*;

use crate::data::{Images, PIXELS};
use crate::encoder::{Fitted, Warp};

/// Presentations a block.
pub const BLOCK: usize = 512;
/// Presentations that are encoded together.
const GROUP: usize = 16;

/// One presentation, encoded.
#[derive(Clone, Debug, Default)]
pub struct Presentation {
    /// Active rows, ascending.
    pub rows: Vec<u16>,
    /// Class.
    pub label: u8,
}

/// How presentations come about.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The images.
    pub images: &'a Images,
    /// Normaliser and code.
    pub encoder: Fitted,
    /// Warp, if training images are warped.
    pub warp: Option<Warp>,
}

impl Source<'_> {
    /// Encodes image `indices[k]` of epoch `epoch` into `block[k]`.
    pub fn encode(&self, epoch: u64, indices: &[u32], block: &mut [Presentation]) {
        let first = epoch * self.images.len() as u64;
        block
            .par_chunks_mut(GROUP)
            .zip(indices.par_chunks(GROUP))
            .with_min_len(4)
            .for_each_init(
                || (self.warp.clone(), [[0; PIXELS]; GROUP]),
                |(warp, images), (group, indices)| {
                    // fetched together: images in random order are far apart in memory
                    for (image, &index) in images.iter_mut().zip(indices) {
                        *image = *self.images.image(index as usize);
                    }
                    for ((presentation, &index), image) in group.iter_mut().zip(indices).zip(images)
                    {
                        presentation.label = self.images.labels()[index as usize];
                        if let Some(warp) = warp {
                            *image = warp.warp(image, first + u64::from(index));
                        }
                        self.encoder.encode(image, &mut presentation.rows);
                    }
                },
            );
    }
}

/// Two blocks that change places.
#[derive(Debug)]
pub struct Blocks {
    now: Vec<Presentation>,
    next: Vec<Presentation>,
}

impl Default for Blocks {
    fn default() -> Self {
        Blocks {
            now: vec![Presentation::default(); BLOCK],
            next: vec![Presentation::default(); BLOCK],
        }
    }
}

impl Blocks {
    /// Hands each presentation of `indices` to `teach`, in order, encoding ahead; stops where `teach`
    /// returns false.
    pub fn run(
        &mut self,
        source: &Source,
        epoch: u64,
        indices: &[u32],
        mut teach: impl FnMut(&Presentation) -> bool + Send,
    ) -> bool {
        let mut coming = indices.chunks(BLOCK);
        let Some(mut current) = coming.next() else {
            return true;
        };
        source.encode(epoch, current, &mut self.now);
        loop {
            let following = coming.next();
            let now = &self.now[..current.len()];
            let next = &mut self.next;
            let (_, goes_on) = rayon::join(
                || following.map(|indices| source.encode(epoch, indices, next)),
                || now.iter().all(&mut teach),
            );
            std::mem::swap(&mut self.now, &mut self.next);
            match following {
                Some(indices) if goes_on => current = indices,
                _ => return goes_on,
            }
        }
    }
}
