//! A class that the core has not seen is taught at any time, through the stream port of the RTL.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{TIMEOUT, skip, tools, verilog, write};
use spinloom::data::{self, Dataset};
use spinloom::emit::testbench::Sight;
use spinloom::encoder::{Code, Encoder};
use spinloom::golden::core::{Core, Event, Last};
use spinloom::golden::start_prototype;
use spinloom::spec::{Compartments, ErrorBit, Layout, Spec};
use spinloom::verify::bench::Bench;
use spinloom::verify::parts::Start;
use spinloom::verify::session::{Action, Options, Session};
use spinloom::verify::simulator::Simulator;
use std::path::PathBuf;

const ROWS: usize = 784;
const COLUMNS: usize = 100;
const GROUP: usize = COLUMNS / 10;
const NUM_COMPARTMENTS: usize = 4;
/// Images of a class that are taught.
const NUM_TAUGHT: usize = 60;
/// Test images of each round.
const NUM_TESTED: usize = 300;

/// A run through the golden core that is then played to the RTL.
struct Run {
    dataset: Dataset,
    session: Session,
    bench: Bench,
    /// Labels of the images so far, and whether they were to be learned.
    images: Vec<(u8, bool)>,
    _dir: tempfile::TempDir,
}

impl Run {
    /// None where a tool or the data are missing.
    fn start() -> Option<Run> {
        let Ok(dataset) = data::mnist::load(None) else {
            skip("MNIST missing");
            return None;
        };
        if !tools(&[Simulator::Verilator]) {
            return None;
        }
        let layout = Layout::EDGE12;
        let spec = Spec::with_prototype(ROWS, COLUMNS, COLUMNS, Compartments::Four, layout);
        let spec = spec.unwrap();
        let network = start_prototype(&spec, 1).unwrap().network;
        let dir = tempfile::tempdir().unwrap();
        let sources = verilog(&spec, network.lfsr.state());
        let bench = Bench {
            sources: write(&dir.path().join("rtl"), &sources),
            spec,
            work_dir: dir.path().to_path_buf(),
            stall: 0,
            sight: Sight::Inside,
            timeout: TIMEOUT,
        };
        let core = Start::new(&network, network.lfsr).core().clone();
        let options = Options {
            compare_cycles: true,
            window: None,
        };
        Some(Run {
            dataset,
            session: Session::start(core, Some(dir.path()), &options).unwrap(),
            bench,
            images: Vec::new(),
            _dir: dir,
        })
    }

    /// An image at the port; its true label may be replaced.
    fn present(&mut self, train: bool, index: usize, learn: bool, label: Option<u8>) {
        let encoder = Encoder {
            code: Code::Edge12,
            normaliser: true,
        };
        let images = match train {
            true => &self.dataset.train,
            false => &self.dataset.test,
        };
        let mut rows = Vec::new();
        encoder.encode(images.image(index), &mut rows);
        for row in rows {
            self.session.play(Action::Event(Event::Row(row))).unwrap();
        }
        let label = label.unwrap_or(images.labels()[index]);
        let more = false;
        let last = Event::Last(Last { learn, label, more });
        self.session.play(Action::Event(last)).unwrap();
        self.images.push((label, learn));
    }

    /// Training images of a class.
    fn of_class(&self, class: u8) -> Vec<usize> {
        let labels = self.dataset.train.labels();
        let of_class = (0..labels.len()).filter(|&i| labels[i] == class);
        of_class.collect()
    }

    fn teach(&mut self, class: u8, num_images: usize) {
        for index in self.of_class(class).into_iter().take(num_images) {
            self.present(true, index, true, None);
        }
        self.session.play(Action::Dump).unwrap();
    }

    /// Number of the first test image of a round.
    fn test(&mut self) -> usize {
        let first = self.images.len();
        (0..NUM_TESTED).for_each(|index| self.present(false, index, false, None));
        self.session.play(Action::Dump).unwrap();
        first
    }

    fn core(&self) -> &Core {
        self.session.core()
    }

    /// Simulates; the class and the learn flag of every image, as the RTL gave them. Everything else
    /// was equal to the golden model.
    fn results(self) -> Vec<(u8, bool)> {
        self.session.finish().unwrap();
        let dir: PathBuf = self.bench.work_dir.clone();
        let built = self.bench.build(Simulator::Verilator).unwrap();
        let mismatch = built.run(&dir, &["+trace=trace.txt".to_owned()]).unwrap();
        assert!(mismatch.is_none(), "{mismatch:?}");
        let trace = std::fs::read_to_string(dir.join("trace.txt")).unwrap();
        let result = |line: &str| {
            let (_, values) = line.split_once(" result ")?;
            let mut values = values.split_whitespace();
            let class = values.next()?.parse().unwrap();
            Some((class, values.next()? == "1"))
        };
        let results: Vec<_> = trace.lines().filter_map(result).collect();
        assert_eq!(results.len(), self.images.len());
        results
    }
}

