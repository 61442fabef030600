//! `generate`: Verilog, testbench, constraints and manifest of a core.

use super::flags::{Shared, describe};
use super::output::{Console, Outcome};
use crate::{Error, Result};

/// Write the Verilog of a core, its testbench, constraints and manifest
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  spinloom generate --array 784x100\n  \
                        spinloom generate --array 64x20 --lanes 4 --name small --out build")]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    /// Name of the core's folders [default: spin_RxC_lN]
    #[arg(long, value_name = "NAME", value_parser = folder_name)]
    name: Option<String>,
}

pub fn run(args: &Args, _console: &Console) -> Result<Outcome> {
    let settings = args.shared.request().settings()?;
    let mut outcome = Outcome::default();
    describe(&settings, &mut outcome);
    Err(Error::Design("generate awaits `emit`".into()))
}

/// One folder, whatever the system: letters, digits and `_`, a letter first, as Verilog names.
fn folder_name(text: &str) -> std::result::Result<String, String> {
    let fits = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.len() <= MAX_NAME
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    fits.then(|| text.to_owned())
        .ok_or_else(|| format!("a letter, then letters, digits and `_`, at most {MAX_NAME} in all"))
}

/// Characters of a core's name.
const MAX_NAME: usize = 64;
