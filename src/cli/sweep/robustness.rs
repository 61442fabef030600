//! `sweep robustness`: tables over levels and seeds.

use super::kept::Store;
use crate::cli::flags::{Images, Shared, Training};
use crate::cli::output::{Console, Outcome, counted};
use crate::cli::train::options;
use crate::cli::{dataset, progress};
use crate::config::Settings;
use crate::data::Dataset;
use crate::golden::eval::Spread;
use crate::golden::robustness::{disturbed, undisturbed};
use crate::golden::{Learner, Network, Prototype, TrainOptions};
use crate::spec::{Noise, Scheme, Variation};
use crate::{Error, Result};
use indicatif::ProgressBar;
use serde_json::{Map, Value, json};
use std::time::Instant;

/// Accuracy of both schemes where cells differ and where images have noise; golden model alone
///
/// A variation holds in training and test, as on a real array. Noise is on the test images alone, of
/// a network that has learned without, unless --noise-in-training is given.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  spinloom sweep robustness --data mnist --epochs 20\n  \
                        spinloom sweep robustness --variation stuck=0.1 --variation stuck=0.2 --seeds 5"
)]
pub struct Args {
    /// modulated, prototype or both
    #[arg(
        long,
        value_name = "NAME",
        default_value = "both",
        hide_possible_values = true
    )]
    scheme: SchemeFlag,
    /// Rows and columns of the synapse array [default: 784x100]
    #[arg(long, value_name = "RxC", allow_hyphen_values = true)]
    array: Option<String>,
    /// Device file [default: the paper's amplitudes, assumed curves]
    #[arg(long, value_name = "FILE.toml")]
    device: Option<String>,
    /// mnist, mnist:DIR or embedded [default: mnist where it is found, else embedded]
    #[arg(long, value_name = "NAME")]
    data: Option<String>,
    /// Epochs of scheme "modulated"; "prototype" sees each image once [default: 1]
    #[arg(long, value_name = "E", allow_negative_numbers = true)]
    epochs: Option<String>,
    /// Seeds 1 to N
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=100))]
    seeds: u64,
    /// A level, e.g. centre=1.0,slope=0.3,stuck=0.2; may be repeated, replaces the usual levels
    #[arg(long, value_name = "LIST")]
    variation: Vec<String>,
    /// A level, e.g. salt=0.1,gauss=20,shift=2; may be repeated, replaces the usual levels
    #[arg(long, value_name = "LIST")]
    noise: Vec<String>,
    /// Networks learn with the noise, too
    #[arg(long)]
    noise_in_training: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum SchemeFlag {
    Modulated,
    Prototype,
    Both,
}

/// Levels where none is asked for.
const VARIATIONS: [&str; 10] = [
    "centre=1",
    "centre=2",
    "slope=0.3",
    "slope=0.5",
    "mismatch=0.5",
    "mismatch=1",
    "stuck=0.05",
    "stuck=0.1",
    "stuck=0.2",
    "centre=1,slope=0.2,stuck=0.1",
];
/// The same for the images.
const NOISES: [&str; 6] = [
    "salt=0.02",
    "salt=0.05",
    "salt=0.1",
    "gauss=20",
    "gauss=40",
    "shift=2",
];

/// What a row of the table disturbs.
#[derive(Clone, Copy)]
enum Level {
    /// Cells differ, in training and test.
    Variation(Variation),
    /// Test images have noise, the network has learned without.
    TestNoise(Noise),
    /// Training and test images have noise.
    Noise(Noise),
}

/// A row: percent of the test images, by seed.
struct Row {
    /// What is disturbed; none: nothing.
    level: Option<Level>,
    accuracy_percent: Vec<f64>,
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let levels = levels(args)?;
    let trainings = 1 + levels
        .iter()
        .filter(|l| !matches!(l, Level::TestNoise(_)))
        .count();
    let presets: &[&str] = match args.scheme {
        SchemeFlag::Modulated => &["fast"],
        SchemeFlag::Prototype => &["mnist-sequence"],
        SchemeFlag::Both => &["fast", "mnist-sequence"],
    };
    let mut outcome = Outcome::default();
    let start = Instant::now();
    let bar = progress::trainings(console, args.seeds * (trainings * presets.len()) as u64);
    let mut schemes = Map::new();
    for preset in presets {
        let shared = Shared::of(preset, args.array.as_deref(), args.device.as_deref());
        let epochs = args.epochs.as_deref().filter(|_| *preset == "fast");
        let request = shared
            .request()
            .with(&Images::of_choice(args.data.as_deref()));
        let settings = request.with(&Training::of_epochs(epochs)).settings()?;
        let data = dataset::load(&settings, console, &mut outcome)?;
        let rows = match settings.spec.scheme {
            Scheme::Modulated => rows::<Network>(&settings, &data, &levels, args.seeds, &bar)?,
            Scheme::Prototype(_) => rows::<Prototype>(&settings, &data, &levels, args.seeds, &bar)?,
        };
        let (spec, options) = (&settings.spec, options(&settings));
        let name = spec.scheme.name();
        outcome.line(format!(
            "scheme \"{name}\", {}x{}, {} of {}, {}, seeds 1 to {} (golden model alone)",
            spec.rows,
            spec.columns,
            counted(options.epochs, "epoch"),
            data.name,
            options.order.name(),
            args.seeds
        ));
        schemes.insert(name.to_owned(), tell(&rows, &mut outcome).into());
    }
    bar.finish_and_clear();
    outcome.set("array", args.array.as_deref().unwrap_or("784x100"));
    outcome.set("seeds", (1..=args.seeds).collect::<Vec<_>>());
    outcome.set("rtl", false);
    outcome.set("schemes", schemes);
    outcome.set("seconds", start.elapsed().as_secs_f64());
    Ok(outcome)
}

