//! Known answers of scheme "modulated" on MNIST: equal figures mean that every bit is equal.

use spinloom::Result;
use spinloom::data::{Dataset, embedded, mnist};
use spinloom::encoder::{Code, Encoder};
use spinloom::golden::eval::Views;
use spinloom::golden::{TrainOptions, Trainer, evaluate};
use spinloom::spec::Spec;

fn mnist_or_skip() -> Result<Option<Dataset>> {
    if mnist::find(None).is_some() {
        return mnist::load(None).map(Some);
    }
    let required = std::env::var_os("REQUIRE_TOOLS").is_some_and(|v| v == "1");
    assert!(!required, "MNIST is missing: set SPINLOOM_DATA");
    println!("SKIP (MNIST missing: set SPINLOOM_DATA)");
    Ok(None)
}

/// Trains and judges; correct images of 10,000 and the trainer at its end.
fn run(data: &Dataset, options: TrainOptions) -> Result<(u64, Trainer)> {
    run_on(&Spec::new(784, 100, 100)?, data, options)
}

fn run_on(spec: &Spec, data: &Dataset, options: TrainOptions) -> Result<(u64, Trainer)> {
    let mut trainer = Trainer::new(spec, options, &data.train)?;
    trainer.run(&data.train, u64::MAX, |_| true)?;
    let found = evaluate(&trainer.network, &data.test, options.encoder, Views::One)?;
    Ok((found.correct, trainer))
}

#[test]
fn one_epoch_in_three_variants() -> Result<()> {
    let Some(data) = mnist_or_skip()? else {
        return Ok(());
    };
    let correct = |seed, warp, normaliser| {
        let options = TrainOptions {
            seed,
            warp,
            encoder: Encoder {
                normaliser,
                ..Encoder::default()
            },
            ..TrainOptions::default()
        };
        run(&data, options)
    };
    let of_seeds = |warp, normaliser| -> Result<Vec<u64>> {
        let one = |seed| Ok(correct(seed, warp, normaliser)?.0);
        (1..=3).map(one).collect()
    };
    assert_eq!(of_seeds(true, true)?, [9889, 9900, 9882]);
    assert_eq!(of_seeds(false, true)?, [9883, 9877, 9871]);
    assert_eq!(of_seeds(true, false)?, [9819, 9815, 9841]);

    let ends = |warp| -> Result<(u16, u64)> {
        let (_, trainer) = correct(1, warp, true)?;
        Ok((trainer.network.lfsr.state(), trainer.network.w1_digest()))
    };
    assert_eq!(ends(true)?, (0x05f8, 0x2b68_be11_adcd_91fd));
    assert_eq!(ends(false)?, (0xfafd, 0x7a23_55f5_a107_815c));
    Ok(())
}

#[test]
fn embedded_digits_are_learned_in_one_epoch() -> Result<()> {
    let data = embedded::load(1);
    for (seed, warp) in [(1, true), (2, true), (1, false)] {
        let options = TrainOptions {
            seed,
            warp,
            ..TrainOptions::default()
        };
        let (correct, _) = run(&data, options)?;
        println!(
            "embedded seed {seed} warp {warp}: {correct} of {}",
            data.test.len()
        );
        assert!(correct * 100 > 90 * data.test.len() as u64, "{correct}");
    }
    Ok(())
}

#[test]
fn twenty_epochs() -> Result<()> {
    let Some(data) = mnist_or_skip()? else {
        return Ok(());
    };
    let options = TrainOptions {
        epochs: 20,
        ..TrainOptions::default()
    };
    assert_eq!(run(&data, options)?.0, 9935);
    Ok(())
}

/// Trains of four steps, code ttfs.
#[test]
fn trains_for_ten_epochs() -> Result<()> {
    let Some(data) = mnist_or_skip()? else {
        return Ok(());
    };
    let options = TrainOptions {
        epochs: 10,
        encoder: Encoder {
            code: Code::Ttfs,
            ..Encoder::default()
        },
        ..TrainOptions::default()
    };
    let spec = Spec::new(784, 100, 100)?.with_steps(4)?;
    assert_eq!(run_on(&spec, &data, options)?.0, 9811);
    Ok(())
}
