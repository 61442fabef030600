//! `run`: stages, skips with their remedy, and the page.

use super::common::tools;
use super::good::{json, object};
use super::kill::{signal, start, wait_for};
use super::place::{Place, failure};
use serde_json::Value;
use spinloom::verify::simulator::Simulator;
use std::process::Output;

const SMALL: &str = "run --array 64x20 --data embedded --seeds 1";

fn stage<'a>(found: &'a Value, name: &str) -> &'a Value {
    let stages = found["stages"].as_array().unwrap();
    stages.iter().find(|stage| stage["name"] == name).unwrap()
}

#[test]
fn what_lacks_a_tool_is_skipped_with_the_remedy() {
    let place = Place::new();
    let without = |line: &str| {
        let mut command = place.command(line);
        command.env("SPINLOOM_VERILATOR", "/nowhere/verilator");
        command.env("SPINLOOM_YOSYS", "/nowhere/yosys");
        command
    };
    let line = format!("{SMALL} --synth xc7 --json --quiet");
    let found = object(&line, &mut without(&line));
    for (name, tool) in [
        ("verify", "`verilator` is missing"),
        ("synthesize", "yosys"),
    ] {
        let stage = stage(&found, name);
        assert_eq!(stage["state"], "skipped", "{stage}");
        let says = stage["says"].as_str().unwrap();
        assert!(says.contains(tool) && says.contains("make setup"), "{says}");
    }
    if Simulator::Icarus.find().is_ok() {
        let says = stage(&found, "verify")["says"].to_string();
        assert!(says.contains("`--simulator icarus "), "{says}");
    }
    assert_eq!(stage(&found, "train")["state"], "done");
    assert_eq!(found["differences"], Value::Null);
    assert_eq!(found["report"], "build/run/report.html");
    let page = std::fs::read_to_string(place.path("build/run/report.html")).unwrap();
    for part in [
        "skipped",
        "verilator</code> is missing",
        "make setup",
        "<span>--seeds</span> 1",
        "drawn by the program",
        "spinloom verify",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let output = without(SMALL).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        text.contains("skipped: `verilator` is missing") && text.contains("skipped: left out"),
        "{text}"
    );
    // a page of a later run holds nothing of an earlier one, and only what is not the run's stays
    let old = ["verify.json", "waves.vcd", "waves.golden.gtkw"];
    for name in old.iter().chain(&["mine.txt"]) {
        place.file(&format!("build/run/{name}"), "{\"simulator\": [\"other\"]}");
    }
    // no image of that number: nothing is done, whatever simulators there are
    let around = format!("{SMALL} --train 20 --test 6 --around 26 --quiet");
    let parts = ["`around = 26`", "images 0 to 25"];
    failure(&around, &without(&around).output().unwrap(), 2, &parts);
    assert!(place.path("build/run/waves.vcd").exists());
    object(&line, &mut without(&line));
    let there = |name: &str| place.path("build/run").join(name).exists();
    assert!(there("mine.txt") && !old.iter().any(|name| there(name)));
}

/// What fails is told, what does not need it goes on, and there is a page.
#[test]
fn a_stage_that_fails_takes_no_other_with_it() {
    let place = Place::new();
    // a simulator that is there, and fails; weights that cannot be written
    let tool = place.script("verilator", "exit 9").display().to_string();
    let with = |line: &str| {
        let mut command = place.command(line);
        command.env("SPINLOOM_VERILATOR", &tool);
        command.output().unwrap()
    };
    let line = format!("{SMALL} --synth none");
    let output = with(&format!("{line} --json --quiet"));
    failure_with(&output, 3, "verilator");
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(stage(&found, "verify")["state"], "failed");
    assert_eq!(stage(&found, "raster")["state"], "done");
    let page = || std::fs::read_to_string(place.path("build/run/report.html")).unwrap();
    assert!(page().contains("<td class=\"state failed\">"));

    std::fs::remove_file(place.path("build/64x20.spin")).unwrap();
    std::fs::create_dir(place.path("build/64x20.spin")).unwrap();
    let output = with(&format!("{line} --preset inference"));
    failure_with(&output, 2, "64x20.spin");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    for part in [
        "train\nfailed: build/64x20.spin",
        "verify\nskipped: stage `train` has made nothing",
        "encode\ncode edge16",
        "report: build/run/report.html",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(page().contains("64x20.spin: is there and is no file"));
}

fn failure_with(output: &Output, code: i32, part: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(said.starts_with("error: ") && said.contains(part), "{said}");
}

/// What was finished is printed and kept; the training goes on.
#[test]
fn an_interrupted_run_says_how_to_go_on() {
    let place = Place::new();
    let line = format!("{SMALL} --simulator icarus --train 2 --test 1 --synth none --epochs 40");
    let child = start(&place, &line);
    wait_for(&place.path("build/64x20.spin"));
    signal(&child, "INT");
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{said}");
    for part in [
        "interrupted in stage `",
        "behind encode",
        "--resume",
        "64x20.spin",
    ] {
        assert!(
            said.lines().last().unwrap().contains(part),
            "{part}: {said}"
        );
    }
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("\nencode\ncode edge16"), "{text}");
    let kept = json(&place, "report");
    assert_eq!(kept["left_out"], Value::Array(Vec::new()));
    let resumed = json(&place, &format!("{line} --resume"));
    let whole = json(&Place::new(), &line);
    for key in ["w1_digest", "lfsr"] {
        assert_eq!(resumed["train"][key], whole["train"][key]);
    }
}

