//! WAV files.

use std::io::Cursor;

use hound::{Error as HoundError, SampleFormat, WavReader};

use super::recording::{MAX_SECONDS, Sound};

/// How the file begins.
pub const MAGIC: &[u8] = b"RIFF";
/// Widest sample, bits.
const MAX_BITS: u16 = 32;
/// The file is cut.
const ENDS_EARLY: &str = "the file ends early";
/// Chunks are no longer: a writer that could not go back has left a number of its own.
const UNKNOWN: usize = 1 << 30;
/// Channels whose mean has less than this share of their power cancel each other: 20 dB.
const CANCELLED: f64 = 0.01;

/// All samples, channels mixed.
///
/// # Errors
/// A sentence: damage, a form that is not read, no sample or too many.
pub fn read(content: &[u8]) -> Result<Sound, String> {
    let Chunks { format, data } = Chunks::find(content).map_err(damaged)?;
    let mut reader =
        WavReader::new(Cursor::new(whole(format, data))).map_err(|error| sentence(&error))?;
    let spec = reader.spec();
    let channels = usize::from(spec.channels);
    // where the bits stand in a wider sample is a matter of the writer
    let width = usize::from(spec.bits_per_sample.div_ceil(8));
    if frame_bytes(format) != Some(width * channels) {
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
        samples: mixed(&samples, channels)?,
    })
}

/// The chunks that count.
struct Chunks<'a> {
    format: &'a [u8],
    data: &'a [u8],
}

impl<'a> Chunks<'a> {
    /// Samples go to the end of the file where their chunk does not know its length.
    fn find(content: &'a [u8]) -> Result<Self, &'static str> {
        let (riff, mut rest) = content.split_first_chunk::<12>().ok_or(ENDS_EARLY)?;
        if !riff.ends_with(b"WAVE") {
            return Err("no WAVE file");
        }
        let mut found = None;
        loop {
            let (header, body) = rest.split_first_chunk::<8>().ok_or(ENDS_EARLY)?;
            let length = length_of(header);
            let is_data = header.starts_with(b"data");
            let is_streamed = length == 0 && length_of(riff) + 8 != content.len();
            if is_data && (length >= UNKNOWN || is_streamed) {
                let format = found.ok_or("missing fmt chunk")?;
                let frame = frame_bytes(format).unwrap_or(1).max(1);
                let data = &body[..body.len() - body.len() % frame];
                return Ok(Chunks { format, data });
            }
            let (chunk, behind) = body.split_at_checked(length).ok_or(ENDS_EARLY)?;
            if is_data {
                let format = found.ok_or("missing fmt chunk")?;
                return Ok(Chunks {
                    format,
                    data: chunk,
                });
            }
            if header.starts_with(b"fmt ") {
                found = Some(chunk);
            }
            // not every writer evens a chunk
            let is_name =
                |bytes: &[u8]| bytes.len() == 4 && bytes.iter().all(|b| (b' '..=b'~').contains(b));
            let is_padded = length % 2 == 1 && !behind.get(..4).is_some_and(is_name);
            rest = &behind[usize::from(is_padded).min(behind.len())..];
        }
    }
}

/// Length of a chunk, from what it begins with.
fn length_of(header: &[u8]) -> usize {
    let bytes = header.get(4..).and_then(|rest| rest.first_chunk());
    bytes.map_or(0, |&bytes| u32::from_le_bytes(bytes) as usize)
}

/// Bytes that a sample of all channels takes, as the format chunk says.
fn frame_bytes(format: &[u8]) -> Option<usize> {
    const BLOCK_ALIGN: usize = 12;
    let bytes = format.get(BLOCK_ALIGN..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes).into())
}

/// A file of these chunks alone.
fn whole(format: &[u8], data: &[u8]) -> Vec<u8> {
    let size = |length: usize| (length as u32).to_le_bytes();
    let mut bytes = MAGIC.to_vec();
    bytes.extend(size(20 + format.len() + data.len()));
    bytes.extend(b"WAVE");
    for (name, chunk) in [(b"fmt ", format), (b"data", data)] {
        bytes.extend(name);
        bytes.extend(size(chunk.len()));
        bytes.extend(chunk);
    }
    bytes
}

/// The mean of the channels.
///
/// # Errors
/// A sentence where they cancel each other.
pub fn mixed(samples: &[f64], channels: usize) -> Result<Vec<f64>, String> {
    let mean = |frame: &[f64]| frame.iter().sum::<f64>() / channels as f64;
    let mixed: Vec<f64> = samples.chunks_exact(channels).map(mean).collect();
    let power = |samples: &[f64]| samples.iter().map(|s| s * s).sum::<f64>();
    if power(&mixed) < CANCELLED * power(samples) / channels as f64 {
        return Err(
            "has channels that cancel each other: keep one, e.g. `ffmpeg -i IN -af pan=mono|c0=c0 OUT.wav`"
                .into(),
        );
    }
    Ok(mixed)
}

fn sentence(error: &HoundError) -> String {
    damaged(match error {
        HoundError::IoError(_) => ENDS_EARLY,
        HoundError::FormatError(what) => what,
        HoundError::Unsupported => "a form of WAV that is not read",
        _ => "it cannot be read",
    })
}

fn damaged(what: &str) -> String {
    match what {
        ENDS_EARLY => format!("{what}: copy it again, or record it again"),
        _ => format!("is damaged or no PCM ({what}): convert it to 16-bit PCM"),
    }
}
