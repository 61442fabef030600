//! What holds of sounds and of images alone.

use super::layer::Layer;
use super::preset::Preset;
use super::value::Code;
use crate::spec::speech::Corpus;

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
pub fn unfit(
    layer: &Layer,
    corpus: Option<Corpus>,
    preset: Preset,
    code: Code,
    from_weights: bool,
    faults: &mut Vec<String>,
) {
    if layer.oh.is_some() && corpus == Some(Corpus::Fsdd) {
        faults.push("`oh` is of tidigits alone, nobody says it in fsdd: leave it out".into());
    }
    let is_kept = layer.code.is_none() && from_weights;
    if corpus.is_none() {
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
            let (what, remedy) = match (is_kept, layer.code) {
                (true, _) => ("the weights are", "other --weights"),
                (_, Some(_)) => ("code `events` is", "another --code"),
                (_, None) => ("the preset is", "another --preset"),
            };
            faults.push(format!(
                "{what} of spoken digits alone: give --data fsdd, or {remedy}"
            ));
        }
        return;
    }
    if preset == Preset::StdpNine {
        faults.push("preset `stdp_nine` makes trains of images: give --preset fsdd".into());
    } else if code != Code::Events && is_kept {
        faults.push("the weights are of images, not of spoken digits: give other --data, or weights that `train --preset fsdd` made".into());
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
