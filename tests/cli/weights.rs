//! Damaged weight files.

use super::place::{Place, failure, is_clean};

const TRAIN: &str = "train --array 784x4 --data embedded --quiet --weights w.spin";
const EVAL: &str = "eval --array 784x4 --data embedded --quiet --weights w.spin";

/// A place with a sound weight file, and that file.
fn trained() -> (Place, Vec<u8>) {
    let place = Place::new();
    let output = place.run(TRAIN);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    let bytes = std::fs::read(place.path("w.spin")).unwrap();
    (place, bytes)
}

#[test]
fn damage_is_named() {
    let (place, sound) = trained();
    assert_eq!(place.run(EVAL).status.code(), Some(0));
    let flipped = |at: usize| {
        let mut bytes = sound.clone();
        bytes[at] ^= 0x10;
        bytes
    };
    let mut long = sound.clone();
    long.push(0);
    let cases: &[(&str, Vec<u8>)] = &[
        ("empty", vec![]),
        ("header cut", sound[..5].to_vec()),
        ("half", sound[..sound.len() / 2].to_vec()),
        ("a byte short", sound[..sound.len() - 1].to_vec()),
        ("over-long", long),
        ("magic", flipped(0)),
        ("header", flipped(9)),
        ("a weight", flipped(sound.len() / 2)),
        ("digest", flipped(sound.len() - 1)),
        ("zeros", vec![0; sound.len()]),
        ("text", b"these are no weights\n".repeat(100)),
    ];
    for (what, bytes) in cases {
        eprintln!("{what}");
        place.file("w.spin", bytes);
        place.fails(EVAL, 2, &["w.spin"]);
        let verify = "verify --array 784x4 --data embedded --quiet --resume-from w.spin";
        place.fails(verify, 2, &["w.spin"]);
    }
}

#[test]
fn weights_of_another_array_are_refused() {
    let (place, _) = trained();
    place.fails(
        &EVAL.replace("784x4", "784x5"),
        2,
        &["w.spin", "784x4", "784x5"],
    );
}

#[test]
fn weights_that_are_not_there() {
    let place = Place::new();
    place.fails(
        "eval --data embedded --weights absent.spin",
        2,
        &["absent.spin"],
    );
    place.fails("eval --data embedded", 2, &["train"]);
    place.fails("eval --data embedded --weights .", 2, &["."]);
    place.fails(
        "eval --data embedded --weights /dev/null",
        2,
        &["/dev/null"],
    );
    place.fails(
        "eval --data embedded --weights /dev/zero",
        2,
        &["/dev/zero"],
    );
    assert!(is_clean(&place.path("")));
}

#[test]
fn weights_that_cannot_be_written() {
    let place = Place::new();
    place.file("folder/file", "");
    for target in ["folder", "folder/file/w.spin", "/dev/full", "/proc/w.spin"] {
        let line = TRAIN.replace("w.spin", target);
        failure(
            &line,
            &place.run(&line),
            2,
            &[target.split("/w.spin").next().unwrap()],
        );
    }
}
