//! The flags that every job is given.

use crate::cli::Cli;
use crate::cli::output::usage_line;
use crate::{Error, Result};
use clap::CommandFactory;
use clap::parser::ValueSource;

/// Flags of which is to be known before a job runs: they decide which files it reads.
const KNOWN: [&str; 3] = ["preset", "data", "device"];
/// Flags that are the sweep's.
const OWN: [&str; 2] = ["out", "json"];

/// The settings among the flags that decide which files are read: key, value.
///
/// # Errors
/// [`Error::Input`] for what the command does not take, and for a flag that sets what an axis sets.
pub fn settings(
    command: &str,
    flags: &[String],
    axes: &[String],
) -> Result<Vec<(&'static str, String)>> {
    let words = ["spinloom", command].into_iter();
    let words = words.chain(flags.iter().map(String::as_str));
    let parsed = Cli::command().try_get_matches_from(words).map_err(bad)?;
    let Some((_, given)) = parsed.subcommand() else {
        return Err(Error::Input("`flags` are of no command".into()));
    };
    let is_given = |id: &str| {
        let is_known = given.ids().any(|known| known == id);
        is_known && given.value_source(id) == Some(ValueSource::CommandLine)
    };
    if let Some(own) = OWN.into_iter().find(|id| is_given(id)) {
        return Err(Error::Input(format!(
            "`flags` has --{own}, which is the sweep's: leave it out"
        )));
    }
    for axis in axes {
        // the flag --epochs is the key `train.epochs`, --no-warp sets `train.warp`
        let key = axis.rsplit('.').next().unwrap_or(axis);
        let ids = [key.to_owned(), format!("no_{key}")];
        if let Some(id) = ids.iter().find(|id| is_given(id)) {
            return Err(Error::Input(format!(
                "`flags` has --{}, which sets what the axis `{axis}` sets: leave one of them out",
                id.replace('_', "-")
            )));
        }
    }
    let known = KNOWN.into_iter().filter(|id| is_given(id));
    let known = known.filter_map(|id| Some((id, given.get_one::<String>(id)?.clone())));
    Ok(known.collect())
}

/// What clap complains of in flags.
pub fn bad(error: clap::Error) -> Error {
    Error::Input(format!("`flags`: {}", usage_line(&error)))
}