/// Percent of a round's images of these classes that were told right.
fn accuracy(
    images: &[(u8, bool)],
    results: &[(u8, bool)],
    first: usize,
    classes: std::ops::RangeInclusive<u8>,
) -> f64 {
    let round = first..first + NUM_TESTED;
    let of_classes = images[round.clone()].iter().zip(&results[round]);
    let told: Vec<bool> = of_classes
        .filter(|((label, _), _)| classes.contains(label))
        .map(|((label, _), (class, _))| label == class)
        .collect();
    100.0 * told.iter().filter(|&&right| right).count() as f64 / told.len() as f64
}

#[test]
fn nine_classes_then_the_tenth() {
    let Some(mut run) = Run::start() else { return };
    (0..9).for_each(|class| run.teach(class, NUM_TAUGHT));
    let before = run.test();
    run.teach(9, NUM_TAUGHT);
    let after = run.test();
    let images = run.images.clone();
    let results = run.results();
    let of = |first, classes| accuracy(&images, &results, first, classes);
    let figures = [
        of(before, 9..=9),
        of(after, 9..=9),
        of(before, 0..=8),
        of(after, 0..=8),
        of(after, 0..=9),
    ];
    println!("class 9 before, after; the others before, after; all: {figures:.1?} %");
    let [new_before, new_after, old_before, old_after, all] = figures;
    assert_eq!(new_before, 0.0);
    assert!(new_after >= 85.0 && all >= 85.0, "{figures:?}");
    assert!(
        old_before >= 85.0 && old_after >= old_before - 5.0,
        "{figures:?}"
    );
    // the flag says what was taught
    assert!(
        images
            .iter()
            .zip(&results)
            .all(|(image, result)| image.1 == result.1)
    );
}

/// Wins of all compartments of a class, and its recruited neurons.
fn group(core: &Core, class: usize) -> (u32, usize) {
    let columns = class * GROUP..(class + 1) * GROUP;
    columns.fold((0, 0), |(wins, recruited), column| {
        let fields = core.second_fields(column);
        let won: u32 = (0..NUM_COMPARTMENTS).map(|q| fields[2 * q + 1].0).sum();
        (
            wins + won,
            recruited + fields[2 * NUM_COMPARTMENTS].0 as usize,
        )
    })
}

fn weights(core: &Core) -> Vec<Vec<i16>> {
    (0..ROWS).map(|row| core.w1_cells(row).to_vec()).collect()
}

#[test]
fn a_full_group_recruits_no_more_and_a_wrong_label_teaches_nothing() {
    let Some(mut run) = Run::start() else { return };
    // a group that fills: a neuron an image, with one win in each compartment, and no draw
    run.teach(3, GROUP);
    let wins = (NUM_COMPARTMENTS * GROUP) as u32;
    assert_eq!(group(run.core(), 3), (wins, GROUP));
    let (full, lfsr) = (weights(run.core()), run.core().lfsr());
    run.teach(3, 20);
    assert_eq!(
        group(run.core(), 3),
        (wins + 20 * NUM_COMPARTMENTS as u32, GROUP)
    );
    assert!([2, 4].map(|class| group(run.core(), class)) == [(0, 0); 2]);
    let learned = weights(run.core());
    assert!(learned != full && run.core().lfsr() != lfsr);
    let changed = |(before, after): (&Vec<i16>, &Vec<i16>)| {
        let mut columns = before.iter().zip(after).enumerate();
        columns.all(|(column, (b, a))| b == a || column / GROUP == 3)
    };
    assert!(full.iter().zip(&learned).all(changed));

    // a label that is no class
    assert_eq!(run.core().errors(), 0);
    let before = run.core().clone();
    for label in [10, 15] {
        run.present(true, 0, true, Some(label));
    }
    run.session.play(Action::Dump).unwrap();
    let label_bit = 1 << ErrorBit::Label as u32;
    assert_eq!(run.core().errors(), label_bit);
    assert_eq!(weights(run.core()), learned);
    assert_eq!(run.core().lfsr(), before.lfsr());
    for column in 0..COLUMNS {
        assert_eq!(
            run.core().second_fields(column),
            before.second_fields(column)
        );
    }
    // the bit stays, and teaching goes on
    run.teach(4, 1);
    assert_eq!(
        (run.core().errors(), group(run.core(), 4)),
        (label_bit, (4, 1))
    );
    let results = run.results();
    let taught: Vec<bool> = results.iter().map(|result| result.1).collect();
    let expected: Vec<bool> = (0..33).map(|image| !(30..32).contains(&image)).collect();
    assert_eq!(taught, expected);
}
