//! What is emitted, as text and in the eyes of two linters, for cores of several sizes.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::tools;
use spinloom::device::SwitchingTables;
use spinloom::emit::package::Design;
use spinloom::spec::{Compartments, Layout, Spec};
use spinloom::verify::simulator::Simulator;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Rows, columns, lanes.
const SIZES: [[usize; 3]; 9] = [
    [784, 100, 100],
    [784, 100, 20],
    [784, 100, 33],
    [64, 20, 5],
    [1, 1, 1],
    [4, 2, 1],
    [40, 33, 32],
    [63, 17, 16],
    [1025, 130, 13],
];

/// Trains: sizes and input steps.
const TRAINS: [([usize; 3], usize); 4] = [
    ([784, 100, 100], 4),
    ([784, 100, 20], 8),
    ([4, 2, 1], 2),
    ([63, 17, 16], 3),
];

/// Sizes of scheme "prototype".
const PROTOTYPES: [([usize; 3], Compartments); 5] = [
    ([784, 100, 100], Compartments::Four),
    ([784, 100, 20], Compartments::One),
    ([20, 20, 6], Compartments::Four),
    ([1, 10, 1], Compartments::One),
    ([63, 30, 16], Compartments::Four),
];

fn modulated([rows, columns, lanes]: [usize; 3]) -> Spec {
    Spec::new(rows, columns, lanes).unwrap()
}

/// The cores that are looked at.
fn specs() -> Vec<Spec> {
    let prototype = |(size, compartments): ([usize; 3], Compartments)| {
        let [rows, columns, lanes] = size;
        Spec::with_prototype(rows, columns, lanes, compartments, Layout::EDGE12).unwrap()
    };
    let prototypes = PROTOTYPES.into_iter().map(prototype);
    let trains = TRAINS
        .into_iter()
        .map(|(size, steps)| modulated(size).with_steps(steps).unwrap());
    let masked = [[16, 8, 8], [17, 33, 7], [784, 100, 100]]
        .into_iter()
        .map(|size| modulated(size).with_mask(20).unwrap());
    let held = SIZES.into_iter().map(modulated);
    let inferring = [[784, 100, 20], [16, 8, 8], [1, 1, 1], [63, 17, 16]]
        .into_iter()
        .map(|size| modulated(size).with_inference().unwrap());
    let modulated = held.chain(masked).chain(trains).chain(inferring);
    modulated.chain(prototypes).collect()
}

/// A core's Verilog and its testbench last: name and text.
fn files(spec: &Spec) -> Vec<(String, String)> {
    let words: Vec<u16> = SwitchingTables::default().words().copied().collect();
    let design = Design {
        spec,
        name: "core",
        seed: 1,
        lfsr_start: 0xACE1,
        tables: words.try_into().unwrap(),
        device: None,
        weights: None,
    };
    let mut found = Vec::new();
    for file in design.files(Vec::new()).unwrap() {
        if let Some(name) = file.path.rsplit('/').next().filter(|n| n.ends_with(".v")) {
            found.push((name.to_owned(), String::from_utf8(file.content).unwrap()));
        }
    }
    assert_eq!(found.last().unwrap().0, "tb.v");
    found
}

fn num_lines(files: &[(String, String)]) -> usize {
    files.iter().map(|(_, text)| text.lines().count()).sum()
}

#[test]
fn text_does_not_grow_with_the_array() {
    let small = num_lines(&files(&modulated([16, 8, 8])));
    let large = num_lines(&files(&modulated([784, 400, 400])));
    assert!(large * 100 <= small * 105, "{small} and {large} lines");
    let small = num_lines(&files(&modulated([16, 8, 4])));
    let large = num_lines(&files(&modulated([784, 400, 20])));
    assert!(large * 100 <= small * 105, "{small} and {large} lines");
}

#[test]
fn every_file_is_a_module_in_plain_narrow_text() {
    for (name, text) in specs().iter().flat_map(files) {
        assert!(text.is_ascii(), "{name}");
        assert!(text.ends_with('\n') && !text.contains('\t'), "{name}");
        for line in text.lines() {
            assert!(line.len() <= 100, "{name}: {line}");
            assert_eq!(line, line.trim_end(), "{name}: `{line}`");
        }
        let modules: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("module "))
            .map(|rest| rest.split([' ', ';', '(']).next().unwrap())
            .collect();
        assert_eq!(modules, [name.strip_suffix(".v").unwrap()]);
        let nettype = text.matches("`default_nettype none").count();
        assert_eq!(nettype, 1, "{name}");
        assert!(
            text.ends_with("endmodule\n\n`default_nettype wire\n"),
            "{name}"
        );
    }
}

/// Everything that a tool prints about a core's files.
fn said(spec: &Spec, line: &str, files: &dyn Fn(&Path) -> Vec<PathBuf>) -> String {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in self::files(spec) {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    let mut words = line.split_whitespace();
    let output = Command::new(words.next().unwrap())
        .args(words)
        .args(files(dir.path()))
        .current_dir(dir.path())
        .output()
        .unwrap();
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text += &String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() || !text.is_empty(),
        "{line}: {spec:?}"
    );
    text
}

fn is_silent(line: &str, files: &dyn Fn(&Path) -> Vec<PathBuf>) {
    for spec in specs() {
        let text = said(&spec, line, files);
        assert!(text.is_empty(), "{line}: {spec:?}:\n{text}");
    }
}

/// The sources in `dir`, without the testbench.
fn core(dir: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path());
    let mut sources: Vec<_> = entries.filter(|p| !p.ends_with("tb.v")).collect();
    sources.retain(|p| p.extension().is_some_and(|e| e == "v"));
    sources.sort();
    sources
}

fn with_bench(dir: &Path) -> Vec<PathBuf> {
    let mut sources = core(dir);
    sources.push(dir.join("tb.v"));
    sources
}

#[test]
fn verilator_has_nothing_to_say() {
    if !tools(&[Simulator::Verilator]) {
        return;
    }
    let lint = "verilator --lint-only -Wall";
    is_silent(&format!("{lint} --top-module spin_core"), &core);
    // the core has no timescale of its own
    let bench = format!("{lint} --timing --timescale 1ns/1ps --top-module tb");
    is_silent(&bench, &with_bench);
}

#[test]
fn icarus_has_nothing_to_say() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let lint = "iverilog -Wall -g2005 -o out.vvp";
    is_silent(&format!("{lint} -s spin_core"), &core);
    is_silent(&format!("{lint} -Wno-timescale -s tb"), &with_bench);
}

/// The linters see what is wrong.
#[test]
fn a_wrong_width_is_not_passed_over() {
    if !tools(&[Simulator::Verilator]) {
        return;
    }
    let widened = |dir: &Path| {
        let path = dir.join("draw.v");
        let text = std::fs::read_to_string(&path).unwrap();
        let sound = "state_d = jump;";
        assert!(text.contains(sound));
        std::fs::write(path, text.replace(sound, "state_d = jump[14:0];")).unwrap();
        core(dir)
    };
    let line = "verilator --lint-only -Wall --top-module spin_core";
    assert!(said(&modulated(SIZES[0]), line, &widened).contains("WIDTH"));
}
