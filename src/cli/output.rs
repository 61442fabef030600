//! What a command says, and where: results on standard output, everything else on standard error.

use crate::{Error, Result};
use clap::error::ErrorKind;
use serde_json::{Map, Value};
use std::io::{ErrorKind as IoKind, IsTerminal, Write};

/// Exit code of bad usage and bad input.
const USAGE: u8 = 2;

/// What a command found out.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The object that `--json` prints: snake_case keys with units.
    pub json: Map<String, Value>,
    /// The same for people.
    pub text: String,
    /// What failed, although there is a result: one line, and its exit code.
    pub failed: Option<Error>,
}

impl Outcome {
    /// Adds a key of the object.
    pub fn set(&mut self, key: &str, value: impl Into<Value>) {
        self.json.insert(key.to_owned(), value.into());
    }

    /// Adds a line for people.
    pub fn line(&mut self, line: impl AsRef<str>) {
        self.text.push_str(line.as_ref());
        self.text.push('\n');
    }

    /// Takes over what a part of the work found out; its object becomes the key `name`.
    pub fn absorb(&mut self, name: &str, other: Outcome) {
        self.set(name, other.json);
        self.line(format!("\n{name}"));
        self.text.push_str(&other.text);
        self.failed = self.failed.take().or(other.failed);
    }
}

/// A number of things: `1 epoch`, `3 epochs`.
pub fn counted(count: impl Into<u64>, what: &str) -> String {
    match count.into() {
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    }
}

/// Where a command writes.
#[derive(Debug)]
pub struct Console {
    json: bool,
    quiet: bool,
}

impl Console {
    /// As the flags say.
    pub fn new(json: bool, quiet: bool) -> Self {
        Console { json, quiet }
    }

    /// True where progress bars are welcome.
    pub fn shows_progress(&self) -> bool {
        !self.json && !self.quiet && std::io::stderr().is_terminal()
    }

    /// A remark for people on standard error.
    pub fn note(&self, text: impl std::fmt::Display) {
        if !self.quiet {
            say(&text.to_string());
        }
    }

    /// Prints the result; the exit code.
    pub fn finish(&self, outcome: &Outcome) -> u8 {
        if let Err(error) = self.print(outcome) {
            return self.fail(&error);
        }
        outcome.failed.as_ref().map_or(0, |error| self.fail(error))
    }

    /// Prints at once what an outcome says so far; its object waits for the end.
    pub fn flush(&self, outcome: &mut Outcome) -> Result<()> {
        let text = std::mem::take(&mut outcome.text);
        if self.json { Ok(()) } else { print(&text) }
    }

    fn print(&self, outcome: &Outcome) -> Result<()> {
        let text = if self.json {
            let object = serde_json::to_string(&outcome.json);
            object.map_err(|e| Error::Design(e.to_string()))? + "\n"
        } else {
            outcome.text.clone()
        };
        print(&text)
    }

    /// Says why nothing came of it; the exit code.
    pub fn fail(&self, error: &Error) -> u8 {
        match error {
            Error::Interrupted(what) => say(what),
            error => complain(&error.to_string()),
        }
        error.exit_code()
    }
}

/// Writes to standard output; a reader that has gone away is no error.
fn print(text: &str) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != IoKind::BrokenPipe => {
            Err(Error::io("standard output")(error))
        }
        _ => Ok(()),
    }
}

/// One line on standard error.
fn complain(message: &str) {
    let line: Vec<&str> = message.lines().map(str::trim).collect();
    say(&format!("error: {}", line.join(" ")));
}

/// A line on standard error, which may be closed.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// What clap has to say: help and version on standard output, all else as one line; the exit code.
pub fn usage(error: &clap::Error, as_json: bool) -> u8 {
    let rendered = match error.kind() {
        ErrorKind::DisplayVersion if as_json => {
            format!(
                "{}\n",
                serde_json::json!({"version": env!("CARGO_PKG_VERSION")})
            )
        }
        _ => error.render().to_string(),
    };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => match print(&rendered) {
            Ok(()) => 0,
            Err(error) => {
                complain(&error.to_string());
                error.exit_code()
            }
        },
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            complain("a command is missing: try `spinloom --help`");
            USAGE
        }
        _ => {
            complain(&usage_line(error));
            USAGE
        }
    }
}

/// What clap complains of, as one line.
pub fn usage_line(error: &clap::Error) -> String {
    one_line(&error.render().to_string())
}

/// The complaint and its tips, without the usage that follows them.
fn one_line(rendered: &str) -> String {
    let said: Vec<&str> = rendered
        .lines()
        .take_while(|line| !line.starts_with("Usage:"))
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("For more information"))
        .collect();
    let said = said.join("; ").replace(":; ", ": ");
    let said = said.strip_prefix("error: ").unwrap_or(&said);
    format!("{said}: try `--help`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complaint_of_clap_becomes_one_line() {
        let rendered = "error: unexpected argument '--lane' found\n\n  tip: a similar argument \
                        exists: '--lanes'\n\nUsage: spinloom generate\n\nFor more information, try";
        assert_eq!(
            one_line(rendered),
            "unexpected argument '--lane' found; tip: a similar argument exists: '--lanes': try \
             `--help`"
        );
    }

    #[test]
    fn the_first_failure_is_kept() {
        let mut first = Outcome {
            failed: Some(Error::Tool("one".into())),
            ..Outcome::default()
        };
        let mut second = Outcome {
            failed: Some(Error::Check("two".into())),
            ..Outcome::default()
        };
        second.set("key", 5);
        first.absorb("part", second);
        assert_eq!(first.json["part"]["key"], 5);
        assert_eq!(first.failed.map(|error| error.exit_code()), Some(3));
    }
}
