//! Spoken digits: accuracy by split, in noise, in sequence, and of a speaker enrolled.

use super::kept::Store;
use crate::cli::dataset::{self, spoken};
use crate::cli::enrol::{Enrolment, Lessons};
use crate::cli::flags::{Images, Shared};
use crate::cli::output::{Console, Outcome};
use crate::cli::progress;
use crate::cli::train::options;
use crate::config::{Preset, Settings};
use crate::data::speech::Recordings;
use crate::golden::eval::{Spread, Views};
use crate::golden::weights::Stored;
use crate::golden::{Network, Prototype, TrainerOf, evaluate};
use crate::spec::speech::Split;
use crate::{Result, data};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// Accuracy on spoken digits by split, in noise, in sequence, and of a new speaker by what he says
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom sweep speech --data fsdd")]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: Images,
    /// Seeds, from that of --seed on
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=100))]
    seeds: u64,
}

/// Utterances of a digit that a new speaker says.
const LESSONS: [u32; 4] = [1, 3, 5, 10];
/// What is kept of a seed.
const PARTS: u64 = 4;
/// White noise, dB below the utterance.
const SNR_DB: [u32; 3] = [30, 20, 10];
/// Share of a random split, 1/1000.
const RANDOM: u16 = 700;

/// A row of the table: percent of each seed, with one view and with five.
#[derive(Serialize, Deserialize)]
struct Row {
    name: String,
    found: Vec<[f64; 2]>,
}

/// The rows as they come.
#[derive(Default, Serialize, Deserialize)]
struct Table(Vec<Row>);

impl Table {
    fn add(&mut self, name: impl Into<String>, found: [f64; 2]) {
        let name = name.into();
        match self.0.iter_mut().find(|row| row.name == name) {
            Some(row) => row.found.push(found),
            None => self.0.push(Row {
                name,
                found: vec![found],
            }),
        }
    }
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let request = |preset| args.shared.request().or_preset(preset).with(&args.images);
    let joint = request(Preset::Fsdd).settings()?;
    let sequence = request(Preset::FsddSequence).settings()?;
    let mut outcome = Outcome::default();
    let recordings = dataset::recordings(&joint, console, &mut outcome)?;
    let store = Store::new("speech", &joint, &sequence)?;
    let mut table = Table::default();
    let bar = progress::trainings(console, PARTS * args.seeds);
    for seed in joint.seed..joint.seed + args.seeds {
        let of = |settings: &Settings, split| Settings {
            seed,
            split,
            ..settings.clone()
        };
        let mut part = |name: &str, work: &dyn Fn(&mut Table) -> Result<()>| -> Result<()> {
            let found = store.find(&format!("{name}, seed {seed}"), || {
                let mut found = Table::default();
                work(&mut found)?;
                Ok(found)
            })?;
            bar.inc(1);
            let rows = found.0.into_iter();
            rows.for_each(|row| {
                row.found
                    .iter()
                    .for_each(|pair| table.add(&row.name, *pair))
            });
            Ok(())
        };
        part("official", &|table| {
            official(&of(&joint, Split::Official), &recordings, table)
        })?;
        part("random", &|table| {
            let random = of(&joint, Split::Random(RANDOM));
            let (network, data) = trained::<Network>(&random, &recordings)?;
            table.add("random 70/30", judged(&network, &data.test, &random)?);
            Ok(())
        })?;
        part("speakers", &|table| {
            speakers(&of(&joint, Split::Speakers), &recordings, table)
        })?;
        part("sequence", &|table| {
            let sequence = of(&sequence, Split::Official);
            let (network, data) = trained::<Prototype>(&sequence, &recordings)?;
            let found = judged(&network, &data.test, &sequence)?;
            table.add("official, in sequence", found);
            Ok(())
        })?;
    }
    bar.finish_and_clear();
    outcome.set("data", recordings.corpus.name());
    outcome.set(
        "array",
        format!("{}x{}", joint.spec.rows, joint.spec.columns),
    );
    outcome.set("seed", joint.seed);
    outcome.set("seeds", args.seeds);
    tell(&table, &mut outcome);
    Ok(outcome)
}

