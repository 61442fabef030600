//! `verify`: golden model against RTL, or against the netlist made of it.

mod before;
mod netlist;
mod tell;
mod waves;

use super::dataset;
use super::enrol::{Enrolment, Lessons};
use super::flags::{self, Comparison, Shared, SplitFlags, Training, ViewsFlag, describe};
use super::generate::{design, has_rtl};
use super::output::{Console, Outcome};
use super::progress;
use super::train::{options, weights_path};
use super::weights::{hardware_of, of_sounds};
use crate::config::{Preset, Settings};
use crate::data::{Dataset, Images};
use crate::emit::testbench::Sight;
use crate::golden::eval::Views;
use crate::golden::weights::{Checkpoint, Saved, Stored};
use crate::golden::{Model, Network, Order, Prototype, TrainerOf};
use crate::spec::Scheme;
use crate::synth::Target;
use crate::verify::bench::Bench;
use crate::verify::by_host::ByHost;
use crate::verify::diagnose::Mismatch;
use crate::verify::job::check_window;
use crate::verify::moment::{Moment, moment};
use crate::verify::parts::Start;
use crate::verify::presentations::Presentations;
use crate::verify::simulator::Simulator;
use crate::verify::{Job, Progress};
use crate::{Error, Result};
use before::simulators;
pub use before::{find_simulators, judged_by};
use netlist::Hardware;
use std::path::PathBuf;
use std::time::Instant;
use tell::tell;
use waves::Waves;

/// Compare the golden model with the RTL, bit for bit, learning switched on
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  spinloom verify --array 784x100 --data mnist --train 5000 --test 1000\n  \
                  spinloom verify --simulator icarus --train 20 --test 5 --vcd build/waves.vcd --around 12\n  \
                  spinloom verify --array 64x20 --netlist ecp5 --train 50 --test 20"
)]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: flags::Images,
    #[command(flatten)]
    split: SplitFlags,
    #[command(flatten)]
    training: Training,
    #[command(flatten)]
    comparison: Comparison,
    /// Start from saved weights and state, with the options of the run that made them
    #[arg(long, value_name = "WEIGHTS")]
    resume_from: Option<PathBuf>,
    /// Enrol the speaker of the split, as `enrol` does, on this many utterances of each digit, all that
    /// it presents; goes on from saved weights [default: those of `train --preset fsdd`]
    #[arg(long, value_name = "N", conflicts_with = "train", value_parser = clap::value_parser!(u32).range(1..=1000))]
    enrol: Option<u32>,
    /// Views that a test image is shown in: 1, or 5 (the image and four shifts by a pixel, or
    /// a sound and four variants)
    #[arg(
        long,
        value_name = "N",
        default_value = "1",
        hide_possible_values = true
    )]
    views: ViewsFlag,
    /// Seed of random stalls on all ports, 0 for none: then cycles are compared, too
    #[arg(long, value_name = "S", default_value_t = 0)]
    stall: u32,
    /// Simulate the netlist that Yosys makes of the core: generic, xc7, ecp5, ice40 or gowin; state is
    /// compared through the host port
    #[arg(long, value_name = "TARGET", value_parser = netlist::target, conflicts_with = "vcd")]
    netlist: Option<Target>,
    /// Write the signals of a few images as VCD (or FST: FILE.fst), the steps of RTL and golden model as
    /// FILE.rtl.vcd and FILE.golden.vcd, and how GTKWave and Surfer show them
    #[arg(long, value_name = "FILE", requires = "around")]
    vcd: Option<PathBuf>,
    /// The image in the middle of the VCD, from 0
    #[arg(long, value_name = "K", requires = "vcd")]
    around: Option<u32>,
}

/// What is compared beside the settings.
#[derive(Debug, Default)]
pub struct Extras {
    views: Views,
    stall: u32,
    netlist: Option<Target>,
    waves: Option<(PathBuf, u32)>,
}