/// The undisturbed row, then one a level; a training that was kept is not done again.
fn rows<N: Learner>(
    settings: &Settings,
    data: &Dataset,
    levels: &[Level],
    seeds: u64,
    bar: &ProgressBar,
) -> Result<Vec<Row>> {
    let (spec, scheme) = (&settings.spec, settings.spec.scheme.name());
    let on_tests = levels.iter().filter_map(|level| match level {
        Level::TestNoise(noise) => Some(*noise),
        _ => None,
    });
    let on_tests: Vec<Noise> = on_tests.collect();
    let store = Store::new("robustness", settings, &on_tests)?;
    let none = std::iter::once(None);
    let row = |level| Row {
        level,
        accuracy_percent: Vec::new(),
    };
    let all = none.chain(levels.iter().copied().map(Some));
    let mut rows: Vec<Row> = all.map(row).collect();
    for seed in 1..=seeds {
        let options = TrainOptions {
            seed,
            ..options(settings)
        };
        let name = |what: &str| format!("{scheme}, {what}, seed {seed}");
        let plain = || undisturbed::<N>(spec, &options, data, &on_tests);
        let mut plain = store.find(&name("undisturbed"), plain)?.into_iter();
        bar.inc(1);
        for row in &mut rows {
            let other = match row.level {
                None | Some(Level::TestNoise(_)) => {
                    row.accuracy_percent.extend(plain.next());
                    continue;
                }
                Some(Level::Variation(variation)) => TrainOptions {
                    variation,
                    ..options
                },
                Some(Level::Noise(noise)) => TrainOptions { noise, ..options },
            };
            let what = format!("cells {}, images {}", other.variation, other.noise);
            let work = || disturbed::<N>(spec, &other, data);
            row.accuracy_percent.push(store.find(&name(&what), work)?);
            bar.inc(1);
        }
    }
    Ok(rows)
}

fn levels(args: &Args) -> Result<Vec<Level>> {
    let texts = |given: &[String], usual: &[&str]| -> Vec<String> {
        if args.variation.is_empty() && args.noise.is_empty() {
            usual.iter().map(|text| (*text).to_owned()).collect()
        } else {
            given.to_vec()
        }
    };
    let mut levels = Vec::new();
    for text in texts(&args.variation, &VARIATIONS) {
        let variation = Variation::parse(&text);
        let variation = variation.map_err(|what| Error::Input(format!("--variation: {what}")))?;
        levels.push(Level::Variation(variation));
    }
    for text in texts(&args.noise, &NOISES) {
        let noise = Noise::parse(&text);
        let noise = noise.map_err(|what| Error::Input(format!("--noise: {what}")))?;
        levels.push(if args.noise_in_training {
            Level::Noise(noise)
        } else {
            Level::TestNoise(noise)
        });
    }
    Ok(levels)
}

/// The rows in words; their objects.
fn tell(rows: &[Row], outcome: &mut Outcome) -> Vec<Value> {
    let spread = |row: &Row| Spread::of(row.accuracy_percent.iter().copied());
    let plain = rows.first().map_or(0.0, |row| spread(row).mean);
    outcome.line("level                          test accuracy, % (range)     loss");
    let object = |row: &Row| {
        let (what, level) = match row.level {
            None => ("nothing", "none".to_owned()),
            Some(Level::Variation(variation)) => ("cells", variation.to_string()),
            Some(Level::TestNoise(noise)) => ("test images", noise.to_string()),
            Some(Level::Noise(noise)) => ("all images", noise.to_string()),
        };
        let Spread { mean, least, most } = spread(row);
        outcome.line(format!(
            "{level:29}  {mean:6.2} ({least:6.2} to {most:6.2})   {:6.2}  {what}",
            plain - mean
        ));
        json!({
            "level": level,
            "disturbed": what,
            "test_accuracy_percent": row.accuracy_percent,
            "mean_percent": mean,
            "min_percent": least,
            "max_percent": most,
            "loss_percent": plain - mean,
        })
    };
    rows.iter().map(object).collect()
}
