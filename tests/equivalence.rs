//! Random small cores: golden model = Icarus = Verilator, everything the ports allow, stalls on
//! all of them. `SPINLOOM_CORES` sets how many (default 50; every `VERILATOR_EACH`th in Verilator).

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{Prepared, number, tools};
use spinloom::spec::Spec;
use spinloom::verify::scenario::Scenario;
use spinloom::verify::simulator::Simulator;
use std::sync::atomic::{AtomicU64, Ordering};

/// A Verilator build costs seconds, an Icarus build none.
const VERILATOR_EACH: u64 = 10;
/// Images of a random run.
const NUM_IMAGES: usize = 40;

/// Checks one scenario; the sentence of its divergence, if any.
fn check(scenario: Scenario, simulator: Simulator) -> Option<String> {
    let spec = scenario.spec.clone();
    let stall = scenario.stall;
    let dir = tempfile::tempdir().unwrap();
    let prepared = Prepared::new(scenario, dir.path());
    let diagnosis = prepared.simulate(&prepared.verilog(), simulator, "core")?;
    Some(format!(
        "{}x{} lanes {} stall {stall}: {diagnosis}",
        spec.rows, spec.columns, spec.lanes
    ))
}

/// Runs `check_one(k)` for all k below `count` on all cores; the sentences of those that failed.
fn in_parallel(count: u64, check_one: impl Fn(u64) -> Option<String> + Sync) -> Vec<String> {
    let next = AtomicU64::new(0);
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get());
    std::thread::scope(|scope| {
        let work = || {
            let mut failed = Vec::new();
            loop {
                let k = next.fetch_add(1, Ordering::Relaxed);
                if k >= count {
                    return failed;
                }
                failed.extend(check_one(k).map(|why| format!("core {k}: {why}")));
            }
        };
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    })
}

#[test]
fn random_cores_agree() {
    if !tools(&[Simulator::Icarus, Simulator::Verilator]) {
        return;
    }
    let first = number("SPINLOOM_FIRST_CORE", 0);
    let failed = in_parallel(number("SPINLOOM_CORES", 50), |k| {
        let simulator = if k % VERILATOR_EACH == VERILATOR_EACH - 1 {
            Simulator::Verilator
        } else {
            Simulator::Icarus
        };
        let scenario = Scenario::random(first + k, NUM_IMAGES).unwrap();
        check(scenario, simulator)
    });
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// The same for scheme "prototype".
#[test]
fn random_prototype_cores_agree() {
    if !tools(&[Simulator::Icarus, Simulator::Verilator]) {
        return;
    }
    let first = number("SPINLOOM_FIRST_CORE", 0);
    let failed = in_parallel(number("SPINLOOM_CORES", 50), |k| {
        let simulator = if k % VERILATOR_EACH == VERILATOR_EACH - 1 {
            Simulator::Verilator
        } else {
            Simulator::Icarus
        };
        let scenario = Scenario::random_prototype(first + k, NUM_IMAGES).unwrap();
        check(scenario, simulator)
    });
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Every lane count of one array gives the same results; without stalls the cycles are compared.
#[test]
fn every_lane_count_agrees() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    const COLUMNS: usize = 12;
    let failed = in_parallel(COLUMNS as u64, |k| {
        let spec = Spec::new(17, COLUMNS, k as usize + 1).unwrap();
        let scenario = Scenario::of_size(&spec, 77, NUM_IMAGES, 0).unwrap();
        check(scenario, Simulator::Icarus)
    });
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Corner sizes: one of each.
#[test]
fn corner_sizes_agree() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let sizes = [
        (1, 1, 1),
        (1, 33, 1),
        (40, 1, 1),
        (63, 33, 32),
        (64, 17, 16),
    ];
    let failed = in_parallel(sizes.len() as u64, |k| {
        let (rows, columns, lanes) = sizes[k as usize];
        let spec = Spec::new(rows, columns, lanes).unwrap();
        let scenario = Scenario::of_size(&spec, 5 + k, NUM_IMAGES, k as u32 % 2 * 991).unwrap();
        check(scenario, Simulator::Icarus)
    });
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Reset in every cycle between LAST and the end of teaching, many times.
#[test]
fn resets_in_teaching_agree() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let sizes = [(5, 6, 6), (5, 6, 4), (1, 2, 1), (7, 9, 2)];
    let failed = in_parallel(sizes.len() as u64, |k| {
        let (rows, columns, lanes) = sizes[k as usize];
        let spec = Spec::new(rows, columns, lanes).unwrap();
        check(
            Scenario::resets(&spec, 50 + k, 1).unwrap(),
            Simulator::Icarus,
        )
    });
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