/// A part of another run is not shown as this run's.
#[test]
fn parts_of_other_runs_are_left_out() {
    let place = Place::new();
    json(
        &place,
        &format!("{SMALL} --simulator icarus --train 2 --test 1 --synth none"),
    );
    let robustness = "sweep robustness --data embedded --seeds 1 --variation stuck=0.1";
    let store = |line: &str, name: &str| {
        let output = place.run(&format!("{line} --json --quiet"));
        place.file(&format!("build/run/{name}.json"), output.stdout);
    };
    store(&format!("{robustness} --array 64x10"), "robustness");
    store(
        "train --array 64x20 --data embedded --seed 2 --energy",
        "train",
    );
    let found = json(&place, "report");
    let says = [
        "`robustness.json` is of another run (array 64x10, not 64x20) and left out.",
        "`train.json` is of another run (seed 2, not 1) and left out.",
    ];
    assert_eq!(found["left_out"], serde_json::json!(says));
    let page = || std::fs::read_to_string(place.path("build/run/report.html")).unwrap();
    assert!(page().contains("array 64x10, not 64x20") && !page().contains("stuck=0.1"));
    store(&format!("{robustness} --array 64x20"), "robustness");
    store("train --array 64x20 --data embedded --energy", "train");
    assert_eq!(json(&place, "report")["left_out"], serde_json::json!([]));
    assert!(page().contains("stuck=0.1"));
    // parts of runs of the same core with other settings
    for (more, why) in [
        ("--epochs 2", "epochs 2, not 1"),
        ("--no-normaliser", "other settings"),
    ] {
        let run = "--simulator icarus --train 2 --test 1 --synth none --out other";
        json(&place, &format!("{SMALL} {run} {more}"));
        for part in ["curve", "fields"] {
            let from = place.path(&format!("other/build/run/{part}.json"));
            let part = place.file(&format!("build/run/{part}.json"), "");
            std::fs::copy(from, part).unwrap();
        }
        let says = ["curve", "fields"]
            .map(|part| format!("`{part}.json` is of another run ({why}) and left out."));
        assert_eq!(json(&place, "report")["left_out"], serde_json::json!(says));
    }
    std::fs::remove_file(place.path("build/run/run.json")).unwrap();
    let said = String::from_utf8(place.run("report").stdout).unwrap();
    assert!(said.contains("no `run.json`: the parts may be"), "{said}");
    place.fails("report nowhere", 2, &["nowhere", "spinloom run"]);
}

/// Step or cycle, and column.
fn sorted(spikes: impl Iterator<Item = [u64; 2]>) -> Vec<[u64; 2]> {
    let mut spikes: Vec<[u64; 2]> = spikes.collect();
    spikes.sort_unstable();
    spikes
}

#[test]
fn golden_model_and_rtl_fire_in_the_same_cycles() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let place = Place::new();
    let read = |name: &str| -> Value {
        let text = std::fs::read_to_string(place.path("build/run").join(name)).unwrap();
        serde_json::from_str(&text).unwrap()
    };
    for lanes in [20, 4] {
        let icarus = "--simulator icarus --train 20 --test 6 --around 23";
        let found = json(&place, &format!("{SMALL} --lanes {lanes} {icarus}"));
        assert_eq!(found["differences"], 0);
        let (raster, wave) = (read("raster.json"), read("wave.json"));
        let pairs =
            |key: &str| -> Vec<[u64; 2]> { serde_json::from_value(raster[key].clone()).unwrap() };
        let seen = &wave["images"]["23"];
        let first = seen["first"].as_u64().unwrap();
        let fired = seen["fired"].as_array().unwrap();
        let rtl = |key: &str, less: u64| {
            sorted(fired.iter().map(|f| {
                [
                    f[key].as_u64().unwrap() - less,
                    f["column"].as_u64().unwrap(),
                ]
            }))
        };
        assert!(!fired.is_empty());
        assert_eq!(
            sorted(pairs("spikes").into_iter()),
            rtl("step", 0),
            "{lanes} lanes"
        );
        assert_eq!(
            sorted(pairs("cycles").into_iter()),
            rtl("at", first),
            "{lanes} lanes"
        );
        let page = std::fs::read_to_string(place.path("build/run/report.html")).unwrap();
        assert!(page.contains("in the very cycles of the cycle model"));
    }
}
