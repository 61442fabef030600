//! `enrol`: a trained network learns how a new speaker says the digits.

use super::dataset::{heard, of_weights, recordings};
use super::flags::{Images, Shared, SplitFlags, ViewsFlag, describe};
use super::output::{Console, Outcome, counted};
use super::progress;
use super::train::weights_path;
use super::weights::{of_sounds, read_weights, same_core};
use crate::config::{Preset, Settings};
use crate::data::Dataset;
use crate::data::speech::{Encoding, FrontEnd, Learned, Recordings};
use crate::golden::eval::Views;
use crate::golden::weights::{Checkpoint, Saved, Stored};
use crate::golden::{Order, TrainOptions, TrainerOf, evaluate};
use crate::spec::speech::Split;
use crate::{Error, Result};
use std::path::{Path, PathBuf};

/// Teach a trained network a new speaker: learning goes on, on a few utterances of each digit
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  spinloom train --preset fsdd --split speaker:theo --weights theo.spin\n  \
                  spinloom enrol --weights theo.spin --utterances 5"
)]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: Images,
    #[command(flatten)]
    split: SplitFlags,
    #[command(flatten)]
    lessons: Lessons,
    /// File that `train` wrote [default: OUT/build/speech_RxC.spin]
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    /// File for the network that knows the speaker [default: none]
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Views summed for a decision: 1 or 5
    #[arg(
        long,
        value_name = "N",
        default_value = "1",
        hide_possible_values = true
    )]
    views: ViewsFlag,
}

/// How a new speaker is learned.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Lessons {
    /// Utterances of each digit that the new speaker says, drawn by the seed
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub utterances: u32,
    /// Passes over them and their variants
    #[arg(long, value_name = "E", default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub passes: u32,
}

impl Lessons {
    /// So many utterances, all else as usual.
    pub fn of(utterances: u32) -> Self {
        Lessons {
            utterances,
            passes: 5,
        }
    }
}

/// Variants of each utterance of a new speaker.
const COPIES: u8 = 19;

/// What is learned of a speaker and what is judged by, and the run that goes on.
pub struct Enrolment {
    /// The speaker's lessons and other utterances; `learned` is all that the network learns of, and
    /// has before.
    pub dataset: Dataset,
    /// Passes, seed and order.
    pub options: TrainOptions,
}

impl Enrolment {
    /// The speaker is that of the split.
    ///
    /// # Errors
    /// As [`Recordings::lessons`]; where the split names no speaker, or the weights may have learned
    /// of the speaker.
    pub fn new(
        path: &Path,
        saved: &Saved,
        settings: &Settings,
        recordings: &Recordings,
        lessons: Lessons,
    ) -> Result<Self> {
        let Split::Speaker(speaker) = &settings.split else {
            return Err(Error::Input(format!(
                "`split = {}` names no speaker to be enrolled: give --split speaker:NAME",
                settings.split
            )));
        };
        let of_speaker = recordings
            .utterances
            .iter()
            .filter(|u| u.speaker == *speaker);
        let known = of_speaker.filter(|u| saved.learned().holds(u)).count();
        // further lessons of the same speaker are no secret
        let is_pupil = of_weights(saved).is_some_and(|held| held.split == settings.split);
        if known > 0 && !is_pupil {
            return Err(Error::file(
                path,
                format!(
                    "has learned of {known} utterances of {speaker}, who is no new speaker: train with --split speaker:{speaker}"
                ),
            ));
        }
        let copies = match saved {
            Saved::Modulated(_) => COPIES,
            Saved::Prototype(_) => 0,
        };
        let options = TrainOptions {
            seed: settings.seed,
            copies,
            ..*saved.options()
        };
        Self::of(recordings, speaker, lessons, options, saved.learned())
    }

