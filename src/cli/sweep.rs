//! `sweep`: tables over settings and seeds; golden model alone.

use super::mask;
use super::output::{Console, Outcome};
use crate::Result;
use clap::Subcommand;

/// Tables over settings and seeds
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom sweep mask --data mnist --epochs 20")]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Mask(mask::Args),
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    match &args.action {
        Action::Mask(args) => mask::run(args, console),
    }
}
