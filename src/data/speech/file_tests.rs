//! Files of every kind, sound and broken.

use super::recording::{MAX_SECONDS, Sound, read};
use proptest::prelude::*;

/// A WAV file of integers.
fn wav(channels: u16, rate: u32, bits: u16, samples: &[i32]) -> Vec<u8> {
    let spec = hound::WavSpec {
        channels,
        sample_rate: rate,
        bits_per_sample: bits,
        sample_format: hound::SampleFormat::Int,
    };
    written(spec, samples)
}

fn written<S: hound::Sample + Copy>(spec: hound::WavSpec, samples: &[S]) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut writer = hound::WavWriter::new(&mut bytes, spec).unwrap();
    samples
        .iter()
        .for_each(|&s| writer.write_sample(s).unwrap());
    writer.finalize().unwrap();
    bytes.into_inner()
}

/// A SPHERE file with these lines in its header.
fn sphere(lines: &str, samples: &[u8]) -> Vec<u8> {
    let mut bytes = format!("NIST_1A\n   1024\n{lines}\nend_head\n").into_bytes();
    bytes.resize(1024, b' ');
    bytes.extend(samples);
    bytes
}

fn pcm(order: &str, count: usize) -> String {
    format!(
        "channel_count -i 1\nsample_rate -i 20000\nsample_n_bytes -i 2\n\
         sample_byte_format -s2 {order}\nsample_count -i {count}\nsample_coding -s3 pcm"
    )
}

fn tone(rate: u32, count: usize) -> Vec<f64> {
    let angle = |i: usize| 2.0 * std::f64::consts::PI * 440.0 * i as f64 / f64::from(rate);
    (0..count).map(|i| 0.5 * angle(i).sin()).collect()
}

#[test]
fn every_width_is_the_same_sound() {
    let tone = tone(8000, 400);
    for (bits, tolerance) in [(8, 256), (16, 1), (24, 1), (32, 1)] {
        let scale = f64::from(1u32 << (bits - 1)) - 1.0;
        let samples: Vec<i32> = tone.iter().map(|s| (s * scale).round() as i32).collect();
        let sound = Sound::parse(&wav(1, 8000, bits, &samples)).unwrap();
        let found = sound.to_samples().unwrap();
        assert_eq!(found.len(), 400);
        for (found, wanted) in found.iter().zip(&tone) {
            assert!(
                (f64::from(*found) - 32768.0 * wanted).abs() <= f64::from(tolerance),
                "{bits}"
            );
        }
    }
    let float = hound::WavSpec {
        channels: 1,
        sample_rate: 8000,
        bits_per_sample: 32,
        sample_format: hound::SampleFormat::Float,
    };
    let samples: Vec<f32> = tone.iter().map(|&s| s as f32).collect();
    let sound = Sound::parse(&written(float, &samples)).unwrap();
    let found = sound.to_samples().unwrap();
    assert!((f64::from(found[5]) - 32768.0 * tone[5]).abs() <= 1.0);
    let loud = Sound::parse(&written(float, &[7.0f32, -7.0])).unwrap();
    assert_eq!(loud.to_samples().unwrap(), [i16::MAX, i16::MIN]);
    let text = Sound::parse(&written(float, &[0.0, f32::NAN])).unwrap_err();
    assert!(text.contains("sample 1 is no number"), "{text}");
}

#[test]
fn samples_of_8_khz_and_16_bits_stay_as_they_are() {
    let samples: Vec<i32> = (i32::from(i16::MIN)..=i32::from(i16::MAX))
        .step_by(7)
        .collect();
    let found = Sound::parse(&wav(1, 8000, 16, &samples))
        .unwrap()
        .to_samples()
        .unwrap();
    assert!(found.iter().zip(&samples).all(|(&a, &b)| i32::from(a) == b));
}

