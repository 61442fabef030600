//! `train`: the golden model learns.

use super::dataset;
use super::flags::{Disturbance, Images, Shared, SplitFlags, Training, describe};
use super::output::{Console, Outcome, counted};
use super::weights::{read_weights, same_core};
use super::{device, energy, interrupt, progress, report, sequence, speakers};
use crate::config::{self, Settings};
use crate::data::Dataset;
use crate::golden::eval::Views;
use crate::golden::sequence::{Sequence, Stage};
use crate::golden::weights::{Checkpoint, Stored};
use crate::golden::{Model, Network, Order, Prototype, TrainOptions, TrainerOf, evaluate};
use crate::spec::speech::Split;
use crate::spec::{Counter, Learning, Scheme};
use crate::{Error, Result, files};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Train the golden model and save weights and state
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  spinloom train --array 784x100 --data mnist --epochs 1 --seed 1\n  \
                  spinloom train --epochs 20 --weights long.spin --resume\n  \
                  spinloom train --preset mnist-sequence --order by-class --class-order 7,2,9,0,4,1,8,3,6,5"
)]
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
    disturbance: Disturbance,
    /// File for weights and state, renewed on the way [default: OUT/build/RxC.spin,
    /// with prototype_ before it in scheme "prototype", and speech_ of spoken digits]
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    /// Go on where the weights file stands, at the start where there is none; ends in the same bits as
    /// a run without a break
    #[arg(long)]
    resume: bool,
    /// Nearest class mean and streaming LDA on raw pixels beside it, on the same protocol
    #[arg(long)]
    floors: bool,
    /// Energy of a test image and of a learning event, junctions and logic apart
    #[arg(long)]
    energy: bool,
    /// Write a page with pictures, one HTML file
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

/// Presentations between two checkpoints, an epoch of MNIST, and time where those take longer.
const CHECKPOINT: u64 = 60_000;
const CHECKPOINT_TIME: Duration = Duration::from_secs(20);

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let request = args.shared.request().with(&args.images).with(&args.split);
    let request = request.with(&args.training).with(&args.disturbance);
    let mut settings = request.settings()?;
    settings.spec = settings.spec.with_learning();
    let mut outcome = Outcome::default();
    if let Some(path) = &args.report {
        files::probe(path)?;
    }
    let path = weights_path(args.weights.as_deref(), &settings);
    if settings.split == Split::Speakers {
        if args.report.is_some() || args.energy || args.floors {
            return Err(Error::Input(
                "--report, --energy and --floors are of one training, --split speakers makes several: leave them out, or give --split speaker:NAME".into(),
            ));
        }
        speakers::train(&settings, &path, args.resume, console, &mut outcome)?;
        return Ok(outcome);
    }
    if args.floors && settings.data.is_speech() {
        return Err(Error::Input(
            "--floors learns pixels, which spoken digits have none of: leave it out".into(),
        ));
    }
    let dataset = dataset::load(&settings, console, &mut outcome)?;
    let job = Job {
        settings: &settings,
        dataset: &dataset,
        path: &path,
        energy: args.energy,
        console,
    };
    match settings.spec.scheme {
        Scheme::Modulated => job.train::<Network>(args.resume, &mut outcome)?,
        Scheme::Prototype(_) => job.train::<Prototype>(args.resume, &mut outcome)?,
    }
    if args.floors {
        sequence::floors(&settings, &dataset, console, &mut outcome)?;
    }
    if let Some(path) = &args.report {
        report::of_training(&settings, path, &mut outcome)?;
    }
    Ok(outcome)
}

/// A training run, whatever the scheme.
pub struct Job<'a> {
    /// What is asked for.
    pub settings: &'a Settings,
    /// The images.
    pub dataset: &'a Dataset,
    /// Where the weights go.
    pub path: &'a Path,
    /// The energy is told, too.
    pub energy: bool,
    /// Where progress is shown.
    pub console: &'a Console,
}

