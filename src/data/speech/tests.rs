//! The front end against the reference files, and against a literal writing of its recipe.

use super::*;
use crate::data::PIXELS;
use crate::random::Stream;
use crate::spec::speech::Corpus;
use std::path::PathBuf;

/// The folder of the real recordings. Absent, it prints SKIP, or fails under `REQUIRE_TOOLS=1`.
fn reference_or_skip() -> Option<PathBuf> {
    let folder = find(Corpus::Fsdd, None).ok();
    let folder = folder.filter(|folder| folder.join("reference").is_dir());
    if folder.is_none() {
        assert!(
            std::env::var_os("REQUIRE_TOOLS").is_none_or(|v| v != "1"),
            "FSDD is missing: set SPINLOOM_DATA"
        );
        println!("SKIP (FSDD missing: set SPINLOOM_DATA)");
    }
    folder
}

fn of(samples: &[i16]) -> Events {
    let image = FrontEnd::default().image(samples);
    image.map(|byte| byte & 1 > 0)
}

#[test]
fn events_of_3000_files_are_those_of_the_reference() {
    let Some(folder) = reference_or_skip() else {
        return;
    };
    let bits = std::fs::read(folder.join("reference/golden_events_3000x98.bin")).unwrap();
    let found = load(Corpus::Fsdd, None, false).unwrap();
    let mut utterances: Vec<&Utterance> = found.utterances.iter().collect();
    utterances.sort_by_key(|u| (u.digit, &u.speaker, u.take));
    assert_eq!((utterances.len(), bits.len()), (3000, 3000 * 98));
    let images = FrontEnd::default().images(&utterances, Encoding::default());
    let mut differences = 0;
    for (image, bits) in images.images().iter().zip(bits.chunks(98)) {
        let fires = |row: usize| bits[row / 8] >> (7 - row % 8) & 1 == 1;
        differences += (0..PIXELS)
            .filter(|&row| fires(row) != (image[row] & 1 > 0))
            .count();
    }
    assert_eq!(differences, 0);
    assert!(found.skipped.is_empty() && found.absent().is_empty());
    let mut digests: Vec<u64> = found.utterances.iter().map(|u| u.digest).collect();
    digests.sort_unstable();
    digests.dedup();
    assert_eq!(digests.len(), 3000);
}

