//! MNIST through model and RTL, learning on: 5,000 training and 1,000 test images on 784x100 in
//! Verilator, fewer on other cores, and test images in five views.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{TIMEOUT, number, skip, tools, verilog, write};
use spinloom::data::{self, Dataset};
use spinloom::emit::testbench::Sight;
use spinloom::encoder::{Code, Encoder};
use spinloom::golden::eval::{Views, evaluate};
use spinloom::golden::train::{TrainOptions, Trainer};
use spinloom::spec::Spec;
use spinloom::verify::bench::Bench;
use spinloom::verify::job::{Job, Report};
use spinloom::verify::parts::Start;
use spinloom::verify::presentations::Presentations;
use spinloom::verify::simulator::Simulator;
use std::path::Path;

/// A run on a core: how many images, in how many parts, in which simulator.
struct Run {
    spec: Spec,
    num_train: u64,
    num_test: usize,
    views: Views,
    num_parts: u32,
    simulator: Simulator,
}

impl Run {
    /// Compares in a folder of its own; prints what was compared.
    fn verify(&self) {
        let Ok(dataset) = data::mnist::load(None) else {
            skip("MNIST missing");
            return;
        };
        if !tools(&[self.simulator]) {
            return;
        }
        let dir = tempfile::tempdir().unwrap();
        let started = std::time::Instant::now();
        let (report, expected) = self.report(&dataset, dir.path());
        let sentences: Vec<String> = report.diagnoses.iter().map(|d| d.to_string()).collect();
        assert!(report.passed(), "{}", sentences.join("\n"));
        assert_eq!(report.tally.results, self.num_train + self.num_test as u64);
        assert_eq!(report.tally.correct, [expected, self.num_test as u64]);
        let seconds = started.elapsed().as_secs_f64();
        println!("{:?}, {seconds:.1} s", report.tally);
    }

    /// The report, and how many test images the trained model gets right by itself.
    fn report(&self, dataset: &Dataset, dir: &Path) -> (Report, u64) {
        let mut train = dataset.train.clone();
        train.truncate(self.num_train as usize);
        let options = TrainOptions {
            encoder: Encoder {
                code: match self.spec.input_steps() {
                    1 => Code::Edge16,
                    _ => Code::Ttfs,
                },
                ..Encoder::default()
            },
            ..TrainOptions::default()
        };
        let trainer = Trainer::new(&self.spec, options, &train).unwrap();
        let lfsr = trainer.network.lfsr;
        let source = Presentations {
            trainer: &trainer,
            train: &train,
            num_train: self.num_train,
            test: &dataset.test,
            num_test: self.num_test,
            views: self.views,
        };
        source.check().unwrap();
        let job = Job {
            bench: Bench {
                spec: self.spec.clone(),
                sources: write(&dir.join("rtl"), &verilog(&self.spec, lfsr.state())),
                work_dir: dir.to_path_buf(),
                stall: 0,
                sight: Sight::Inside,
                timeout: TIMEOUT,
            },
            simulators: vec![self.simulator],
            start: Start::new(&trainer.network, lfsr),
            source: &source,
            num_images: source.num_images(),
            num_parts: self.num_parts,
            progress: &|_| {},
        };
        let report = job.run().unwrap();
        assert_eq!(report.num_images, source.num_images());
        let mut trained = trainer.clone();
        trained.run(&train, self.num_train, |_| true).unwrap();
        let mut test = dataset.test.clone();
        test.truncate(self.num_test);
        let encoder = trainer.options().encoder;
        let found = evaluate(&trained.network, &test, encoder, self.views).unwrap();
        (report, found.correct)
    }
}

#[test]
fn fast_on_mnist_in_verilator() {
    Run {
        spec: Spec::new(784, 100, 100).unwrap(),
        num_train: number("SPINLOOM_TRAIN", 5000),
        num_test: number("SPINLOOM_TEST", 1000) as usize,
        views: Views::One,
        num_parts: number("SPINLOOM_PARTS", 2) as u32,
        simulator: Simulator::Verilator,
    }
    .verify();
}

/// Trains of four steps, one pass; `SPINLOOM_TRAIN=2000` for the figure of the README.
#[test]
fn trains_on_mnist_in_verilator() {
    Run {
        spec: Spec::new(784, 100, 100).unwrap().with_steps(4).unwrap(),
        num_train: number("SPINLOOM_TRAIN", 2000),
        num_test: 200,
        views: Views::One,
        num_parts: 2,
        simulator: Simulator::Verilator,
    }
    .verify();
}

#[test]
fn trains_in_many_passes_on_mnist_in_icarus() {
    Run {
        spec: Spec::new(784, 10, 3).unwrap().with_steps(3).unwrap(),
        num_train: 10,
        num_test: 5,
        views: Views::Five,
        num_parts: 2,
        simulator: Simulator::Icarus,
    }
    .verify();
}

/// The views of a test image are streamed with `more`.
#[test]
fn five_views_on_mnist_in_verilator() {
    Run {
        spec: Spec::new(784, 100, 100).unwrap(),
        num_train: 1000,
        num_test: 300,
        views: Views::Five,
        num_parts: 2,
        simulator: Simulator::Verilator,
    }
    .verify();
}

#[test]
fn many_passes_on_mnist_in_icarus() {
    Run {
        spec: Spec::new(784, 20, 7).unwrap(),
        num_train: 20,
        num_test: 10,
        views: Views::One,
        num_parts: 3,
        simulator: Simulator::Icarus,
    }
    .verify();
}

/// Fewer rows than the code: its windows are pooled.
#[test]
fn pooled_windows_on_mnist_in_icarus() {
    Run {
        spec: Spec::new(64, 20, 20).unwrap(),
        num_train: 200,
        num_test: 100,
        views: Views::One,
        num_parts: 2,
        simulator: Simulator::Icarus,
    }
    .verify();
}
