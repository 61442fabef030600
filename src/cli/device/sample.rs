//! `device sample`: a sweep drawn from a device.

use super::{input, load, write};
use crate::Result;
use crate::cli::output::Outcome;
use crate::device::sample::{MAX_PULSES, PAPER_PULSES, sample, to_csv};
use std::path::PathBuf;

/// Draw a pulse sweep by the paper's protocol: 15 amplitudes, four curves; drawn, not measured
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom device sample --seed 1 --pulses 50 --out sweep.csv")]
pub struct Args {
    /// Seed of the flips
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Pulses a point [default: 50, as in the paper]
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pulses: Option<String>,
    /// Device file to draw from [default: the assumed curves]
    #[arg(long, value_name = "FILE.toml")]
    device: Option<PathBuf>,
    /// File for the sweep [default: standard output]
    #[arg(long, value_name = "FILE.csv")]
    out: Option<PathBuf>,
}

pub fn run(args: &Args) -> Result<Outcome> {
    let pulses = match &args.pulses {
        None => PAPER_PULSES,
        Some(text) => text
            .parse()
            .ok()
            .filter(|n| (1..=MAX_PULSES).contains(n))
            .ok_or_else(|| {
                input(format!(
                    "--pulses: `{text}` is not a whole number from 1 to {MAX_PULSES}"
                ))
            })?,
    };
    if let Some(path) = args.out.as_deref().filter(|path| path.is_dir()) {
        return Err(input(format!(
            "--out: `{}` is a folder: name a file, such as {}",
            path.display(),
            path.join("sweep.csv").display()
        )));
    }
    let device = load(args.device.as_deref())?;
    let series = sample(&device, args.seed, pulses);
    let source = if args.device.is_some() {
        "Drawn from a device file, not measured."
    } else {
        "Drawn from the assumed curves (the paper prints no fit), not measured."
    };
    let mut command = format!(
        "spinloom device sample --seed {} --pulses {pulses}",
        args.seed
    );
    if let Some(path) = &args.device {
        command += &format!(" --device {}", path.display());
    }
    let text = to_csv(&series, [source, &command]);
    let mut outcome = Outcome::default();
    let points: usize = series.iter().map(|s| s.points.len()).sum();
    outcome.set("seed", args.seed);
    outcome.set("points", points);
    outcome.set("pulses", pulses);
    match &args.out {
        Some(path) => {
            write(path, &text)?;
            outcome.set("file", path.display().to_string());
            outcome.line(format!(
                "{points} points of {pulses} pulses: {}",
                path.display()
            ));
        }
        None => {
            outcome.set("csv", text.as_str());
            outcome.text = text;
        }
    }
    Ok(outcome)
}
