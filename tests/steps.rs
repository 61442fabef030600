//! Steps: golden model and RTL write the same dump, signal for signal; a fault is the first difference.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{tools, verilog, with_job};
use spinloom::spec::{Compartments, Layout, Spec, Types};
use spinloom::verify::job::Window;
use spinloom::verify::scenario::Scenario;
use spinloom::verify::session::Action;
use spinloom::verify::simulator::Simulator;
use spinloom::wave::against::{Comparison, compare};
use spinloom::wave::dump::Dump;
use spinloom::wave::story::{Story, Unit};
use spinloom::wave::{steps, teller};
use std::path::{Path, PathBuf};

/// The image in the middle of the window.
const AROUND: u32 = 12;

/// A run without resets: an image that is lost has no end.
fn scenario(spec: &Spec, seed: u64, stall: u32) -> Scenario {
    let mut scenario = Scenario::of_size(spec, seed, 25, stall).unwrap();
    let lost = |action: &Action| matches!(action, Action::Reset(_) | Action::AbortedLast(..));
    scenario.actions.retain(|action| !lost(action));
    scenario
}

/// The dumps of a window on this Verilog: all signals, steps of the RTL, of the golden model.
fn dumps(scenario: &Scenario, files: &[(String, String)], dir: &Path) -> (Window, [PathBuf; 3]) {
    let paths = ["all.vcd", "rtl.vcd", "golden.vcd"].map(|name| dir.join(name));
    let window = with_job(scenario, files, 1, dir, |job| {
        job.dump_waves(AROUND, &paths[0])
    });
    let window = window.unwrap();
    for (path, trace) in paths[1..].iter().zip([&window.rtl, &window.golden]) {
        let side = steps::Window {
            spec: &scenario.spec,
            first: window.first,
            timed: window.timed,
            trace,
        };
        steps::write(&side, &mut std::fs::File::create(path).unwrap()).unwrap();
    }
    (window, paths)
}

fn sound(scenario: &Scenario) -> Vec<(String, String)> {
    verilog(&scenario.spec, scenario.network.lfsr().state())
}

fn compared(a: &Path, b: &Path) -> Comparison {
    compare(&mut Dump::open(a).unwrap(), &mut Dump::open(b).unwrap()).unwrap()
}

/// Times apart, what a story tells of its images.
fn told(story: &Story) -> Vec<String> {
    let of_image = |(number, image): (&u32, &spinloom::wave::story::Image)| {
        let draws: Vec<u32> = image.draws.iter().map(|draw| draw.lfsr).collect();
        let result = image.result.map(|told| (told.class, told.taught));
        let mut cells: Vec<String> = image
            .writes
            .iter()
            .map(|w| format!("{:?} {}", w.cell, w.new))
            .collect();
        cells.sort();
        format!(
            "{number} {:?} {} {:?} {} {result:?} {draws:?} {:?} {cells:?}",
            image.rows,
            image.steps,
            image.label,
            image.more,
            [
                image.pulses_ltp,
                image.pulses_ltd,
                image.switches,
                image.saturations
            ],
        )
    };
    story.images.iter().map(of_image).collect()
}

fn specs() -> Vec<Spec> {
    let plain = Spec::new(20, 22, 6).unwrap();
    let four = Spec::with_prototype(20, 20, 6, Compartments::Four, Layout::EDGE12).unwrap();
    let one = Spec::with_prototype(13, 10, 10, Compartments::One, Layout::EDGE12).unwrap();
    let trains = plain.clone().with_steps(3).unwrap();
    let mut inference = Spec::new(20, 22, 6).unwrap();
    inference.learning.threshold = 96;
    vec![
        trains.clone().with_types(Types::All).unwrap(),
        trains.with_mask(20).unwrap(),
        plain.clone().with_persistent_pairs().unwrap(),
        Spec::new(9, 5, 5).unwrap(),
        plain,
        inference.with_inference().unwrap(),
        four,
        one,
    ]
}

