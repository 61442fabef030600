//! A file becomes samples of 16 bits at 8 kHz, whatever it was.

use std::io::Read as _;
use std::path::Path;

use rubato::audioadapter_buffers::direct::InterleavedSlice;
use rubato::{Async, FixedAsync, Resampler, SincInterpolationParameters};

use sha2::{Digest, Sha256};

use super::mel::RATE;
use super::{sphere, wav};
use crate::{Error, Result};

/// No recording of a digit is longer.
pub const MAX_SECONDS: u32 = 30;
/// No file is longer: 30 s of eight channels, 32 bits, 48 kHz.
const MAX_BYTES: u64 = 48_000 * 4 * 8 * MAX_SECONDS as u64;
/// Rates that are read, Hz.
const RATES: std::ops::RangeInclusive<u32> = 2000..=384_000;
/// Samples that are resampled in one go.
const CHUNK: usize = 1024;
/// How a file compressed by `shorten` begins.
const SHORTEN: &[u8] = b"ajkg";
/// A sample of 16 bits, full scale.
const FULL_SCALE: f64 = 32768.0;

/// One channel of sound at its own rate, within -1 and 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Sound {
    /// Samples a second.
    pub rate: u32,
    /// The samples.
    pub samples: Vec<f64>,
}

impl Sound {
    /// Most samples of a channel at this rate.
    ///
    /// # Errors
    /// A sentence where there is no such rate.
    pub(super) fn limit(rate: u32) -> std::result::Result<usize, String> {
        if RATES.contains(&rate) {
            return Ok((rate * MAX_SECONDS) as usize);
        }
        Err(format!(
            "has {rate} samples a second: {} to {} are read",
            RATES.start(),
            RATES.end()
        ))
    }

    /// Sound of a WAV or SPHERE file.
    ///
    /// # Errors
    /// A sentence about what is wrong with the file.
    pub fn parse(content: &[u8]) -> std::result::Result<Self, String> {
        let sound = if content.starts_with(wav::MAGIC) {
            wav::read(content)?
        } else if content.starts_with(sphere::MAGIC) {
            sphere::read(content)?
        } else if content.is_empty() {
            return Err("is empty".into());
        } else if content.starts_with(SHORTEN) {
            return Err(
                "is compressed by shorten: convert it, e.g. `ffmpeg -f shn -i IN OUT.wav`".into(),
            );
        } else {
            return Err(
                "is neither WAV nor NIST SPHERE: convert it, e.g. `ffmpeg -i IN -ac 1 OUT.wav`"
                    .into(),
            );
        };
        if sound.samples.is_empty() {
            return Err("holds no sample".into());
        }
        match sound.samples.iter().position(|sample| !sample.is_finite()) {
            Some(at) => Err(format!("sample {at} is no number")),
            None => Ok(sound),
        }
    }

    /// At 8 kHz; sound of that rate as it is.
    ///
    /// # Errors
    /// What the resampler says.
    pub fn to_samples(&self) -> std::result::Result<Vec<i16>, String> {
        if self.rate == RATE {
            return Ok(quantised(&self.samples).collect());
        }
        self.resampled()
            .map(|samples| quantised(&samples).collect())
            .map_err(|fault| format!("cannot be brought to {RATE} Hz: {fault}"))
    }

    /// First eight bytes of the SHA-256 over rate and samples (16 bits, before the rate is changed, so
    /// that it is the same on every machine).
    pub fn digest(&self) -> u64 {
        let samples = quantised(&self.samples).flat_map(i16::to_le_bytes);
        let bytes: Vec<u8> = self.rate.to_le_bytes().into_iter().chain(samples).collect();
        let first = Sha256::digest(bytes).first_chunk().copied();
        u64::from_le_bytes(first.unwrap_or_default())
    }

    fn resampled(&self) -> std::result::Result<Vec<f64>, Box<dyn std::error::Error>> {
        let ratio = f64::from(RATE) / f64::from(self.rate);
        let parameters = SincInterpolationParameters::default();
        let fixed = FixedAsync::Input;
        let mut resampler = Async::<f64>::new_sinc(ratio, 1.0, &parameters, CHUNK, 1, fixed)?;
        let length = self.samples.len();
        let input = InterleavedSlice::new(&self.samples, 1, length)?;
        Ok(resampler.process_all(&input, length, None)?.take_data())
    }
}

/// To 16 bits.
fn quantised(samples: &[f64]) -> impl Iterator<Item = i16> {
    samples.iter().map(|sample| {
        let scaled = (sample * FULL_SCALE).round();
        scaled.clamp(-FULL_SCALE, FULL_SCALE - 1.0) as i16
    })
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording {
    /// 8 kHz.
    pub samples: Vec<i16>,
    /// [`Sound::digest`].
    pub digest: u64,
}

/// Reads a file: 16-bit samples at 8 kHz, at least one, not all alike.
///
/// # Errors
/// [`Error::Io`], or [`Error::File`] with a sentence.
pub fn read(path: &Path) -> Result<Recording> {
    let file = std::fs::File::open(path).map_err(Error::io(path))?;
    let mut content = Vec::new();
    let mut limited = file.take(MAX_BYTES + 1);
    limited.read_to_end(&mut content).map_err(Error::io(path))?;
    if content.len() as u64 > MAX_BYTES {
        let fault = format!("is longer than {MAX_BYTES} bytes: this is no recording of a digit");
        return Err(Error::file(path, fault));
    }
    let fault = |fault| Error::file(path, fault);
    let sound = Sound::parse(&content).map_err(fault)?;
    let samples = sound.to_samples().map_err(fault)?;
    let is_silent = samples
        .first()
        .is_none_or(|first| samples.iter().all(|s| s == first));
    match is_silent {
        true => Err(Error::file(path, "is silent")),
        false => Ok(Recording {
            samples,
            digest: sound.digest(),
        }),
    }
}
