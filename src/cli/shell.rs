//! `completions`, `man`: what a shell wants to know of this program.

use super::Cli;
use super::output::{Console, Outcome};
use crate::{Result, files};
use clap::CommandFactory;
use clap_complete::Shell;
use std::path::{Path, PathBuf};

/// Print a completion script for a shell
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  spinloom completions bash > ~/.local/share/bash-completion/completions/spinloom"
)]
pub struct Completions {
    /// Shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Write the manual pages, one a command
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom man --out ~/.local/share/man/man1")]
pub struct Man {
    /// Folder for the pages
    #[arg(long, value_name = "DIR", default_value = "man/man1")]
    out: PathBuf,
}

/// The program as clap sees it, every command's full name known.
fn program() -> clap::Command {
    let mut program = Cli::command();
    program.build();
    program
}

pub fn completions(args: &Completions, _console: &Console) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut program(), "spinloom", &mut script);
    let mut outcome = Outcome::default();
    outcome.set("shell", args.shell.to_string());
    let script = String::from_utf8_lossy(&script).into_owned();
    outcome.line(script.trim_end());
    outcome.set("script", script);
    Ok(outcome)
}

pub fn man(args: &Man, _console: &Console) -> Result<Outcome> {
    let mut names = Vec::new();
    pages(&program(), &args.out, &mut names)?;
    let mut outcome = Outcome::default();
    outcome.line(format!("{} pages in {}", names.len(), args.out.display()));
    outcome.set("pages", names);
    Ok(outcome)
}

/// The page of a command and those of its parts.
fn pages(command: &clap::Command, out: &Path, names: &mut Vec<String>) -> Result<()> {
    let name = command.get_display_name().unwrap_or(command.get_name());
    let file = format!("{name}.1");
    let page = clap_mangen::Man::new(command.clone().display_name(name.to_owned()));
    files::replace(&out.join(&file), |writer| page.render(writer))?;
    names.push(file);
    command
        .get_subcommands()
        .filter(|part| part.get_name() != "help")
        .try_for_each(|part| pages(part, out, names))
}
