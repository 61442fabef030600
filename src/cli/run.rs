//! `run`: the whole story.

use super::flags::{Comparison, Images, Shared, Training};
use super::output::{Console, Outcome};
use crate::{Error, Result};

/// Encode, train, generate, verify, and sum up
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom run --array 784x100 --seed 1")]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: Images,
    #[command(flatten)]
    training: Training,
    #[command(flatten)]
    comparison: Comparison,
}

pub fn run(args: &Args, _console: &Console) -> Result<Outcome> {
    let _ = args
        .shared
        .request()
        .with(&args.images)
        .with(&args.training)
        .with(&args.comparison)
        .settings()?;
    Err(Error::Design("run awaits the others".into()))
}
