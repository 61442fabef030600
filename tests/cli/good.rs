//! Good input: one JSON object, equal bytes for equal calls, runs that can be broken off.

use super::place::Place;
use assert_cmd::Command;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// The object that a command prints, which must be all that it prints.
pub fn json(place: &Place, line: &str) -> Value {
    object(line, &mut place.command(&format!("{line} --json --quiet")))
}

/// The same of a command that has `--json --quiet` and more than its line.
pub fn object(line: &str, command: &mut Command) -> Value {
    let output = command.output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{line}: {stderr}");
    assert!(stderr.is_empty(), "{line}: {stderr}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().count(), 1, "{line}: {text}");
    serde_json::from_str(&text).unwrap()
}

fn has(object: &Value, keys: &[&str]) {
    for key in keys {
        assert!(object.get(key).is_some(), "`{key}` is missing in {object}");
    }
}

const CORE: [&str; 4] = ["array", "lanes", "seed", "scheme"];

#[test]
fn json_is_one_object_with_the_common_keys() {
    let place = Place::new();
    let generated = json(&place, "generate --array 12x5 --lanes 2");
    has(&generated, &CORE);
    has(&generated, &["name", "folders", "seconds"]);
    assert_eq!(
        (&generated["array"], &generated["lanes"]),
        (&"12x5".into(), &2.into())
    );
    let trained = json(&place, "train --array 784x4 --data embedded");
    has(&trained, &CORE);
    let results = [
        "data",
        "train_images",
        "test_images",
        "test_accuracy_percent",
    ];
    has(&trained, &results);
    has(
        &trained,
        &["images_per_second", "seconds", "lfsr", "w1_digest"],
    );
    let judged = json(&place, "eval --array 784x4 --data embedded");
    has(&judged, &CORE);
    has(&judged, &results[2..]);
    has(
        &judged,
        &["confusion", "synaptic_operations_mean", "updates"],
    );
    assert_eq!(
        judged["test_accuracy_percent"],
        trained["test_accuracy_percent"]
    );
    let shown = json(&place, "device show");
    assert_eq!(shown["types"].as_array().unwrap().len(), 9);
    assert_eq!(shown["switching_tables"].as_array().unwrap().len(), 16);
}

#[test]
fn where_mnist_is_absent_the_program_draws_and_says_so() {
    let place = Place::new();
    let output = place.run("train --array 784x2");
    assert_eq!(output.status.code(), Some(0));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("digits drawn by the program"), "{stderr}");
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(stdout.contains("images of embedded"), "{stdout}");
}

/// Every file below a folder.
fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.display().to_string(), std::fs::read(&path).unwrap());
        }
    }
    found
}

#[test]
fn equal_calls_write_equal_bytes_over_what_was_there() {
    let place = Place::new();
    let line = "generate --array 9x6 --preset balanced --seed 7 --quiet";
    assert_eq!(place.run(line).status.code(), Some(0));
    let first = files(&place.path(""));
    place.file(
        "rtl_out/spin_9x6_l2/stale.v",
        "// Generated: do not edit.\n",
    );
    assert_eq!(place.run(line).status.code(), Some(0));
    assert_eq!(files(&place.path("")), first);
    let tops = ["rtl_out", "sim", "constraints"];
    assert!(tops.iter().all(|top| place.path(top).is_dir()));
    assert!(
        first
            .keys()
            .any(|f| f.ends_with("rtl_out/spin_9x6_l2/spin_core.v"))
    );
    assert!(
        first
            .keys()
            .any(|f| f.ends_with("rtl_out/spin_9x6_l2/manifest.json"))
    );
}

/// What no option of the run tells, but the core: its input steps and its registers.
#[test]
fn a_resumed_run_is_of_the_same_core() {
    let place = Place::new();
    let train = "train --array 784x4 --data embedded --code ttfs --weights w.spin";
    json(&place, &format!("{train} --steps 4"));
    place.fails(
        &format!("{train} --steps 2 --resume --quiet"),
        2,
        &["4 input steps an image, not 2"],
    );
    let eval = "eval --data embedded --weights w.spin";
    place.fails(
        &format!("{eval} --steps 8"),
        2,
        &["4 input steps an image, not 8"],
    );
    json(&place, eval);
    place.file("l.toml", "[learning]\nmargin = 100");
    let other = format!("{train} --steps 4 --config l.toml --resume --quiet");
    place.fails(&other, 2, &["w.spin", "other [learning] registers"]);
}