/// On cores of both schemes, with stalls and without; and the story in steps is that in cycles.
#[test]
fn both_write_the_same() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let (mut times, mut written, mut fired) = (0, 0, 0);
    for (k, spec) in specs().iter().enumerate() {
        let scenario = scenario(spec, 40 + k as u64, [0, 4711][k % 2]);
        let dir = tempfile::tempdir().unwrap();
        let (window, [all, rtl, golden]) = dumps(&scenario, &sound(&scenario), dir.path());
        assert_eq!(window.mismatch, None);
        let found = compared(&rtl, &golden);
        assert_eq!(found.difference, None, "{spec:?}");
        assert!(found.changes > found.times, "{found:?}");
        times += found.times;
        // the RTL's cycle
        assert_eq!(found.alone, [1, 0]);

        let read = |path: &Path| teller::read(&mut Dump::open(path).unwrap()).unwrap();
        let [rtl, golden] = [rtl, golden].map(|path| read(&path));
        assert_eq!(format!("{rtl:?}"), format!("{golden:?}"));
        assert_eq!(golden.unit, Unit::Step);
        let numbers: Vec<u32> = golden.images.keys().copied().collect();
        let end = window.first + numbers.len() as u32;
        assert!(
            numbers.iter().copied().eq(window.first..end),
            "{numbers:?} {window:?}"
        );
        assert!(numbers.contains(&AROUND), "{numbers:?}");
        // a core that only infers has no signals to tell in cycles of
        if spec.learns() {
            let all = read(&all);
            assert_eq!((all.unit, &all.core), (Unit::Cycle, &golden.core));
            for (all, golden) in told(&all).iter().zip(&told(&golden)) {
                assert_eq!(all, golden);
            }
        }
        let images = golden.images.values();
        written += images
            .clone()
            .map(|image| image.writes.len())
            .sum::<usize>();
        fired += images.map(|image| image.fired.len()).sum::<usize>();
    }
    assert!(
        times > 800 && written > 100 && fired > 10,
        "{times} {written} {fired}"
    );
}

/// File of the core, the text before and behind, and where the dumps part.
type Mutant = (&'static str, &'static str, &'static str, &'static str);

const MODULATED: [Mutant; 5] = [
    ("draw.v", "_step < 16", "_step < 15", "arch.draw.lfsr"),
    (
        "readout_cell.v",
        "change = 8'd1;",
        "change = ONES;",
        "arch.w2.cell",
    ),
    (
        "synapse_cell.v",
        "word = rotated_i ^ mask_i",
        "word = rotated_i",
        "arch.w1.",
    ),
    (
        "front.v",
        "{1'b0, ev_data_i} < NUM_ROWS",
        "{1'b0, ev_data_i} <= NUM_ROWS",
        "arch.event.",
    ),
    (
        "front.v",
        "learn_d = wants_learning && label_in_range",
        "learn_d = learn_q || wants_learning && label_in_range",
        "arch.result.taught",
    ),
];

const PROTOTYPE: [Mutant; 2] = [
    (
        "bias_step.v",
        "step = before_i + WEIGHT_OFFSET",
        "step = after_i + WEIGHT_OFFSET",
        "arch.neuron.",
    ),
    ("row_part.v", "row_q >= (", "row_q > (", "arch.neuron."),
];

#[test]
fn a_fault_is_the_first_difference() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let [.., plain, _, four, _] = &specs()[..] else {
        unreachable!()
    };
    for (spec, mutants) in [(plain, &MODULATED[..]), (four, &PROTOTYPE)] {
        for (file, before, behind, place) in mutants {
            let found = (60..140).find_map(|seed| {
                let scenario = scenario(spec, seed, 0);
                let mut files = sound(&scenario);
                let (_, text) = files.iter_mut().find(|(name, _)| name == file).unwrap();
                assert!(text.contains(before), "`{before}` is not in {file}");
                *text = text.replacen(before, behind, 1);
                let dir = tempfile::tempdir().unwrap();
                let (window, [_, rtl, golden]) = dumps(&scenario, &files, dir.path());
                window.mismatch?;
                Some(compared(&rtl, &golden))
            });
            let found = found.unwrap_or_else(|| panic!("{file}: `{behind}` survives"));
            let first = found.difference.unwrap();
            println!("{file}, `{behind}`: {first:?}");
            assert!(first.signal.starts_with(place), "{file}: {first:?}");
            assert!((10..=16).contains(&first.image.unwrap()));
            assert!(first.cycle.unwrap() > 8 && first.time < found.changes);
        }
    }
}
