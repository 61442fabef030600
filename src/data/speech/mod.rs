//! Spoken digits: recordings become events by an integer front end.
//!
//! Frames of 256 samples every 128, Hann window, 256-point transform and power (`fft`); the word
//! within the recording ([`Word`]); fourteen bands on the mel scale; fourteen stretches of time,
//! logarithms, and the steepest gradients along bands and time ([`events()`]): 236 of 784 rows of a word.
//! [`Variant`] changes what is learned beside the utterances themselves.

mod corpus;
mod encode;
mod events;
mod fft;
mod learned;
mod mel;
mod names;
mod noise;
mod recording;
mod sphere;
mod split;
mod vary;
mod wav;
mod word;

#[cfg(test)]
mod file_tests;
#[cfg(test)]
mod tests;

pub use corpus::{Recordings, Utterance, find, load};
pub use encode::Encoding;
pub use events::{CELLS, CHANNELS, Events, Levels, SEGMENTS, events};
pub use fft::{FRAME, Power};
pub use learned::Learned;
pub use mel::{BANDS, Mel, RATE};
pub use recording::{MAX_SECONDS, Recording, Sound, read};
pub use split::Sides;
pub use vary::Variant;
pub use word::Word;

/// Samples between the starts of two frames.
const HOP: usize = FRAME / 2;
/// Largest step of the vocal tract.
const MAX_TRACT: i16 = 10;
/// A step of the vocal tract.
const TRACT_STEP: f64 = 0.02;

/// Tables of the front end.
#[derive(Clone, Debug)]
pub struct FrontEnd {
    transform: fft::Transform,
    /// Triangles for each step of the vocal tract, -10 to 10.
    mels: Vec<Mel>,
}

impl Default for FrontEnd {
    fn default() -> Self {
        let mel = |step: i16| Mel::new(1.0 + TRACT_STEP * f64::from(step));
        FrontEnd {
            transform: fft::Transform::default(),
            mels: (-MAX_TRACT..=MAX_TRACT).map(mel).collect(),
        }
    }
}

impl FrontEnd {
    /// Power of every frame, in place of what `frames` held: `1 + (len - 256) / 128` frames, one of a
    /// shorter recording.
    pub fn spectrum(&self, samples: &[i16], frames: &mut Vec<Power>) {
        let num_frames = 1 + samples.len().saturating_sub(FRAME) / HOP;
        frames.resize(num_frames, [0; fft::BINS]);
        for (index, power) in frames.iter_mut().enumerate() {
            let rest = &samples[(index * HOP).min(samples.len())..];
            self.transform.power(&rest[..rest.len().min(FRAME)], power);
        }
    }

    /// Levels of a variant.
    pub fn levels(&self, frames: &[Power], word: Word, variant: &Variant) -> Levels {
        let step = variant.tract.clamp(-MAX_TRACT, MAX_TRACT) + MAX_TRACT;
        events::levels(frames, word, &self.mels[step as usize], variant)
    }
}