fn trained<N: Stored>(settings: &Settings, recordings: &Recordings) -> Result<(N, data::Dataset)> {
    let data = spoken(recordings, settings, None)?;
    let mut trainer = TrainerOf::<N>::new(&settings.spec, options(settings), &data.train)?;
    trainer.run(&data.train, u64::MAX, |_| true)?;
    Ok((trainer.network, data))
}

/// Percent with one view and with five.
fn judged<N: Stored>(network: &N, test: &data::Images, settings: &Settings) -> Result<[f64; 2]> {
    let encoder = dataset::encoder(settings);
    let with = |views| Ok(evaluate(network, test, encoder, views)?.accuracy_percent());
    Ok([with(Views::One)?, with(Views::Five)?])
}

/// The official split, clean and in noise.
fn official(settings: &Settings, recordings: &Recordings, table: &mut Table) -> Result<()> {
    let (network, data) = trained::<Network>(settings, recordings)?;
    table.add("official", judged(&network, &data.test, settings)?);
    let mut judging = settings.clone();
    judging.train.copies = 0;
    for snr_db in SNR_DB {
        let noisy = spoken(recordings, &judging, Some(snr_db))?;
        table.add(
            format!("official, white noise at {snr_db} dB"),
            judged(&network, &noisy.test, settings)?,
        );
    }
    Ok(())
}

/// Each speaker left out, then enrolled: means over the speakers, and the worst.
fn speakers(settings: &Settings, recordings: &Recordings, table: &mut Table) -> Result<()> {
    let mut unseen = Vec::new();
    let mut enrolled = vec![Vec::new(); LESSONS.len()];
    for speaker in recordings.speakers() {
        let settings = Settings {
            split: Split::Speaker(speaker.to_owned()),
            ..settings.clone()
        };
        let (network, data) = trained::<Network>(&settings, recordings)?;
        unseen.push(judged(&network, &data.test, &settings)?);
        for (utterances, found) in LESSONS.into_iter().zip(&mut enrolled) {
            let lessons = Lessons::of(utterances);
            let options = options(&settings);
            let enrolment = Enrolment::of(recordings, speaker, lessons, options, &data.learned)?;
            let mut trainer = enrolment.begin(network.clone())?;
            trainer.run(&enrolment.dataset.train, u64::MAX, |_| true)?;
            let test = &enrolment.dataset.test;
            found.push(judged(&trainer.network, test, &settings)?);
        }
    }
    let over = |found: &[[f64; 2]], of: fn(Spread) -> f64| {
        [0, 1].map(|views| of(Spread::of(found.iter().map(|pair| pair[views]))))
    };
    table.add("unseen speaker, mean", over(&unseen, |spread| spread.mean));
    table.add(
        "unseen speaker, worst",
        over(&unseen, |spread| spread.least),
    );
    for (utterances, found) in LESSONS.iter().zip(&enrolled) {
        let name = |what| format!("enrolled, {utterances} a digit, {what}");
        table.add(name("mean"), over(found, |spread| spread.mean));
        table.add(name("worst"), over(found, |spread| spread.least));
    }
    Ok(())
}

fn tell(table: &Table, outcome: &mut Outcome) {
    let mut rows = Vec::new();
    outcome.line(format!(
        "{:34}one view               five views",
        "test accuracy, % (range)"
    ));
    for Row { name, found } in &table.0 {
        let [one, five] = [0, 1].map(|views| Spread::of(found.iter().map(|pair| pair[views])));
        outcome.line(format!("{name:34}{:23}{}", one.shown(2), five.shown(2)));
        rows.push(json!({"measure": name, "one_view_percent": one, "five_views_percent": five}));
    }
    outcome.set("measures", rows);
}
