//! The command line against bad input: usage, settings, outputs. Every case says its exit code and
//! what the one line on standard error must name.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "cli/area.rs"]
mod area;
mod common;
#[path = "cli/compare.rs"]
mod compare;
#[path = "cli/data.rs"]
mod data;
#[path = "cli/device.rs"]
mod device;
#[path = "cli/good.rs"]
mod good;
#[path = "cli/images.rs"]
mod images;
#[path = "cli/inference.rs"]
mod inference;
#[path = "cli/kill.rs"]
mod kill;
#[path = "cli/learned.rs"]
mod learned;
#[path = "cli/pairs.rs"]
mod pairs;
#[path = "cli/place.rs"]
mod place;
#[path = "cli/robustness.rs"]
mod robustness;
#[path = "cli/run.rs"]
mod run;
#[path = "cli/sequence.rs"]
mod sequence;
#[path = "cli/shell.rs"]
mod shell;
#[path = "cli/sounds.rs"]
mod sounds;
#[path = "cli/speech.rs"]
mod speech;
#[path = "cli/speech_cores.rs"]
mod speech_cores;
#[path = "cli/sweeps.rs"]
mod sweeps;
#[path = "cli/synth.rs"]
mod synth;
#[path = "cli/tools.rs"]
mod tools;
#[path = "cli/types.rs"]
mod types;
#[path = "cli/wave.rs"]
mod wave;
#[path = "cli/weights.rs"]
mod weights;

use place::{Place, failure, is_clean};

/// (arguments, exit code, what the line names)
type Case<'a> = (&'a str, i32, &'a [&'a str]);

#[test]
fn usage() {
    let cases: &[Case] = &[
        ("", 2, &["a command is missing", "--help"]),
        ("data", 2, &["a command is missing"]),
        ("device", 2, &["a command is missing"]),
        ("frobnicate", 2, &["unrecognized subcommand 'frobnicate'"]),
        ("generate --lane 3", 2, &["'--lane'", "'--lanes'"]),
        ("generate --array", 2, &["--array <RxC>"]),
        ("generate stray", 2, &["'stray'"]),
        (
            "generate --seed 1 --seed 2",
            2,
            &["--seed <S>", "multiple times"],
        ),
        ("data fetch cifar", 2, &["'cifar'", "mnist"]),
        ("data encode --split dev --out x", 2, &["'dev'", "--split"]),
        ("data encode --split test", 2, &["--out <FILE>"]),
        ("eval --views 3", 2, &["'3'", "--views"]),
        ("verify --vcd x.vcd", 2, &["--around"]),
        ("verify --vcd x.vcd --around -1", 2, &["-1"]),
        ("device fit", 2, &["<SWEEP.csv>", "--out <DIR>"]),
        ("device fit s.csv", 2, &["--out <DIR>"]),
    ];
    let place = Place::new();
    for (line, code, parts) in cases {
        place.fails(line, *code, parts);
    }
    assert!(is_clean(&place.path("")));
}

#[test]
fn settings() {
    let cases: &[Case] = &[
        (
            "generate --array 0x100",
            2,
            &["--array", "`0x100` has no rows", "1 to 4096"],
        ),
        ("generate --array 784x0", 2, &["`784x0` has no columns"]),
        (
            "generate --array -4x3",
            2,
            &["`-4x3`", "negative number of rows"],
        ),
        ("generate --array 4x-3", 2, &["negative number of columns"]),
        ("generate --array 5000x10", 2, &["too many rows", "4096"]),
        (
            "generate --array 10x99999999999999999999",
            2,
            &["too many columns"],
        ),
        (
            "generate --array 784",
            2,
            &["`784` is not ROWSxCOLUMNS, e.g. 784x100"],
        ),
        ("generate --array 784x100x3", 2, &["is not ROWSxCOLUMNS"]),
        ("generate --array 784*100", 2, &["is not ROWSxCOLUMNS"]),
        ("train --array 1e3x10", 2, &["is not ROWSxCOLUMNS"]),
        ("generate --lanes 0", 2, &["--lanes", "`0`", "1 to 4096"]),
        ("generate --lanes -1", 2, &["--lanes", "`-1`"]),
        (
            "generate --lanes many",
            2,
            &["`many` is not a whole number"],
        ),
        (
            "generate --array 16x8 --lanes 9",
            2,
            &["`lanes = 9` is outside 1 to 8"],
        ),
        (
            "verify --array 16x8 --lanes 5000",
            2,
            &["--lanes", "`5000`"],
        ),
        (
            "generate --preset tiny",
            2,
            &[
                "`tiny` is unknown: give fast, balanced, small, inference, stdp_nine, persistent, mnist-sequence",
            ],
        ),
        ("generate --seed 1.5", 2, &["--seed", "`1.5`"]),
        ("generate --seed 99999999999999999999", 2, &["--seed"]),
        ("train --epochs 0", 2, &["--epochs", "`0`", "1 to 10000"]),
        (
            "train --order random",
            2,
            &["`random` is unknown: give shuffled, file, by-class"],
        ),
        (
            "train --code dct",
            2,
            &["`dct` is unknown: give edge16, edge12, raw, ttfs, rate"],
        ),
        (
            "generate --steps 4",
            2,
            &[
                "`steps = 4`",
                "has one input step: give --code ttfs or rate",
            ],
        ),
        (
            "train --code ttfs --steps 1",
            2,
            &["`steps = 1`", "give --steps 2 to 8"],
        ),
        ("train --code rate --steps 9", 2, &["--steps", "1 to 8"]),
        (
            "train --preset mnist-sequence --code ttfs",
            2,
            &["`steps = 4`", "takes one input step"],
        ),
        ("train --data cifar", 2, &["--data", "`cifar` is unknown"]),
        (
            "train --data fsdd",
            2,
            &["no fsdd in data/fsdd", "--data fsdd:DIR"],
        ),
        ("eval --data embedded:here", 2, &["takes no folder"]),
        (
            "verify --simulator modelsim",
            2,
            &["give verilator, icarus, both"],
        ),
        ("verify --train -5", 2, &["--train", "`-5`"]),
        ("verify --jobs 0", 2, &["--jobs", "1 to 64"]),
        ("run --timeout 0", 2, &["--timeout", "1 to"]),
        (
            "generate --array 0x1 --lanes 0 --preset x",
            2,
            &["3 faults", "--array", "--lanes", "--preset"],
        ),
    ];
    let place = Place::new();
    for (line, code, parts) in cases {
        place.fails(line, *code, parts);
    }
    assert!(is_clean(&place.path("")));
}

