use super::*;
use serde_json::{Map, Value, json};

fn part(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

fn parts(all: &[(&str, Value)]) -> Parts {
    let mut parts = Parts::new("build/run");
    for (name, value) in all {
        parts.insert(name, part(value.clone()));
    }
    parts
}

/// The page without what holds the words of commands together.
fn bare(parts: &Parts) -> String {
    let page = page(parts).unwrap();
    page.replace("<span>", "").replace("</span>", "")
}

#[test]
fn a_sequence_is_a_picture() {
    let run = json!({"command": "spinloom train --preset mnist-sequence", "array": "784x100", "data": "mnist",
        "scheme": "prototype", "test_accuracy_percent": 98.7});
    let train = json!({
        "class_sequence": [1, 0],
        "accuracy_matrix_percent": [[null, 100.0], [97.5, 62.25]],
        "forgetting_percent": [0.0, 37.75],
        "forgetting_mean_percent": 18.875,
        "floors": {"nearest_class_mean": {"test_accuracy_percent": 82.03}},
    });
    let page = bare(&parts(&[("run", run), ("train", train)]));
    for part in [
        "<pre>spinloom train --preset mnist-sequence</pre>",
        "after 1",
        "after 0",
        ">62.2<",
        ">37.8<",
        "nearest class mean",
        "82.03",
        "98.70",
        "18.88",
    ] {
        assert!(page.contains(part), "{part}");
    }
    // three cells and two forgotten ones
    assert_eq!(page.matches("<rect class=\"cell").count(), 5);
}

#[test]
fn nothing_from_outside_the_file() {
    let run = json!({"command": "spinloom <b>", "array": "<script>"});
    let page = page(&parts(&[("run", run)])).unwrap();
    for outside in [
        "http:", "https:", "src=", "@import", "<script", "<b>", "url(",
    ] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn what_is_missing_says_why_and_which_command_gives_it() {
    let stages =
        json!([{"name": "raster", "state": "failed", "seconds": 0.1, "says": "no `room`"}]);
    let run = json!({"data_flag": "mnist", "flags": "--array 784x100", "stages": stages});
    let page = bare(&parts(&[("run", run)]));
    for part in [
        "spinloom run --preset mnist-sequence --data mnist",
        "spinloom verify --array 784x100 --data mnist --json &gt; build/run/verify.json; spinloom report build/run",
        "spinloom synth --array 784x100 --target xc7 --json",
        "make setup",
        "<p>Stage <code>raster</code> failed: no <code>room</code>.</p>",
        "<li class=\"absent\"><a href=\"#robustness\">",
    ] {
        assert!(page.contains(part), "{part}");
    }
    for placeholder in ["FLAGS", "DATA", "ARRAY", "SEQUENCE", "FOLDER"] {
        assert!(!page.contains(placeholder), "{placeholder}");
    }
}

#[test]
fn a_part_of_another_form_is_refused() {
    let error = page(&parts(&[("verify", json!({"simulator": 3}))])).unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains("build/run/verify.json") && text.contains("make it again"),
        "{text}"
    );
}

#[test]
fn golden_and_rtl_over_each_other() {
    let raster = json!({"image": 7, "label": 3, "class": 3, "columns": 4, "steps": 8, "events": [[0, 1]],
        "spikes": [[2, 1], [5, 3]], "cycles": [[12, 1], [15, 3]]});
    let wave = |column: u32| {
        json!({"images": {"7": {"first": 100, "result": {"at": 140, "class": 3, "taught": false},
            "fired": [{"at": 112, "column": 1, "step": 2}, {"at": 115, "column": column, "step": 5}]}}})
    };
    let equal = page(&parts(&[("raster", raster.clone()), ("wave", wave(3))])).unwrap();
    assert!(equal.contains("the same 2 spikes in the same steps, and in the very cycles"));
    assert!(equal.contains("40 cycles after the first event"));
    let other = page(&parts(&[("raster", raster.clone()), ("wave", wave(2))])).unwrap();
    assert!(other.contains("not all in these steps"));
    let run = json!({"command": "spinloom run --train 5 --out 'a b'"});
    let alone = bare(&parts(&[("raster", raster), ("run", run)]));
    let remedy = "<pre>spinloom run --train 5 --out 'a b' --around 7</pre>";
    assert!(alone.contains(remedy) && !alone.contains("The RTL fires"));
}

#[test]
fn words_as_the_shell_reads_them() {
    let words = ["a-b/c:1,d=e", "", "a b", "it's", "$x"].map(shell_word);
    assert_eq!(words, ["a-b/c:1,d=e", "''", "'a b'", r"'it'\''s'", "'$x'"]);
}

/// Of a core that cannot learn nothing is said to be taught; drawn digits are said to be drawn.
#[test]
fn what_does_not_learn_is_not_taught() {
    let page = |learns: bool, data: &str, code: &str| {
        let run = json!({"learns": learns, "data": data, "code": code});
        let verify = json!({"simulator": ["icarus"], "train_images": 4, "test_images": 2, "taught_images": 0,
            "differences": 0, "learns": learns});
        let train = json!({"energy_image_device_nj": 0.0, "energy_image_cmos_nj": 2.0,
            "energy_teaching_image_device_nj": 1.0, "energy_teaching_image_cmos_nj": 2.0});
        page(&parts(&[
            ("run", run),
            ("verify", verify),
            ("train", train),
        ]))
        .unwrap()
    };
    let [learns, infers] = [(true, "mnist", "edge16"), (false, "embedded", "events")]
        .map(|(learns, data, code)| page(learns, data, code));
    for part in ["4 images with learning on (0 taught)", "Teaching, mean"] {
        assert!(learns.contains(part) && !infers.contains(part), "{part}");
    }
    for part in ["6 utterances, to be judged: the core does not learn", DRAWN] {
        assert!(!learns.contains(part) && infers.contains(part), "{part}");
    }
}
