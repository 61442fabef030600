//! Spoken digits: nobody is judged by what he has learned.

use super::good::json;
use super::place::Place;
use super::sounds::{corpus, said, sphere, wav};
use serde_json::Value;

const TRAIN: &str = "train --preset fsdd --data fsdd:set --copies 2 --epochs 1";

fn is(found: &Value, keys: &[(&str, u64)]) {
    for (key, value) in keys {
        assert_eq!(found[key], *value, "{key}: {found}");
    }
}

#[test]
fn lessons_are_not_judged_by_later_whatever_the_seed() {
    let place = Place::new();
    corpus(&place, "set", 8);
    // the default weights are those of the command before
    json(&place, &format!("{TRAIN} --split speaker:ann"));
    let first = json(
        &place,
        "enrol --data fsdd:set --utterances 2 --save ann.spin",
    );
    is(&first, &[("test_images", 60)]);
    let eval = "eval --data fsdd:set --weights ann.spin";
    let found = json(&place, eval);
    is(
        &found,
        &[
            ("test_images", 60),
            ("learned_test_utterances", 20),
            ("learned_elsewhere", 0),
        ],
    );
    assert_eq!(
        found["test_accuracy_percent"],
        first["test_accuracy_percent"]
    );
    let text = String::from_utf8(place.run(eval).stdout).unwrap();
    assert!(
        text.contains("learned of 20 of the 80 test utterances"),
        "{text}"
    );
    let again = "enrol --data fsdd:set --utterances 2 --weights ann.spin --seed 2";
    let second = json(&place, &format!("{again} --save ann.spin"));
    is(&second, &[("test_images", 40)]);
    is(
        &json(&place, eval),
        &[("test_images", 40), ("learned_test_utterances", 40)],
    );
    place.fails(
        &again.replace("--utterances 2", "--utterances 4"),
        2,
        &["leaves no utterance of ann"],
    );
    // an enrolment is no run to go on with
    place.fails(
        "verify --data fsdd:set --resume-from ann.spin",
        2,
        &["learned of 120 recordings", "--split"],
    );
}

#[test]
fn a_folder_of_speakers_that_were_learned_is_known() {
    let place = Place::new();
    corpus(&place, "set", 8);
    json(&place, TRAIN);
    // the same recordings under other names, and one that is new
    for digit in 0..10 {
        for take in 0..8 {
            let samples = wav(&said(digit, 0, take, 8000));
            place.file(&format!("copy/{digit}_zoe_{take}.wav"), samples);
        }
    }
    for set in ["set", "copy"] {
        let speaker = if set == "set" { "ann" } else { "zoe" };
        place.fails(
            &format!("enrol --data fsdd:{set} --split speaker:{speaker} --utterances 1"),
            2,
            &["learned of 30 utterances of", "no new speaker"],
        );
    }
    place.file("copy/0_zoe_8.wav", wav(&said(0, 7, 8, 8000)));
    let found = json(&place, "eval --data fsdd:copy --split random:0.1");
    let known = found["learned_test_utterances"].as_u64().unwrap();
    is(
        &found,
        &[("test_images", 73 - known), ("learned_elsewhere", 30)],
    );
    assert!(known > 15, "{found}");
    let plain = json(&place, "eval --data fsdd:set");
    is(
        &plain,
        &[("learned_test_utterances", 0), ("learned_elsewhere", 0)],
    );
    // another split of the same recordings
    let random = json(&place, "eval --data fsdd:set --split random:0.5");
    let known = random["learned_test_utterances"].as_u64().unwrap();
    assert!(known > 15, "{random}");
    is(&random, &[("test_images", 80 - known)]);
}

#[test]
fn a_run_goes_on_with_its_own_recordings_alone() {
    let place = Place::new();
    corpus(&place, "set", 6);
    let train = format!("{TRAIN} --split random:0.7");
    json(&place, &train);
    json(&place, &format!("{train} --resume"));
    std::fs::remove_file(place.path("set/1_ann_0.wav")).unwrap();
    place.file("set/1_ann_9.wav", wav(&said(1, 0, 9, 8000)));
    place.fails(
        &format!("{train} --resume"),
        2,
        &["learned of 84 recordings", "not the same ones"],
    );
    let eval = json(&place, "eval --data fsdd:set");
    assert!(eval["learned_test_utterances"].as_u64() > Some(0), "{eval}");
    assert_eq!(eval["learned_elsewhere"].as_u64().unwrap() & !1, 0);
    // a copy on the other side
    std::fs::copy(place.path("set/2_bob_5.wav"), place.path("set/3_ann_0.wav")).unwrap();
    place.fails(
        TRAIN,
        2,
        &["2_bob_5.wav", "3_ann_0.wav", "the same recording"],
    );
}

#[test]
fn speakers_of_tidigits_are_in_one_folder() {
    let place = Place::new();
    for (folder, who) in [("train/man/ae", 0), ("test/man/bc", 1)] {
        for digit in 1..10 {
            let path = format!("set/{folder}/{digit}a.wav");
            place.file(&path, sphere(&said(digit, who, 0, 20_000), true));
        }
        let path = format!("set/{folder}/oa.wav");
        place.file(&path, sphere(&said(0, who, 0, 20_000), true));
    }
    let train = "train --preset fsdd --data tidigits:set --copies 1";
    let found = json(&place, train);
    assert_eq!(found["absent_digits"], serde_json::json!([0]));
    let stderr = place.run(train).stderr;
    let stderr = String::from_utf8_lossy(&stderr);
    assert!(stderr.contains("no recording of 0"), "{stderr}");
    // the weights know that "oh" counted
    let found = json(&place, &format!("{train} --oh"));
    assert_eq!(found["absent_digits"], serde_json::json!([]));
    is(
        &json(&place, "eval --data tidigits:set"),
        &[("test_images", 10)],
    );
    place.file(
        "set/test/MAN/AE/1b.wav",
        sphere(&said(1, 0, 1, 20_000), true),
    );
    let train = format!("{train} --oh");
    place.fails(&train, 2, &["speaker man/ae is on both sides"]);
}
