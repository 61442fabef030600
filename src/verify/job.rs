//! A whole verification: plays a run, simulates its parts, reports.

use super::bench::{Bench, BuiltBench, TRACE};
use super::diagnose::{Diagnosis, Mismatch};
use super::parts::{Part, Source, Start, play};
use super::simulator::Simulator;
use super::tally::Tally;
use crate::{Error, Result};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Images before and behind the one in the middle of a VCD.
const WINDOW: u32 = 2;

/// What is verified, and how.
pub struct Job<'a> {
    /// The RTL and where it is simulated.
    pub bench: Bench,
    /// One or two simulators.
    pub simulators: Vec<Simulator>,
    /// Weights, registers and the LFSR's reset value.
    pub start: Start,
    /// The run.
    pub source: &'a dyn Source,
    /// Its images.
    pub num_images: u32,
    /// Parts that are simulated side by side (at least 1).
    pub num_parts: u32,
    /// Told after each step.
    pub progress: &'a (dyn Fn(Progress) + Sync),
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Images through the golden model.
    Golden(u32),
    /// A simulator is being built.
    Build(Simulator),
    /// Images through the RTL, in whole parts.
    Simulated(Simulator, u32),
}

/// What a job found.
#[derive(Clone, Debug)]
pub struct Report {
    /// Images compared, in each simulator.
    pub num_images: u32,
    /// Results, accuracy, cycles and learning events, of the golden model; equal in the RTL where
    /// `diagnoses` is empty.
    pub tally: Tally,
    /// Every part that parted; empty: no difference.
    pub diagnoses: Vec<Diagnosis>,
}

/// What both did around an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Where they part.
    pub mismatch: Option<Mismatch>,
    /// Number of its first image in the run.
    pub first: u32,
    /// Latencies are equal: no port stalls.
    pub timed: bool,
    /// [`crate::emit::testbench::trace`] of the golden model.
    pub golden: String,
    /// The same of the RTL, up to where it parts.
    pub rtl: String,
}

impl Report {
    /// True where nothing differed.
    pub fn passed(&self) -> bool {
        self.diagnoses.is_empty()
    }
}