impl Extras {
    /// Signals around an image, and the file for them.
    pub fn of_waves(waves: Option<(PathBuf, u32)>) -> Self {
        Extras {
            waves,
            ..Extras::default()
        }
    }
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let request = args.shared.request();
    let request = request
        .with(&args.images)
        .with(&args.split)
        .with(&args.training);
    let mut request = request.with(&args.comparison);
    let mut outcome = Outcome::default();
    let mut path = args.resume_from.clone();
    if args.enrol.is_some() && path.is_none() {
        request = request.or_preset(Preset::Fsdd);
        path = Some(weights_path(None, &request.settings()?));
    }
    let (mut settings, saved) = match &path {
        None => (request.settings()?, None),
        Some(path) => {
            let (settings, saved) = hardware_of(path, request)?;
            (settings, Some(saved))
        }
    };
    has_rtl(&settings)?;
    find_simulators(&settings)?;
    let extras = Extras {
        views: args.views.into(),
        stall: args.stall,
        netlist: args.netlist.clone(),
        waves: args.vcd.clone().zip(args.around),
    };
    if let (Some(utterances), Some(path), Some(saved)) = (args.enrol, &path, &saved) {
        of_sounds(path, saved)?;
        let recordings = dataset::recordings(&settings, console, &mut outcome)?;
        let lessons = Lessons::of(utterances);
        let mut enrolment = Enrolment::new(path, saved, &settings, &recordings, lessons)?;
        let test = &mut enrolment.dataset.test;
        settings.verify.test_images = settings.verify.test_images.min(test.len());
        *test = test.balanced(settings.verify.test_images);
        let task = Task {
            settings: &settings,
            dataset: &enrolment.dataset,
            extras: &extras,
            console,
        };
        outcome.set("data", enrolment.dataset.name.as_str());
        match saved {
            Saved::Modulated(saved) => task.enrol(&saved.network, &enrolment, &mut outcome)?,
            Saved::Prototype(saved) => task.enrol(&saved.network, &enrolment, &mut outcome)?,
        }
        return Ok(outcome);
    }
    let mut dataset = dataset::load(&settings, console, &mut outcome)?;
    dataset.test = judged_by(&settings, dataset.test);
    let task = Task {
        settings: &settings,
        dataset: &dataset,
        extras: &extras,
        console,
    };
    match settings.spec.scheme {
        Scheme::Modulated => task.begin::<Network>(saved, &mut outcome)?,
        Scheme::Prototype(_) => task.begin::<Prototype>(saved, &mut outcome)?,
    }
    Ok(outcome)
}

/// A run that is over goes on with further epochs, as many as `num_train` images need.
fn go_on<N>(saved: &mut Checkpoint<N>, num_train: u64) {
    let needed = (saved.presented + num_train).div_ceil(u64::from(saved.train_images).max(1));
    let epochs = u32::try_from(needed).unwrap_or(u32::MAX);
    saved.options.epochs = saved.options.epochs.max(epochs);
}

/// A comparison, whatever the scheme.
pub struct Task<'a> {
    /// What is asked for.
    pub settings: &'a Settings,
    /// The images.
    pub dataset: &'a Dataset,
    /// What is compared beside the settings.
    pub extras: &'a Extras,
    /// Where progress is shown.
    pub console: &'a Console,
}

