//! `sweep`: tables of accuracy and of area.

mod area;
mod kept;
mod mask;
mod points;
mod queue;
mod robustness;
mod speech;
mod stdp;

use super::output::{Console, Outcome};
use crate::{Error, Result};
use clap::Subcommand;

/// One command at every point of a grid (SPEC.toml); tables of accuracy and of area
///
/// A point is a job: a configuration file, a command line and a result, all under OUT/build/sweep/SPEC.
/// What an earlier sweep finished, even a killed one, is not done again.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = HELP
)]
pub struct Args {
    #[command(flatten)]
    points: Option<points::Args>,
    #[command(subcommand)]
    action: Option<Action>,
}

const HELP: &str = "\
Examples:
  spinloom sweep sim/sweep/margin.toml
  spinloom sweep sim/sweep/margin.toml --plan
  spinloom sweep robustness --data mnist --epochs 20
  spinloom sweep stdp --data mnist

SPEC.toml:
  command = \"train\"                      # or verify, synth
  flags = []                             # of the command, beyond its settings
  measure = [\"test_accuracy_percent\"]    # keys of what it prints with --json
  [base]                                 # keys of a configuration file
  data = \"mnist\"
  [axes]                                 # more of them, a list of values each
  seed = [1, 2, 3]
  learning.margin = [1024, 2048]";

#[derive(Debug, Subcommand)]
enum Action {
    Area(Box<area::Args>),
    Mask(Box<mask::Args>),
    Robustness(robustness::Args),
    Speech(Box<speech::Args>),
    Stdp(Box<stdp::Args>),
}

/// Does what the subcommand says.
pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    match (&args.action, &args.points) {
        (Some(Action::Area(args)), _) => area::run(args, console),
        (Some(Action::Mask(args)), _) => mask::run(args, console),
        (Some(Action::Robustness(args)), _) => robustness::run(args, console),
        (Some(Action::Speech(args)), _) => speech::run(args, console),
        (Some(Action::Stdp(args)), _) => stdp::run(args, console),
        (None, Some(args)) => points::run(args, console),
        (None, None) => Err(Error::Input(
            "a sweep is missing: give SPEC.toml, or try `spinloom sweep --help`".into(),
        )),
    }
}
