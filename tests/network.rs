//! 784x100 on MNIST in Verilator, learning on: 5,000 training and 1,000 test images.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{TIMEOUT, number, skip, tools, verilog, write};
use spinloom::data;
use spinloom::encoder::Encoder;
use spinloom::golden::train::{TrainOptions, Trainer};
use spinloom::spec::Spec;
use spinloom::verify::bench::Bench;
use spinloom::verify::job::Job;
use spinloom::verify::parts::Start;
use spinloom::verify::presentations::Presentations;
use spinloom::verify::simulator::Simulator;

/// Runs `num_train` + `num_test` images on a core of this size.
fn verify(
    spec: &Spec,
    num_train: u64,
    num_test: usize,
    num_parts: u32,
    simulator: Simulator,
    dir: &std::path::Path,
) {
    let Ok(dataset) = data::mnist::load(None) else {
        skip("MNIST missing");
        return;
    };
    let mut train = dataset.train;
    train.truncate(num_train as usize);
    let trainer = Trainer::new(spec, TrainOptions::default(), &train).unwrap();
    let lfsr = trainer.network.lfsr;
    let source = Presentations {
        trainer: &trainer,
        train: &train,
        num_train,
        test: &dataset.test,
        num_test,
        encoder: Encoder::default(),
    };
    source.check().unwrap();
    let job = Job {
        bench: Bench {
            spec: spec.clone(),
            sources: write(&dir.join("rtl"), &verilog(spec, lfsr.state())),
            work_dir: dir.to_path_buf(),
            stall: 0,
            timeout: TIMEOUT,
        },
        simulators: vec![simulator],
        start: Start::new(&trainer.network, lfsr),
        source: &source,
        num_images: num_train as u32 + num_test as u32,
        num_parts,
        progress: &|_| {},
    };
    let started = std::time::Instant::now();
    let report = job.run().unwrap();
    let sentences: Vec<String> = report.diagnoses.iter().map(|d| d.to_string()).collect();
    assert!(report.passed(), "{}", sentences.join("\n"));
    assert_eq!(u64::from(report.num_images), num_train + num_test as u64);
    assert_eq!(report.tally.results, u64::from(report.num_images));
    let seconds = started.elapsed().as_secs_f64();
    println!(
        "{} images, {:?}, {seconds:.1} s",
        report.num_images, report.tally
    );
}

#[test]
fn fast_on_mnist_in_verilator() {
    if !tools(&[Simulator::Verilator]) {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let spec = Spec::new(784, 100, 100).unwrap();
    let (train, test) = (
        number("SPINLOOM_TRAIN", 5000),
        number("SPINLOOM_TEST", 1000),
    );
    let parts = number("SPINLOOM_PARTS", 2) as u32;
    verify(
        &spec,
        train,
        test as usize,
        parts,
        Simulator::Verilator,
        dir.path(),
    );
}

#[test]
fn many_passes_on_mnist_in_icarus() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let spec = Spec::new(784, 20, 7).unwrap();
    verify(&spec, 20, 10, 3, Simulator::Icarus, dir.path());
}
