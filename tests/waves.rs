//! A dump tells what the golden model did: spikes, results, draws and weights, image by image.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Prepared, tools};
use spinloom::spec::{Compartments, Layout, Spec};
use spinloom::verify::parts::play;
use spinloom::verify::scenario::Scenario;
use spinloom::verify::session::Action;
use spinloom::verify::simulator::Simulator;
use spinloom::wave::dump::Dump;
use spinloom::wave::story::{Cell, Draw, Fired, Image, Story};
use spinloom::wave::teller;
use spinloom::wave::viewers::states;
use std::collections::BTreeMap;

const IMAGES: usize = 25;

/// Number of the first image of the dump, as the reader is told.
const FIRST: u32 = 100;

/// What RTL and golden model say of the same run.
fn told(spec: &Spec, seed: u64, stall: u32) -> (Story, String) {
    let mut scenario = Scenario::of_size(spec, seed, IMAGES, stall).unwrap();
    let lost = |action: &Action| matches!(action, Action::Reset(_) | Action::AbortedLast(..));
    scenario.actions.retain(|action| !lost(action));
    let dir = tempfile::tempdir().unwrap();
    let mut prepared = Prepared::new(scenario, dir.path());
    prepared.bench.sources = common::write(&dir.path().join("rtl"), &prepared.verilog());
    let vcd = dir.path().join("waves.vcd");
    let built = prepared.bench.build(Simulator::Icarus).unwrap();
    let plusargs = [format!("+vcd={}", vcd.display()), format!("+first={FIRST}")];
    assert_eq!(built.run(dir.path(), &plusargs).unwrap(), None);
    let story = teller::read(&mut Dump::open(&vcd).unwrap()).unwrap();
    prepared.parts[0].window = Some(0..=u32::MAX);
    let actions = &prepared.scenario.actions;
    let played = play(
        actions,
        &prepared.start,
        &prepared.parts,
        stall == 0,
        &|_| {},
    );
    (story, played.unwrap()[0].trace.clone())
}

/// The lines of a kind, by image: the numbers behind the kind.
fn lines<'a>(trace: &'a str, kind: &'a str) -> impl Iterator<Item = (u32, Vec<&'a str>)> {
    trace.lines().filter_map(move |line| {
        let mut words = line.split(' ');
        let image: u32 = words.next()?.parse().unwrap();
        (words.next()? == kind).then(|| (FIRST + image, words.collect()))
    })
}

fn number<T: std::str::FromStr>(text: &str) -> T {
    text.parse().ok().unwrap()
}

/// The first thing that RTL and golden model do not agree about.
fn difference(story: &Story, trace: &str) -> Option<&'static str> {
    let draws = story.images.iter().flat_map(|(&n, image)| {
        let lfsr = |draw: &Draw| format!("{:04x}", draw.lfsr);
        image.draws.iter().map(move |draw| (n, lfsr(draw)))
    });
    let golden = lines(trace, "draw").map(|(n, words)| (n, words[0].to_owned()));
    if !draws.eq(golden) {
        return Some("draws");
    }
    let results = story.images.iter().filter_map(|(&n, image)| {
        let told = image.result?;
        Some((n, vec![told.class, told.taught.into()]))
    });
    let golden = lines(trace, "result")
        .map(|(n, words)| (n, words.into_iter().map(number).collect::<Vec<u32>>()));
    if !results.eq(golden) {
        return Some("results");
    }
    if !story.images.values().all(|image| image.is_whole()) {
        return Some("images");
    }
    // a cell starts where it stood
    let mut cells: BTreeMap<String, i32> = BTreeMap::new();
    let writes = story.images.values().flat_map(|image| &image.writes);
    let mut stands = writes.map(|write| {
        let before = cells.insert(format!("{:?}", write.cell), write.new);
        before.is_none() || write.old.is_none() || before == write.old
    });
    (!stands.all(|stands| stands)).then_some("cells")
}