#[test]
fn channels_are_mixed() {
    let sound = Sound::parse(&wav(2, 8000, 16, &[100, 300, -5, 5])).unwrap();
    assert_eq!(sound.to_samples().unwrap(), [200, 0]);
    // one channel upside down
    let tone = [100, -101, 900, -899, -350, 351];
    let fault = Sound::parse(&wav(2, 8000, 16, &tone)).unwrap_err();
    assert!(fault.contains("channels that cancel each other"), "{fault}");
    // one channel silent
    let sound = Sound::parse(&wav(2, 8000, 16, &[100, 0, 900, 0])).unwrap();
    assert_eq!(sound.to_samples().unwrap(), [50, 450]);
}

/// The file with a chunk before its samples, of an odd length, with the byte that evens it or not.
fn with_odd_chunk(good: &[u8], evened: bool) -> Vec<u8> {
    let at = good.windows(4).position(|name| name == b"data").unwrap();
    let mut bytes = good[..at].to_vec();
    bytes.extend(b"LIST\x05\0\0\0abcde");
    bytes.extend(&[0][..usize::from(evened)]);
    bytes.extend(&good[at..]);
    bytes
}

/// The file as a writer leaves it that cannot go back, with this in place of both lengths.
fn streamed(mut good: Vec<u8>, length: u32) -> Vec<u8> {
    let at = good.windows(4).position(|name| name == b"data").unwrap();
    good[at + 4..at + 8].copy_from_slice(&length.to_le_bytes());
    good[4..8].copy_from_slice(&length.to_le_bytes());
    good
}

#[test]
fn chunks_of_odd_length_and_of_none_are_read() {
    let good = wav(2, 8000, 16, &[100, 300, -5, 5, 70, 72]);
    let sound = Sound::parse(&good).unwrap();
    for evened in [true, false] {
        let odd = with_odd_chunk(&good, evened);
        assert_eq!(Sound::parse(&odd).unwrap(), sound, "{evened}");
        for length in [0, u32::MAX, 0x7FFF_F000] {
            let mut open = streamed(odd.clone(), length);
            assert_eq!(Sound::parse(&open).unwrap(), sound, "{evened} {length}");
            // cut within a frame
            open.extend([1, 2, 3]);
            assert_eq!(Sound::parse(&open).unwrap(), sound);
        }
    }
    let none = streamed(wav(1, 8000, 16, &[]), u32::MAX);
    assert!(Sound::parse(&none).unwrap_err().contains("holds no sample"));
    // nothing but a chunk behind no samples
    let mut empty = wav(1, 8000, 16, &[]);
    empty.extend(b"LIST\x04\0\0\0abcd");
    let length = empty.len() as u32 - 8;
    empty[4..8].copy_from_slice(&length.to_le_bytes());
    assert!(
        Sound::parse(&empty)
            .unwrap_err()
            .contains("holds no sample")
    );
}

#[test]
fn the_digest_is_of_the_sound() {
    let samples: Vec<i32> = (0..400).map(|i| i * 37 % 5000).collect();
    let digest = |bytes: &[u8]| Sound::parse(bytes).unwrap().digest();
    let good = wav(1, 8000, 16, &samples);
    let wider: Vec<i32> = samples.iter().map(|s| s << 8).collect();
    assert_eq!(digest(&good), digest(&wav(1, 8000, 24, &wider)));
    assert_eq!(digest(&good), digest(&with_odd_chunk(&good, true)));
    assert_ne!(digest(&good), digest(&wav(1, 8001, 16, &samples)));
    assert_ne!(digest(&good), digest(&wav(1, 8000, 16, &samples[1..])));
}

