//! Preset `mnist-sequence`: classes one after the other.

use super::common::tools;
use super::good::json;
use super::place::Place;
use spinloom::verify::simulator::Simulator;

const TRAIN: &str = "train --preset mnist-sequence --array 784x20 --data embedded";

#[test]
fn a_matrix_of_accuracies() {
    let place = Place::new();
    let order = "7,2,9,0,4,1,8,3,6,5";
    let line = format!("{TRAIN} --order by-class --class-order {order} --floors");
    let found = json(&place, &line);
    assert_eq!(
        (&found["scheme"], &found["compartments"]),
        (&"prototype".into(), &4.into())
    );
    assert_eq!(
        (&found["code"], &found["warp"]),
        (&"edge12".into(), &false.into())
    );
    let matrix = found["accuracy_matrix_percent"].as_array().unwrap();
    assert_eq!(matrix.len(), 10);
    for (stage, row) in matrix.iter().enumerate() {
        let known = row
            .as_array()
            .unwrap()
            .iter()
            .filter(|cell| !cell.is_null());
        assert_eq!(known.count(), stage + 1);
    }
    assert_eq!(matrix[0][7], 100.0);
    let seen = found["accuracy_seen_percent"].as_array().unwrap();
    assert_eq!(seen[9], found["test_accuracy_percent"]);
    let forgetting = found["forgetting_percent"].as_array().unwrap();
    assert_eq!((forgetting.len(), &forgetting[5]), (10, &0.0.into()));
    for floor in ["nearest_class_mean", "streaming_lda"] {
        let floor = &found["floors"][floor];
        assert!(floor["test_accuracy_percent"].as_f64().unwrap() > 50.0);
        assert_eq!(
            floor["accuracy_matrix_percent"].as_array().unwrap().len(),
            10
        );
    }
    // the file knows its core and its code
    let path = "build/prototype_784x20.spin";
    assert_eq!(found["weights"], path);
    let line = format!("eval --weights {path} --data embedded");
    let judged = json(&place, &line);
    assert_eq!(
        judged["test_accuracy_percent"],
        found["test_accuracy_percent"]
    );
    assert_eq!(judged["scheme"], "prototype");
    let five = json(&place, &format!("{line} --views 5"));
    assert_eq!(five["views"], 5);
    let line = "eval --preset mnist-sequence --array 784x20 --data embedded";
    let by_name = json(&place, line);
    assert_eq!(
        by_name["test_accuracy_percent"],
        found["test_accuracy_percent"]
    );
    place.fails(
        "eval --preset fast --data embedded --weights build/prototype_784x20.spin",
        2,
        &[
            "prototype_784x20.spin",
            "\"prototype\"",
            "give --preset mnist-sequence",
        ],
    );
    place.fails(
        &format!("eval --compartments 1 --data embedded --weights {path}"),
        2,
        &["4 compartments"],
    );
    place.fails(
        "sweep stdp --preset mnist-sequence --data embedded --seeds 1",
        2,
        &["scheme \"modulated\"", "--preset stdp_nine"],
    );
    let again = format!("{TRAIN} --extra 1 --resume");
    place.fails(&again, 2, &["class order 7,2,9", "extra 0, not 1"]);
}

/// Broken off anywhere, gone on with, and called again when it is over: the same matrix.
#[test]
fn a_run_that_is_broken_off() {
    let place = Place::new();
    let line = format!("{TRAIN} --epochs 12 --order by-class");
    let whole = json(&place, &format!("{line} --weights whole.spin"));
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("spinloom"))
        .args(format!("{line} --weights part.spin").split_whitespace())
        .current_dir(place.path(""))
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    while !place.path("part.spin").exists() && child.try_wait().unwrap().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    for _ in 0..2 {
        let resumed = json(&place, &format!("{line} --weights part.spin --resume"));
        for key in [
            "accuracy_matrix_percent",
            "forgetting_percent",
            "w1_digest",
            "lfsr",
        ] {
            assert_eq!(resumed[key], whole[key], "{key}");
        }
    }
}

#[test]
fn the_other_scheme_in_sequence() {
    let place = Place::new();
    let line = "train --array 784x10 --data embedded --order by-class --no-warp";
    let found = json(&place, line);
    assert_eq!(found["scheme"], "modulated");
    assert_eq!(
        found["accuracy_matrix_percent"].as_array().unwrap().len(),
        10
    );
}

#[test]
fn options() {
    let place = Place::new();
    let line = format!("{TRAIN} --extra 2 --variation stuck=0.2 --compartments 1");
    let found = json(&place, &line);
    assert_eq!(found["compartments"], 1);
    assert_eq!(
        (&found["extra"], &found["variation"]),
        (&2.into(), &"stuck=0.2".into())
    );
    assert!(found["presentations"].as_u64() > found["train_images"].as_u64());
    let shuffled = json(&place, &format!("{TRAIN} --order shuffled"));
    assert!(shuffled.get("accuracy_matrix_percent").is_none());
}

