//! `data`: check, fetch and encode images.

use super::output::{Console, Outcome};
use crate::{Error, Result};
use clap::Subcommand;
use std::path::PathBuf;

/// Check, fetch or encode data sets
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom data check")]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Check(Check),
    Fetch(Fetch),
    Encode(Encode),
}

/// Compare the files with their published digests
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom data check --data mnist:data/mnist")]
struct Check {
    /// mnist or mnist:DIR
    #[arg(long, value_name = "NAME", default_value = "mnist")]
    data: String,
}

/// Download a data set and verify its digests
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom data fetch mnist")]
struct Fetch {
    /// The data set
    #[arg(value_parser = ["mnist"])]
    name: String,
    /// Folder for the files
    #[arg(long, value_name = "DIR", default_value = "data/mnist")]
    out: PathBuf,
}

/// Write the events of images: one bit a row, most significant bit first, 98 bytes an image
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  spinloom data encode --data mnist --split test --encoder edge16 --out events.bin"
)]
struct Encode {
    /// mnist, mnist:DIR or embedded
    #[arg(long, value_name = "NAME")]
    data: Option<String>,
    /// Training or test images
    #[arg(long, value_parser = ["train", "test"])]
    split: String,
    /// edge16, edge12 or raw
    #[arg(long, value_name = "NAME", default_value = "edge16")]
    encoder: String,
    /// Images as they are, slant and width left in
    #[arg(long)]
    no_normaliser: bool,
    /// File to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

pub fn run(args: &Args, _console: &Console) -> Result<Outcome> {
    let _ = args;
    Err(Error::Design("data awaits `data`".into()))
}
