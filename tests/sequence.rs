//! MNIST, class after class, through model and RTL of scheme "prototype", each image learned once.
//! `SPINLOOM_SEQUENCE_TRAIN` sets how many (default 5,000; all: 60,000), the same from each class.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{TIMEOUT, number, skip, tools, verilog, write};
use spinloom::Result;
use spinloom::data::{self, Dataset};
use spinloom::encoder::{Code, Encoder};
use spinloom::golden::core::{Event, Last};
use spinloom::golden::{Prototype, start_prototype};
use spinloom::spec::{Compartments, Layout, Spec};
use spinloom::verify::bench::Bench;
use spinloom::verify::job::Job;
use spinloom::verify::parts::{Source, Start, Visit};
use spinloom::verify::session::Action;
use spinloom::verify::simulator::Simulator;

/// Images between two dumps of the whole state.
const DUMP_EVERY: usize = 1000;

struct Sequence<'a> {
    dataset: &'a Dataset,
    num_train: usize,
    num_test: usize,
}

impl Sequence<'_> {
    /// Indices of the training images, class after class in file order.
    fn order(&self) -> Vec<usize> {
        let labels = self.dataset.train.labels();
        let of_class = |class: u8| (0..labels.len()).filter(move |&i| labels[i] == class);
        let most = match self.num_train {
            all if all >= labels.len() => labels.len(),
            few => few / 10,
        };
        (0..10)
            .flat_map(|class| of_class(class).take(most))
            .collect()
    }
}

impl Source for Sequence<'_> {
    fn play(&self, visit: &mut Visit) -> Result<()> {
        let encoder = Encoder {
            code: Code::Edge12,
            normaliser: true,
        };
        let (train, test) = (&self.dataset.train, &self.dataset.test);
        let taught = self.order().into_iter().map(|i| (train, i, true));
        let tested = (0..self.num_test).map(|i| (test, i, false));
        let mut rows = Vec::new();
        for (number, (images, index, learn)) in taught.chain(tested).enumerate() {
            rows.clear();
            encoder.encode(images.image(index), &mut rows);
            for &row in &rows {
                visit(Action::Event(Event::Row(row)))?;
            }
            let label = images.labels()[index];
            let more = false;
            visit(Action::Event(Event::Last(Last { learn, label, more })))?;
            if (number + 1) % DUMP_EVERY == 0 {
                visit(Action::Dump)?;
            }
        }
        Ok(())
    }
}

fn verify(spec: &Spec, num_train: usize, num_test: usize, simulator: Simulator) {
    let Ok(dataset) = data::mnist::load(None) else {
        skip("MNIST missing");
        return;
    };
    if !tools(&[simulator]) {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let network: Prototype = start_prototype(spec, 1).unwrap().network;
    let source = Sequence {
        dataset: &dataset,
        num_train,
        num_test,
    };
    let num_images = (source.order().len() + num_test) as u32;
    let job = Job {
        bench: Bench {
            spec: spec.clone(),
            sources: write(
                &dir.path().join("rtl"),
                &verilog(spec, network.lfsr.state()),
            ),
            work_dir: dir.path().to_path_buf(),
            stall: 0,
            timeout: 3 * TIMEOUT,
        },
        simulators: vec![simulator],
        start: Start::new(&network, network.lfsr),
        source: &source,
        num_images,
        num_parts: number("SPINLOOM_SEQUENCE_PARTS", 1) as u32,
        progress: &|_| {},
    };
    let started = std::time::Instant::now();
    let report = job.run().unwrap();
    let sentences: Vec<String> = report.diagnoses.iter().map(|d| d.to_string()).collect();
    println!(
        "{:?}, {:.1} s",
        report.tally,
        started.elapsed().as_secs_f64()
    );
    assert!(report.passed(), "{}", sentences.join("\n"));
    assert_eq!(report.num_images, num_images);
}

#[test]
fn hundred_columns_in_verilator() {
    let spec = Spec::with_prototype(784, 100, 100, Compartments::Four, Layout::EDGE12).unwrap();
    let num_train = number("SPINLOOM_SEQUENCE_TRAIN", 5000) as usize;
    let num_test = number("SPINLOOM_SEQUENCE_TEST", 500) as usize;
    verify(&spec, num_train, num_test, Simulator::Verilator);
}

#[test]
fn five_passes_and_one_compartment_in_icarus() {
    let spec = Spec::with_prototype(784, 50, 7, Compartments::One, Layout::EDGE12).unwrap();
    verify(&spec, 100, 10, Simulator::Icarus);
}
