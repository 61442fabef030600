//! What holds of sounds and of images alone.

use super::layer::Layer;
use super::preset::Preset;
use super::value::Code;

/// Variants of each utterance where none are asked for, in scheme "modulated".
const COPIES: u8 = 19;

/// Variants of each utterance that are learned beside it. Scheme "prototype" has its own copies.
pub fn copies(is_speech: bool, preset: Preset) -> u8 {
    match is_speech && !preset.is_prototype() {
        true => COPIES,
        false => 0,
    }
}

/// Settings that make no sense of sounds, or none of images.
pub fn unfit(layer: &Layer, is_speech: bool, preset: Preset, code: Code, faults: &mut Vec<String>) {
    if !is_speech {
        let given = [
            ("split", layer.split.is_some()),
            ("oh", layer.oh.is_some()),
            ("train.copies", layer.copies.is_some()),
        ];
        for (key, _) in given.iter().filter(|g| g.1) {
            faults.push(format!(
                "`{key}` is of spoken digits alone: give --data fsdd, or leave it out"
            ));
        }
        if code == Code::Events {
            faults.push(
                "code `events` is of spoken digits alone: give --data fsdd, or another --code"
                    .into(),
            );
        }
        return;
    }
    if preset == Preset::StdpNine {
        faults.push("preset `stdp_nine` makes trains of images: give --preset fsdd".into());
    } else if code != Code::Events {
        faults.push("spoken digits come as events: leave out --code, or give --code events".into());
    }
    if preset.is_prototype() && layer.copies.is_some_and(|copies| copies > 0) {
        faults.push(
            "`train.copies` is of scheme \"modulated\" alone: give --extra E, or --preset fsdd"
                .into(),
        );
    }
    let noise = layer.noise.is_some_and(|noise| !noise.is_none());
    let given = [
        ("train.noise", noise),
        ("train.normaliser", layer.normaliser == Some(true)),
        ("train.warp", layer.warp == Some(true)),
    ];
    for (key, _) in given.iter().filter(|g| g.1) {
        faults.push(format!(
            "`{key}` is of images alone, not of spoken digits: leave it out"
        ));
    }
}
