//! What the page shows beside the results of the other commands.

use super::stages::{Ended, Story};
use crate::cli::dataset::encoder;
use crate::cli::device;
use crate::cli::output::{Outcome, counted};
use crate::cli::progress;
use crate::cli::train::options;
use crate::cli::verify::Extras;
use crate::config::Settings;
use crate::data::PIXELS;
use crate::device::fit::fit;
use crate::device::sample::{PAPER_PULSES, sample};
use crate::device::{Device, Rule};
use crate::golden::curve::curve;
use crate::golden::trial::trials;
use crate::golden::weights::{Checkpoint, Saved, Stored};
use crate::golden::{Model, TrainOptions};
use crate::report::section::{
    Confusion, Curve, Curves, Encoded, Fields, OfSeed, Raster, Types, Work,
};
use crate::spec::timing::{ImageWork, steps};
use crate::spec::{Counter, Spec, spike_row, spike_step};
use crate::wave::dump::Dump;
use crate::wave::teller;
use crate::{Error, Result};
use std::path::Path;

/// Seed of the sweep that the curves show.
const SWEEP_SEED: u64 = 1;

/// The device, and images as events.
pub fn encode(story: &Story, part: &mut Outcome) -> Result<Ended> {
    let settings = story.settings;
    let device = device::load(settings.device.as_deref())?;
    story.store("device", &curves(settings, &device)?)?;
    story.store("types", &Types::of(&device, &rules(&settings.spec)))?;
    let encoded = Encoded::of(&settings.spec, encoder(settings), story.dataset)?;
    story.store("encoder", &encoded)?;
    let says = format!(
        "code {}, {} rows, {}",
        encoded.code,
        encoded.rows,
        counted(encoded.steps as u64, "input step")
    );
    part.line(&says);
    Ok(Ended::Done(says))
}

fn curves(settings: &Settings, device: &Device) -> Result<Curves> {
    let fitted = |series| {
        let fitted = fit(&series).map_err(Error::Input)?;
        Ok((series, fitted))
    };
    let sweep = sample(device, SWEEP_SEED, PAPER_PULSES)
        .into_iter()
        .map(fitted);
    let source = match &settings.device {
        None => {
            "The paper prints no fit: the curves are assumed, and the points are drawn from them, \
                 not measured (`spinloom device sample`); `spinloom device fit` makes a device of \
                 measured ones."
                .to_owned()
        }
        Some(path) => format!(
            "The curves are those of {}; the points are drawn from them, not measured \
             (`spinloom device sample`).",
            path.display()
        ),
    };
    Ok(Curves::of(source, &sweep.collect::<Result<Vec<_>>>()?))
}

/// Which type answers what.
fn rules(spec: &Spec) -> Vec<(&'static str, String)> {
    match spec.prototype() {
        Some(_) => vec![("taught neuron", Rule::PD.type_name())],
        None => {
            let entry =
                |(name, at): (_, usize)| (name, Rule::from_bits(spec.rules[at]).type_name());
            Types::ENTRIES.map(entry).to_vec()
        }
    }
}

/// The learning curve, and the trained network on the test images.
pub fn look<N: Stored>(
    story: &Story,
    trained: Option<Checkpoint<N>>,
    seeds: u64,
    part: &mut Outcome,
) -> Result<Ended> {
    let (settings, data) = (story.settings, story.dataset);
    let learning = settings.spec.clone().with_learning();
    let bar = progress::trainings(story.console, seeds);
    let of_seed = |seed| {
        let options = TrainOptions {
            seed,
            ..options(settings)
        };
        let points = curve::<N>(&learning, &options, data)?;
        bar.inc(1);
        Ok(OfSeed { seed, points })
    };
    let seeds: Vec<_> = (settings.seed..)
        .take(seeds as usize)
        .map(of_seed)
        .collect::<Result<_>>()?;
    bar.finish_and_clear();
    let of_curve = Curve { seeds };
    story.store("curve", &of_curve)?;
    if let Some(trained) = trained {
        let encoder = encoder(settings);
        let network = trained.network.on_core(&settings.spec)?;
        let trials = trials(&network, &data.test, encoder)?;
        story.store(
            "confusion",
            &Confusion::of(&data.test, &trials, !settings.data.is_speech()),
        )?;
        story.store("work", &Work::of(&trials))?;
        story.store("fields", &Fields::of(&network.into(), encoder))?;
    }
    let last = |of: &OfSeed| {
        of.points
            .last()
            .map(|p| format!("{:.2} %", p.test_accuracy_percent))
    };
    let ends: Vec<_> = of_curve.seeds.iter().filter_map(last).collect();
    let says = format!("learning curves end at {}", ends.join(", "));
    part.line(&says);
    Ok(Ended::Done(says))
}

/// Who fires when, in an image of the comparison.
pub fn raster<N: Stored>(story: &Story, trained: Option<Saved>, image: u32) -> Result<Ended> {
    let settings = story.settings;
    let timeless = || {
        let why = "scheme \"prototype\" has no spike times";
        Ok(Ended::Skipped(why.into()))
    };
    if settings.spec.prototype().is_some() {
        return timeless();
    }
    let num_train = settings.verify.train_images as u32;
    let extras = Extras::default();
    let Some(moment) = story.task(&extras).moment::<N>(trained, image)? else {
        return Ok(Ended::Skipped(format!(
            "the comparison has no image {image}"
        )));
    };
    let Model::Modulated(mut network) = moment.network else {
        return timeless();
    };
    let spec = network.spec().clone();
    let spikes = network.raster(&moment.spikes);
    let decision = network.present(&moment.spikes, None, &mut crate::golden::Silent);
    let draws = network.counters.get(Counter::Draws);
    let events = moment.spikes.len() as u64;
    let work = ImageWork {
        events,
        rows: events,
        ..Model::from(*network).work(draws, false)
    };
    let cycles = steps(&spec, &work).map(|edges| {
        let cycle =
            |&[step, column]: &[usize; 2]| [edges[column / spec.lanes][step], column as u64];
        spikes.iter().map(cycle).collect()
    });
    let test = image
        .checked_sub(num_train)
        .map(|index| story.compared.test.image(index as usize));
    let is_picture = !settings.data.is_speech();
    let says = format!("image {image}: {} spikes", spikes.len());
    let raster = Raster {
        image,
        pixels: test
            .filter(|_| is_picture)
            .map(|image: &[u8; PIXELS]| image.to_vec()),
        label: moment.last.label,
        class: decision.class,
        columns: spec.columns,
        steps: spec.code.integration_steps(),
        events: moment
            .spikes
            .iter()
            .map(|&s| [spike_step(s), spike_row(s)])
            .collect(),
        spikes,
        cycles,
    };
    story.store("raster", &raster)?;
    Ok(Ended::Done(says))
}

/// What the RTL did in an image, from a dump.
pub fn wave(story: &Story, dump: &Path, image: u32) -> Result<()> {
    let mut told = teller::read(&mut Dump::open(dump)?)?;
    told.images.retain(|number, _| *number == image);
    story.store("wave", &told)
}
