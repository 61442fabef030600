//! `train`: the golden model learns.

use super::dataset;
use super::flags::{Images, Shared, Training, describe};
use super::output::{Console, Outcome};
use super::progress;
use crate::config::{self, Settings};
use crate::data::Dataset;
use crate::golden::eval::Views;
use crate::golden::weights::Checkpoint;
use crate::golden::{Order, TrainOptions, Trainer, evaluate};
use crate::spec::{Counter, Spec};
use crate::{Error, Result, files};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Train the golden model and save weights and state
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  spinloom train --array 784x100 --data mnist --epochs 1 --seed 1\n  \
                  spinloom train --epochs 20 --weights long.spin --resume"
)]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: Images,
    #[command(flatten)]
    training: Training,
    /// File for weights and state, renewed on the way [default: OUT/build/RxC.spin]
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    /// Go on where the weights file stands; ends in the same bits as a run without a break
    #[arg(long)]
    resume: bool,
}

/// Presentations between two checkpoints: an epoch of MNIST.
const CHECKPOINT: u64 = 60_000;

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let request = args.shared.request().with(&args.images);
    let settings = request.with(&args.training).settings()?;
    let mut outcome = Outcome::default();
    let dataset = dataset::load(&settings, console, &mut outcome)?;
    let path = weights_path(args.weights.as_deref(), &settings);
    let trainer = if args.resume {
        resumed(&path, &settings, &dataset)?
    } else {
        Trainer::new(&settings.spec, options(&settings), &dataset.train)?
    };
    teach(trainer, &settings, &dataset, &path, console, &mut outcome)?;
    Ok(outcome)
}

/// Where weights are kept: as asked, or under the output folder.
pub fn weights_path(asked: Option<&Path>, settings: &Settings) -> PathBuf {
    asked.map_or_else(
        || {
            let name = format!("{}x{}.spin", settings.spec.rows, settings.spec.columns);
            settings.out.join("build").join(name)
        },
        Path::to_path_buf,
    )
}

/// The run that the settings describe.
pub fn options(settings: &Settings) -> TrainOptions {
    TrainOptions {
        epochs: settings.train.epochs,
        order: match settings.train.order {
            config::Order::Shuffled => Order::Shuffled,
            config::Order::File => Order::File,
            config::Order::ByClass => Order::ByClass,
        },
        seed: settings.seed,
        warp: settings.train.warp,
        encoder: dataset::encoder(settings),
    }
}

/// Trains to the end, saves, and judges by the test images.
pub fn teach(
    mut trainer: Trainer,
    settings: &Settings,
    dataset: &Dataset,
    path: &Path,
    console: &Console,
    outcome: &mut Outcome,
) -> Result<Trainer> {
    let start = Instant::now();
    let (first, total) = (trainer.presented(), trainer.total());
    let bar = progress::images(console, "training", total);
    files::probe(path)?;
    while trainer.presented() < total {
        let until = (trainer.presented() + CHECKPOINT).min(total);
        trainer.run(&dataset.train, until, |presented| {
            bar.set_position(presented);
            true
        })?;
        Checkpoint::of(&trainer, dataset.name).save(path)?;
    }
    bar.finish_and_clear();
    let seconds = start.elapsed().as_secs_f64();
    let found = evaluate(
        &trainer.network,
        &dataset.test,
        trainer.options().encoder,
        Views::One,
    )?;
    let rate = (total - first) as f64 / seconds.max(f64::MIN_POSITIVE);
    let network = &trainer.network;
    describe(settings, outcome);
    outcome.set("epochs", settings.train.epochs);
    outcome.set("train_images", dataset.train.len());
    outcome.set("test_images", dataset.test.len());
    outcome.set("test_accuracy_percent", found.accuracy_percent());
    outcome.set("images_per_second", rate.round());
    outcome.set("updates", network.counters.get(Counter::Switches));
    outcome.set("lfsr", format!("{:04x}", network.lfsr.state()));
    outcome.set("w1_digest", format!("{:016x}", network.w1_digest()));
    outcome.set("weights", path.display().to_string());
    outcome.set("seconds", seconds);
    outcome.line(format!(
        "trained {}x{} on {} images of {}, {} {}, seed {}: {seconds:.1} s, {rate:.0} images/s",
        settings.spec.rows,
        settings.spec.columns,
        dataset.train.len(),
        dataset.name,
        settings.train.epochs,
        if settings.train.epochs == 1 {
            "epoch"
        } else {
            "epochs"
        },
        settings.seed,
    ));
    outcome.line(format!(
        "test accuracy {:.2} % ({} of {})",
        found.accuracy_percent(),
        found.correct,
        found.images
    ));
    outcome.line(format!("weights and state: {}", path.display()));
    Ok(trainer)
}

/// The interrupted run that a weights file holds, if it is the run asked for.
fn resumed(path: &Path, settings: &Settings, dataset: &Dataset) -> Result<Trainer> {
    let saved = read_weights(path)?;
    same_array(path, &saved, &settings.spec)?;
    let others = differences(&saved, &options(settings), dataset.name);
    if !others.is_empty() {
        return Err(Error::file(
            path,
            format!(
                "is of another run ({}): give the same flags, or leave out --resume",
                others.join(", ")
            ),
        ));
    }
    saved.resume(&dataset.train)
}

/// What a saved run and the one asked for do not share, in words.
fn differences(saved: &Checkpoint, here: &TrainOptions, data: &str) -> Vec<String> {
    let held = &saved.options;
    let pairs = [
        ("data", saved.data.clone(), data.to_owned()),
        ("seed", held.seed.to_string(), here.seed.to_string()),
        ("epochs", held.epochs.to_string(), here.epochs.to_string()),
        ("order", held.order.name().into(), here.order.name().into()),
        ("warp", held.warp.to_string(), here.warp.to_string()),
        (
            "encoder",
            held.encoder.code.name().into(),
            here.encoder.code.name().into(),
        ),
        (
            "normaliser",
            held.encoder.normaliser.to_string(),
            here.encoder.normaliser.to_string(),
        ),
    ];
    pairs
        .into_iter()
        .filter(|(_, held, here)| held != here)
        .map(|(what, held, here)| format!("{what} {held}, not {here}"))
        .collect()
}

/// Reads weights and state.
///
/// # Errors
/// As [`Checkpoint::load`]; a missing file says what makes it.
pub fn read_weights(path: &Path) -> Result<Checkpoint> {
    if path.try_exists().is_ok_and(|exists| !exists) {
        let remedy = "is not there: `spinloom train` makes it";
        return Err(Error::file(path, remedy));
    }
    Checkpoint::load(path)
}

/// The weights are of this array.
///
/// # Errors
/// [`Error::File`] with both sizes.
pub fn same_array(path: &Path, saved: &Checkpoint, spec: &Spec) -> Result<()> {
    let held = saved.network.spec();
    if (held.rows, held.columns) == (spec.rows, spec.columns) {
        return Ok(());
    }
    let (rows, columns) = (held.rows, held.columns);
    Err(Error::file(
        path,
        format!(
            "holds a {rows}x{columns} array, not {}x{}: give --array {rows}x{columns}",
            spec.rows, spec.columns
        ),
    ))
}
