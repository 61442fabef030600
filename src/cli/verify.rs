//! `verify`: golden model against RTL.

use super::flags::{Comparison, Images, Shared};
use super::output::{Console, Outcome};
use crate::{Error, Result};
use std::path::PathBuf;

/// Compare the golden model with the RTL, bit for bit, learning switched on
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  spinloom verify --array 784x100 --data mnist --train 5000 --test 1000\n  \
                        spinloom verify --array 64x20 --simulator icarus --vcd build/waves.vcd --around 12"
)]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: Images,
    #[command(flatten)]
    comparison: Comparison,
    /// Start from saved weights and state
    #[arg(long, value_name = "WEIGHTS")]
    resume_from: Option<PathBuf>,
    /// Write the signals of a few images as VCD
    #[arg(long, value_name = "FILE", requires = "around")]
    vcd: Option<PathBuf>,
    /// The image in the middle of the VCD
    #[arg(long, value_name = "K", requires = "vcd")]
    around: Option<u64>,
}

pub fn run(args: &Args, _console: &Console) -> Result<Outcome> {
    let _ = args
        .shared
        .request()
        .with(&args.images)
        .with(&args.comparison)
        .settings()?;
    Err(Error::Design("verify awaits `verify`".into()))
}
