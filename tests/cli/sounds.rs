//! Recordings that the tests make, and folders of them.

use super::place::Place;

/// A WAV file of 16 bits, one channel, 8 kHz.
pub fn wav(samples: &[i16]) -> Vec<u8> {
    wav_of(1, 8000, samples)
}

pub fn wav_of(channels: u16, sample_rate: u32, samples: &[i16]) -> Vec<u8> {
    let spec = hound::WavSpec {
        channels,
        sample_rate,
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut writer = hound::WavWriter::new(&mut bytes, spec).unwrap();
    samples
        .iter()
        .for_each(|&s| writer.write_sample(s).unwrap());
    writer.finalize().unwrap();
    bytes.into_inner()
}

pub fn floats(samples: &[f32]) -> Vec<u8> {
    let spec = hound::WavSpec {
        channels: 1,
        sample_rate: 44_100,
        bits_per_sample: 32,
        sample_format: hound::SampleFormat::Float,
    };
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut writer = hound::WavWriter::new(&mut bytes, spec).unwrap();
    samples
        .iter()
        .for_each(|&s| writer.write_sample(s).unwrap());
    writer.finalize().unwrap();
    bytes.into_inner()
}

/// A word of its own for each digit: two tones that glide. `who` and `take` move them a little.
pub fn said(digit: usize, who: usize, take: usize, rate: u32) -> Vec<i16> {
    let pitch = 300.0 + 280.0 * digit as f64 + 15.0 * who as f64 + 4.0 * take as f64;
    let glide = if digit.is_multiple_of(2) {
        400.0
    } else {
        -200.0
    };
    let length = (rate as usize * (3 + digit % 3)) / 10;
    let sample = |i: usize| {
        let (t, part) = (i as f64 / f64::from(rate), i as f64 / length as f64);
        let swell = (part * std::f64::consts::PI).sin();
        let angle = 2.0 * std::f64::consts::PI * (pitch + glide * part) * t;
        (8000.0 * swell * (angle.sin() + 0.3 * (angle * 0.4).sin())) as i16
    };
    (0..length).map(sample).collect()
}

pub const SPEAKERS: [&str; 2] = ["ann", "bob"];

/// A folder in the form of FSDD: two speakers, each digit `takes` times.
pub fn corpus(place: &Place, folder: &str, takes: usize) {
    for (who, speaker) in SPEAKERS.iter().enumerate() {
        for digit in 0..10 {
            for take in 0..takes {
                let samples = said(digit, who, take, 8000);
                place.file(
                    &format!("{folder}/{digit}_{speaker}_{take}.wav"),
                    wav(&samples),
                );
            }
        }
    }
}

pub fn doubled(samples: &[i16]) -> Vec<i16> {
    samples.iter().flat_map(|&s| [s, s]).collect()
}

/// Two channels, one upside down.
pub fn opposed(samples: &[i16]) -> Vec<i16> {
    samples.iter().flat_map(|&s| [s, -s]).collect()
}

/// A SPHERE file of 20 kHz.
pub fn sphere(samples: &[i16], is_big_endian: bool) -> Vec<u8> {
    let order = if is_big_endian { "10" } else { "01" };
    let header = format!(
        "NIST_1A\n   1024\ndatabase_id -s8 TIDIGITS\nchannel_count -i 1\nsample_count -i {}\n\
         sample_rate -i 20000\nsample_n_bytes -i 2\nsample_byte_format -s2 {order}\n\
         sample_sig_bits -i 16\nsample_coding -s3 pcm\nend_head\n",
        samples.len()
    );
    let mut bytes = header.into_bytes();
    bytes.resize(1024, b' ');
    for sample in samples {
        bytes.extend(if is_big_endian {
            sample.to_be_bytes()
        } else {
            sample.to_le_bytes()
        });
    }
    bytes
}
