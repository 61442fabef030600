//! `verify` with real simulators, on a small core and the embedded digits.

use super::common::tools;
use super::good::json;
use super::place::Place;
use spinloom::verify::simulator::Simulator;

const VERIFY: &str = "verify --array 64x12 --data embedded --simulator icarus";

fn equal(place: &Place, line: &str) -> serde_json::Value {
    let object = json(place, line);
    assert_eq!(object["differences"], 0, "{line}: {object}");
    assert_eq!(object["weights_equal"], true, "{line}: {object}");
    object
}

#[test]
fn a_window_of_signals() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let place = Place::new();
    for around in [0, 6, 11] {
        let line = format!("{VERIFY} --train 9 --test 3 --vcd w/a.vcd --around {around}");
        let object = equal(&place, &line);
        assert_eq!(object["vcd"], "w/a.vcd");
        let vcd = std::fs::read_to_string(place.path("w/a.vcd")).unwrap();
        assert!(vcd.contains("$enddefinitions") && vcd.contains("membrane_q"));
    }
    let late = format!("{VERIFY} --train 9 --test 3 --quiet --vcd b.vcd --around 12");
    place.fails(&late, 2, &["around = 12", "0 to 11", "lower --around"]);
    let nowhere = format!("{VERIFY} --train 1 --test 0 --quiet --vcd /proc/b.vcd --around 0");
    place.fails(&nowhere, 2, &["/proc/b.vcd"]);
}

#[test]
fn stalls_parts_passes_and_views_change_no_result() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let place = Place::new();
    let plain = equal(&place, &format!("{VERIFY} --train 30 --test 10"));
    assert_eq!(plain["train_images"], 30);
    assert_eq!(plain["test_images"], 10);
    for flags in [
        "--stall 4711",
        "--jobs 3",
        "--jobs 64 --stall 5",
        "--lanes 5",
    ] {
        let other = equal(&place, &format!("{VERIFY} --train 30 --test 10 {flags}"));
        for key in ["learning_events", "taught_images", "test_accuracy_percent"] {
            assert_eq!(other[key], plain[key], "{flags}: {key}");
        }
    }
    let views = equal(
        &place,
        &format!("{VERIFY} --train 30 --test 10 --views 5 --jobs 2"),
    );
    assert_eq!(views["views"], 5);
    assert_eq!(views["learning_events"], plain["learning_events"]);
}

#[test]
fn both_simulators() {
    if !tools(&[Simulator::Icarus, Simulator::Verilator]) {
        return;
    }
    let place = Place::new();
    let line = VERIFY.replace("icarus", "both");
    let object = equal(&place, &format!("{line} --train 20 --test 5 --jobs 2"));
    assert_eq!(object["simulator"].as_array().unwrap().len(), 2);
}

/// The accuracy in RTL is that of `eval`, with one view and with five.
#[test]
fn saved_weights_are_gone_on_with() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let place = Place::new();
    json(
        &place,
        "train --array 64x12 --data embedded --seed 3 --weights w.spin",
    );
    let resumed = "verify --data embedded --simulator icarus --resume-from w.spin";
    let object = equal(&place, &format!("{resumed} --train 20 --test 5"));
    assert_eq!(object["array"], "64x12");
    assert_eq!(object["seed"], 3);
    assert!(object["learning_events"].as_u64().unwrap() > 0, "{object}");
    equal(
        &place,
        &format!("{resumed} --train 20 --test 5 --lanes 4 --jobs 2"),
    );
    for views in [1, 5] {
        let all = format!("--data embedded --views {views}");
        let judged = json(&place, &format!("eval --weights w.spin {all}"));
        let images = judged["test_images"].as_u64().unwrap();
        let line = format!("verify --simulator icarus --resume-from w.spin {all} --jobs 2");
        let object = equal(&place, &format!("{line} --train 0 --test {images}"));
        assert_eq!(
            object["test_accuracy_percent"],
            judged["test_accuracy_percent"]
        );
        assert_eq!(object["views"], judged["views"]);
    }
}

#[test]
fn arrays_with_too_few_rows() {
    let place = Place::new();
    let window = [
        "`array.rows = 15`",
        "16 rows of one window of code edge16",
        "--array",
    ];
    for command in ["train", "verify --train 1 --test 1", "run"] {
        let line = format!("{command} --array 15x3 --data embedded --quiet");
        place.fails(&line, 2, &window);
    }
    let line = "train --array 783x3 --code raw --data embedded --quiet";
    place.fails(
        line,
        2,
        &[
            "`array.rows = 783`",
            "784 rows of code raw",
            "--code edge16",
        ],
    );
    json(&place, "train --array 12x3 --code edge12 --data embedded");
}
