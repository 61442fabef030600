//! Finds and runs Verilator and Icarus Verilog.
//!
//! A simulation is built once and run as often as wanted. What a tool prints goes to a log. The
//! verdict line of the testbench decides, never the exit code; no verdict is a failure.
//! `SPINLOOM_VERILATOR`, `SPINLOOM_IVERILOG` and `SPINLOOM_VVP` name other programs.

#[cfg(test)]
mod tests;

use crate::tool::{Program, Task};
use crate::{Error, Result};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Who runs the Verilog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Simulator {
    /// Verilator: compiled, two states.
    Verilator,
    /// Icarus Verilog: interpreted, four states.
    Icarus,
}

const VERILATOR: Program = Program::of_debian("verilator", "SPINLOOM_VERILATOR", "verilator");
const IVERILOG: Program = Program::of_debian("iverilog", "SPINLOOM_IVERILOG", "iverilog");
const VVP: Program = Program::of_debian("vvp", "SPINLOOM_VVP", "iverilog");

impl Simulator {
    /// Its name in messages, flags and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Simulator::Verilator => "verilator",
            Simulator::Icarus => "icarus",
        }
    }

    /// Checks that every program it needs is there.
    ///
    /// # Errors
    /// [`Error::Tool`] with the line that installs it.
    pub fn find(self) -> Result<()> {
        match self {
            Simulator::Verilator => VERILATOR.find().map(drop),
            Simulator::Icarus => IVERILOG.find().and_then(|_| VVP.find()).map(drop),
        }
    }
}

/// What is simulated, and how long a build or a run may take.
#[derive(Clone, Debug)]
pub struct Simulation {
    /// Folder for the build, the logs and the files that the testbench reads; made if absent.
    pub work_dir: PathBuf,
    /// Verilog files, relative to the current folder; the testbench last (Icarus inherits its
    /// timescale).
    pub sources: Vec<PathBuf>,
    /// Name of the testbench module.
    pub top: String,
    /// Parameters of `top`: name and Verilog literal (a string with its quotes).
    pub parameters: Vec<(String, String)>,
    /// Arguments of the run, each with its `+`.
    pub plusargs: Vec<String>,
    /// Limit for the build, and again for a run.
    pub timeout: Duration,
}

/// What the testbench said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A line `PASS` and no line `FAIL`.
    Pass,
    /// A line `FAIL`.
    Fail,
    /// Neither: a failure too.
    Absent,
}

/// A finished run.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What the testbench said.
    pub verdict: Verdict,
    /// Everything that was printed.
    pub log: PathBuf,
}

impl Outcome {
    /// True for [`Verdict::Pass`] alone.
    pub fn passed(&self) -> bool {
        self.verdict == Verdict::Pass
    }
}

/// A simulation that is ready to run.
#[derive(Clone, Debug)]
pub struct Built {
    simulator: Simulator,
    image: PathBuf,
}

impl Simulation {
    /// Builds and runs.
    ///
    /// # Errors
    /// As [`Simulation::build`] and [`Built::run`].
    pub fn run(&self, simulator: Simulator) -> Result<Outcome> {
        self.build(simulator)?
            .run(&self.work_dir, &self.plusargs, self.timeout)
    }

    /// Compiles the sources.
    ///
    /// # Errors
    /// [`Error::Tool`] where the tool is missing, fails or hangs; [`Error::Io`] for the folder.
    pub fn build(&self, simulator: Simulator) -> Result<Built> {
        std::fs::create_dir_all(&self.work_dir).map_err(Error::io(&self.work_dir))?;
        let work_dir = absolute(&self.work_dir)?;
        let sources = self
            .sources
            .iter()
            .map(absolute)
            .collect::<Result<Vec<_>>>()?;
        match simulator {
            Simulator::Verilator => self.build_verilator(&work_dir, &sources),
            Simulator::Icarus => self.build_icarus(&work_dir, &sources),
        }
    }

    fn build_verilator(&self, work_dir: &Path, sources: &[PathBuf]) -> Result<Built> {
        let build_dir = work_dir.join("verilator");
        let mut task = Task::new(&VERILATOR, work_dir, "verilator_build.log")?;
        task.args([
            "--binary",
            "--timing",
            // as many compilers as there are cores
            "-j",
            "0",
            "-O3",
            "--x-assign",
            "fast",
            "--x-initial",
            "fast",
            "-Wno-fatal",
            "-Wno-WIDTH",
            // cells of a netlist
            "-Wno-PINMISSING",
            "-MAKEFLAGS",
            "OPT_FAST=-O2",
            // loops over up to 4096 lanes
            "--unroll-count",
            "8192",
            "--top-module",
            &self.top,
            "-o",
            "simulation",
            "-Mdir",
        ]);
        task.arg(&build_dir);
        for (name, value) in &self.parameters {
            task.arg(format!("-G{name}={value}"));
        }
        task.args(sources);
        task.run(self.timeout)?.success()?;
        Ok(Built {
            simulator: Simulator::Verilator,
            image: build_dir.join("simulation"),
        })
    }

    fn build_icarus(&self, work_dir: &Path, sources: &[PathBuf]) -> Result<Built> {
        let image = work_dir.join("icarus.vvp");
        let mut task = Task::new(&IVERILOG, work_dir, "icarus_build.log")?;
        task.args(["-g2005", "-s", &self.top, "-o"]);
        task.arg(&image);
        for (name, value) in &self.parameters {
            task.arg(format!("-P{}.{name}={value}", self.top));
        }
        task.args(sources);
        task.run(self.timeout)?.success()?;
        Ok(Built {
            simulator: Simulator::Icarus,
            image,
        })
    }
}

impl Built {
    /// Runs in `dir`, where the testbench finds its files; several runs in several folders may go
    /// on at once.
    ///
    /// # Errors
    /// [`Error::Tool`] where the tool is missing, crashes or hangs; [`Error::Io`] for the folder.
    pub fn run(&self, dir: &Path, plusargs: &[String], timeout: Duration) -> Result<Outcome> {
        std::fs::create_dir_all(dir).map_err(Error::io(dir))?;
        let mut task = match self.simulator {
            Simulator::Verilator => Task::of_file(&self.image, dir, "verilator_run.log"),
            Simulator::Icarus => {
                let mut task = Task::new(&VVP, dir, "icarus_run.log")?;
                task.arg("-n").arg(&self.image);
                task
            }
        };
        task.args(plusargs);
        let ended = task.run(timeout)?;
        let verdict = read_verdict(&ended.log)?;
        if verdict == Verdict::Absent || ended.killed() {
            ended.success()?;
        }
        let log = ended.log;
        Ok(Outcome { verdict, log })
    }
}

/// The verdict lines of a log.
fn read_verdict(log: &Path) -> Result<Verdict> {
    let file = std::fs::File::open(log).map_err(Error::io(log))?;
    let mut verdict = Verdict::Absent;
    for line in BufReader::new(file).split(b'\n') {
        match line.map_err(Error::io(log))?.trim_ascii() {
            b"FAIL" => return Ok(Verdict::Fail),
            b"PASS" => verdict = Verdict::Pass,
            _ => {}
        }
    }
    Ok(verdict)
}

fn absolute(path: impl AsRef<Path>) -> Result<PathBuf> {
    let path = path.as_ref();
    std::path::absolute(path).map_err(Error::io(path))
}
