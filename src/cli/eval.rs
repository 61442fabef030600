//! `eval`: what a trained network is worth.

use super::flags::{Images, Shared};
use super::output::{Console, Outcome};
use crate::{Error, Result};
use std::path::PathBuf;

/// Test saved weights: accuracy, confusion matrix, spikes, synaptic operations
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom eval --data mnist --views 5")]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: Images,
    /// File that `train` wrote [default: OUT/build/NAME.weights]
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    /// Views summed for a decision: 1, or 5 (the centre and four shifts by a pixel)
    #[arg(long, value_name = "N", default_value = "1", value_parser = ["1", "5"])]
    views: String,
}

pub fn run(args: &Args, _console: &Console) -> Result<Outcome> {
    let _ = args.shared.settings(Some(&args.images), None, None)?;
    Err(Error::Design("eval awaits `golden`".into()))
}
