//! Scheme "prototype": known answers on MNIST (equal figures mean that every bit is equal), and a
//! second, literal writing that ends in the same state.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "prototype/slow.rs"]
mod slow;

use proptest::prelude::*;
use slow::Slow;
use spinloom::Result;
use spinloom::data::{Dataset, embedded, mnist};
use spinloom::encoder::{Code, Encoder};
use spinloom::golden::eval::Views;
use spinloom::golden::{
    Order, Prototype, PrototypeTrainer, Silent, TrainOptions, evaluate, start_prototype,
};
use spinloom::spec::{ClassOrder, Compartments, Layout, Scheme, Spec, Variation};

fn mnist_or_skip() -> Option<Dataset> {
    if mnist::find(None).is_some() {
        return Some(mnist::load(None).unwrap());
    }
    let required = std::env::var_os("REQUIRE_TOOLS").is_some_and(|v| v == "1");
    assert!(!required, "MNIST is missing: set SPINLOOM_DATA");
    println!("SKIP (MNIST missing: set SPINLOOM_DATA)");
    None
}

fn spec(columns: usize, compartments: Compartments) -> Spec {
    Spec::with_prototype(784, columns, columns, compartments, Layout::EDGE12).unwrap()
}

fn options(seed: u64) -> TrainOptions {
    TrainOptions {
        seed,
        order: Order::ByClass,
        warp: false,
        encoder: Encoder {
            code: Code::Edge12,
            normaliser: true,
        },
        ..TrainOptions::default()
    }
}

/// Trains and judges; correct test images and the network at its end.
fn run(data: &Dataset, spec: &Spec, options: TrainOptions) -> Result<(u64, Prototype)> {
    let mut trainer = PrototypeTrainer::new(spec, options, &data.train)?;
    trainer.run(&data.train, u64::MAX, |_| true)?;
    let network = trainer.network;
    let found = evaluate(&network, &data.test, options.encoder, Views::One)?;
    Ok((found.correct, network))
}

#[test]
fn a_single_pass_over_classes_in_sequence() -> Result<()> {
    let Some(data) = mnist_or_skip() else {
        return Ok(());
    };
    let four = spec(100, Compartments::Four);
    let of_seeds = |spec: &Spec, normaliser| -> Result<Vec<u64>> {
        let one = |seed| {
            let mut options = options(seed);
            options.encoder.normaliser = normaliser;
            Ok(run(&data, spec, options)?.0)
        };
        (1..=3).map(one).collect()
    };
    assert_eq!(of_seeds(&four, true)?, [9870, 9846, 9869]);
    assert_eq!(of_seeds(&four, false)?, [9784, 9795, 9795]);
    let (_, network) = run(&data, &four, options(1))?;
    assert_eq!(network.lfsr.state(), 0x0291);
    assert_eq!(network.digest(), 0x335d_f2e4_ff3c_6af5);
    let one = spec(100, Compartments::One);
    assert_eq!(run(&data, &one, options(1))?.0, 9854);
    let other_order = TrainOptions {
        class_order: ClassOrder::new(&[7, 2, 9, 0, 4, 1, 8, 3, 6, 5])?,
        ..options(1)
    };
    assert_eq!(run(&data, &four, other_order)?.0, 9857);
    assert_eq!(
        of_seeds(&spec(400, Compartments::Four), true)?,
        [9915, 9909, 9907]
    );
    Ok(())
}

#[test]
fn cells_that_differ() -> Result<()> {
    let Some(data) = mnist_or_skip() else {
        return Ok(());
    };
    for (text, correct) in [("stuck=0.2", 9734), ("centre=2", 9852)] {
        let options = TrainOptions {
            variation: Variation::parse(text).unwrap(),
            ..options(1)
        };
        let (found, _) = run(&data, &spec(100, Compartments::Four), options)?;
        assert_eq!(found, correct, "{text}");
    }
    Ok(())
}

