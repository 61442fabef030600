//! `run`: the whole story.

use super::flags::{Comparison, Images, Shared, SplitFlags, Training, describe};
use super::output::{Console, Outcome};
use super::verify::{Extras, Task, find_simulators};
use super::weights::read_weights;
use super::{dataset, generate, train};
use crate::Result;
use crate::config::Settings;
use crate::data::Dataset;
use crate::golden::weights::Stored;
use crate::golden::{Network, Prototype};
use crate::spec::Scheme;
use serde_json::Value;
use std::time::Instant;

/// Encode, train, generate, verify, and sum up
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom run --array 784x100 --seed 1")]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: Images,
    #[command(flatten)]
    split: SplitFlags,
    #[command(flatten)]
    training: Training,
    #[command(flatten)]
    comparison: Comparison,
}

/// Keys of the parts that stand in the summary, too.
const SUMMARY: [(&str, &[&str]); 2] = [
    (
        "train",
        &["train_images", "test_images", "test_accuracy_percent"],
    ),
    (
        "verify",
        &["differences", "weights_equal", "cycles_mean", "cycles_max"],
    ),
];

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let begin = Instant::now();
    let request = args.shared.request();
    let request = request
        .with(&args.images)
        .with(&args.split)
        .with(&args.training);
    let settings = request.with(&args.comparison).settings()?;
    generate::has_rtl(&settings)?;
    find_simulators(&settings)?;
    let mut outcome = Outcome::default();
    let data = dataset::load(&settings, console, &mut outcome)?;
    describe(&settings, &mut outcome);
    outcome.line(format!(
        "data: {}, {} training and {} test images",
        data.name,
        data.train.len(),
        data.test.len()
    ));
    match settings.spec.scheme {
        Scheme::Modulated => stages::<Network>(&settings, &data, console, &mut outcome)?,
        Scheme::Prototype(_) => stages::<Prototype>(&settings, &data, console, &mut outcome)?,
    }
    for (name, keys) in SUMMARY {
        for key in keys {
            let value = outcome.json.get(name).and_then(|part| part.get(key));
            let value = value.cloned().unwrap_or(Value::Null);
            outcome.set(key, value);
        }
    }
    outcome.set("seconds", begin.elapsed().as_secs_f64());
    Ok(outcome)
}

/// Trains, generates, verifies: a part of the outcome each.
fn stages<N: Stored>(
    settings: &Settings,
    dataset: &Dataset,
    console: &Console,
    outcome: &mut Outcome,
) -> Result<()> {
    let mut part = Outcome::default();
    let weights = train::weights_path(None, settings);
    let learns = settings.spec.learns();
    let learning = Settings {
        spec: settings.spec.clone().with_learning(),
        ..settings.clone()
    };
    let job = train::Job {
        settings: &learning,
        dataset,
        path: &weights,
        energy: false,
        console,
    };
    job.train::<N>(false, &mut part)?;
    outcome.absorb("train", part);

    let mut part = Outcome::default();
    generate::write(settings, None, None, console, &mut part)?;
    outcome.absorb("generate", part);

    let mut part = Outcome::default();
    let task = Task {
        settings,
        dataset,
        extras: &Extras::default(),
        console,
    };
    // what cannot learn is verified with what was learned
    let trained = (!learns).then(|| read_weights(&weights)).transpose()?;
    task.begin::<N>(trained, &mut part)?;
    outcome.absorb("verify", part);
    Ok(())
}
