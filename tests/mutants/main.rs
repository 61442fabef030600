//! Faults put into the emitted Verilog, each of which the cross-check must reject and place. A
//! mutant whose pattern is no longer in the text fails too: then it checks nothing.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;
mod edges;
mod inference;
mod list;
mod pairs;

use common::{Prepared, tools};
use edges::edges;
use inference::INFERENCE_MUTANTS;
use list::{MUTANTS, Mutant};
use pairs::PAIR_MUTANTS;
use spinloom::spec::{Spec, Types};
use spinloom::verify::scenario::Scenario;
use spinloom::verify::simulator::Simulator;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Four passes with padding, columns of two groups of 16.
fn spec() -> Spec {
    Spec::new(20, 22, 6).unwrap()
}

/// Random runs, one that meets three comparisons exactly at equality, and one full of resets.
fn scenarios() -> Vec<Scenario> {
    let random = (0..10).map(|seed| {
        let stall = [0, 4711 + seed as u32][seed as usize % 2];
        Scenario::of_size(&spec(), 100 + seed, 40, stall).unwrap()
    });
    let resets = Scenario::resets(&spec(), 3, 5).unwrap();
    std::iter::once(edges())
        .chain(random)
        .chain([resets])
        .collect()
}

/// The text with the fault in it; `None` where the pattern is not there exactly once or more.
fn mutated(files: &[(String, String)], mutant: &Mutant) -> Option<Vec<(String, String)>> {
    let Mutant(_, file, before, behind) = *mutant;
    let mut files = files.to_vec();
    let (_, text) = files.iter_mut().find(|(name, _)| name == file)?;
    if !text.contains(before) {
        return None;
    }
    *text = text.replacen(before, behind, 1);
    Some(files)
}

/// The first scenario that rejects the mutant, and where.
fn rejected(prepared: &[Prepared], mutant: &Mutant) -> Result<String, String> {
    let name = mutant.0;
    for one in prepared {
        let files = mutated(&one.verilog(), mutant)
            .ok_or_else(|| format!("{name}: `{}` is not in {}", mutant.2, mutant.1))?;
        if let Some(place) = one.simulate(&files, Simulator::Icarus, name) {
            return Ok(format!("{name}: {place}"));
        }
    }
    Err(format!("{name}: survives"))
}

#[test]
fn every_mutant_is_rejected_and_placed() {
    all_rejected(scenarios(), MUTANTS);
}

/// The same on persistent pairs, with all types: both junctions, silent rows.
#[test]
fn mutants_of_persistent_pairs_are_rejected() {
    let spec = spec().with_types(Types::All).unwrap();
    let spec = spec.with_persistent_pairs().unwrap();
    let random =
        (0..8).map(|seed| Scenario::of_size(&spec, 300 + seed, 30, seed as u32 % 2 * 31).unwrap());
    all_rejected(random.collect(), PAIR_MUTANTS);
}

/// The same on a core that only infers.
#[test]
fn mutants_of_inference_are_rejected() {
    let mut spec = spec();
    // a multiple of 8 that the drives of a small core often meet
    spec.learning.threshold = 96;
    let spec = spec.with_inference().unwrap();
    let random =
        (0..8).map(|seed| Scenario::of_size(&spec, 500 + seed, 40, seed as u32 % 2 * 37).unwrap());
    all_rejected(random.collect(), INFERENCE_MUTANTS);
}

fn all_rejected(scenarios: Vec<Scenario>, mutants: &[Mutant]) {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let prepare = |(k, scenario)| Prepared::new(scenario, &dir.path().join(format!("{k}")));
    let prepared: Vec<Prepared> = scenarios.into_iter().enumerate().map(prepare).collect();
    for one in &prepared {
        let place = one.simulate(&one.verilog(), Simulator::Icarus, "sound");
        assert_eq!(place, None, "without a fault");
    }
    let next = AtomicUsize::new(0);
    let outcomes = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, |n| n.get()) {
            scope.spawn(|| {
                while let Some(mutant) = mutants.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let outcome = rejected(&prepared, mutant);
                    outcomes.lock().unwrap().push(outcome);
                }
            });
        }
    });
    let outcomes = outcomes.into_inner().unwrap();
    let mut failed: Vec<&str> = Vec::new();
    for outcome in &outcomes {
        match outcome {
            Ok(place) => {
                println!("{place}");
                // a place is a quantity in back quotes with both values
                let placed = place.matches('`').count() >= 2 && place.contains("golden");
                if !placed {
                    failed.push(place);
                }
            }
            Err(why) => failed.push(why),
        }
    }
    assert!(mutants.len() >= 10);
    assert_eq!(outcomes.len(), mutants.len());
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