#[test]
fn a_class_can_be_taught_at_any_time() -> Result<()> {
    let data = embedded::load(1);
    let nine = data.train.filtered(|label| label != 4);
    let tenth = data.train.filtered(|label| label == 4);
    let options = options(1);
    let mut first = PrototypeTrainer::new(&spec(50, Compartments::Four), options, &nine)?;
    first.run(&nine, u64::MAX, |_| true)?;
    let of = |network: &Prototype, class| -> Result<f64> {
        let test = data.test.filtered(|label| label == class);
        Ok(evaluate(network, &test, options.encoder, Views::One)?.accuracy_percent())
    };
    assert_eq!(of(&first.network, 4)?, 0.0);
    let mut second = PrototypeTrainer::resume(first.network, options, &tenth, 0)?;
    second.run(&tenth, u64::MAX, |_| true)?;
    for class in 0..10 {
        let accuracy = of(&second.network, class)?;
        assert!(accuracy > 85.0, "class {class}: {accuracy}");
    }
    Ok(())
}

/// Both writings are in the same state.
fn compare(network: &Prototype, slow: &Slow, when: &str) {
    assert_eq!(network.lfsr.state(), slow.lfsr, "{when}");
    assert_eq!(network.counters.0[3], slow.draws, "{when}");
    let other = Slow::of(network);
    for (column, (fast, slow)) in other.neurons.iter().zip(&slow.neurons).enumerate() {
        assert_eq!(fast, slow, "{when}, column {column}");
    }
}

#[test]
fn the_literal_ramp_on_mnist() {
    let Some(data) = mnist_or_skip() else {
        return;
    };
    let (spec, options) = (spec(100, Compartments::Four), options(1));
    let mut trainer = PrototypeTrainer::new(&spec, options, &data.train).unwrap();
    trainer.run(&data.train, u64::MAX, |_| true).unwrap();
    let mut network = trainer.network;
    let mut slow = Slow::of(&network);
    let mut rows = Vec::new();
    let images = data.test.images().iter().zip(data.test.labels());
    for (index, (image, &label)) in images.take(200).enumerate() {
        options.encoder.encode(image, &mut rows);
        // every other image teaches
        let label = (index % 2 == 0).then_some(label);
        let decision = network.present(&rows, label, &mut Silent);
        let (class, blank) = slow.present(&rows, label);
        assert_eq!((decision.class, decision.blank), (class, blank), "{index}");
        compare(&network, &slow, &format!("image {index}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_literal_ramp_on_random_cores(
        seed in 1u64..,
        group in 1usize..4,
        four in any::<bool>(),
        parts in prop::collection::vec(prop::option::weighted(0.9, 0u8..4), 1..40),
        images in prop::collection::vec((any::<u64>(), 0u8..12, any::<bool>()), 1..60),
        classes in 1u8..12,
    ) {
        let compartments = if four { Compartments::Four } else { Compartments::One };
        let rows = parts.len();
        let mut spec =
            Spec::with_prototype(rows, 10 * group, 1, compartments, Layout::EDGE12).unwrap();
        let parts = parts.into_iter().map(|p| p.map(|p| if four { p } else { 0 })).collect();
        let sizes = spec.prototype().unwrap().clone().with_parts(parts).unwrap();
        spec.scheme = Scheme::Prototype(sizes);
        let mut network = start_prototype(&spec, seed).unwrap().network;
        let mut slow = Slow::of(&network);
        for (index, (bits, label, learn)) in images.into_iter().enumerate() {
            // few classes: groups fill up, and neurons win often
            let label = if label == 11 { label } else { label % classes };
            let active: Vec<u16> = (0..rows as u16).filter(|row| bits >> row & 1 == 1).collect();
            let label = learn.then_some(label);
            let decision = network.present(&active, label, &mut Silent);
            let (class, blank) = slow.present(&active, label);
            prop_assert_eq!((decision.class, decision.blank), (class, blank));
            prop_assert_eq!(decision.taught, label.is_some_and(|label| label < 10));
            compare(&network, &slow, &format!("image {index}"));
        }
    }
}