impl Task<'_> {
    /// Starts anew, or where saved weights stand. A short run over classes in sequence takes the first
    /// images of each.
    pub fn begin<N: Stored>(&self, saved: Option<Saved>, outcome: &mut Outcome) -> Result<()> {
        self.with_trainer::<N, ()>(saved, |trainer, train, num_train| {
            self.compare(trainer, train, num_train, outcome)
        })
    }

    /// Checks that there are as many images as are asked for, and one to be shown.
    ///
    /// # Errors
    /// [`Error::Input`].
    pub fn check<N: Stored>(&self, around: Option<u32>) -> Result<()> {
        self.with_trainer::<N, ()>(None, |trainer, train, num_train| {
            let source = self.source(trainer, train, num_train);
            // what cannot learn begins with saved weights, whose training has further epochs
            if self.settings.spec.learns() {
                source.check()?;
            }
            around.map_or(Ok(()), |around| check_window(around, source.num_images()))
        })
    }

    /// An image of what [`Task::begin`] compares, by its number in it.
    pub fn moment<N: Stored>(&self, saved: Option<Saved>, image: u32) -> Result<Option<Moment>> {
        self.with_trainer::<N, _>(saved, |trainer, train, num_train| {
            let fresh = Model::start(&self.settings.spec, trainer.options().seed)?;
            let start = Start::new(trainer.network.clone(), fresh.lfsr());
            moment(&self.source(trainer, train, num_train), &start, image)
        })
    }

    /// Hands `then` the training, its images, and how many of them are presented.
    fn with_trainer<N: Stored, T>(
        &self,
        saved: Option<Saved>,
        then: impl FnOnce(&TrainerOf<N>, &Images, u64) -> Result<T>,
    ) -> Result<T> {
        let (spec, train) = (&self.settings.spec, &self.dataset.train);
        let wanted = self.settings.verify.train_images;
        let options = options(self.settings);
        match saved.and_then(N::of) {
            Some(mut saved) => {
                saved.network = saved.network.on_core(spec)?;
                go_on(&mut saved, wanted as u64);
                let trainer = saved.resume(train, &self.dataset.learned)?;
                then(&trainer, train, wanted as u64)
            }
            None if options.order == Order::ByClass && (1..train.len()).contains(&wanted) => {
                let train = train.balanced(wanted);
                let trainer = TrainerOf::<N>::new(spec, options, &train)?;
                then(&trainer, &train, trainer.total())
            }
            None => {
                let trainer = TrainerOf::<N>::new(spec, options, train)?;
                then(&trainer, train, wanted as u64)
            }
        }
    }

    /// `num_train` presentations from where `trainer` stands, then test images.
    fn source<'a, N>(
        &'a self,
        trainer: &'a TrainerOf<N>,
        train: &'a Images,
        num_train: u64,
    ) -> Presentations<'a, N> {
        Presentations {
            trainer,
            train,
            num_train,
            test: &self.dataset.test,
            num_test: self.settings.verify.test_images,
            views: self.extras.views,
        }
    }

    /// Goes on from saved weights with all that a new speaker says.
    fn enrol<N: Stored>(
        &self,
        network: &N,
        enrolment: &Enrolment,
        outcome: &mut Outcome,
    ) -> Result<()> {
        let network = network.clone().on_core(&self.settings.spec)?;
        let trainer = enrolment.begin(network)?;
        self.compare(&trainer, &self.dataset.train, trainer.total(), outcome)
    }

    /// Streams `num_train` presentations from where `trainer` stands into model and RTL, then test
    /// images.
    fn compare<N: Stored>(
        &self,
        trainer: &TrainerOf<N>,
        train: &Images,
        num_train: u64,
        outcome: &mut Outcome,
    ) -> Result<()> {
        let Task {
            settings,
            extras,
            console,
            ..
        } = *self;
        let begin = Instant::now();
        let source = self.source(trainer, train, num_train);
        source.check()?;
        let name = settings.spec.default_name();
        let mut work_dir = settings.out.join("build").join("verify").join(&name);
        if let Some(target) = &extras.netlist {
            work_dir.push(format!("netlist_{}", target.name()));
        }
        let fresh = Model::start(&settings.spec, trainer.options().seed)?;
        let start = Start::new(trainer.network.clone(), fresh.lfsr());
        let hardware = Hardware {
            settings,
            target: extras.netlist.as_ref(),
            rtl: design(settings, &name, &fresh, None).texts()?,
            core: start.core(),
            work_dir: &work_dir,
        };
        let sight = hardware.sight();
        let bar = progress::spinner(console, "synthesis");
        let sources = hardware.write(outcome)?;
        bar.finish_and_clear();
        let by_host = match sight {
            Sight::Inside => None,
            Sight::Ports => Some(ByHost::new(&source, start.core())),
        };
        let num_images = source.num_images();
        let bar = progress::images(console, "golden", u64::from(num_images));
        let progress = |progress| match progress {
            Progress::Golden(images) => bar.set_position(u64::from(images)),
            Progress::Build(simulator) => bar.set_message(format!("building {}", simulator.name())),
            Progress::Simulated(simulator, images) => {
                bar.set_message(simulator.name());
                bar.set_position(u64::from(images));
            }
        };
        let job = Job {
            bench: Bench {
                spec: settings.spec.clone(),
                sight,
                sources,
                work_dir,
                stall: extras.stall,
                timeout: settings.verify.timeout,
            },
            simulators: simulators(settings),
            start,
            source: match &by_host {
                None => &source,
                Some(by_host) => by_host,
            },
            num_images,
            num_parts: settings.verify.jobs as u32,
            progress: &progress,
        };
        let waves = extras.waves.as_ref().map(|(path, around)| Waves {
            path,
            around: *around,
        });
        if let Some(waves) = &waves {
            check_window(waves.around, num_images)?;
            Simulator::Icarus.find()?;
            waves.probe()?;
        }
        let report = job.run()?;
        let window = waves.map(|waves| job.dump_waves(waves.around, waves.path));
        let window = window.transpose()?;
        bar.finish_and_clear();
        describe(settings, outcome);
        // a run that is resumed has its own
        outcome.set("seed", trainer.options().seed);
        outcome.set("train_images", num_train);
        outcome.set("test_images", settings.verify.test_images);
        outcome.set(
            "simulator",
            simulators(settings)
                .iter()
                .map(|s| s.name())
                .collect::<Vec<_>>(),
        );
        outcome.set("views", extras.views.count());
        outcome.set("stall", extras.stall);
        tell(
            &report,
            &settings.spec,
            sight,
            begin.elapsed().as_secs_f64(),
            outcome,
        );
        if let Some((waves, window)) = waves.zip(window.as_ref()) {
            waves.tell(window, &settings.spec, &job.bench.sources, outcome)?;
        }
        let seen = window.and_then(|window| window.mismatch);
        if let (Some(Mismatch { image, field, .. }), None) = (seen, &outcome.failed) {
            outcome.failed = Some(Error::Check(format!(
                "model and RTL differ in the window alone: its image {image}, `{field}`"
            )));
        }
        Ok(())
    }
}