/// Where weights are kept: as asked, or under the output folder.
pub fn weights_path(asked: Option<&Path>, settings: &Settings) -> PathBuf {
    asked.map_or_else(
        || {
            let spec = &settings.spec;
            let scheme = spec.scheme_prefix();
            let sounds = if settings.data.is_speech() {
                "speech_"
            } else {
                ""
            };
            let name = format!("{sounds}{scheme}{}x{}.spin", spec.rows, spec.columns);
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
        class_order: settings.train.class_order,
        copies: settings.train.copies,
        extra: settings.train.extra,
        variation: settings.train.variation,
        noise: settings.train.noise,
    }
}

impl Job<'_> {
    /// Begins or goes on, to the end.
    pub fn train<N: Stored>(&self, resume: bool, outcome: &mut Outcome) -> Result<()> {
        if resume && !self.path.exists() {
            self.console.note(format!(
                "{} is not there, nothing to go on with: this training begins at the start",
                self.path.display()
            ));
        }
        let (trainer, stages) = if resume && self.path.exists() {
            self.resumed::<N>()?
        } else {
            let options = options(self.settings);
            let fresh = TrainerOf::<N>::new(&self.settings.spec, options, &self.dataset.train)?;
            (fresh, Vec::new())
        };
        self.teach(trainer, Sequence::after(stages), outcome)
    }

    /// Trains to the end, saves, and judges by the test images: where classes come one after the
    /// other, behind each.
    fn teach<N: Stored>(
        &self,
        mut trainer: TrainerOf<N>,
        mut sequence: Sequence,
        outcome: &mut Outcome,
    ) -> Result<()> {
        let dataset = self.dataset;
        let encoder = trainer.options().encoder;
        let (first, total) = (trainer.presented(), trainer.total());
        let bar = progress::images(self.console, "training", total).with_position(first);
        bar.reset_eta();
        files::probe(self.path)?;
        let _gentle = interrupt::gently()?;
        let ends = trainer.class_ends();
        let mut seconds = 0.0;
        while trainer.presented() < total {
            let next_end = ends.iter().find(|end| end.presented > trainer.presented());
            let until = (trainer.presented() + CHECKPOINT).min(total);
            let until = next_end.map_or(until, |end| until.min(end.presented));
            let start = Instant::now();
            trainer.run(&dataset.train, until, |presented| {
                bar.set_position(presented);
                !interrupt::asked() && start.elapsed() < CHECKPOINT_TIME
            })?;
            seconds += start.elapsed().as_secs_f64();
            if let Some(end) = next_end.filter(|end| end.presented == trainer.presented()) {
                sequence.judge(end.class, &trainer.network, &dataset.test, encoder)?;
            }
            let checkpoint = Checkpoint::of(&trainer, &dataset.name);
            let checkpoint = checkpoint.with_learned(&dataset.learned);
            checkpoint.with_stages(sequence.stages()).save(self.path)?;
            if interrupt::asked() && trainer.presented() < total {
                bar.finish_and_clear();
                return Err(Error::Interrupted(format!(
                    "interrupted after {} of {total} presentations, kept in {}: `spinloom train` with the same flags and --resume goes on",
                    trainer.presented(),
                    self.path.display()
                )));
            }
        }
        bar.finish_and_clear();
        let found = evaluate(&trainer.network, &dataset.test, encoder, Views::One)?;
        let rate = (total - first) as f64 / seconds.max(f64::MIN_POSITIVE);
        self.tell(&trainer, seconds, rate, outcome);
        outcome.set("test_accuracy_percent", found.accuracy_percent());
        sequence::tell(&sequence, outcome);
        outcome.line(format!(
            "test accuracy {:.2} % ({} of {})",
            found.accuracy_percent(),
            found.correct,
            found.images
        ));
        if self.energy {
            let device = device::load(self.settings.device.as_deref())?;
            let presented = trainer.presented();
            energy::tell(&trainer.network, &found, 1, presented, &device, outcome);
        }
        outcome.line(format!("weights and state: {}", self.path.display()));
        Ok(())
    }

    /// What was trained, and how fast.
    fn tell<N: Stored>(
        &self,
        trainer: &TrainerOf<N>,
        seconds: f64,
        rate: f64,
        outcome: &mut Outcome,
    ) {
        let Job {
            settings, dataset, ..
        } = self;
        let (network, options) = (&trainer.network, trainer.options());
        describe(settings, outcome);
        outcome.set("epochs", options.epochs);
        outcome.set("order", options.order.name());
        outcome.set("warp", options.warp);
        outcome.set("code", options.encoder.code.name());
        outcome.set("normaliser", options.encoder.normaliser);
        if settings.spec.prototype().is_some() {
            outcome.set("extra", options.extra);
        }
        outcome.set("variation", options.variation.to_string());
        if !options.variation.is_none() {
            outcome.line(format!(
                "cells differ: {} (golden model alone, no RTL has this)",
                options.variation
            ));
        }
        outcome.set("train_images", dataset.train.len());
        outcome.set("presentations", trainer.total());
        outcome.set("test_images", dataset.test.len());
        outcome.set("images_per_second", rate.round());
        outcome.set("updates", network.counters().get(Counter::Switches));
        outcome.set("lfsr", format!("{:04x}", network.lfsr()));
        outcome.set("w1_digest", format!("{:016x}", network.digest()));
        outcome.set("weights", self.path.display().to_string());
        outcome.set("seconds", seconds);
        let pace = match rate {
            0.0 => "done before, nothing was left to do".to_owned(),
            _ => format!("{seconds:.1} s, {rate:.0} images/s"),
        };
        outcome.line(format!(
            "trained {}x{} on {} images of {}, {}, seed {}: {pace}",
            settings.spec.rows,
            settings.spec.columns,
            dataset.train.len(),
            dataset.name,
            counted(options.epochs, "epoch"),
            options.seed,
        ));
        let times = match options.epochs {
            1 => "each image once".to_owned(),
            epochs => format!("each image {epochs} times"),
        };
        let (one, many) = match settings.data.is_speech() {
            true => ("variant", "variants"),
            false => ("shifted copy", "shifted copies"),
        };
        let copies = match options.extra {
            0 => times,
            1 => format!("{times}, each time with a {one}"),
            extra => format!("{times}, each time with {extra} {many}"),
        };
        if settings.spec.prototype().is_some() {
            outcome.line(format!("{}, {copies}", options.order.name()));
        }
    }

    /// The interrupted run that a weights file holds, if it is the run asked for.
    fn resumed<N: Stored>(&self) -> Result<(TrainerOf<N>, Vec<Stage>)> {
        let (path, settings) = (self.path, self.settings);
        let saved = read_weights(path)?;
        same_core(path, &saved, &settings.spec)?;
        let Some(saved) = N::of(saved) else {
            return Err(Error::file(path, "is of another scheme"));
        };
        let mut others = differences(&saved, &options(settings), &self.dataset.name);
        if saved.network.spec().prototype() != settings.spec.prototype() {
            others.push("another table sp".into());
        }
        if saved.network.spec().thresholds != settings.spec.thresholds {
            others.push("another device".into());
        }
        if registers(saved.network.clone()) != settings.spec.learning.without_codes() {
            others.push("other [learning] registers".into());
        }
        if !others.is_empty() {
            return Err(Error::file(
                path,
                format!(
                    "is of another run ({}): give the same flags, or leave out --resume",
                    others.join(", ")
                ),
            ));
        }
        let stages = saved.stages.clone();
        Ok((
            saved.resume(&self.dataset.train, &self.dataset.learned)?,
            stages,
        ))
    }
}

