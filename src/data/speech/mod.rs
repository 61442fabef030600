//! Spoken digits: recordings become events by an integer front end.

mod events;
mod fft;
mod mel;
mod vary;
mod word;

pub use events::{Events, Levels, SEGMENTS, events};
pub use fft::{FRAME, Power};
pub use mel::{BANDS, Mel, RATE};
pub use vary::Variant;
pub use word::Word;

/// Samples between the starts of two frames.
const HOP: usize = FRAME / 2;
/// Largest step of the vocal tract.
pub const MAX_TRACT: i32 = 10;
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
        let mel = |step: i32| Mel::new((TRACT_STEP * f64::from(step)).exp());
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
