//! Spoken digits in hardware, and the folders of TIDIGITS.

use super::common::tools;
use super::good::json;
use super::place::Place;
use super::sounds::{corpus, said, sphere};
use spinloom::verify::simulator::Simulator;

#[test]
fn the_hardware_enrols_a_speaker_as_the_model_does() {
    if !tools(&[Simulator::Verilator]) {
        return;
    }
    let place = Place::new();
    corpus(&place, "set", 4);
    let data = "--data fsdd:set --split speaker:bob";
    json(
        &place,
        &format!("train --preset fsdd --array 784x20 {data} --weights w.spin"),
    );
    let verify = format!("verify --resume-from w.spin --enrol 1 {data} --views 5");
    let found = json(&place, &verify);
    assert_eq!(
        (&found["differences"], &found["weights_equal"]),
        (&0.into(), &true.into())
    );
    // each digit once with its variants, five passes
    assert_eq!(found["train_images"], 10 * 20 * 5);
    assert!(found["learning_events"].as_u64() > Some(0), "{found}");
    let enrol = json(
        &place,
        &format!("enrol --weights w.spin --utterances 1 {data} --views 5"),
    );
    assert_eq!(
        enrol["test_accuracy_percent"],
        found["test_accuracy_percent"]
    );
}

#[test]
fn the_hardware_learns_spoken_digits_in_sequence_as_the_model_does() {
    if !tools(&[Simulator::Verilator]) {
        return;
    }
    let place = Place::new();
    corpus(&place, "set", 8);
    let verify =
        "verify --preset fsdd-sequence --array 784x20 --data fsdd:set --train 40 --test 20";
    let found = json(&place, verify);
    assert_eq!(
        (&found["differences"], &found["weights_equal"]),
        (&0.into(), &true.into())
    );
    assert!(found["learning_events"].as_u64() > Some(0), "{found}");
}

#[test]
fn tidigits_in_its_folders() {
    let place = Place::new();
    for (folder, who) in [
        ("train/man/ae", 0),
        ("train/girl/kp", 1),
        ("TEST/WOMAN/BC", 2),
    ] {
        for digit in 0..10 {
            for (take, letter) in ["a", "b"].into_iter().enumerate() {
                let name = if digit == 0 {
                    "z".into()
                } else {
                    digit.to_string()
                };
                let path = format!("set/tidigits/{folder}/{name}{letter}.wav");
                place.file(&path, sphere(&said(digit, who, take, 20_000), take == 0));
            }
        }
        place.file(
            &format!("set/tidigits/{folder}/oa.wav"),
            sphere(&said(3, who, 0, 20_000), true),
        );
        // in sequence: another task
        place.file(&format!("set/tidigits/{folder}/19z7a.wav"), "not read");
    }
    let train = "train --preset fsdd --data tidigits:set --copies 9";
    let found = json(&place, train);
    assert_eq!(found["data"], "tidigits/official");
    assert_eq!(
        (&found["test_images"], &found["skipped_files"]),
        (&20.into(), &0.into())
    );
    assert_eq!(found["train_images"], 40 * 10);
    assert!(
        found["test_accuracy_percent"].as_f64().unwrap() > 80.0,
        "{found}"
    );
    assert_eq!(json(&place, &format!("{train} --oh"))["test_images"], 21);
    assert_eq!(
        json(&place, &format!("{train} --split speaker:kp"))["test_images"],
        20
    );
    let mut shorten = sphere(&[1, 2, 3], true);
    let at = shorten.windows(3).position(|w| w == b"pcm").unwrap();
    shorten.splice(at..at + 3, *b"pcm,embedded-shorten-v2.00");
    place.file("short.wav", shorten);
    place.fails(
        "listen short.wav",
        2,
        &["compressed by shorten", "sph2pipe"],
    );
}