#[test]
fn taps_are_those_of_the_reference() {
    let Some(folder) = reference_or_skip() else {
        return;
    };
    let text = std::fs::read_to_string(folder.join("reference/mel_q12.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let bands: Vec<Vec<(usize, u64)>> = serde_json::from_value(json["mel_q12"].clone()).unwrap();
    let mel = Mel::new(1.0);
    let computed: Vec<Vec<(usize, u64)>> = (0..BANDS).map(|band| mel.taps(band)).collect();
    assert_eq!(computed, bands);
}

/// The recipe word by word, with a transform by recursion.
mod literal {
    use std::f64::consts::PI;

    fn transform(x: &[(i64, i64)]) -> Vec<(i64, i64)> {
        if let [only] = x {
            return vec![*only];
        }
        let half =
            |from: usize| transform(&x.iter().skip(from).step_by(2).copied().collect::<Vec<_>>());
        let (even, odd) = (half(0), half(1));
        let n = x.len();
        let mut out = vec![(0, 0); n];
        for k in 0..n / 2 {
            let angle = 2.0 * PI * k as f64 / n as f64;
            let cos = (32767.0 * angle.cos()).round() as i64;
            let sin = (-32767.0 * angle.sin()).round() as i64;
            let (re, im) = odd[k];
            let turned = (
                (re * cos - im * sin + 16384) >> 15,
                (re * sin + im * cos + 16384) >> 15,
            );
            out[k] = (even[k].0 + turned.0, even[k].1 + turned.1);
            out[k + n / 2] = (even[k].0 - turned.0, even[k].1 - turned.1);
        }
        out
    }

    fn power(frame: &[i64]) -> Vec<i64> {
        let windowed: Vec<(i64, i64)> = (0..256)
            .map(|i| {
                let hann = 32767.0 * (0.5 - 0.5 * (2.0 * PI * i as f64 / 256.0).cos());
                let x = frame.get(i).copied().unwrap_or(0);
                ((x * hann.round() as i64 + 1024) >> 11, 0)
            })
            .collect();
        let spectrum = transform(&windowed);
        let bins = spectrum.iter().take(129);
        bins.map(|(re, im)| (re * re + im * im) >> 8).collect()
    }

    fn log2(value: i64) -> i64 {
        let place = 63 - value.leading_zeros() as i64;
        // four bits behind the leading one
        let rest = i128::from(value) - (1i128 << place);
        16 * place + ((rest * 16) >> place) as i64
    }

    pub fn events(samples: &[i16], taps: &[Vec<(usize, u64)>]) -> Vec<bool> {
        let samples: Vec<i64> = samples.iter().map(|&s| i64::from(s)).collect();
        let mut frames = Vec::new();
        let mut at = 0;
        loop {
            frames.push(power(&samples[at..samples.len().min(at + 256)]));
            at += 128;
            if at + 256 > samples.len() {
                break;
            }
        }
        let energies: Vec<i64> = frames.iter().map(|p| p[3..=128].iter().sum()).collect();
        let loudest = *energies.iter().max().unwrap();
        let loud: Vec<usize> = (0..frames.len())
            .filter(|&f| 100 * energies[f] >= loudest)
            .collect();
        let word = &frames[loud[0]..=loud[loud.len() - 1]];
        let n = word.len();
        let mut levels = vec![vec![0; 14]; 14];
        for (levels, taps) in levels.iter_mut().zip(taps) {
            for (s, level) in levels.iter_mut().enumerate() {
                let from = s * n / 14;
                let to = (from + 1).max((s + 1) * n / 14);
                let of_frame = |p: &Vec<i64>| {
                    taps.iter()
                        .map(|&(bin, tap)| p[bin] * tap as i64)
                        .sum::<i64>()
                        >> 12
                };
                let sum: i64 = word[from..to].iter().map(of_frame).sum();
                *level = log2(sum / (to - from) as i64 + 1);
            }
        }
        let top = *levels.iter().flatten().max().unwrap();
        levels
            .iter_mut()
            .flatten()
            .for_each(|l| *l = (*l).max(top - 320));
        let mut events = Vec::new();
        for channel in 0..4 {
            let mut g = Vec::new();
            for b in 0..14usize {
                for t in 0..14usize {
                    let rise = if channel < 2 {
                        levels[(b + 1).min(13)][t] - levels[b.max(1) - 1][t]
                    } else {
                        levels[b][(t + 1).min(13)] - levels[b][t.max(1) - 1]
                    };
                    g.push(if channel % 2 == 0 { rise } else { -rise });
                }
            }
            let mut sorted = g.clone();
            sorted.sort_by(|a, b| b.cmp(a));
            events.extend(g.iter().map(|&g| g >= sorted[58] && g >= 1));
        }
        events
    }
}

/// Recordings of every kind of length and loudness.
fn made() -> Vec<Vec<i16>> {
    let mut stream = Stream::new(1);
    let mut made = vec![vec![i16::MIN; 700], vec![0; 300], vec![5]];
    for length in [2, 255, 256, 257, 383, 384, 385, 1148, 3500, 9000] {
        for loudness in [3.0, 300.0, 30_000.0] {
            let pitch = f64::from(stream.below(1000)) / 4000.0 + 0.01;
            let noise = stream.below(100);
            let sample = |i: usize| {
                let swell = (i as f64 / length as f64 * 3.0).sin().abs();
                let tone = (i as f64 * pitch * (1.0 + i as f64 / 9000.0)).sin();
                (loudness * swell * tone) as i16 + (stream.below(1 + noise) as i16)
            };
            made.push((0..length).map(sample).collect());
        }
    }
    made
}

#[test]
fn events_are_those_of_the_recipe() {
    let mel = Mel::new(1.0);
    let taps: Vec<_> = (0..BANDS).map(|band| mel.taps(band)).collect();
    for samples in made() {
        let expected = literal::events(&samples, &taps);
        let equal = of(&samples).as_slice() == expected;
        assert!(
            equal,
            "{} samples, {:?}",
            samples.len(),
            samples.iter().max()
        );
    }
}

/// Gliding tones that swell and fade, as a word might.
fn word(seed: u64) -> Vec<i16> {
    let mut stream = Stream::new(seed);
    let mut tones = [(0.0, 0.0); 4];
    for (pitch, glide) in &mut tones {
        *pitch = 0.1 + f64::from(stream.below(1000)) / 500.0;
        *glide = f64::from(stream.symmetric(1000)) / 4e6;
    }
    let sample = |i: i32| {
        let i = f64::from(i);
        let swell = (i / 4000.0 * std::f64::consts::PI).sin().powi(2);
        let tones = tones.map(|(pitch, glide)| (i * (pitch + i * glide)).sin());
        (3000.0 * swell * tones.iter().sum::<f64>()) as i16
    };
    (0..4000).map(sample).collect()
}

#[test]
fn loudness_and_silence_around_change_little() {
    let word = word(1);
    let events = of(&word);
    let differences = |other: Vec<i16>| {
        let other = of(&other);
        events.iter().zip(&other).filter(|(a, b)| a != b).count()
    };
    assert!(differences(word.iter().map(|s| s * 2).collect()) < 24);
    let mut padded = vec![0; 1280];
    padded.extend(&word);
    padded.extend([0; 640]);
    assert_eq!(differences(padded), 0);
}

#[test]
fn views_and_variants_are_seeded_and_differ() {
    let utterance = |samples: Vec<i16>| Utterance {
        digit: 3,
        speaker: "me".into(),
        take: 0,
        is_test: false,
        path: PathBuf::new(),
        samples,
        digest: 0,
    };
    let all: Vec<Utterance> = (1..9).map(|seed| utterance(word(seed))).collect();
    let all: Vec<&Utterance> = all.iter().collect();
    let encoding = |copies, seed, snr_db| Encoding {
        copies,
        seed,
        snr_db,
    };
    let front = FrontEnd::default();
    let images = front.images(&all, encoding(4, 1, None));
    assert_eq!((images.len(), images.labels()[0]), (5 * all.len(), 3));
    assert_eq!(images, front.images(&all, encoding(4, 1, None)));
    assert_ne!(images, front.images(&all, encoding(4, 2, None)));
    let plain = front.images(&all, Encoding::default());
    for (index, image) in plain.images().iter().enumerate() {
        assert_eq!(image, images.image(5 * index));
        for view in 1..crate::data::NUM_VIEWS {
            let differ = image.iter().filter(|&&byte| byte >> view & 1 != byte & 1);
            assert!(differ.count() > 10, "view {view}");
        }
        let copy = images.image(5 * index + 1);
        assert!(copy.iter().all(|byte| *byte < 2));
    }
    assert_ne!(plain, front.images(&all, encoding(0, 1, Some(10))));
}
