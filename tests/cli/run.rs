//! `run`: stages, skips with their remedy, and the page.

use super::common::tools;
use super::good::{json, object};
use super::place::Place;
use serde_json::Value;
use spinloom::verify::simulator::Simulator;

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
    assert_eq!(stage(&found, "train")["state"], "done");
    assert_eq!(found["differences"], Value::Null);
    assert_eq!(found["report"], "build/run/report.html");
    let page = std::fs::read_to_string(place.path("build/run/report.html")).unwrap();
    for part in [
        "skipped",
        "verilator</code> is missing",
        "make setup",
        "--seeds 1",
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
    // a page of a later run holds nothing of an earlier one
    place.file("build/run/verify.json", "{\"simulator\": [\"other\"]}");
    object(&line, &mut without(&line));
    assert!(!place.path("build/run/verify.json").exists());
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
