//! What the tests that run simulators share.

#![allow(dead_code, clippy::unwrap_used)]

use spinloom::device::SwitchingTables;
use spinloom::emit::memory_image;
use spinloom::emit::testbench::Sight;
use spinloom::golden::core::Event;
use spinloom::rtl;
use spinloom::spec::Spec;
use spinloom::verify::bench::Bench;
use spinloom::verify::job::Job;
use spinloom::verify::parts::{Part, Start, play};
use spinloom::verify::scenario::Scenario;
use spinloom::verify::session::Action;
use spinloom::verify::simulator::Simulator;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Limit for a build and for a run.
pub const TIMEOUT: Duration = Duration::from_secs(600);

/// True where `simulators` are there. Prints SKIP otherwise, and fails where tools are required.
pub fn tools(simulators: &[Simulator]) -> bool {
    for simulator in simulators {
        if let Err(error) = simulator.find() {
            return skip(&error.to_string());
        }
    }
    true
}

/// Prints SKIP and is false; fails under REQUIRE_TOOLS=1.
pub fn skip(why: &str) -> bool {
    let required = std::env::var_os("REQUIRE_TOOLS").is_some_and(|v| v == "1");
    assert!(!required, "REQUIRE_TOOLS=1, but {why}");
    println!("SKIP ({why})");
    false
}

/// A number from the environment.
pub fn number(variable: &str, default: u64) -> u64 {
    std::env::var(variable).map_or(default, |text| text.parse().unwrap())
}

/// The text of every file of a core: name and Verilog.
pub fn verilog(spec: &Spec, lfsr_start: u16) -> Vec<(String, String)> {
    let tables = SwitchingTables::of(spec).to_words();
    let modules = rtl::modules(spec, lfsr_start, &tables).unwrap();
    let file = |m: spinloom::hdl::Module| (format!("{}.v", m.name), m.text);
    modules.into_iter().map(file).collect()
}

/// Writes files into `dir`.
pub fn write(dir: &Path, files: &[(String, String)]) -> Vec<PathBuf> {
    std::fs::create_dir_all(dir).unwrap();
    let write_one = |(name, text): &(String, String)| {
        let path = dir.join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    files.iter().map(write_one).collect()
}

/// A job of this scenario on this Verilog in Icarus.
pub fn with_job<T>(
    scenario: &Scenario,
    files: &[(String, String)],
    num_parts: u32,
    dir: &Path,
    run: impl FnOnce(&Job) -> T,
) -> T {
    let is_last = |a: &&Action| matches!(a, Action::Event(Event::Last(_)));
    let num_images = scenario.actions.iter().filter(is_last).count() as u32;
    run(&Job {
        bench: Bench {
            spec: scenario.spec.clone(),
            sources: write(&dir.join("rtl"), files),
            work_dir: dir.to_path_buf(),
            stall: scenario.stall,
            sight: Sight::Inside,
            timeout: TIMEOUT,
        },
        simulators: vec![Simulator::Icarus],
        start: Start::new(&scenario.network, scenario.network.lfsr()),
        source: &scenario.actions,
        num_images,
        num_parts,
        progress: &|_| {},
    })
}

/// A scenario whose files are written and whose bench can be built.
pub struct Prepared {
    /// The scenario.
    pub scenario: Scenario,
    /// Where it starts.
    pub start: Start,
    /// Its one part.
    pub parts: Vec<Part>,
    /// The bench, without sources.
    pub bench: Bench,
}

impl Prepared {
    /// Plays the scenario through the golden core; all files in `dir`.
    pub fn new(scenario: Scenario, dir: &Path) -> Self {
        let start = Start::new(&scenario.network, scenario.network.lfsr());
        let parts = vec![Part {
            first_image: 0,
            dir: Some(dir.to_path_buf()),
            window: None,
        }];
        let cycles = scenario.stall == 0;
        play(&scenario.actions, &start, &parts, cycles, &|_| {}).unwrap();
        let bench = Bench {
            spec: scenario.spec.clone(),
            sources: Vec::new(),
            work_dir: dir.to_path_buf(),
            stall: scenario.stall,
            sight: Sight::Inside,
            timeout: TIMEOUT,
        };
        Prepared {
            scenario,
            start,
            parts,
            bench,
        }
    }

    /// The Verilog of its core.
    pub fn verilog(&self) -> Vec<(String, String)> {
        verilog(&self.scenario.spec, self.scenario.network.lfsr().state())
    }

    /// Simulates this Verilog: `None` where all agrees, else the diagnosis.
    /// Runs that go on at once need different names.
    pub fn simulate(
        &self,
        files: &[(String, String)],
        simulator: Simulator,
        name: &str,
    ) -> Option<String> {
        let from = &self.bench.work_dir;
        let dir = from.join(name.replace(|c: char| !c.is_alphanumeric(), "_"));
        std::fs::create_dir_all(&dir).unwrap();
        let mut bench = self.bench.clone();
        let images = memory_image::file_names(&bench.spec);
        for file in ["stimulus.bin", "expected.bin"].into_iter().chain(images) {
            std::fs::copy(from.join(file), dir.join(file)).unwrap();
        }
        bench.work_dir = dir.clone();
        bench.sources = write(&dir.join("rtl"), files);
        let built = bench.build(simulator).unwrap();
        let mismatch = built.run(&dir, &[]).unwrap()?;
        let mut parts = self.parts.clone();
        parts[0].dir = Some(dir.clone());
        let actions = &self.scenario.actions;
        let diagnosis = built.diagnose(actions, &self.start, &parts, 0, mismatch);
        let diagnosis = diagnosis.unwrap();
        std::fs::remove_dir_all(&dir).unwrap();
        Some(diagnosis.to_string())
    }
}
