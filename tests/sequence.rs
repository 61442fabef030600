//! MNIST, class after class, through model and RTL of scheme "prototype", each image learned once.
//! `SPINLOOM_SEQUENCE_TRAIN` sets how many (default 5,000; all: 60,000), the same from each class.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{TIMEOUT, number, skip, tools, verilog, write};
use spinloom::data;
use spinloom::emit::testbench::Sight;
use spinloom::encoder::{Code, Encoder};
use spinloom::golden::eval::Views;
use spinloom::golden::{Order, PrototypeTrainer, TrainOptions};
use spinloom::spec::{Compartments, Layout, Spec};
use spinloom::verify::bench::Bench;
use spinloom::verify::job::Job;
use spinloom::verify::parts::Start;
use spinloom::verify::presentations::Presentations;
use spinloom::verify::simulator::Simulator;

fn verify(spec: &Spec, num_train: usize, num_test: usize, simulator: Simulator) {
    let Ok(dataset) = data::mnist::load(None) else {
        skip("MNIST missing");
        return;
    };
    if !tools(&[simulator]) {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let train = dataset.train.balanced(num_train);
    let options = TrainOptions {
        order: Order::ByClass,
        warp: false,
        encoder: Encoder {
            code: Code::Edge12,
            normaliser: true,
        },
        ..TrainOptions::default()
    };
    let trainer = PrototypeTrainer::new(spec, options, &train).unwrap();
    let network = &trainer.network;
    let source = Presentations {
        trainer: &trainer,
        train: &train,
        num_train: trainer.total(),
        test: &dataset.test,
        num_test,
        views: Views::One,
    };
    let num_images = (train.len() + num_test) as u32;
    let job = Job {
        bench: Bench {
            spec: spec.clone(),
            sources: write(
                &dir.path().join("rtl"),
                &verilog(spec, network.lfsr.state()),
            ),
            work_dir: dir.path().to_path_buf(),
            stall: 0,
            sight: Sight::Inside,
            timeout: 3 * TIMEOUT,
        },
        simulators: vec![simulator],
        start: Start::new(network, network.lfsr),
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
