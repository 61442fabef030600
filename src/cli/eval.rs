//! `eval`: what a trained network is worth.

use super::flags::{Images, NoiseFlag, Shared, SplitFlags, ViewsFlag, describe};
use super::output::{Console, Outcome};
use super::train::weights_path;
use super::weights::{read_weights, same_core};
use super::{dataset, device, energy, progress};
use crate::device::SwitchingTables;
use crate::encoder::Encoder;
use crate::golden::eval::{Evaluation, Views, evaluate_watched};
use crate::golden::weights::Saved;
use crate::golden::{Counters, Learner};
use crate::spec::{Counter, NUM_CLASSES, Scheme, Spec};
use crate::{Result, data};
use indicatif::ProgressBar;
use std::path::PathBuf;
use std::time::Instant;

/// Test saved weights: accuracy, confusion matrix, spikes, synaptic operations, updates
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom eval --data mnist --views 5")]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: Images,
    #[command(flatten)]
    split: SplitFlags,
    #[command(flatten)]
    noise: NoiseFlag,
    /// File that `train` wrote [default: as in `train`]
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    /// Views summed for a decision: 1, or 5 (the image and four shifts by a pixel, or a
    /// sound and four variants)
    #[arg(
        long,
        value_name = "N",
        default_value = "1",
        hide_possible_values = true
    )]
    views: ViewsFlag,
    /// White noise on spoken digits, dB below the utterance; golden model alone [default: none]
    #[arg(long, value_name = "DB", value_parser = clap::value_parser!(u32).range(0..=100))]
    snr: Option<u32>,
    /// Energy of a test image, and of a learning event of the training that made the weights;
    /// junctions and logic apart
    #[arg(long)]
    energy: bool,
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let request = args
        .shared
        .request()
        .with(&args.images)
        .with(&args.split)
        .with(&args.noise);
    let path = match &args.weights {
        Some(path) => path.clone(),
        None => weights_path(None, &request.settings()?),
    };
    // the file knows its core
    let saved = read_weights(&path)?;
    let settings = request.like(&saved).settings()?;
    same_core(&path, &saved, &settings.spec)?;
    let mut outcome = Outcome::default();
    let test = if settings.data.is_speech() || args.snr.is_some() {
        let recordings = dataset::recordings(&settings, console, &mut outcome)?;
        let test = dataset::unlearned(&recordings, &settings, saved.learned(), &mut outcome)?;
        outcome.set("data", recordings.name(&settings.split));
        outcome.set("snr_db", args.snr);
        dataset::heard(&test, settings.seed, args.snr)
    } else {
        dataset::load(&settings, console, &mut outcome)?.test
    };
    let views = Views::from(args.views);
    let start = Instant::now();
    let encoder = dataset::encoder(&settings);
    let bar = progress::images(console, "judging", test.len() as u64);
    let (found, counters) = match &saved {
        Saved::Modulated(saved) => {
            let network = saved.network.clone().on_core(&settings.spec)?;
            judge(&network, &test, encoder, views, &bar)
        }
        Saved::Prototype(saved) => judge(&saved.network, &test, encoder, views, &bar),
    }?;
    bar.finish_and_clear();
    let seconds = start.elapsed().as_secs_f64();
    describe(&settings, &mut outcome);
    outcome.set("weights", path.display().to_string());
    outcome.set("views", views.count());
    outcome.set("code", encoder.code.name());
    outcome.set("normaliser", encoder.normaliser);
    report(&found, &settings.spec, &mut outcome);
    learning(&counters, &mut outcome);
    let rate = found.images as f64 / seconds.max(f64::MIN_POSITIVE);
    outcome.set("images_per_second", rate.round());
    outcome.set("seconds", seconds);
    outcome.line(format!("{rate:.0} images/s"));
    if args.energy {
        let device = device::load(settings.device.as_deref())?;
        let same = device.tables() == SwitchingTables::of(saved.spec());
        outcome.set("energy_device_is_that_of_weights", same);
        if !same {
            outcome.line(
                "the weights were made with another device: amplitudes and constants below are not theirs, give their --device file",
            );
        }
        let views = views.count();
        match &saved {
            Saved::Modulated(s) => {
                energy::tell(
                    &s.network,
                    &found,
                    views,
                    s.presented,
                    &device,
                    &mut outcome,
                );
            }
            Saved::Prototype(s) => {
                energy::tell(
                    &s.network,
                    &found,
                    views,
                    s.presented,
                    &device,
                    &mut outcome,
                );
            }
        }
    }
    Ok(outcome)
}

fn judge(
    network: &impl Learner,
    test: &data::Images,
    encoder: Encoder,
    views: Views,
    bar: &ProgressBar,
) -> Result<(Evaluation, Counters)> {
    let found = evaluate_watched(network, test, encoder, views, |images| bar.inc(images))?;
    Ok((found, *network.counters()))
}

/// What training has cost so far.
fn learning(counters: &Counters, outcome: &mut Outcome) {
    let (ltp, ltd) = (
        counters.get(Counter::PulsesLtp),
        counters.get(Counter::PulsesLtd),
    );
    outcome.set("potentiating_pulses", ltp);
    outcome.set("depressing_pulses", ltd);
    outcome.set("updates", counters.get(Counter::Switches));
    outcome.set("mask_switches", counters.get(Counter::MaskSwitches));
    outcome.line(format!(
        "so far: {ltp} potentiating and {ltd} depressing pulses, {} switches",
        counters.get(Counter::Switches)
    ));
}

/// Accuracy, work an image, and the confusion matrix.
fn report(found: &Evaluation, spec: &Spec, outcome: &mut Outcome) {
    let mean = |sum: u64| sum as f64 / found.images.max(1) as f64;
    outcome.set("test_images", found.images);
    outcome.set("test_accuracy_percent", found.accuracy_percent());
    outcome.set("events_mean", mean(found.events));
    outcome.set("hidden_spikes_mean", mean(found.hidden_spikes));
    outcome.set("positive_drive_mean", mean(found.positive_drive));
    outcome.set("negative_drive_mean", mean(found.negative_drive));
    outcome.set("firing_neurons_mean", mean(found.firing_neurons));
    outcome.set("synaptic_operations_mean", mean(found.synaptic_operations));
    let rows: Vec<Vec<u32>> = found.confusion.iter().map(|row| row.to_vec()).collect();
    outcome.set("confusion", rows);
    outcome.line(format!(
        "test accuracy {:.2} % ({} of {})",
        found.accuracy_percent(),
        found.correct,
        found.images
    ));
    let neurons = match spec.scheme {
        Scheme::Modulated => "hidden neurons",
        Scheme::Prototype(_) => "winning compartments",
    };
    outcome.line(format!(
        "an image: {:.1} events, {:.1} spikes of {:.1} {neurons}, {:.0} synaptic operations",
        mean(found.events),
        mean(found.hidden_spikes),
        mean(found.firing_neurons),
        mean(found.synaptic_operations)
    ));
    if spec.scheme == Scheme::Modulated && spec.learns() {
        outcome.line(format!(
            "columns driven: {:.1} positively, {:.1} negatively",
            mean(found.positive_drive),
            mean(found.negative_drive)
        ));
    }
    outcome.line("label \\ class");
    let cells = |cells: &mut dyn Iterator<Item = u32>| -> String {
        cells.map(|cell| format!("{cell:6}")).collect()
    };
    outcome.line(format!("     {}", cells(&mut (0..NUM_CLASSES as u32))));
    for (label, row) in found.confusion.iter().enumerate() {
        outcome.line(format!("{label:5}{}", cells(&mut row.iter().copied())));
    }
}
