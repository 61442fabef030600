//! Cells that differ, and noise on the images.

use super::good::json;
use super::place::Place;

const SCHEMES: [&str; 2] = ["--array 784x8", "--preset mnist-sequence --array 784x20"];

#[test]
fn cells_that_differ() {
    let place = Place::new();
    for scheme in SCHEMES {
        let train = format!("train {scheme} --data embedded --weights w.spin");
        let plain = json(&place, &train);
        let line = format!("{train} --variation centre=1.0,slope=0.3,stuck=0.2");
        let varied = json(&place, &line);
        assert_eq!(varied["variation"], "centre=1,slope=0.3,stuck=0.2");
        assert_ne!(varied["w1_digest"], plain["w1_digest"]);
        assert_eq!(json(&place, &line)["w1_digest"], varied["w1_digest"]);
        let judged = json(&place, "eval --weights w.spin --data embedded");
        assert_eq!(
            judged["test_accuracy_percent"],
            varied["test_accuracy_percent"]
        );
        let again = format!("{train} --quiet --resume");
        place.fails(
            &again,
            2,
            &["variation centre=1,slope=0.3,stuck=0.2, not none"],
        );
    }
    let text = String::from_utf8(
        place
            .run("train --array 784x4 --data embedded --variation stuck=0.1")
            .stdout,
    );
    assert!(text.unwrap().contains("golden model alone"));
}

#[test]
fn noise_on_the_images() {
    let place = Place::new();
    for scheme in SCHEMES {
        let train = format!("train {scheme} --data embedded --weights w.spin");
        let plain = json(&place, &train);
        let eval = "eval --weights w.spin --data embedded";
        let hurt = json(&place, &format!("{eval} --noise salt=0.3"));
        assert_eq!(hurt["noise"], "salt=0.3");
        let percent = |found: &serde_json::Value| found["test_accuracy_percent"].as_f64().unwrap();
        assert!(percent(&hurt) < percent(&plain));
        let both = json(&place, &format!("{train} --noise salt=0.3"));
        assert_eq!(percent(&json(&place, eval)), percent(&both));
        let clean = json(&place, &format!("{eval} --noise none"));
        assert!(clean.get("noise").is_none());
    }
}

#[test]
fn the_table() {
    let place = Place::new();
    let line = "sweep robustness --array 784x10 --data embedded --seeds 2 --variation stuck=0.2 --noise salt=0.2";
    let found = json(&place, line);
    assert_eq!(found["rtl"], false);
    for scheme in ["modulated", "prototype"] {
        let rows = found["schemes"][scheme].as_array().unwrap();
        let levels: Vec<_> = rows
            .iter()
            .map(|row| row["level"].as_str().unwrap())
            .collect();
        assert_eq!(levels, ["none", "stuck=0.2", "salt=0.2"]);
        assert_eq!(rows[2]["disturbed"], "test images");
        assert_eq!(
            rows[0]["test_accuracy_percent"].as_array().unwrap().len(),
            2
        );
        assert_eq!(rows[0]["loss_percent"], 0.0);
    }
    let one = json(
        &place,
        &format!("{line} --scheme modulated --noise-in-training --epochs 2"),
    );
    assert_eq!(one["schemes"]["modulated"][2]["disturbed"], "all images");
    assert!(one["schemes"].get("prototype").is_none());
}

#[test]
fn bad_input() {
    let place = Place::new();
    let cases: &[(&str, &[&str])] = &[
        (
            "train --variation stuck=20",
            &["--variation", "`stuck=20`", "0 to 1"],
        ),
        (
            "train --variation sigma=1",
            &["`sigma` is unknown", "centre, slope, mismatch, stuck"],
        ),
        ("train --variation centre", &["`centre` is not NAME=NUMBER"]),
        (
            "train --noise pepper=1",
            &["--noise", "`pepper` is unknown", "salt, gauss, shift"],
        ),
        ("train --noise shift=1.5", &["`shift=1.5`", "whole number"]),
        ("train --stuck-percent 20", &["'--stuck-percent'"]),
        ("verify --variation stuck=0.1", &["'--variation'"]),
        ("sweep", &["SPEC.toml"]),
        ("sweep robustness --seeds 0", &["'0'", "--seeds"]),
        (
            "sweep robustness --variation stuck=2",
            &["--variation", "`stuck=2`"],
        ),
        (
            "sweep robustness --noise salt=-1",
            &["--noise", "`salt=-1`"],
        ),
        ("sweep robustness --scheme third", &["'third'"]),
    ];
    for (line, parts) in cases {
        place.fails(line, 2, parts);
    }
    place.file("c.toml", "[train]\nvariation = 'stuck=0.1'");
    for command in ["generate", "verify", "run"] {
        let line = format!("{command} --config c.toml");
        place.fails(
            &line,
            2,
            &["`train.variation = stuck=0.1`", "no RTL has it"],
        );
    }
    json(
        &place,
        "train --array 784x4 --data embedded --variation stuck=0.1 --weights w.spin",
    );
    place.fails(
        "verify --data embedded --quiet --resume-from w.spin",
        2,
        &["w.spin", "cells that differ (stuck=0.1)", "--variation"],
    );
}
