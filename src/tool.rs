//! Runs one program in a process group of its own, its output in a log, under a time limit.

use crate::{Error, Result};
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;
use wait_timeout::ChildExt;

/// A program from outside.
#[derive(Debug)]
pub struct Program {
    /// What it is called.
    name: &'static str,
    /// The environment variable that names another program.
    variable: &'static str,
    source: Source,
}

#[derive(Clone, Copy, Debug)]
enum Source {
    /// A package of Debian and Ubuntu.
    Debian(&'static str),
    /// A pinned package of Python: what stands in what it prints for `--version`.
    Python(&'static str),
}

/// For `--version`, at most.
const VERSION_TIMEOUT: Duration = Duration::from_secs(300);
/// Where `make setup` puts programs that come from Python packages.
const VENV: &str = ".venv/bin";

impl Program {
    /// A package of Debian and Ubuntu has it.
    pub const fn of_debian(
        name: &'static str,
        variable: &'static str,
        package: &'static str,
    ) -> Self {
        Program {
            name,
            variable,
            source: Source::Debian(package),
        }
    }

    /// A pinned package of Python has it, in that version.
    pub const fn of_python(
        name: &'static str,
        variable: &'static str,
        version: &'static str,
    ) -> Self {
        Program {
            name,
            variable,
            source: Source::Python(version),
        }
    }

    /// Its name in messages, with the version where that is pinned.
    pub fn title(&self) -> String {
        match self.source {
            Source::Debian(_) => format!("`{}`", self.name),
            Source::Python(version) => format!("`{}` ({version})", self.name),
        }
    }

    /// It is the pinned version: what it prints for `--version` goes into `log` in `dir`.
    ///
    /// # Errors
    /// [`Error::Tool`] with the line that installs the pinned one.
    pub fn check_version(&self, dir: &Path, log: &str, timeout: Duration) -> Result<()> {
        let Source::Python(version) = self.source else {
            return Ok(());
        };
        let mut task = Task::guarded(format!("`{}`", self.name), &self.find()?, dir, log);
        task.arg("--version");
        let asked = task.run(timeout.min(VERSION_TIMEOUT))?;
        asked.success()?;
        let said = std::fs::read(&asked.log).map_err(Error::io(&asked.log))?;
        let said = String::from_utf8_lossy(&said);
        if said.contains(version) {
            return Ok(());
        }
        // a remark of YoWASP may come first
        let last = said.lines().rev().find(|line| !line.trim().is_empty());
        Err(Error::Tool(format!(
            "`{}` is `{}`, the pinned one is {version}: `make setup` installs it; its output is in {}",
            self.name,
            last.unwrap_or("nothing").trim(),
            asked.log.display()
        )))
    }

    /// Where it is.
    ///
    /// # Errors
    /// [`Error::Tool`] with the line that installs it.
    pub fn find(&self) -> Result<PathBuf> {
        let given = std::env::var_os(self.variable).filter(|name| !name.is_empty());
        let wanted = given.clone().unwrap_or_else(|| OsString::from(self.name));
        let in_venv = || search(Path::new(VENV).join(&wanted).as_os_str());
        let of_python = matches!(self.source, Source::Python(_)) && given.is_none();
        let found = if of_python { in_venv() } else { None };
        if let Some(path) = found.or_else(|| search(&wanted)) {
            return Ok(path);
        }
        let place = match given {
            Some(given) => format!("{}={}", self.variable, given.to_string_lossy()),
            None => "it is not on PATH".to_owned(),
        };
        let remedy = match self.source {
            Source::Debian(package) => format!(
                "install it with `make setup`, or on Debian and Ubuntu with `apt-get install {package}`"
            ),
            Source::Python(_) => format!("`make setup` installs the pinned one in {VENV}"),
        };
        Err(Error::Tool(format!(
            "`{}` is missing ({place}): {remedy}",
            self.name
        )))
    }
}

/// Looks a program up as the shell does.
fn search(wanted: &OsStr) -> Option<PathBuf> {
    let executable = |path: &PathBuf| {
        std::fs::metadata(path).is_ok_and(|m| m.is_file() && m.permissions().mode() & 0o111 != 0)
    };
    if Path::new(wanted).components().count() > 1 {
        let path = std::path::absolute(wanted).ok()?;
        return Some(path).filter(executable);
    }
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|dir| dir.join(wanted))
        .find(executable)
}

/// The shell leads the group and becomes the program. Its standard input is a pipe that this
/// process holds: when it closes, at the time limit or because this process died, however it died,
/// the watcher ends the whole group.
const GUARD: &str =
    r#"exec 3<&0; { read _ <&3; kill -KILL 0; } >/dev/null 2>&1 & exec "$@" </dev/null 3<&-"#;

/// How long the group may take to end once it is told to.
const GRACE: Duration = Duration::from_secs(5);

/// A program with its arguments, its folder and its log.
#[derive(Debug)]
pub struct Task {
    title: String,
    command: Command,
    log: PathBuf,
}

/// A program that ended by itself.
#[derive(Debug)]
pub struct Ended {
    title: String,
    status: ExitStatus,
    /// Everything that it printed.
    pub log: PathBuf,
}

impl Task {
    /// A program from outside, in `dir`.
    ///
    /// # Errors
    /// As [`Program::find`].
    pub fn new(program: &Program, dir: &Path, log: &str) -> Result<Self> {
        Ok(Self::guarded(program.title(), &program.find()?, dir, log))
    }

