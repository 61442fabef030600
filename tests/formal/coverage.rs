//! Every module with a register, of every preset, is in a proof: the table in `sim/formal/README.md`.

use super::list::{Core, proofs};
use super::{Files, files, read};
use crate::common::verilog;
use spinloom::config::{Defaults, Flags, Preset, Settings};
use spinloom::spec::Spec;
use std::collections::{BTreeMap, BTreeSet};

/// The name of a module and its ports in their order; modules that differ in sizes alone are one.
type Block = (String, Vec<String>);

/// The modules with registers or memories.
fn blocks(files: &Files) -> BTreeSet<Block> {
    let port = |line: &str| {
        let line = line.trim().trim_end_matches(',');
        let is_port = line.starts_with("input ") || line.starts_with("output ");
        is_port.then(|| line.rsplit(' ').next().unwrap().to_owned())
    };
    let stateful = files.iter().filter(|(_, text)| text.contains("@(posedge"));
    stateful
        .map(|(name, text)| {
            let name = name
                .trim_end_matches(".v")
                .trim_end_matches(|c| "_234".contains(c));
            (name.to_owned(), text.lines().filter_map(port).collect())
        })
        .collect()
}

/// The core of a preset.
fn preset(name: &str) -> Spec {
    let mut flags = Flags::default();
    flags.push("preset", Some(name));
    Settings::load(None, &flags, &Defaults::default())
        .unwrap()
        .spec
}

/// What the core is for.
fn kind(spec: &Spec) -> &'static str {
    match (spec.prototype(), spec.learns()) {
        (Some(_), _) => "prototype",
        (None, true) => "modulated",
        (None, false) => "inference",
    }
}

/// The rows: a block, its proofs, the kinds of core that have it.
fn rows() -> String {
    let mut found: BTreeMap<Block, (BTreeSet<&str>, BTreeSet<&str>)> = BTreeMap::new();
    let presets = Preset::NAMES.iter().map(|(name, _)| preset(name));
    for spec in presets.chain([Core::Masked.spec()]) {
        for block in blocks(&verilog(&spec, 1)) {
            found.entry(block).or_default().1.insert(kind(&spec));
        }
    }
    let cores = Core::ALL.map(files);
    for proof in proofs() {
        let mut core = cores[proof.core as usize].clone();
        core.retain(|(name, _)| proof.files.contains(&name.as_str()));
        for block in blocks(&core) {
            if let Some((proofs, _)) = found.get_mut(&block) {
                proofs.insert(proof.name);
            }
        }
    }
    let row = |((name, _), (proofs, kinds)): (Block, (BTreeSet<&str>, BTreeSet<&str>))| {
        let kinds = Vec::from_iter(kinds).join(", ");
        assert!(!proofs.is_empty(), "no proof reads {name}.v ({kinds})");
        let proofs: Vec<String> = proofs.iter().map(|name| format!("`{name}`")).collect();
        format!("| `{name}` | {} | {kinds} |\n", proofs.join(", "))
    };
    found.into_iter().map(row).collect()
}

#[test]
fn every_block_with_state_is_proved() {
    let page = read("README.md");
    let (_, written) = page.rsplit_once("|---|---|---|\n").unwrap();
    let rows = rows();
    assert_eq!(
        written, rows,
        "the rows of sim/formal/README.md should be\n{rows}"
    );
}
