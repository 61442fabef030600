//! `sweep robustness`: tables over levels and seeds.

use crate::cli::flags::{Images, Shared, Training};
use crate::cli::output::{Console, Outcome, counted};
use crate::cli::train::options;
use crate::cli::{dataset, progress};
use crate::golden::eval::Spread;
use crate::golden::robustness::{Level, Row, sweep};
use crate::golden::{Network, Prototype};
use crate::spec::{Noise, Scheme, Variation};
use crate::{Error, Result};
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
        let (spec, options) = (&settings.spec, options(&settings));
        let step = || bar.inc(1);
        let rows = match spec.scheme {
            Scheme::Modulated => {
                sweep::<Network>(spec, &options, &data, &levels, args.seeds, step)?
            }
            Scheme::Prototype(_) => {
                sweep::<Prototype>(spec, &options, &data, &levels, args.seeds, step)?
            }
        };
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
    let plain = rows.first().map_or(0.0, |row| row.spread().mean);
    outcome.line("level                          test accuracy, % (range)     loss");
    let object = |row: &Row| {
        let (what, level) = match row.level {
            None => ("nothing", "none".to_owned()),
            Some(Level::Variation(variation)) => ("cells", variation.to_string()),
            Some(Level::TestNoise(noise)) => ("test images", noise.to_string()),
            Some(Level::Noise(noise)) => ("all images", noise.to_string()),
        };
        let Spread { mean, least, most } = row.spread();
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
