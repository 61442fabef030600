//! From Verilog to cells: Yosys, and nextpnr where the target has a router.

pub mod asic;
pub mod netlist;
pub mod route;
pub mod stat;
mod target;
mod tools;
mod usage;

pub use netlist::Netlist;
pub use target::{NAMES, Target};
pub use tools::{Router, find_yosys, router};
pub use usage::Usage;

use crate::tool::Program;
use crate::{Error, Result, files};
use asic::memories::{Memory, on_macros};
use asic::sram::Sram;
use asic::{Asic, Library};
use route::Routed;
use stat::{Block, Path as LongestPath, Stat};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tools::{YOSYS, run_yosys};

/// Inputs of a table cell in the measure of depth.
const DEPTH_INPUTS: usize = 6;

/// What the tools write and this program reads.
const REPORTS: [&str; 5] = [
    "memories.json",
    "total.json",
    "blocks.json",
    "depth.txt",
    "route.json",
];

/// A design and what is to be made of it.
pub struct Job<'a> {
    /// Names and texts of the Verilog files.
    pub sources: &'a [(String, Vec<u8>)],
    /// What to map to.
    pub target: &'a Target,
    /// SRAM macros for the memories of a core in standard cells; none: memories are left out.
    pub sram: &'a [Sram],
    /// Place and route, too, with these further arguments of nextpnr.
    pub route: Option<&'a str>,
    /// Clock that the constraints ask for, MHz.
    pub clock_mhz: u32,
    /// Constraints of the router, by extension.
    pub constraints: &'a [(String, Vec<u8>)],
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
    /// Memories, macros and power in standard cells, where macros were given.
    pub asic: Option<Asic>,
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
        let library = match self.target {
            Target::Liberty(path) => Some(Library::read(path)?),
            _ => None,
        };
        YOSYS.find()?;
        let router = self.route.map(|_| router(self.target)).transpose()?;
        if let Some(router) = router {
            router.program.find()?;
        }
        for name in REPORTS {
            // of an earlier run
            let _ = std::fs::remove_file(self.work_dir.join(name));
        }
        for (name, content) in self.sources {
            files::replace(&self.work_dir.join(name), |out| out.write_all(content))?;
        }
        if let Target::Liberty(path) = self.target {
            let cells = std::fs::read(path).map_err(Error::io(path))?;
            let copy = self.work_dir.join(target::LIBERTY_FILE);
            files::replace(&copy, |out| out.write_all(&cells))?;
        }
        YOSYS.check_version(&self.work_dir, "version.log", self.timeout)?;
        if let Some(router) = router {
            let program = &router.program;
            program.check_version(&self.work_dir, "router.version.log", self.timeout)?;
        }
        let memories = match &library {
            Some(library) if !self.sram.is_empty() => Some(self.memories(library)?),
            _ => None,
        };
        let script = |flatten| match &memories {
            Some(found) => self.target.script_without(flatten, &on_macros(found)),
            None => self.target.script(flatten),
        };
        // two cores: the flattened mapping beside the measures
        let (mapped, measured) = std::thread::scope(|scope| {
            let measures = scope.spawn(|| Ok((self.blocks(&script(false))?, self.depth()?)));
            let pads = router.map_or("", |router| router.pads);
            (self.map(&script(true), pads), measures.join())
        });
        let (mapped, mapping_seconds) = mapped?;
        let xc7 = *self.target == Target::Xc7;
        let (blocks, path) = measured
            .unwrap_or_else(|_| Err(Error::Design("a thread of synthesis ended early".into())))?;
        let routed = router.map(|router| self.route(router)).transpose()?;
        let asic = library.zip(memories).map(|(library, memories)| {
            let [cells_watt, clock_joule] = library.power(mapped.cells());
            Asic::new(memories, cells_watt, clock_joule, |module| {
                blocks.area_um2(module, self.target)
            })
        });
        Ok(Report {
            total: mapped.total(self.target),
            lut_sites: xc7.then(|| mapped.lut_sites()),
            blocks: blocks.blocks(self.target),
            path,
            asic,
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

    /// The memories of the design, and the macros that they go on.
    fn memories(&self, library: &Library) -> Result<Vec<Memory>> {
        (self.progress)("memories");
        let script = format!(
            "{}; {}; proc; write_json memories.json",
            self.read_sources(),
            target::ELABORATE
        );
        run_yosys(&script, &self.work_dir, "memories.log", self.timeout)?;
        let text = self.read(&YOSYS, "memories.json")?;
        asic::memories::memories(&text, library, self.sram)
            .map_err(|what| self.unknown(&YOSYS, "memories.json", &what))
    }

    /// The flattened netlist, `mapped.json`.
    fn map(&self, mapping: &str, pads: &str) -> Result<(Stat, f64)> {
        (self.progress)("mapping");
        let begin = Instant::now();
        let script = format!(
            "{}; {mapping}; {}; delete */t:$scopeinfo{pads}; write_json mapped.json",
            self.read_sources(),
            self.stat("total.json")
        );
        run_yosys(&script, &self.work_dir, "map.log", self.timeout)?;
        let stat = self.read_stat("total.json")?;
        Ok((stat, begin.elapsed().as_secs_f64()))
    }

    /// Hierarchy kept.
    fn blocks(&self, mapping: &str) -> Result<Stat> {
        let script = format!(
            "{}; {mapping}; {}",
            self.read_sources(),
            self.stat("blocks.json")
        );
        run_yosys(&script, &self.work_dir, "blocks.log", self.timeout)?;
        self.read_stat("blocks.json")
    }

    fn depth(&self) -> Result<LongestPath> {
        let script = format!(
            "{}; hierarchy -check -top spin_core; blackbox *row_memory* *cell_memory*; \
             synth -flatten -lut {DEPTH_INPUTS} -top spin_core; delete */t:*row_memory* */t:*cell_memory*; \
             tee -q -o depth.txt ltp -noff",
            self.read_sources()
        );
        run_yosys(&script, &self.work_dir, "depth.log", self.timeout)?;
        let log = self.read(&YOSYS, "depth.txt")?;
        stat::longest_path(&log).ok_or_else(|| self.unknown(&YOSYS, "depth.txt", "no longest path"))
    }

    fn route(&self, router: &Router) -> Result<Routed> {
        (self.progress)("routing");
        let mut given: Vec<String> = ["--json", "mapped.json", "--report", "route.json"]
            .map(str::to_owned)
            .into();
        for (extension, argument) in router.constraints {
            let name = format!("core.{extension}");
            let found = self.constraints.iter().find(|(e, _)| e == extension);
            let text = found.map_or(&[][..], |(_, text)| text);
            files::replace(&self.work_dir.join(&name), |out| out.write_all(text))?;
            given.push(format!("{argument}{name}"));
        }
        if !router.pads.is_empty() {
            // the constraint of the port ends at its pad
            given.extend(["--freq".into(), self.clock_mhz.to_string()]);
        }
        let arguments = router.arguments.iter().copied();
        let further = self.route.into_iter().flat_map(str::split_whitespace);
        let given = given.iter().map(String::as_str);
        let all: Vec<&str> = arguments.chain(given).chain(further).collect();
        let program = &router.program;
        let ended = tools::run(program, &all, &self.work_dir, "route.log", self.timeout)?;
        if !ended.succeeded() {
            let lacking = route::lacking(&self.read(program, "route.log")?);
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
        let clock = route::asked(&self.read(program, "route.log")?);
        if clock != Some(f64::from(self.clock_mhz)) {
            return Err(self.unknown(
                program,
                "route.log",
                "the clock of the constraints is not in it",
            ));
        }
        let report = self.read(program, "route.json")?;
        route::parse(&report).map_err(|what| self.unknown(program, "route.json", &what))
    }

    fn read_stat(&self, name: &str) -> Result<Stat> {
        Stat::parse(&self.read(&YOSYS, name)?).map_err(|what| self.unknown(&YOSYS, name, &what))
    }

    fn read(&self, program: &Program, name: &str) -> Result<String> {
        let read = std::fs::read_to_string(self.work_dir.join(name));
        read.map_err(|error| self.unknown(program, name, &error.to_string()))
    }

    fn unknown(&self, program: &Program, name: &str, what: &str) -> Error {
        Error::Tool(format!(
            "{} wrote {}, not a report that this version reads ({what}): `make setup` installs the pinned tools",
            program.title(),
            self.work_dir.join(name).display()
        ))
    }
}
