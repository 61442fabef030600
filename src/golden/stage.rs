//! Encoding ahead: presentations are warped and encoded in parallel, in blocks, while the block
//! before them is taught. The order is kept.

use rayon::prelude::*;

use super::plan::Item;
use crate::data::{Images, PIXELS};
use crate::encoder::{Fitted, Warp};

/// Presentations a block.
const BLOCK: usize = 512;
/// Presentations that are encoded together.
const GROUP: usize = 16;

/// One presentation, encoded.
#[derive(Clone, Debug, Default)]
pub struct Presentation {
    /// Spikes, ascending; see [`crate::spec::spike`].
    pub spikes: Vec<u16>,
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
    /// Encodes `items[k]` of epoch `epoch` into `block[k]`.
    pub fn encode(&self, epoch: u64, items: &[Item], block: &mut [Presentation]) {
        let first = epoch * self.images.len() as u64;
        block
            .par_chunks_mut(GROUP)
            .zip(items.par_chunks(GROUP))
            .with_min_len(4)
            .for_each_init(
                || (self.warp.clone(), [[0; PIXELS]; GROUP]),
                |(warp, images), (group, items)| {
                    // fetched together: images in random order are far apart in memory
                    for (image, item) in images.iter_mut().zip(items) {
                        *image = *self.images.image(item.index as usize);
                    }
                    for ((presentation, item), image) in group.iter_mut().zip(items).zip(images) {
                        presentation.label = self.images.labels()[item.index as usize];
                        if let Some(warp) = warp {
                            *image = warp.warp(image, first + u64::from(item.index));
                        }
                        let spikes = &mut presentation.spikes;
                        match usize::from(item.view) {
                            0 => self.encoder.encode(image, spikes),
                            view => self.encoder.encode_view(image, view, spikes),
                        }
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
    /// Hands each presentation of `items` to `teach`, in order, encoding ahead; stops where `teach`
    /// returns false.
    pub fn run(
        &mut self,
        source: &Source,
        epoch: u64,
        items: &[Item],
        mut teach: impl FnMut(&Presentation) -> bool + Send,
    ) -> bool {
        let mut coming = items.chunks(BLOCK);
        let Some(mut current) = coming.next() else {
            return true;
        };
        source.encode(epoch, current, &mut self.now);
        loop {
            let following = coming.next();
            let now = &self.now[..current.len()];
            let next = &mut self.next;
            let (_, goes_on) = rayon::join(
                || following.map(|items| source.encode(epoch, items, next)),
                || now.iter().all(&mut teach),
            );
            std::mem::swap(&mut self.now, &mut self.next);
            match following {
                Some(items) if goes_on => current = items,
                _ => return goes_on,
            }
        }
    }
}
