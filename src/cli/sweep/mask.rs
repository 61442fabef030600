//! `sweep mask`: what the mask costs.

use super::super::flags::{Images, Shared, Training, describe};
use super::super::output::{Console, Outcome};
use super::super::train::options;
use super::super::{dataset, progress};
use super::kept::Store;
use crate::data;
use crate::golden::TrainOptions;
use crate::golden::eval::Spread;
use crate::golden::selection::{self, Run};
use crate::{Error, Result};
use serde_json::{Value, json};

/// Hidden spikes an image against accuracy, at several targets of the mask
///
/// The networks are judged by the test images, or by training images held out: hyper-parameters are
/// chosen on the latter.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  spinloom sweep mask --data mnist --epochs 20 --targets 0,200,150,100"
)]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: Images,
    #[command(flatten)]
    training: Training,
    /// Targets, hidden spikes an image; 0: no mask
    #[arg(
        long,
        value_name = "N,N,...",
        value_delimiter = ',',
        default_value = "0,225,200,175,150,125,100",
        value_parser = clap::value_parser!(u32).range(0..=65_535)
    )]
    targets: Vec<u32>,
    /// Seeds, from --seed on
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=100))]
    seeds: u64,
    /// Judge by the last N training images, which are not trained then [default: 0, the test images]
    #[arg(long, value_name = "N", default_value_t = 0)]
    held_out: usize,
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let request = args.shared.request().with(&args.images);
    let settings = request.with(&args.training).settings()?;
    let mut outcome = Outcome::default();
    let dataset = dataset::load(&settings, console, &mut outcome)?;
    let (train, judged) = split(dataset, args.held_out)?;
    describe(&settings, &mut outcome);
    outcome.set("epochs", settings.train.epochs);
    outcome.set("held_out_images", args.held_out);
    outcome.line(format!(
        "{}x{}, {} epochs, {} training images, judged by {} {} images, seeds {} to {}",
        settings.spec.rows,
        settings.spec.columns,
        settings.train.epochs,
        train.len(),
        judged.len(),
        if args.held_out > 0 {
            "held-out"
        } else {
            "test"
        },
        settings.seed,
        settings.seed + args.seeds - 1
    ));
    outcome.line("target  spikes (range)           accuracy % (range)       silent  switches");
    let store = Store::new("mask", &settings, &args.held_out)?;
    let bar = progress::trainings(console, args.targets.len() as u64 * args.seeds);
    let mut rows = Vec::new();
    let mut paths = Vec::new();
    for &target in &args.targets {
        let mut runs = Vec::new();
        for seed in settings.seed..settings.seed + args.seeds {
            let options = TrainOptions {
                seed,
                ..options(&settings)
            };
            let work = || selection::run(&settings.spec, target, options, &train, &judged);
            runs.push(store.find(&format!("target {target}, seed {seed}"), work)?);
            bar.inc(1);
        }
        outcome.line(line(target, &runs));
        paths.push(path(target, &runs));
        rows.push(row(target, &runs));
    }
    bar.finish_and_clear();
    outcome.line("code of the mask (silent neurons), from start to end, first seed");
    paths.iter().for_each(|path| outcome.line(path));
    outcome.set("targets", rows);
    Ok(outcome)
}

/// What is trained, and what is judged.
fn split(dataset: data::Dataset, held_out: usize) -> Result<(data::Images, data::Images)> {
    let train = dataset.train;
    let count = train.len();
    if held_out == 0 {
        return Ok((train, dataset.test));
    }
    match count.checked_sub(held_out) {
        Some(kept) if kept > 0 => Ok(train.split_at(kept)),
        _ => Err(Error::Input(format!(
            "`--held-out {held_out}` leaves none of the {count} training images: give fewer"
        ))),
    }
}

fn spikes(run: &Run) -> f64 {
    run.found.hidden_spikes as f64 / run.found.images.max(1) as f64
}

/// Over the runs.
fn spread(runs: &[Run], of: impl Fn(&Run) -> f64) -> Spread {
    Spread::of(runs.iter().map(of))
}

fn accuracy(run: &Run) -> f64 {
    run.found.accuracy_percent()
}

fn line(target: u32, runs: &[Run]) -> String {
    let (spikes, accuracy) = (spread(runs, spikes), spread(runs, accuracy));
    let silent = spread(runs, |run| run.silent as f64).mean;
    let switches = spread(runs, |run| run.switches.into()).mean;
    let range =
        |of: Spread, digits: usize| format!("({:.digits$} to {:.digits$})", of.least, of.most);
    format!(
        "{target:6}  {:6.1} {:17} {:6.2} {:17} {silent:6.1}  {switches:.0}",
        spikes.mean,
        range(spikes, 1),
        accuracy.mean,
        range(accuracy, 2),
    )
}

fn path(target: u32, runs: &[Run]) -> String {
    let moments = runs.iter().take(1).flat_map(|run| &run.path);
    let codes: Vec<String> = moments
        .map(|moment| format!("{}({})", moment.code, moment.silent))
        .collect();
    format!("{target:6}  {}", codes.join(" "))
}

fn row(target: u32, runs: &[Run]) -> Value {
    let seeds: Vec<Value> = runs
        .iter()
        .map(|run| {
            let path = run.path.iter();
            let path: Vec<Value> = path
                .map(|m| json!({"presentations": m.presented, "mask_code": m.code, "silent_neurons": m.silent}))
                .collect();
            json!({
                "seed": run.seed,
                "accuracy_percent": accuracy(run),
                "hidden_spikes_mean": spikes(run),
                "silent_neurons": run.silent,
                "mask_switches": run.switches,
                "mask_path": path,
            })
        })
        .collect();
    json!({
        "mask_target": target,
        "accuracy_percent": spread(runs, accuracy).mean,
        "hidden_spikes_mean": spread(runs, spikes).mean,
        "seeds": seeds,
    })
}