#[test]
fn core_and_report() {
    let place = Place::new();
    let line = "generate --preset mnist-sequence --array 64x20 --lanes 4 --compartments 1";
    let found = json(&place, line);
    let name = "spin_prototype_q1_64x20_l4";
    assert_eq!(
        (&found["name"], &found["scheme"]),
        (&name.into(), &"prototype".into())
    );
    let core = std::fs::read_to_string(place.path(&format!("rtl_out/{name}/spin_core.v"))).unwrap();
    let command =
        "spinloom generate --preset mnist-sequence --compartments 1 --array 64x20 --lanes 4";
    assert!(core.contains(command) && core.contains("// compartments     1\n"));
    let again = json(&place, &format!("{TRAIN} --report page.html"));
    assert_eq!(again["report"], "page.html");
    let page = std::fs::read_to_string(place.path("page.html")).unwrap();
    assert!(page.contains("after 9") && page.contains("<span>--report</span> page.html"));
    place.fails(&format!("{TRAIN} --report ."), 2, &["."]);
}

#[test]
fn verified() {
    let place = Place::new();
    let verify = "verify --preset mnist-sequence --array 64x20 --data embedded --simulator icarus";
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let found = json(&place, &format!("{verify} --train 40 --test 10"));
    assert_eq!(
        (&found["differences"], &found["weights_equal"]),
        (&0.into(), &true.into())
    );
    assert_eq!(found["taught_images"], 40);
    let train = "train --preset mnist-sequence --data embedded --array 64x20 --weights w.spin";
    json(&place, train);
    let resumed = "verify --resume-from w.spin --data embedded --simulator icarus";
    let found = json(
        &place,
        &format!("{resumed} --preset mnist-sequence --jobs 2 --train 6 --test 6"),
    );
    assert_eq!(
        (&found["differences"], &found["array"]),
        (&0.into(), &"64x20".into())
    );
    // four images of each class, two neurons a class
    assert!(found["learning_events"].as_u64() > Some(0));
}

#[test]
fn bad_input() {
    let place = Place::new();
    let cases: &[(&str, &[&str])] = &[
        (
            "train --preset mnist-sequence --array 784x105",
            &[
                "`array.columns = 105` is no multiple of the 10 classes",
                "--array 784x100",
            ],
        ),
        (
            "train --preset mnist-sequence --array 784x4",
            &["`array.columns = 4`", "--array 784x10"],
        ),
        (
            "generate --preset mnist-sequence --array 784x7",
            &["`array.columns = 7`"],
        ),
        (
            "train --preset mnist-sequence --class-order 7,2,9,0,4,1,8,3,6,7",
            &["--class-order", "class 7 is named twice", "name each class"],
        ),
        (
            "train --preset mnist-sequence --class-order 7,2,9,0,4,1,8,3,6",
            &["class 5 is left out"],
        ),
        (
            "train --preset mnist-sequence --class-order 0,1,2,3,4,5,6,7,8,10",
            &["class 10 is not below 10"],
        ),
        (
            "train --preset mnist-sequence --class-order 0-9",
            &["`0-9` is not a list of classes", "7,2,9"],
        ),
        (
            "train --preset mnist-sequence --order file --class-order 9,8,7,6,5,4,3,2,1,0",
            &["`train.class_order`", "--order by-class"],
        ),
        (
            "train --class-order 9,8,7,6,5,4,3,2,1,0",
            &["--order by-class"],
        ),
        (
            "train --preset mnist-sequence --compartments 3",
            &["--compartments", "`3` is not 1 or 4"],
        ),
        (
            "train --compartments 4",
            &["`compartments`", "--preset mnist-sequence"],
        ),
        (
            "train --extra 1",
            &["`train.extra`", "--preset mnist-sequence"],
        ),
        (
            "train --preset mnist-sequence --extra 9",
            &["--extra", "0 to 8"],
        ),
        (
            "train --preset mnist-sequence --extra -1",
            &["--extra", "`-1`"],
        ),
        (
            "train --preset mnist-sequence --array 10x10 --data embedded",
            &[
                "`array.rows = 10` is below the 12 rows of one window",
                "at least 12 rows",
            ],
        ),
    ];
    for (line, parts) in cases {
        place.fails(line, 2, parts);
    }
    let tables: &[(&str, &[&str])] = &[
        ("margin = 3", &["`learning.margin`", "--preset fast"]),
        ("sp = [0, 1, 2]", &["3 entries", "-31 to 31: give 63"]),
        ("sp = 5", &["`learning.sp`", "not a list"]),
        ("sp = [-1]", &["`learning.sp`", "-1"]),
    ];
    for (content, parts) in tables {
        place.file(
            "c.toml",
            format!("preset = 'mnist-sequence'\n[learning]\n{content}"),
        );
        place.fails("train --config c.toml", 2, parts);
    }
    place.file("c.toml", "[learning]\nsp = [1]");
    place.fails(
        "train --config c.toml",
        2,
        &["`learning.sp`", "--preset mnist-sequence"],
    );
}