/// They agree, and would not if one thing were otherwise. True where a cell was written again, so
/// that a wrong weight was seen.
fn check(story: &Story, trace: &str) -> bool {
    assert_eq!(difference(story, trace), None);
    let mutant = |change: &dyn Fn(&mut Image)| {
        let mut story = story.clone();
        story.images.values_mut().for_each(change);
        difference(&story, trace)
    };
    let drop_draw = |image: &mut Image| image.draws.truncate(image.draws.len().saturating_sub(1));
    assert_eq!(mutant(&drop_draw), Some("draws"));
    let other_class = |image: &mut Image| {
        if let Some(told) = &mut image.result {
            told.class ^= 1;
        }
    };
    assert_eq!(mutant(&other_class), Some("results"));
    let other_weight = |image: &mut Image| image.writes.iter_mut().for_each(|w| w.new += 1);
    mutant(&other_weight) == Some("cells")
}

#[test]
fn modulated() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let plain = Spec::new(20, 22, 6).unwrap();
    let trains = plain.clone().with_steps(3).unwrap();
    let pairs = plain.clone().with_persistent_pairs().unwrap();
    let mut written_again = false;
    for (spec, stall) in [(plain, 0), (trains, 7), (pairs, 0)] {
        let (story, trace) = told(&spec, 31, stall);
        written_again |= check(&story, &trace);
        let mut spikes: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for (&n, image) in &story.images {
            for fired in &image.fired {
                let &Fired::Column { column, .. } = fired else {
                    unreachable!("{fired:?}")
                };
                *spikes.entry((n, column)).or_default() += 1;
            }
        }
        let golden: BTreeMap<(u32, u32), u32> = lines(&trace, "column")
            .map(|(n, words)| ((n, number(words[0])), number(words[1])))
            .filter(|&(_, count)| count > 0)
            .collect();
        assert!(!golden.is_empty());
        assert_eq!(spikes, golden);
        let golden: BTreeMap<(u32, u32), i32> = lines(&trace, "w2")
            .map(|(_, words)| ((number(words[0]), number(words[1])), number(words[2])))
            .collect();
        let mut last = BTreeMap::new();
        for write in story.images.values().flat_map(|image| &image.writes) {
            if let Cell::W2 { column, class } = write.cell {
                last.insert((column, class), write.new);
            }
        }
        assert!(!last.is_empty());
        assert!(
            last.iter()
                .all(|(cell, weight)| golden.get(cell) == Some(weight))
        );
    }
    assert!(written_again);
}

#[test]
fn prototype() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let spec = Spec::with_prototype(20, 20, 6, Compartments::Four, Layout::EDGE12).unwrap();
    for seed in [31, 32] {
        let (story, trace) = told(&spec, seed, 0);
        assert!(check(&story, &trace));
        assert!(story.images.values().any(|image| !image.fired.is_empty()));
    }
}

/// The names are the RTL's: the constants of the emitted module, reset first, none left out.
#[test]
fn names_of_states_are_those_of_the_rtl() {
    let prototype = Spec::with_prototype(20, 20, 6, Compartments::Four, Layout::EDGE12).unwrap();
    for (spec, ends) in [
        (
            Spec::new(20, 22, 6).unwrap(),
            [(0, "IDLE"), (14, "HIDDEN_DRAIN")],
        ),
        (prototype, [(0, "IDLE"), (7, "TURNS")]),
    ] {
        let files = common::verilog(&spec, 1);
        let (_, text) = files
            .iter()
            .find(|(name, _)| name == "controller.v")
            .unwrap();
        let names = states(text);
        assert!(names.keys().copied().eq(0..names.len() as u32), "{names:?}");
        let [first, last] = [names.first_key_value(), names.last_key_value()].map(|name| {
            let (&value, name) = name.unwrap();
            (value, name.as_str())
        });
        assert_eq!([first, last], ends);
        // a state of another name is another name here
        let renamed = states(&text.replace("SCAN_DRAIN", "SCAN_REST"));
        assert_eq!(renamed[&3], "SCAN_REST");
    }
}