    /// A program that was built here.
    pub fn of_file(path: &Path, dir: &Path, log: &str) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Self::guarded(format!("`{name}`"), path, dir, log)
    }

    fn guarded(title: String, path: &Path, dir: &Path, log: &str) -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", GUARD, "sh"]).arg(path);
        command.current_dir(dir).process_group(0);
        Task {
            title,
            command,
            log: dir.join(log),
        }
    }

    /// Adds an argument.
    pub fn arg(&mut self, arg: impl AsRef<OsStr>) -> &mut Self {
        self.command.arg(arg);
        self
    }

    /// Adds arguments.
    pub fn args<S: AsRef<OsStr>>(&mut self, args: impl IntoIterator<Item = S>) {
        self.command.args(args);
    }

    /// Runs to the end.
    ///
    /// # Errors
    /// [`Error::Tool`] where it cannot be started or is not done in time.
    pub fn run(mut self, timeout: Duration) -> Result<Ended> {
        let log = File::create(&self.log).map_err(Error::io(&self.log))?;
        let log_too = log.try_clone().map_err(Error::io(&self.log))?;
        self.command
            .stdin(Stdio::piped())
            .stdout(log)
            .stderr(log_too);
        let failed = |error| Error::Tool(format!("{} cannot be run: {error}", self.title));
        let mut child = self.command.spawn().map_err(failed)?;
        let guard = child.stdin.take();
        let ended = child.wait_timeout(timeout);
        drop(guard);
        match ended.map_err(failed)? {
            Some(status) => Ok(Ended {
                title: self.title,
                status,
                log: self.log,
            }),
            None => {
                if !matches!(child.wait_timeout(GRACE), Ok(Some(_))) {
                    // the watcher is gone: end the leader at least
                    let _ = child.kill();
                    let _ = child.wait();
                }
                Err(Error::Tool(format!(
                    "{} was not done after {} s and was ended: its output is in {}",
                    self.title,
                    timeout.as_secs_f64(),
                    self.log.display()
                )))
            }
        }
    }
}

impl Ended {
    /// True where a signal ended it.
    pub fn killed(&self) -> bool {
        self.status.signal().is_some()
    }

    /// The exit code was 0.
    pub fn succeeded(&self) -> bool {
        self.status.success()
    }

    /// Exit code 0.
    ///
    /// # Errors
    /// [`Error::Tool`] with the first line that speaks of an error, and the log.
    pub fn success(&self) -> Result<()> {
        if self.status.success() {
            return Ok(());
        }
        let how = match (self.status.code(), self.status.signal()) {
            (Some(code), _) => format!("failed with exit code {code}"),
            (None, Some(signal)) => format!("crashed with signal {signal}"),
            (None, None) => "failed".to_owned(),
        };
        let hint = first_error(&self.log).map_or(String::new(), |line| format!(" ({line})"));
        Err(Error::Tool(format!(
            "{} {how}{hint}: its output is in {}",
            self.title,
            self.log.display()
        )))
    }
}

/// Characters of a log line that fit in a message.
const HINT_CHARS: usize = 160;

/// The first line of a log that speaks of an error, else its first line.
fn first_error(log: &Path) -> Option<String> {
    let lines = BufReader::new(File::open(log).ok()?)
        .split(b'\n')
        .map_while(std::io::Result::ok)
        .map(|line| String::from_utf8_lossy(&line).trim().to_owned())
        .filter(|line| !line.is_empty());
    let mut first = None;
    for line in lines {
        let shown = || line.chars().take(HINT_CHARS).collect::<String>();
        if line.to_ascii_lowercase().contains("error") {
            return Some(shown());
        }
        first.get_or_insert_with(shown);
    }
    first
}
