//! The testbench around one RTL: built once for each simulator, run for each part.

use super::diagnose::{Diagnosis, Mismatch, describe, first_divergence, host_place, last_events};
use super::parts::{Part, Source, Start, play};
use super::simulator::{Built, Simulation, Simulator, Verdict};
use crate::emit::testbench::{Sight, testbench};
use crate::spec::Spec;
use crate::{Error, Result};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Events shown before a divergence.
const NUM_EVENTS: usize = 6;
/// Where the testbench writes a trace.
pub(super) const TRACE: &str = "trace.txt";

/// A core and the folder where it is simulated.
#[derive(Clone, Debug)]
pub struct Bench {
    /// Sizes.
    pub spec: Spec,
    /// What is looked at.
    pub sight: Sight,
    /// Verilog files of the core, without testbench.
    pub sources: Vec<PathBuf>,
    /// Folder for the build and its logs.
    pub work_dir: PathBuf,
    /// Seed of the stalls; 0: none.
    pub stall: u32,
    /// Limit for a build, and again for a run.
    pub timeout: Duration,
}

/// A bench that is ready to run.
#[derive(Clone, Debug)]
pub struct BuiltBench {
    bench: Bench,
    simulator: Simulator,
    built: Built,
}

impl Bench {
    /// Writes `tb.v` and builds.
    ///
    /// # Errors
    /// [`Error::Tool`] of the simulator, [`Error::Io`].
    pub fn build(&self, simulator: Simulator) -> Result<BuiltBench> {
        std::fs::create_dir_all(&self.work_dir).map_err(Error::io(&self.work_dir))?;
        let path = self.work_dir.join("tb.v");
        std::fs::write(&path, testbench(&self.spec, self.sight)).map_err(Error::io(&path))?;
        let mut sources = self.sources.clone();
        sources.push(path);
        let simulation = Simulation {
            work_dir: self.work_dir.clone(),
            sources,
            top: "tb".to_owned(),
            parameters: Vec::new(),
            plusargs: Vec::new(),
            timeout: self.timeout,
        };
        Ok(BuiltBench {
            built: simulation.build(simulator)?,
            simulator,
            bench: self.clone(),
        })
    }
}

impl BuiltBench {
    /// The simulator.
    pub fn simulator(&self) -> Simulator {
        self.simulator
    }

    /// Runs the files in `dir`; `None` where all agrees.
    ///
    /// # Errors
    /// [`Error::Tool`] of the simulator; [`Error::Check`] where it gives no verdict.
    pub fn run(&self, dir: &Path, plusargs: &[String]) -> Result<Option<Mismatch>> {
        let mut all = vec![format!("+stall={}", self.bench.stall)];
        all.extend_from_slice(plusargs);
        let outcome = self.built.run(dir, &all, self.bench.timeout)?;
        if outcome.verdict == Verdict::Pass {
            return Ok(None);
        }
        let log = std::fs::read(&outcome.log).map_err(Error::io(&outcome.log))?;
        match Mismatch::find(&String::from_utf8_lossy(&log)) {
            Some(mismatch) if outcome.verdict == Verdict::Fail => Ok(Some(mismatch)),
            _ => Err(Error::Check(format!(
                "{}: the testbench gave no verdict: its output is in {}",
                self.simulator.name(),
                outcome.log.display()
            ))),
        }
    }

    /// Finds the place of a mismatch: the image of part `index` is traced in both.
    ///
    /// # Errors
    /// As [`BuiltBench::run`] and [`play`].
    pub fn diagnose(
        &self,
        source: &dyn Source,
        start: &Start,
        parts: &[Part],
        index: usize,
        mismatch: Mismatch,
    ) -> Result<Diagnosis> {
        let mut diagnosis = Diagnosis {
            simulator: self.simulator.name(),
            mismatch,
            place: None,
            events: Vec::new(),
        };
        let Some(dir) = parts.get(index).and_then(|p| p.dir.as_ref()) else {
            return Ok(diagnosis);
        };
        let image = diagnosis.mismatch.image;
        let traced: Vec<Part> = parts[..=index]
            .iter()
            .enumerate()
            .map(|(i, p)| Part {
                first_image: p.first_image,
                dir: None,
                window: (i == index).then_some(image..=image),
            })
            .collect();
        let timed = self.bench.stall == 0;
        let played = play(source, start, &traced, timed, &|_| {})?;
        let golden = played.get(index).map_or("", |p| p.trace.as_str());
        diagnosis.place = match self.bench.sight {
            Sight::Inside => first_divergence(image, timed, golden, &self.trace(dir, image)?)
                .filter(|d| plausible(d, &diagnosis.mismatch))
                .map(|d| describe(&self.bench.spec, &d)),
            Sight::Ports => host_place(&self.bench.spec, &diagnosis.mismatch),
        };
        diagnosis.events = last_events(golden, NUM_EVENTS);
        // a part may begin later than planned, behind the views of an image
        let before: u32 = played.iter().take(index).map(|p| p.num_images).sum();
        diagnosis.mismatch.image += before;
        Ok(diagnosis)
    }

    /// What the RTL does in an image of the run in `dir`.
    fn trace(&self, dir: &Path, image: u32) -> Result<String> {
        let plusargs = [
            format!("+trace={TRACE}"),
            format!("+from={image}"),
            format!("+to={image}"),
        ];
        self.run(dir, &plusargs)?;
        self.read_trace(dir)
    }

    /// The trace that a run in `dir` has written.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn read_trace(&self, dir: &Path) -> Result<String> {
        let path = dir.join(TRACE);
        let trace = std::fs::read(&path).map_err(Error::io(&path))?;
        Ok(String::from_utf8_lossy(&trace).into_owned())
    }
}

/// The RTL's trace ends where the testbench stopped: a line that is merely missing explains only a
/// digest of such lines.
fn plausible(divergence: &super::diagnose::Divergence, mismatch: &Mismatch) -> bool {
    let at_end = mismatch.field.as_str();
    divergence.rtl.is_some()
        || match divergence.kind.as_str() {
            "draw" => ["lfsr", "draws", "w1_writes", "w2_writes", "watchdog"].contains(&at_end),
            "w1" => ["w1_writes", "draws", "watchdog"].contains(&at_end),
            "w2" => ["w2_writes", "watchdog"].contains(&at_end),
            "neuron" => ["neuron_writes", "watchdog"].contains(&at_end),
            "column" => ["columns", "no_capture", "watchdog"].contains(&at_end),
            _ => at_end == "watchdog",
        }
}
