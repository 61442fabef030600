//! From Verilog to cells: Yosys, and nextpnr where the target has a router.

pub mod netlist;
pub mod route;
pub mod stat;
mod target;
mod tools;
mod usage;

pub use netlist::Netlist;
pub use target::{NAMES, Target};
pub use tools::{Router, router};
pub use usage::Usage;

use crate::{Error, Result, files};
use route::Routed;
use stat::{Block, Path as LongestPath, Stat};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tools::{YOSYS, check_yosys, run_yosys};

/// Inputs of a table cell in the measure of depth.
const DEPTH_INPUTS: usize = 6;

/// A design and what is to be made of it.
pub struct Job<'a> {
    /// Names and texts of the Verilog files.
    pub sources: &'a [(String, Vec<u8>)],
    /// What to map to.
    pub target: &'a Target,
    /// Place and route, too.
    pub route: bool,
    /// Clock that the router aims at, MHz.
    pub clock_mhz: u32,
    /// Constraints of the router: LPF (ecp5) or PCF (ice40).
    pub constraints: &'a [u8],
    /// Folder for sources, logs and netlists; made if absent.
    pub work_dir: PathBuf,
    /// Limit for each call of a tool.
    pub timeout: Duration,
    /// Gets what is done now.
    pub progress: &'a (dyn Fn(&str) + Sync),
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Report {
    /// All cells, hierarchy flattened.
    pub total: Usage,
    /// xc7: sites that the tables take, two small ones in one.
    pub lut_sites: Option<u64>,
    /// Cells by block, hierarchy kept: their sum is a little above the total.
    pub blocks: Vec<Block>,
    /// Longest path between registers, in tables of six inputs, carry chains as logic.
    pub path: LongestPath,
    /// The routed design.
    pub routed: Option<Routed>,
    /// Seconds of the flattened mapping.
    pub mapping_seconds: f64,
}

impl Job<'_> {
    /// Maps, measures, routes.
    ///
    /// # Errors
    /// [`Error::Tool`] for a tool that is missing, fails, hangs or prints what is no report;
    /// [`Error::Check`] where the device is too small, with what is over and by how much;
    /// [`Error::Io`] for the folder.
    pub fn run(&self) -> Result<Report> {
        YOSYS.find()?;
        if self.route {
            router(self.target)?.program.find()?;
        }
        for (name, content) in self.sources {
            files::replace(&self.work_dir.join(name), |out| out.write_all(content))?;
        }
        if let Target::Liberty(path) = self.target {
            let cells = std::fs::read(path).map_err(Error::io(path))?;
            let copy = self.work_dir.join(target::LIBERTY_FILE);
            files::replace(&copy, |out| out.write_all(&cells))?;
        }
        check_yosys(&self.work_dir)?;
        // two cores: the flattened mapping beside the measures
        let (mapped, measured) = std::thread::scope(|scope| {
            let measures = scope.spawn(|| Ok((self.blocks()?, self.depth()?)));
            (self.map(), measures.join())
        });
        let (mapped, mapping_seconds) = mapped?;
        let xc7 = *self.target == Target::Xc7;
        let (blocks, path) = measured
            .unwrap_or_else(|_| Err(Error::Design("a thread of synthesis ended early".into())))?;
        let routed = self.route.then(|| self.route()).transpose()?;
        Ok(Report {
            total: mapped.total(self.target),
            lut_sites: xc7.then(|| mapped.lut_sites()),
            blocks,
            path,
            routed,
            mapping_seconds,
        })
    }

    /// The `stat` command of a script that leaves its JSON in `file`.
    fn stat(&self, file: &str) -> String {
        let library = match self.target {
            Target::Liberty(_) => format!(" -liberty {}", target::LIBERTY_FILE),
            Target::Xc7 => " -tech xilinx".into(),
            _ => String::new(),
        };
        format!("tee -q -o {file} stat -json{library}")
    }

    /// Reads the sources, and no other file of the folder.
    fn read_sources(&self) -> String {
        let names: Vec<&str> = self.sources.iter().map(|(name, _)| name.as_str()).collect();
        format!("read_verilog -defer {}", names.join(" "))
    }

    /// The flattened netlist, `mapped.json`.
    fn map(&self) -> Result<(Stat, f64)> {
        (self.progress)("mapping");
        let begin = Instant::now();
        let script = format!(
            "{}; {}; {}; delete */t:$scopeinfo; write_json mapped.json",
            self.read_sources(),
            self.target.script(true),
            self.stat("total.json")
        );
        run_yosys(&script, &self.work_dir, "map.log", self.timeout)?;
        let stat = self.read_stat("total.json")?;
        Ok((stat, begin.elapsed().as_secs_f64()))
    }

    fn blocks(&self) -> Result<Vec<Block>> {
        let script = format!(
            "{}; {}; {}",
            self.read_sources(),
            self.target.script(false),
            self.stat("blocks.json")
        );
        run_yosys(&script, &self.work_dir, "blocks.log", self.timeout)?;
        Ok(self.read_stat("blocks.json")?.blocks(self.target))
    }

    fn depth(&self) -> Result<LongestPath> {
        let script = format!(
            "{}; hierarchy -check -top spin_core; blackbox *row_memory* *cell_memory*; \
             synth -flatten -lut {DEPTH_INPUTS} -top spin_core; delete */t:*row_memory* */t:*cell_memory*; \
             tee -q -o depth.txt ltp -noff",
            self.read_sources()
        );
        run_yosys(&script, &self.work_dir, "depth.log", self.timeout)?;
        let log = self.read("depth.txt")?;
        stat::longest_path(&log).ok_or_else(|| self.unknown("depth.txt", "no longest path"))
    }

    fn route(&self) -> Result<Routed> {
        (self.progress)("routing");
        let Router {
            program,
            arguments,
            constraints,
        } = router(self.target)?;
        let file = format!("core.{constraints}");
        let path = self.work_dir.join(&file);
        files::replace(&path, |out| out.write_all(self.constraints))?;
        let (flag, clock) = (format!("--{constraints}"), self.clock_mhz.to_string());
        let given = [
            &flag,
            file.as_str(),
            "--json",
            "mapped.json",
            "--report",
            "route.json",
            "--freq",
            &clock,
        ];
        let all = arguments.iter().chain(&given);
        let ended = tools::run(program, all, &self.work_dir, "route.log", self.timeout)?;
        if !ended.succeeded() {
            let lacking = route::lacking(&self.read("route.log")?);
            let short: Vec<String> = lacking
                .iter()
                .map(|(name, used, there)| {
                    format!("{used} {name} of {there} there, {} too many", used - there)
                })
                .collect();
            if !short.is_empty() {
                return Err(Error::Check(format!(
                    "the design does not fit the device: {}; take a smaller --array, fewer --lanes or another target",
                    short.join("; ")
                )));
            }
        }
        ended.success()?;
        let report = self.read("route.json")?;
        route::parse(&report).map_err(|what| self.unknown("route.json", &what))
    }

    fn read_stat(&self, name: &str) -> Result<Stat> {
        Stat::parse(&self.read(name)?).map_err(|what| self.unknown(name, &what))
    }

    fn read(&self, name: &str) -> Result<String> {
        let path = self.work_dir.join(name);
        std::fs::read_to_string(&path).map_err(Error::io(&path))
    }

    fn unknown(&self, name: &str, what: &str) -> Error {
        let path: &Path = &self.work_dir.join(name);
        Error::Tool(format!(
            "{}: not a report that this version reads ({what}): `make setup` installs the pinned tools",
            path.display()
        ))
    }
}
