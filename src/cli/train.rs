//! `train`: the golden model learns.

use super::flags::{Images, Shared, Training};
use super::output::{Console, Outcome};
use crate::{Error, Result};
use std::path::PathBuf;

/// Train the golden model and save weights and state
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  spinloom train --array 784x100 --data mnist --epochs 1 --seed 1"
)]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: Images,
    #[command(flatten)]
    training: Training,
    /// File for weights and state [default: OUT/build/NAME.weights]
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    /// Go on from the checkpoint of an interrupted run
    #[arg(long)]
    resume: bool,
}

pub fn run(args: &Args, _console: &Console) -> Result<Outcome> {
    let _ = args
        .shared
        .settings(Some(&args.images), Some(&args.training), None)?;
    Err(Error::Design("train awaits `golden`".into()))
}