#[test]
fn configuration_files() {
    let cases: &[(&[u8], &[&str])] = &[
        (b"lane = 3", &["c.toml", "unknown key `lane`", "known are"]),
        (b"[train]\nspeed = 3", &["unknown key `train.speed`"]),
        (b"[trian]\nepochs = 3", &["unknown key `trian`"]),
        (b"lanes = 0", &["`lanes`", "0 is not a whole number"]),
        (b"lanes = 1.5", &["`lanes`", "1.5"]),
        (b"array = [784, 100]", &["`array`", "is not a string"]),
        (b"preset = 'quick'", &["`preset`", "`quick` is unknown"]),
        (
            b"[learning]\nmargin = 70000",
            &["`learning.margin`", "65535"],
        ),
        (b"lanes = = 3", &["c.toml", "line 1"]),
        (b"lanes = 1\nlanes = 2", &["c.toml", "line 2", "duplicate"]),
        (b"lanes = \"\xff\"", &["c.toml", "byte 9 is not UTF-8"]),
        (
            b"a = 1\nb = 2\nlanes = -1",
            &["3 faults", "`a`", "`b`", "-1"],
        ),
    ];
    for (content, parts) in cases {
        let place = Place::new();
        place.file("c.toml", content);
        place.fails("generate --config c.toml", 2, parts);
    }
    let place = Place::new();
    place.fails(
        "generate --config absent.toml",
        2,
        &["absent.toml", "No such file"],
    );
    place.fails("generate --config .", 2, &["Is a directory"]);
    place.fails("train --config /proc/self/mem", 2, &["/proc/self/mem"]);
    place.fails(
        "generate --config /dev/zero",
        2,
        &["/dev/zero", "longer than"],
    );
}

#[test]
fn names_that_leave_the_folder_are_refused() {
    let place = Place::new();
    for name in ["../up", "a/b", "/tmp/x", ".hidden", "-x", "a;b"] {
        let line = format!("generate --array 4x2 --name={name}");
        place.fails(&line, 2, &["--name", name]);
    }
}

#[test]
fn outputs_that_cannot_be_written() {
    let place = Place::new();
    place.file("file", "");
    place.fails("generate --array 4x2 --out file", 2, &["file"]);
    place.fails(
        "generate --array 4x2 --out /proc/nowhere",
        2,
        &["/proc/nowhere"],
    );
    place.fails("generate --array 4x2 --out /dev/full", 2, &["/dev/full"]);
    place.file("taken/rtl_out", "");
    place.fails("generate --array 4x2 --out taken", 2, &["rtl_out"]);
    assert!(!place.path("taken/sim").exists(), "half-written");
}

#[test]
fn a_full_standard_output_is_an_error() {
    let place = Place::new();
    for line in ["device show", "--help", "device show --json"] {
        let full = std::fs::File::options()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let output = std::process::Command::new(assert_cmd::cargo::cargo_bin!("spinloom"))
            .current_dir(place.path(""))
            .args(line.split_whitespace())
            .stdout(full)
            .output()
            .unwrap();
        failure(line, &output, 2, &["standard output"]);
    }
}
