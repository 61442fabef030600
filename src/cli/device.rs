//! `device`: the junctions.

use super::output::Outcome;
use crate::{Error, Result};
use clap::Subcommand;

/// The junction pair: switching tables and types of plasticity
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom device show")]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Print the switching tables and the nine types
    #[command(after_help = "Example:\n  spinloom device show --json")]
    Show,
}

pub fn run(args: &Args) -> Result<Outcome> {
    match args.action {
        Action::Show => Err(Error::Design("device awaits `device`".into())),
    }
}