    /// A speaker's lessons with the seed and the variants of `options`, beside what is learned.
    ///
    /// # Errors
    /// As [`Recordings::lessons`].
    pub fn of(
        recordings: &Recordings,
        speaker: &str,
        lessons: Lessons,
        options: TrainOptions,
        learned: &Learned,
    ) -> Result<Self> {
        let TrainOptions { seed, copies, .. } = options;
        let count = lessons.utterances as usize;
        let sides = recordings.lessons(speaker, count, seed, learned)?;
        let encoding = Encoding {
            copies,
            seed,
            snr_db: None,
        };
        Ok(Enrolment {
            dataset: Dataset {
                name: recordings.name(&Split::Speaker(speaker.to_owned())),
                learned: learned.and(&Learned::of(&sides.train, recordings.oh)),
                train: FrontEnd::default().images(&sides.train, encoding),
                test: heard(&sides.test, seed, None),
            },
            options: TrainOptions {
                epochs: lessons.passes,
                order: Order::Shuffled,
                ..options
            },
        })
    }

    /// The run, at its start.
    ///
    /// # Errors
    /// As [`TrainerOf::resume`].
    pub fn begin<N: Stored>(&self, network: N) -> Result<TrainerOf<N>> {
        TrainerOf::resume(network, self.options, &self.dataset.train, 0)
    }
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let request = args.shared.request().or_preset(Preset::Fsdd);
    let request = request.with(&args.images).with(&args.split);
    let path = match &args.weights {
        Some(path) => path.clone(),
        None => weights_path(None, &request.settings()?),
    };
    let saved = read_weights(&path)?;
    of_sounds(&path, &saved)?;
    let settings = request.like(&saved).settings()?;
    same_core(&path, &saved, &settings.spec)?;
    if let Some(path) = &args.save {
        crate::files::probe(path)?;
    }
    let mut outcome = Outcome::default();
    let recordings = recordings(&settings, console, &mut outcome)?;
    let enrolment = Enrolment::new(&path, &saved, &settings, &recordings, args.lessons)?;
    describe(&settings, &mut outcome);
    outcome.set("data", enrolment.dataset.name.as_str());
    outcome.set("weights", path.display().to_string());
    outcome.set("utterances", args.lessons.utterances);
    match saved {
        Saved::Modulated(saved) => enrol(saved, &enrolment, args, console, &mut outcome)?,
        Saved::Prototype(saved) => enrol(saved, &enrolment, args, console, &mut outcome)?,
    }
    Ok(outcome)
}

/// Judges, goes on learning, judges again.
fn enrol<N: Stored>(
    saved: Checkpoint<N>,
    enrolment: &Enrolment,
    args: &Args,
    console: &Console,
    outcome: &mut Outcome,
) -> Result<()> {
    let Enrolment { dataset, options } = enrolment;
    let views = Views::from(args.views);
    let judged = |network: &N| evaluate(network, &dataset.test, options.encoder, views);
    let before = judged(&saved.network)?;
    let mut trainer = enrolment.begin(saved.network)?;
    let bar = progress::images(console, "learning", trainer.total());
    trainer.run(&dataset.train, u64::MAX, |presented| {
        bar.set_position(presented);
        true
    })?;
    bar.finish_and_clear();
    let after = judged(&trainer.network)?;
    outcome.set("train_images", dataset.train.len());
    outcome.set("test_images", dataset.test.len());
    outcome.set("presentations", trainer.total());
    outcome.set("views", views.count());
    outcome.set("accuracy_before_percent", before.accuracy_percent());
    outcome.set("test_accuracy_percent", after.accuracy_percent());
    outcome.line(format!(
        "{}: {} a digit, {} presentations",
        dataset.name,
        counted(args.lessons.utterances, "utterance"),
        trainer.total()
    ));
    for (when, found) in [("before", before), ("after", after)] {
        outcome.line(format!(
            "{when:6} {:.2} % ({} of {})",
            found.accuracy_percent(),
            found.correct,
            found.images
        ));
    }
    if let Some(path) = &args.save {
        let checkpoint = Checkpoint::of(&trainer, &dataset.name);
        checkpoint.with_learned(&dataset.learned).save(path)?;
        outcome.set("saved", path.display().to_string());
        outcome.line(format!("weights and state: {}", path.display()));
    }
    Ok(())
}
