//! Netlists after Yosys, in Icarus: golden model = cells, learning on, stalls, host accesses and resets.
//! `SPINLOOM_NETLISTS` sets how many random cores of each scheme (default 1).

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{Prepared, TIMEOUT, number, skip, tools};
use spinloom::Error;
use spinloom::emit::testbench::Sight;
use spinloom::spec::{Compartments, Layout, Spec};
use spinloom::synth::{Netlist, Target};
use spinloom::verify::by_host::ByHost;
use spinloom::verify::parts::{Source, Start};
use spinloom::verify::scenario::Scenario;
use spinloom::verify::session::memory_files;
use spinloom::verify::simulator::Simulator;

/// Images of a random run.
const NUM_IMAGES: usize = 12;

/// Two texts: before and behind.
type Change = (&'static str, &'static str);

/// What is wrong, if anything: in a file of the RTL, or in the netlist.
#[derive(Clone, Copy)]
enum Fault {
    None,
    Rtl(&'static str, Change),
    Netlist(Change),
}

fn damage(text: &str, (before, behind): Change) -> String {
    assert!(text.contains(before), "{before}");
    text.replace(before, behind)
}

/// The sentence of the divergence, if any; none without tools.
fn check(mut scenario: Scenario, target: &Target, fault: Fault) -> Option<String> {
    if !tools(&[Simulator::Icarus]) {
        return None;
    }
    let start = Start::new(&scenario.network, scenario.network.lfsr());
    let mut actions = Vec::new();
    let by_host = ByHost::new(&scenario.actions, start.core());
    let mut collect = |action| {
        actions.push(action);
        Ok(())
    };
    by_host.play(&mut collect).unwrap();
    scenario.actions = actions;
    let dir = tempfile::tempdir().unwrap();
    let mut prepared = Prepared::new(scenario, dir.path());
    prepared.bench.sight = Sight::Ports;
    let sources = prepared.verilog().into_iter().map(|(name, text)| {
        let text = match fault {
            Fault::Rtl(file, change) if file == name => damage(&text, change),
            _ => text,
        };
        (name, text.into_bytes())
    });
    let netlist = Netlist {
        sources: &sources.collect::<Vec<_>>(),
        images: &memory_files(start.core()),
        target,
        work_dir: dir.path().join("synth"),
        timeout: TIMEOUT,
    };
    let paths = match netlist.make() {
        Err(Error::Tool(why)) if why.contains("is missing") => {
            skip(&why);
            return None;
        }
        made => made.unwrap(),
    };
    let files: Vec<(String, String)> = paths
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            let text = std::fs::read_to_string(path).unwrap();
            match fault {
                Fault::Netlist(change) if name == "netlist.v" => {
                    (name.into(), damage(&text, change))
                }
                _ => (name.into(), text),
            }
        })
        .collect();
    prepared.simulate(&files, Simulator::Icarus, "cells")
}

/// The random cores that `random` makes agree as cells; those of few lanes, since lanes are cells.
fn all_agree(random: impl Fn(u64, usize) -> spinloom::Result<Scenario>, target: &Target) {
    const MOST_LANES: usize = 4;
    let small = (number("SPINLOOM_FIRST_CORE", 0)..)
        .map(|k| (k, random(k, NUM_IMAGES).unwrap()))
        .filter(|(_, scenario)| scenario.spec.lanes <= MOST_LANES);
    for (k, scenario) in small.take(number("SPINLOOM_NETLISTS", 1) as usize) {
        let found = check(scenario, target, Fault::None);
        assert_eq!(found, None, "{}: core {k}", target.name());
    }
}

#[test]
fn random_cores_agree_in_gates() {
    all_agree(Scenario::random, &Target::Generic);
}

#[test]
fn random_prototype_cores_agree_in_gates() {
    all_agree(Scenario::random_prototype, &Target::Generic);
}

#[test]
fn random_cores_agree_on_xc7() {
    all_agree(Scenario::random, &Target::Xc7);
}

/// Block RAM, too, with its start values.
#[test]
fn random_prototype_cores_agree_on_ice40() {
    all_agree(Scenario::random_prototype, &Target::Ice40);
}

#[test]
fn a_64x20_array_agrees_on_ecp5() {
    let spec = Spec::new(64, 20, 4).unwrap();
    let scenario = Scenario::of_size(&spec, 3, NUM_IMAGES, 0).unwrap();
    assert_eq!(check(scenario, &Target::Ecp5, Fault::None), None);
}

#[test]
fn a_64x20_array_of_scheme_prototype_agrees_on_gowin() {
    let layout = Layout {
        side: 4,
        directions: 4,
    };
    let spec = Spec::with_prototype(64, 20, 5, Compartments::Four, layout).unwrap();
    let scenario = Scenario::of_size(&spec, 3, NUM_IMAGES, 7).unwrap();
    assert_eq!(check(scenario, &Target::Gowin, Fault::None), None);
}

/// A wrong core as cells, and wrong cells.
#[test]
fn faults_are_seen() {
    let spec = Spec::new(12, 6, 3).unwrap();
    let faults = [
        (
            Target::Generic,
            Fault::Rtl("draw.v", ("_step < 16", "_step < 15")),
        ),
        (
            Target::Xc7,
            Fault::Netlist(("LUT5 #(\n    .INIT(32'd", "LUT5 #(\n    .INIT(~32'd")),
        ),
    ];
    for (target, fault) in faults {
        let scenario = Scenario::of_size(&spec, 4, NUM_IMAGES, 0).unwrap();
        let found = check(scenario, &target, fault);
        let seen = found.as_ref().is_some_and(|text| text.contains("golden"));
        assert!(
            seen || !tools(&[Simulator::Icarus]),
            "{target:?}: {found:?}"
        );
    }
}