#[test]
fn other_rates_are_brought_to_8_khz() {
    for rate in [4000, 11_025, 16_000, 20_000, 44_100, 48_000, 96_000] {
        let sound = Sound {
            rate,
            samples: tone(rate, rate as usize / 2),
        };
        let found = sound.to_samples().unwrap();
        assert!(found.len().abs_diff(4000) <= 1, "{rate}: {}", found.len());
        // the tone, whatever its phase, away from the ends: whole periods
        let middle = &found[600..3600];
        let turn = 2.0 * std::f64::consts::PI * 440.0 / 8000.0;
        let part = |wave: fn(f64) -> f64| {
            let products = middle.iter().zip(0..);
            let sum: f64 = products
                .map(|(&s, i)| f64::from(s) * wave(turn * f64::from(i)))
                .sum();
            2.0 * sum / middle.len() as f64
        };
        let (sine, cosine) = (part(f64::sin), part(f64::cos));
        assert!((sine.hypot(cosine) - 16384.0).abs() < 50.0, "{rate}");
        for (&sample, i) in middle.iter().zip(0..) {
            let angle = turn * f64::from(i);
            let rest = f64::from(sample) - sine * angle.sin() - cosine * angle.cos();
            assert!(rest.abs() < 50.0, "{rate} {i}: {rest}");
        }
    }
    for length in [1, 2, 7, 1000, 5000] {
        let sound = Sound {
            rate: 384_000,
            samples: tone(384_000, length),
        };
        assert!(!sound.to_samples().unwrap().is_empty());
    }
}

#[test]
fn sphere_has_either_order_of_bytes() {
    let samples: Vec<i16> = (0..600).map(|i| i * 37 - 9000).collect();
    let big: Vec<u8> = samples.iter().flat_map(|s| s.to_be_bytes()).collect();
    let little: Vec<u8> = samples.iter().flat_map(|s| s.to_le_bytes()).collect();
    let big = Sound::parse(&sphere(&pcm("10", 600), &big)).unwrap();
    let little = Sound::parse(&sphere(&pcm("01", 600), &little)).unwrap();
    assert_eq!(big, little);
    assert_eq!((big.rate, big.samples.len()), (20_000, 600));
    assert_eq!(big.samples[1] * 32768.0, f64::from(samples[1]));
    assert_eq!(big.to_samples().unwrap().len(), 240);
}

#[test]
fn sphere_with_line_ends_of_dos() {
    let lines = format!("NIST_1A\n   1024\n{}\nend_head\n", pcm("01", 4));
    let mut bytes = lines.replace('\n', "\r\n").into_bytes();
    bytes.resize(1024, b' ');
    bytes.extend([3; 8]);
    assert_eq!(
        Sound::parse(&bytes).unwrap(),
        Sound::parse(&sphere(&pcm("01", 4), &[3; 8])).unwrap()
    );
    // each line end of header and samples has become two bytes
    bytes.push(3);
    let fault = Sound::parse(&bytes).unwrap_err();
    assert!(fault.contains("copied as text"), "{fault}");
}

#[test]
fn what_is_wrong_is_said() {
    let good = wav(1, 8000, 16, &[1, 2, 3, 4, 5, 6]);
    let long = MAX_SECONDS as usize * 8000 + 1;
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (vec![], "is empty"),
        (b"ID3\x03".to_vec(), "neither WAV nor NIST SPHERE"),
        (b"ajkg\x02".to_vec(), "compressed by shorten"),
        (b"RIFF\x04\0\0\0AVI LIST".to_vec(), "no WAVE file"),
        (b"RIFF".to_vec(), "the file ends early"),
        (good[..20].to_vec(), "the file ends early"),
        (good[..good.len() - 3].to_vec(), "the file ends early"),
        (wav(1, 8000, 16, &[]), "holds no sample"),
        (wav(1, 8000, 16, &vec![1; long]), "is longer than 30 s"),
        (wav(1, 1000, 16, &[1, 2]), "1000 samples a second"),
        (b"NIST_1A\n   junk\n".to_vec(), "names no header size"),
        (b"NIST_1A\n   1024\n".to_vec(), "ends within its header"),
        (sphere("x", &[0; 8])[..1030].to_vec(), "no `sample_rate`"),
        (
            sphere("sample_rate -i many", &[0; 8]),
            "`sample_rate many` in its header, no number",
        ),
        (
            sphere(&pcm("01", 5), &[0; 8]),
            "names 5 samples, 4 are there",
        ),
        (sphere(&pcm("01", 0), &[]), "holds no sample"),
        (
            sphere(&pcm("01", 4_000_000_000), &[0; 8]),
            "longer than 30 s",
        ),
        (
            sphere(
                "sample_rate -i 20000\nsample_coding -s26 pcm,embedded-shorten-v2.00",
                &[0; 8],
            ),
            "compressed by shorten: convert it",
        ),
        (
            sphere(
                "sample_rate -i 8000\nsample_n_bytes -i 1\nsample_coding -s4 ulaw",
                &[0; 8],
            ),
            "coding ulaw, 1 bytes",
        ),
        (
            sphere("sample_rate -i 8000\nchannel_count -i 0", &[0; 8]),
            "has 0 channels",
        ),
    ];
    for (bytes, part) in cases {
        let text = Sound::parse(&bytes).unwrap_err();
        assert!(text.contains(part), "{part}: {text}");
        assert_eq!(text.lines().count(), 1);
    }
    let mut endless = sphere("a -i 1", &[0; 8]);
    let at = endless.windows(8).position(|w| w == b"end_head").unwrap();
    endless[at] = b'x';
    assert!(
        Sound::parse(&endless)
            .unwrap_err()
            .contains("without `end_head`")
    );
}

