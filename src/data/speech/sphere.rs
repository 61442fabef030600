//! NIST SPHERE files: a text header of 1024 bytes (or the multiple that it names), then samples.

use super::recording::{MAX_SECONDS, Sound};
use super::wav::mixed;

/// How the file begins.
pub const MAGIC: &[u8] = b"NIST_1A";
/// Longest header.
const MAX_HEADER: usize = 1 << 16;
/// Bytes that hold the two lines which a header begins with.
const PREAMBLE: usize = 24;
/// Shortest header.
const MIN_HEADER: usize = 16;
/// Most channels.
const MAX_CHANNELS: usize = 8;
/// A sample of 16 bits, full scale.
const FULL_SCALE: f64 = 32768.0;

/// The fields that are read.
#[derive(Debug, Default)]
struct Header<'a> {
    channels: Option<usize>,
    rate: Option<u32>,
    count: Option<usize>,
    bytes: Option<usize>,
    order: Option<&'a str>,
    coding: Option<&'a str>,
}

impl<'a> Header<'a> {
    /// Lines `name -type value` up to `end_head`.
    fn parse(text: &'a str) -> Result<Self, String> {
        let mut header = Header::default();
        for line in text.lines() {
            let mut words = line.split_ascii_whitespace();
            let (name, value) = match (words.next(), words.next(), words.next()) {
                (Some("end_head"), _, _) => return Ok(header),
                (Some(name), Some(_), Some(value)) => (name, value),
                _ => continue,
            };
            let number = || {
                let parsed = value.parse::<u32>().ok();
                parsed.ok_or_else(|| format!("has `{name} {value}` in its header, no number"))
            };
            match name {
                "channel_count" => header.channels = Some(number()? as usize),
                "sample_rate" => header.rate = Some(number()?),
                "sample_count" => header.count = Some(number()? as usize),
                "sample_n_bytes" => header.bytes = Some(number()? as usize),
                "sample_byte_format" => header.order = Some(value),
                "sample_coding" => header.coding = Some(value),
                _ => {}
            }
        }
        Err("has a header without `end_head`: the file is damaged".into())
    }
}

/// All samples, channels mixed.
///
/// # Errors
/// A sentence: damage, a form that is not read, no sample or too many.
pub fn read(content: &[u8]) -> Result<Sound, String> {
    let preamble = &content[..content.len().min(PREAMBLE)];
    let line = preamble.split(|&byte| byte == b'\n').nth(1);
    let line = line.and_then(|bytes| std::str::from_utf8(bytes).ok());
    let size = match line.and_then(|text| text.trim().parse::<usize>().ok()) {
        Some(size @ MIN_HEADER..=MAX_HEADER) => size,
        _ => return Err("names no header size of 16 to 65536 bytes: the file is damaged".into()),
    };
    let Some((head, samples)) = content.split_at_checked(size) else {
        return Err(format!("ends within its header of {size} bytes"));
    };
    let text = String::from_utf8_lossy(head);
    let header = Header::parse(&text)?;
    let coding = header.coding.unwrap_or("pcm");
    if coding.contains("shorten") {
        return Err(
            "is compressed by shorten: convert it, e.g. `sph2pipe -f wav IN.wav OUT.wav`".into(),
        );
    }
    let rate = header.rate.ok_or("has no `sample_rate` in its header")?;
    let channels = header.channels.unwrap_or(1);
    if !(1..=MAX_CHANNELS).contains(&channels) {
        return Err(format!("has {channels} channels, not 1 to {MAX_CHANNELS}"));
    }
    let is_big_endian = match (coding, header.bytes.unwrap_or(2), header.order) {
        ("pcm", 2, Some("10")) => true,
        ("pcm", 2, Some("01")) => false,
        (coding, bytes, order) => {
            return Err(format!(
                "has samples of coding {coding}, {bytes} bytes, order {}: 16-bit pcm is read, convert it with `sph2pipe -p -f wav`",
                order.unwrap_or("unknown")
            ));
        }
    };
    let limit = Sound::limit(rate)?;
    let count = header.count.unwrap_or(samples.len() / 2 / channels);
    if count > limit {
        return Err(format!("is longer than {MAX_SECONDS} s: cut the digit out"));
    }
    let is_whole = header.count == Some(count) && samples.len() == 2 * count * channels;
    if head.contains(&b'\r') && !is_whole {
        return Err("has line ends of DOS in its header and another length than it names: it was copied as text, copy it as binary".into());
    }
    let Some(samples) = samples.get(..2 * count * channels) else {
        return Err(format!(
            "ends early: its header names {count} samples, {} are there",
            samples.len() / 2 / channels
        ));
    };
    let value = |bytes: &[u8; 2]| match is_big_endian {
        true => i16::from_be_bytes(*bytes),
        false => i16::from_le_bytes(*bytes),
    };
    let samples = samples.as_chunks().0.iter();
    let samples: Vec<f64> = samples.map(|b| f64::from(value(b)) / FULL_SCALE).collect();
    Ok(Sound {
        rate,
        samples: mixed(&samples, channels)?,
    })
}
