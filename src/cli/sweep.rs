//! `sweep`: tables over settings and seeds; golden model alone.

mod mask;
mod stdp;

use super::output::{Console, Outcome};
use crate::Result;
use clap::Subcommand;

/// Tables over settings and seeds
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom sweep stdp --data mnist")]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Mask(mask::Args),
    Stdp(stdp::Args),
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    match &args.action {
        Action::Mask(args) => mask::run(args, console),
        Action::Stdp(args) => stdp::run(args, console),
    }
}