#[test]
fn silence_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("1_me_0.wav");
    std::fs::write(&path, wav(1, 8000, 16, &[0; 900])).unwrap();
    let text = read(&path).unwrap_err().to_string();
    assert!(text.ends_with("1_me_0.wav: is silent"), "{text}");
    std::fs::write(&path, wav(1, 8000, 16, &[0, 1])).unwrap();
    assert_eq!(read(&path).unwrap().samples, [0, 1]);
}

/// A file with some bytes of its first `room` replaced, cut somewhere.
fn damaged(good: Vec<u8>, room: usize) -> impl Strategy<Value = Vec<u8>> {
    let length = good.len();
    let changes = prop::collection::vec((0..room, any::<u8>()), 0..6);
    (changes, 0..=2 * length).prop_map(move |(changes, cut)| {
        let mut bytes = good.clone();
        changes.iter().for_each(|&(at, byte)| bytes[at] = byte);
        bytes.truncate(cut);
        bytes
    })
}

fn survives(bytes: &[u8]) {
    if let Ok(sound) = Sound::parse(bytes) {
        // resampling of what is long is tested elsewhere
        if sound.samples.len() < 4000 {
            let _ = sound.to_samples();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_wav_header_panics(bytes in damaged(wav(1, 8000, 16, &[7; 40]), 48)) {
        survives(&bytes);
    }

    #[test]
    fn no_extensible_wav_header_panics(bytes in damaged(wav(2, 8000, 24, &[7; 40]), 72)) {
        survives(&bytes);
    }

    #[test]
    fn no_streamed_wav_header_panics(
        bytes in damaged(with_odd_chunk(&streamed(wav(2, 8000, 16, &[7; 40]), u32::MAX), false), 58),
    ) {
        survives(&bytes);
    }

    #[test]
    fn no_sphere_header_panics(bytes in damaged(sphere(&pcm("01", 4), &[3; 8]), 180)) {
        survives(&bytes);
    }

    #[test]
    fn no_sphere_field_panics(field in "[a-z_]{1,20} -[a-z]{1,3}[0-9]{0,3} [ -~]{0,12}", count in any::<u32>()) {
        let names = ["sample_count", "sample_rate", "channel_count", "sample_n_bytes"];
        let numbers = names.map(|name| format!("{name} -i {count}"));
        for line in numbers.iter().chain([&field]) {
            survives(&sphere(&format!("{}\n{line}", pcm("10", 4)), &[3; 8]));
        }
    }
}

#[test]
fn what_can_be_read_in_two_ways_is_refused() {
    let header = pcm("01", 4).replace("sample_byte_format -s2 01\n", "");
    let fault = Sound::parse(&sphere(&header, &[0; 8])).unwrap_err();
    assert!(fault.contains("order unknown"), "{fault}");
    let mut bytes = wav(1, 8000, 32, &[1000; 400]);
    let format = bytes.windows(4).position(|name| name == b"fmt ").unwrap();
    // 24 valid bits in four bytes
    bytes[format + 26] = 24;
    let fault = Sound::parse(&bytes).unwrap_err();
    assert!(fault.contains("24 bits in wider ones"), "{fault}");
}