/// The registers of a network, but for the codes that the schedule sets.
fn registers(network: impl Into<Model>) -> Learning {
    network.into().learning().without_codes()
}

/// What a saved run and the one asked for do not share, in words.
fn differences<N>(saved: &Checkpoint<N>, here: &TrainOptions, data: &str) -> Vec<String> {
    let held = &saved.options;
    let pairs = [
        ("data", saved.data.clone(), data.to_owned()),
        ("seed", held.seed.to_string(), here.seed.to_string()),
        ("epochs", held.epochs.to_string(), here.epochs.to_string()),
        ("order", held.order.name().into(), here.order.name().into()),
        ("warp", held.warp.to_string(), here.warp.to_string()),
        (
            "code",
            held.encoder.code.name().into(),
            here.encoder.code.name().into(),
        ),
        (
            "normaliser",
            held.encoder.normaliser.to_string(),
            here.encoder.normaliser.to_string(),
        ),
        (
            "class order",
            held.class_order.to_string(),
            here.class_order.to_string(),
        ),
        ("copies", held.copies.to_string(), here.copies.to_string()),
        ("extra", held.extra.to_string(), here.extra.to_string()),
        (
            "variation",
            held.variation.to_string(),
            here.variation.to_string(),
        ),
        ("noise", held.noise.to_string(), here.noise.to_string()),
    ];
    pairs
        .into_iter()
        .filter(|(_, held, here)| held != here)
        .map(|(what, held, here)| format!("{what} {held}, not {here}"))
        .collect()
}
