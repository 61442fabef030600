//! `sweep`: tables of accuracy and of area.

mod area;
mod kept;
mod mask;
mod robustness;
mod speech;
mod stdp;

use super::output::{Console, Outcome};
use crate::Result;
use clap::Subcommand;

/// Tables of accuracy over levels, types and seeds, and of area
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  spinloom sweep robustness --data mnist --epochs 20\n  spinloom sweep stdp --data mnist"
)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
}

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
    match &args.action {
        Action::Area(args) => area::run(args, console),
        Action::Mask(args) => mask::run(args, console),
        Action::Robustness(args) => robustness::run(args, console),
        Action::Speech(args) => speech::run(args, console),
        Action::Stdp(args) => stdp::run(args, console),
    }
}
