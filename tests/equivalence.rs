//! Random small cores: golden model = Icarus = Verilator, everything the ports allow, stalls on
//! all of them. `SPINLOOM_CORES` sets how many (default 50; every `VERILATOR_EACH`th in Verilator).

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{Prepared, number, tools};
use spinloom::Result;
use spinloom::device::show::nine_types;
use spinloom::golden::Silent;
use spinloom::golden::core::{Core, Event, Last};
use spinloom::spec::{Region, Register, Spec};
use spinloom::verify::scenario::Scenario;
use spinloom::verify::session::Action;
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

/// The cores that `random` makes of a seed and a number of images.
fn all_agree(random: impl Fn(u64, usize) -> Result<Scenario> + Sync) {
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
        check(random(first + k, NUM_IMAGES).unwrap(), simulator)
    });
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn random_cores_agree() {
    all_agree(Scenario::random);
}

#[test]
fn random_persistent_cores_agree() {
    all_agree(Scenario::random_persistent);
}

#[test]
fn random_cores_that_only_infer_agree() {
    all_agree(Scenario::random_inference);
}

#[test]
fn random_prototype_cores_agree() {
    all_agree(Scenario::random_prototype);
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

/// The host changes the rule table between two images: the learning changes from the next on, in model
/// and RTL, on cores of one input step and of four.
#[test]
fn a_rule_written_in_mid_run_holds_from_the_next_image() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let failed = in_parallel(4, |k| {
        let steps = [1, 4][k as usize % 2];
        let spec = Spec::new(12, 9, [9, 4][k as usize / 2]).unwrap();
        let spec = spec.with_steps(steps).unwrap();
        let (before, changed) = (rule_run(&spec, false), rule_run(&spec, true));
        // the same images, and as many weights moved before the change; others behind it
        let [same, other] = [&before, &changed].map(weights_after);
        assert_eq!(same[0], other[0], "before the change");
        assert_ne!(same[1], other[1], "behind it");
        check(changed, Simulator::Icarus)
    });
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// Ten images taught; nine types, one after the other, where `changed`.
fn rule_run(spec: &Spec, changed: bool) -> Scenario {
    let mut scenario = Scenario::of_size(spec, 31, 0, 0).unwrap();
    let write =
        |region: Region, index: u32, data| Action::Write((region as u32) << 28 | index, data);
    let mut actions = vec![
        write(Region::Registers, Register::Threshold as u32, 40),
        write(Region::Registers, Register::Margin as u32, 65_535),
        write(Region::Registers, Register::Window as u32, 65_535),
        write(Region::Registers, Register::Codes as u32, 0xFF),
    ];
    for image in 0..10u16 {
        if changed && image > 0 {
            let rule = u32::from(nine_types()[usize::from(image) - 1].bits());
            actions.extend([0, 1].map(|entry| write(Region::RuleTable, entry, rule)));
        }
        for step in 0..spec.input_steps() as u16 {
            if step > 0 {
                actions.push(Action::Event(Event::Step));
            }
            let rows = (0..12).filter(|row| (row * 5 + step * 3 + image) % 4 == 0);
            actions.extend(rows.map(|row| Action::Event(Event::Row(row))));
        }
        let last = Last {
            learn: true,
            label: (image % 10) as u8,
            more: false,
        };
        actions.push(Action::Event(Event::Last(last)));
    }
    scenario.actions = actions;
    scenario
}

/// Hidden weights of the golden core after the first image and after the last.
fn weights_after(scenario: &Scenario) -> [Vec<Vec<i16>>; 2] {
    let mut core = Core::new(&scenario.network, scenario.network.lfsr());
    let weights = |core: &Core| core.w1_rows().map(|row| row.to_vec()).collect::<Vec<_>>();
    let mut first = None;
    for &action in &scenario.actions {
        match action {
            Action::Write(addr, data) => {
                core.write(addr, data);
            }
            Action::Event(event) => {
                let ended = core.event(event, &mut Silent).is_some();
                first = first.or_else(|| ended.then(|| weights(&core)));
            }
            _ => {}
        }
    }
    [first.unwrap(), weights(&core)]
}
