//! `sweep stdp`: what the nine types are worth.

use super::kept::Store;
use crate::cli::flags::{Images, Shared, Training, describe};
use crate::cli::output::{Console, Outcome};
use crate::cli::train::options;
use crate::cli::{dataset, progress};
use crate::config::{Preset, Settings};
use crate::data::Dataset;
use crate::device::show::nine_types;
use crate::golden::eval::Spread;
use crate::golden::types::{Pair, accuracy_percent, best_pair};
use crate::{Error, Result};
use serde_json::{Value, json};
use std::time::Instant;

/// Accuracy by type of plasticity: each of the nine alone, and the best pair under the modulator
///
/// A type alone answers the modulator whatever its sign. The pair is chosen on held-out training
/// images (the last sixth, one seed, one epoch) among all 72; then all rows are trained on all
/// training images and judged by the test images.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  spinloom sweep stdp --data mnist\n  spinloom sweep stdp --preset fast --seeds 1"
)]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: Images,
    #[command(flatten)]
    training: Training,
    /// Seeds 1 to N
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=100))]
    seeds: u64,
}

/// One part in this many of the training images is held out.
const HELD_OUT: usize = 6;

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let begin = Instant::now();
    let request = args.shared.request().or_preset(Preset::StdpNine);
    let request = request.with(&args.images).with(&args.training);
    let settings = request.settings()?;
    if settings.spec.prototype().is_some() {
        return Err(Error::Input(
            "`preset = mnist-sequence`: the nine types are of scheme \"modulated\": give --preset stdp_nine or fast".into(),
        ));
    }
    let mut outcome = Outcome::default();
    let dataset = dataset::load(&settings, console, &mut outcome)?;
    let store = Store::new("stdp", &settings, &())?;
    let (pair, held_percent) = chosen(&settings, &dataset, &store, console)?;
    describe(&settings, &mut outcome);
    outcome.set("code", options(&settings).encoder.code.name());
    outcome.set("epochs", settings.train.epochs);
    outcome.line("type   test accuracy %: mean (least to most), seeds");
    let singles = nine_types().map(Pair::single);
    let bar = progress::trainings(console, args.seeds * (singles.len() as u64 + 1));
    let mut rows = Vec::new();
    for row in singles.into_iter().chain([pair]) {
        let of_seed = |seed| {
            let mut options = options(&settings);
            options.seed = seed;
            let (train, test) = (&dataset.train, &dataset.test);
            let work = || accuracy_percent(row, &settings.spec, options, train, test);
            let found = store.find(&format!("{}, seed {seed}", row.name()), work);
            bar.inc(1);
            found
        };
        let found: Vec<f64> = (1..=args.seeds).map(of_seed).collect::<Result<_>>()?;
        rows.push(tell(row, &found, &mut outcome));
    }
    bar.finish_and_clear();
    let means: Vec<f64> = rows
        .iter()
        .filter_map(|row| row["test_accuracy_mean_percent"].as_f64())
        .collect();
    // the pair is the last row
    let (&of_pair, singles) = means.split_last().unwrap_or((&0.0, &[]));
    let of_types = singles.iter().copied().fold(0.0, f64::max);
    outcome.line(format!(
        "the modulator with {} {} the best single type: {of_pair:.2} against {of_types:.2} \
         (chosen at {held_percent:.2} % of the held-out images)",
        pair.name(),
        if of_pair > of_types {
            "beats"
        } else {
            "does not beat"
        },
    ));
    outcome.set("best_pair", pair.name());
    outcome.set("held_out_accuracy_percent", held_percent);
    outcome.set("types", rows);
    outcome.set("seconds", begin.elapsed().as_secs_f64());
    Ok(outcome)
}

/// The best pair on held-out training images.
fn chosen(
    settings: &Settings,
    dataset: &Dataset,
    store: &Store,
    console: &Console,
) -> Result<(Pair, f64)> {
    let held = dataset.train.len() / HELD_OUT;
    let (train, held) = dataset.train.clone().split_at(dataset.train.len() - held);
    let bar = progress::spinner(console, "pairs of types");
    let mut options = options(settings);
    options.epochs = 1;
    let (name, percent) = store.find("best pair", || {
        let (pair, percent) = best_pair(&settings.spec, options, &train, &held)?;
        Ok((pair.name(), percent))
    })?;
    bar.finish_and_clear();
    let pair = Pair::all().into_iter().find(|pair| pair.name() == name);
    let unknown = || Error::Design(format!("the best pair `{name}` is none"));
    Ok((pair.ok_or_else(unknown)?, percent))
}

/// One row, in words and as JSON.
fn tell(pair: Pair, found: &[f64], outcome: &mut Outcome) -> Value {
    let Spread { mean, least, most } = Spread::of(found.iter().copied());
    let seeds: Vec<String> = found
        .iter()
        .map(|percent| format!("{percent:.2}"))
        .collect();
    outcome.line(format!(
        "{:6} {mean:.2} ({least:.2} to {most:.2}), {}",
        pair.name(),
        seeds.join(" ")
    ));
    json!({
        "type": pair.name(),
        "test_accuracy_mean_percent": mean,
        "test_accuracy_percent": found,
    })
}
