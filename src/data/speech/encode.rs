//! Utterances become the images that networks see: a byte a row, a bit a view.

use rayon::prelude::*;
use std::path::Path;

use super::corpus::Utterance;
use super::events::{Events, events};
use super::vary::VIEWS;
use super::{FrontEnd, Power, Variant, Word, noise};
use crate::data::{Image, Images, PIXELS};
use crate::random::Stream;
use crate::{Error, Result};

/// Streams of the seed: variants, noise on them, and noise on what is judged.
const VARIANTS: u64 = 9;
const NOISE: u64 = 10;
const TEST_NOISE: u64 = 11;
/// Presentations apart, so that the noise of two recordings is not the same.
const NOISE_STRIDE: u64 = 1 << 12;
/// Noise on every other variant, dB below the utterance.
const SNR_DB: std::ops::RangeInclusive<u32> = 10..=35;

/// What utterances are taken through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Encoding {
    /// Variants behind each utterance, every other with noise.
    pub copies: u8,
    /// Seed of variants and noise.
    pub seed: u64,
    /// White noise on the utterances themselves, dB below them.
    pub snr_db: Option<u32>,
}

/// Working space of one thread.
#[derive(Clone, Debug, Default)]
struct Space {
    frames: Vec<Power>,
    noisy_frames: Vec<Power>,
    noisy: Vec<i16>,
}

impl FrontEnd {
    /// Every utterance with all views, and its variants, view 0 alone, behind it. The streams are
    /// placed by the utterance's number in `utterances`.
    pub fn images(&self, utterances: &[&Utterance], encoding: Encoding) -> Images {
        let per_utterance = 1 + usize::from(encoding.copies);
        let mut pixels = vec![0; utterances.len() * per_utterance * PIXELS];
        let (chunks, _) = pixels.as_chunks_mut::<PIXELS>();
        chunks
            .par_chunks_mut(per_utterance)
            .zip(utterances)
            .enumerate()
            .for_each_init(Space::default, |space, (index, (images, utterance))| {
                self.encode(&utterance.samples, index as u64, encoding, space, images);
            });
        let of = |u: &&Utterance| std::iter::repeat_n(u.digit, per_utterance);
        let labels = utterances.iter().flat_map(of).collect();
        Images { pixels, labels }
    }

    /// All views of a recording that may be a word.
    ///
    /// # Errors
    /// [`Error::File`] where it has no event.
    pub fn word(&self, path: &Path, samples: &[i16]) -> Result<Image> {
        let image = self.image(samples);
        if image.iter().all(|byte| byte & 1 == 0) {
            let fault = "holds nothing that could be a word: no band of it rises or falls";
            return Err(Error::file(path, fault));
        }
        Ok(image)
    }

    /// All views of a recording.
    pub fn image(&self, samples: &[i16]) -> Image {
        let mut image = [[0; PIXELS]];
        let mut space = Space::default();
        self.encode(samples, 0, Encoding::default(), &mut space, &mut image);
        image[0]
    }

    fn encode(
        &self,
        samples: &[i16],
        index: u64,
        encoding: Encoding,
        space: &mut Space,
        images: &mut [Image],
    ) {
        let Some((first, copies)) = images.split_first_mut() else {
            return;
        };
        let Space {
            frames,
            noisy_frames,
            noisy,
        } = space;
        match encoding.snr_db {
            None => self.spectrum(samples, frames),
            Some(snr_db) => {
                let mut stream = Stream::numbered(encoding.seed, TEST_NOISE);
                stream.seek(index * NOISE_STRIDE);
                noise::add(samples, snr_db, &mut stream, noisy);
                self.spectrum(noisy, frames);
            }
        }
        let word = Word::find(frames);
        for (view, variant) in VIEWS.iter().enumerate() {
            let found = events(&self.levels(frames, word, variant));
            mark(&found, view, first);
        }
        let mut variants = Stream::numbered(encoding.seed, VARIANTS);
        let mut noises = Stream::numbered(encoding.seed, NOISE);
        for (copy, image) in copies.iter_mut().enumerate() {
            let number = index * u64::from(encoding.copies) + copy as u64;
            variants.seek(number);
            let variant = Variant::draw(&mut variants);
            let (frames, word) = if copy % 2 == 0 {
                (&*frames, word)
            } else {
                noises.seek(number * NOISE_STRIDE);
                let snr_db = SNR_DB.start() + noises.below(1 + SNR_DB.end() - SNR_DB.start());
                noise::add(samples, snr_db, &mut noises, noisy);
                self.spectrum(noisy, noisy_frames);
                (&*noisy_frames, Word::find(noisy_frames))
            };
            mark(&events(&self.levels(frames, word, &variant)), 0, image);
        }
    }
}

/// Sets the bit of a view.
fn mark(events: &Events, view: usize, image: &mut Image) {
    for (byte, &fires) in image.iter_mut().zip(events) {
        *byte |= u8::from(fires) << view;
    }
}
