//! WAV files.

use std::io::Cursor;

use hound::{Error as HoundError, SampleFormat, WavReader};

use super::recording::{MAX_SECONDS, Sound};

/// How the file begins.
pub const MAGIC: &[u8] = b"RIFF";
/// Widest sample, bits.
const MAX_BITS: u16 = 32;

/// All samples, channels mixed.
///
/// # Errors
/// A sentence: damage, a form that is not read, no sample or too many.
pub fn read(content: &[u8]) -> Result<Sound, String> {
    let mut reader = WavReader::new(Cursor::new(content)).map_err(|error| sentence(&error))?;
    let spec = reader.spec();
    let channels = usize::from(spec.channels);
    // where the bits stand in a wider sample is a matter of the writer
    let width = usize::from(spec.bits_per_sample.div_ceil(8));
    if frame_bytes(content).is_some_and(|bytes| bytes != width * channels) {
        return Err(format!(
            "has samples of {} bits in wider ones: convert it to 16-bit PCM",
            spec.bits_per_sample
        ));
    }
    let limit = Sound::limit(spec.sample_rate)? * channels;
    if reader.len() as usize > limit {
        return Err(format!("is longer than {MAX_SECONDS} s: cut the digit out"));
    }
    let samples: Result<Vec<f64>, HoundError> = match (spec.sample_format, spec.bits_per_sample) {
        (SampleFormat::Float, MAX_BITS) => {
            reader.samples::<f32>().map(|s| s.map(f64::from)).collect()
        }
        (SampleFormat::Int, bits @ 8..=MAX_BITS) => {
            let scale = f64::from(1u32 << (bits - 1));
            let samples = reader.samples::<i32>();
            samples.map(|s| s.map(|s| f64::from(s) / scale)).collect()
        }
        (_, bits) => {
            return Err(format!(
                "has samples of {bits} bits: integers of 8 to {MAX_BITS} bits and 32-bit floats are read"
            ));
        }
    };
    let samples = samples.map_err(|error| sentence(&error))?;
    Ok(Sound {
        rate: spec.sample_rate,
        samples: mixed(&samples, channels),
    })
}

/// Bytes that a sample of all channels takes, as the format chunk says.
fn frame_bytes(content: &[u8]) -> Option<usize> {
    const BLOCK_ALIGN: usize = 8 + 12;
    let chunk = content.windows(4).position(|name| name == b"fmt ")?;
    let bytes = content.get(chunk + BLOCK_ALIGN..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes).into())
}

/// The mean of the channels.
pub fn mixed(samples: &[f64], channels: usize) -> Vec<f64> {
    let mean = |frame: &[f64]| frame.iter().sum::<f64>() / channels as f64;
    samples.chunks_exact(channels).map(mean).collect()
}

fn sentence(error: &HoundError) -> String {
    let what = match error {
        HoundError::IoError(_) => "the file ends early".to_owned(),
        HoundError::FormatError(what) => (*what).to_owned(),
        HoundError::Unsupported => "a form of WAV that is not read".to_owned(),
        other => other.to_string(),
    };
    format!("is damaged or no PCM ({what}): convert it to 16-bit PCM")
}