impl Job<'_> {
    /// Plays, builds, runs.
    ///
    /// # Errors
    /// [`Error::Tool`], [`Error::Io`], [`Error::Check`] where a simulator gives no verdict. A
    /// difference is no error: it is in the report.
    pub fn run(&self) -> Result<Report> {
        self.simulators.iter().try_for_each(|s| s.find())?;
        let parts = self.parts();
        let golden = |images| (self.progress)(Progress::Golden(images));
        let compare_cycles = self.bench.stall == 0;
        let played = play(self.source, &self.start, &parts, compare_cycles, &golden)?;
        let mut tally = Tally::default();
        played.iter().for_each(|p| tally.add(&p.tally));
        let lengths: Vec<u32> = played.iter().map(|p| p.num_images).collect();
        // a part that the run never came to has no files
        let parts = parts.get(..played.len()).unwrap_or(&parts);
        let mut diagnoses = Vec::new();
        for &simulator in &self.simulators {
            (self.progress)(Progress::Build(simulator));
            let built = self.bench.build(simulator)?;
            for (index, mismatch) in self.simulate(&built, parts, &lengths)? {
                let diagnosis = built.diagnose(self.source, &self.start, parts, index, mismatch)?;
                diagnoses.push(diagnosis);
            }
        }
        Ok(Report {
            num_images: lengths.iter().sum(),
            tally,
            diagnoses,
        })
    }

    fn parts(&self) -> Vec<Part> {
        let num_parts = self.num_parts.clamp(1, self.num_images.max(1));
        (0..num_parts)
            .map(|k| Part {
                first_image: (u64::from(self.num_images) * u64::from(k) / u64::from(num_parts))
                    as u32,
                dir: Some(self.bench.work_dir.join(format!("part_{k}"))),
                window: None,
            })
            .collect()
    }

    /// Runs all parts, as many at once as the machine has cores.
    fn simulate(
        &self,
        built: &BuiltBench,
        parts: &[Part],
        lengths: &[u32],
    ) -> Result<Vec<(usize, Mismatch)>> {
        let cores = std::thread::available_parallelism().map_or(1, |n| n.get());
        let next = AtomicUsize::new(0);
        let found = Mutex::new((Vec::new(), None, 0));
        std::thread::scope(|scope| {
            for _ in 0..cores.min(parts.len()) {
                scope.spawn(|| {
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        let Some(dir) = parts.get(index).and_then(|p| p.dir.as_deref()) else {
                            return;
                        };
                        let outcome = built.run(dir, &[]);
                        let Ok(mut found) = found.lock() else { return };
                        match outcome {
                            Ok(None) => {
                                found.2 += lengths.get(index).copied().unwrap_or(0);
                                let done = Progress::Simulated(built.simulator(), found.2);
                                (self.progress)(done);
                            }
                            Ok(Some(mismatch)) => found.0.push((index, mismatch)),
                            Err(error) => found.1 = Some(error),
                        }
                    }
                });
            }
        });
        let (mut mismatches, error, _) = found
            .into_inner()
            .map_err(|_| Error::Check("a simulation thread ended early".into()))?;
        if let Some(error) = error {
            return Err(error);
        }
        mismatches.sort_by_key(|(index, _)| *index);
        Ok(mismatches)
    }

    /// Simulates the images around one in Icarus, from saved state, with all signals in `vcd` (as
    /// FST, if that is how it ends), and traces them in RTL and golden model.
    ///
    /// # Errors
    /// As [`Job::run`] and [`check_window`].
    pub fn dump_waves(&self, around: u32, vcd: &Path) -> Result<Window> {
        check_window(around, self.num_images)?;
        let vcd = std::path::absolute(vcd).map_err(Error::io(vcd))?;
        let dir = self.bench.work_dir.join("waves");
        let timed = self.bench.stall == 0;
        let progress = |images| (self.progress)(Progress::Golden(images));
        let part = |first_image: u32, dir: Option<&Path>| Part {
            first_image,
            window: dir.map(|_| 0..=u32::MAX),
            dir: dir.map(Path::to_path_buf),
        };
        let mut wanted = around.saturating_sub(WINDOW);
        let (first, golden) = loop {
            let mut parts = vec![part(wanted, Some(&dir)), part(around + WINDOW + 1, None)];
            if wanted > 0 {
                parts.insert(0, part(0, None));
            }
            let mut played = play(self.source, &self.start, &parts, timed, &progress)?;
            let shown = usize::from(wanted > 0);
            let begins = played.iter().take(shown).map(|part| part.num_images).sum();
            match played.get_mut(shown) {
                Some(window) if begins <= around => {
                    break (begins, std::mem::take(&mut window.trace));
                }
                // views follow one another: the window begins before them
                _ => wanted -= 1,
            }
        };
        (self.progress)(Progress::Build(Simulator::Icarus));
        let built = self.bench.build(Simulator::Icarus)?;
        let mut plusargs = vec![format!("+vcd={}", vcd.display()), format!("+first={first}")];
        if vcd.extension().is_some_and(|ending| ending == "fst") {
            plusargs.insert(0, "-fst".to_owned());
        }
        plusargs.push(format!("+trace={TRACE}"));
        let mismatch = built.run(&dir, &plusargs)?;
        Ok(Window {
            mismatch,
            first,
            timed,
            golden,
            rtl: built.read_trace(&dir)?,
        })
    }
}

/// Checks that a run of so many images has image `around`.
///
/// # Errors
/// [`Error::Input`] otherwise.
pub fn check_window(around: u32, num_images: u32) -> Result<()> {
    match num_images.checked_sub(1) {
        Some(last) if around > last => Err(Error::Input(format!(
            "`around = {around}`: the run has images 0 to {last}, lower --around"
        ))),
        _ => Ok(()),
    }
}
