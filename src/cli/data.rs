//! `data`: check, fetch and encode images.

use super::flags::{Coding, Images, Shared};
use super::output::{Console, Outcome};
use super::{dataset, progress};
use crate::config::DataChoice;
use crate::data::fetch::{self, Fetched};
use crate::data::mnist;
use crate::encoder::RowBits;
use crate::{Error, Result, files};
use clap::Subcommand;
use rayon::prelude::*;
use serde_json::json;
use std::path::PathBuf;
use std::time::Instant;

/// Check, fetch or encode data sets
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom data check")]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Check(Check),
    Fetch(Fetch),
    Encode(Encode),
}

/// Compare the files with their published digests
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom data check --data mnist:data/mnist")]
struct Check {
    /// mnist or mnist:DIR
    #[arg(long, value_name = "NAME", default_value = "mnist")]
    data: String,
}

/// Download a data set and verify its digests
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom data fetch mnist")]
struct Fetch {
    /// The data set
    #[arg(value_parser = ["mnist"])]
    name: String,
    /// Folder for the files
    #[arg(long, value_name = "DIR", default_value = "data/mnist")]
    out: PathBuf,
}

/// Write the events of images: one bit a row, most significant bit first, 98 bytes an input step,
/// the steps of an image one behind the other
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  spinloom data encode --data mnist --split test --code edge16 --out events.bin"
)]
struct Encode {
    #[command(flatten)]
    images: Images,
    #[command(flatten)]
    coding: Coding,
    /// Training or test images
    #[arg(long, value_parser = ["train", "test"])]
    split: String,
    /// File to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    match &args.action {
        Action::Check(args) => check(args),
        Action::Fetch(args) => fetched(args, console),
        Action::Encode(args) => encode(args, console),
    }
}

fn check(args: &Check) -> Result<Outcome> {
    let only_mnist = Images::of(&args.data);
    let settings = Shared::default().request().with(&only_mnist).settings()?;
    let folder = match &settings.data {
        DataChoice::Mnist(folder) => folder.as_deref(),
        _ => {
            return Err(Error::Input(format!(
                "--data: `{}` has no files to check: give mnist or mnist:DIR",
                args.data
            )));
        }
    };
    let mut outcome = Outcome::default();
    outcome.set("data", "mnist");
    let found = mnist::check(folder)?;
    let files: Vec<_> = found
        .iter()
        .map(|f| json!({"file": f.path.display().to_string(), "sha256": f.sha256, "equal": f.matches}))
        .collect();
    outcome.set("files", files);
    for file in &found {
        let verdict = if file.matches { "ok" } else { "differs" };
        outcome.line(format!("{verdict:8} {}", file.path.display()));
    }
    let differences = found.iter().filter(|f| !f.matches).count();
    outcome.set("differences", differences);
    outcome.failed = (differences > 0).then(|| {
        Error::Check(format!(
            "{differences} of {} files are not the published ones: get them with `spinloom data fetch mnist`",
            found.len()
        ))
    });
    Ok(outcome)
}

fn fetched(args: &Fetch, console: &Console) -> Result<Outcome> {
    let start = Instant::now();
    console.note(format!(
        "fetching {} into {}",
        args.name,
        args.out.display()
    ));
    let mut outcome = Outcome::default();
    outcome.set("data", args.name.as_str());
    let mut files = Vec::new();
    let bar = progress::spinner(console, "downloading");
    let found = fetch::mnist(&args.out)?;
    bar.finish_and_clear();
    for file in found {
        let (how, path) = match &file {
            Fetched::Present(path) => ("present", path),
            Fetched::Downloaded(path) => ("fetched", path),
        };
        outcome.line(format!("{how:8} {}", path.display()));
        files.push(json!({"file": path.display().to_string(), "how": how}));
    }
    outcome.set("files", files);
    outcome.set("seconds", start.elapsed().as_secs_f64());
    Ok(outcome)
}

fn encode(args: &Encode, console: &Console) -> Result<Outcome> {
    let start = Instant::now();
    let shared = Shared::default();
    let request = shared.request();
    let settings = request.with(&args.images).with(&args.coding).settings()?;
    let mut outcome = Outcome::default();
    let dataset = dataset::load(&settings, console, &mut outcome)?;
    let (images, key) = match args.split.as_str() {
        "train" => (&dataset.train, "train_images"),
        _ => (&dataset.test, "test_images"),
    };
    let encoder = dataset::encoder(&settings);
    let num_steps = settings.spec.input_steps();
    let trains = images.images().par_iter().map(|image| {
        let mut steps = vec![RowBits::default(); num_steps];
        encoder.steps(image, &mut steps);
        steps
    });
    let trains: Vec<Vec<RowBits>> = trains.collect();
    let events = || trains.iter().flatten();
    files::replace(&args.out, |file| {
        events().try_for_each(|bits| file.write_all(&bits.to_bytes()))
    })?;
    let num_events = events().map(RowBits::count).sum::<usize>();
    let mean = num_events as f64 / trains.len().max(1) as f64;
    outcome.set(key, images.len());
    outcome.set("code", encoder.code.name());
    outcome.set("steps", num_steps);
    outcome.set("normaliser", encoder.normaliser);
    outcome.set("events_mean", mean);
    outcome.set("file", args.out.display().to_string());
    outcome.set("seconds", start.elapsed().as_secs_f64());
    outcome.line(format!(
        "{} {} images of {}, {mean:.1} events each: {}",
        images.len(),
        args.split,
        dataset.name,
        args.out.display()
    ));
    Ok(outcome)
}
