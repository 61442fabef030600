//! `synth`: Verilog to cells, and where a router is at hand to a clock.

use super::flags::{Images, Shared, describe};
use super::generate::design;
use super::output::{Console, Outcome};
use super::{asic, dataset, pace, progress};
use crate::config::Settings;
use crate::emit::package::File;
use crate::emit::package::constraints::clock_mhz;
use crate::files::hex_digest;
use crate::golden::Model;
use crate::synth::asic::sram::Sram;
use crate::synth::route::Routed;
use crate::synth::{Job, Report, Target, Usage, router};
use crate::{Error, Result};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Synthesize a core with Yosys, and route it with nextpnr
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  spinloom synth --preset balanced --target xc7\n  \
                  spinloom synth --preset small --target ice40 --pnr\n  \
                  spinloom synth --target liberty=cells.lib --json"
)]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    /// ice40, ecp5, xc7, gowin, generic or liberty=FILE
    #[arg(long, value_name = "TARGET", value_parser = Target::parse)]
    target: Target,
    /// Place and route, too (ecp5: LFE5U-85, ice40: HX8K, gowin: GW2A-18); ARGS, in one word of the
    /// shell, are passed on to nextpnr, as --pnr="--seed 2 --speed 8"
    #[arg(long, value_name = "ARGS", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pnr: Option<String>,
    /// Of liberty: files of SRAM macros for the memories, or folders of them [default: the folder of
    /// the liberty file]
    #[arg(long, value_name = "FILE", num_args = 1..)]
    sram: Vec<PathBuf>,
    #[command(flatten)]
    images: Images,
    /// Seconds after which a tool is ended
    #[arg(long, value_name = "SECONDS", default_value_t = 3600, value_parser = clap::value_parser!(u32).range(1..))]
    timeout: u32,
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let request = args.shared.request().with(&args.images);
    let settings = request.settings()?;
    let sram = macros(&args.target, &args.sram)?;
    let timeout = Duration::from_secs(args.timeout.into());
    let mut outcome = Outcome::default();
    synthesize(
        &settings,
        &args.target,
        &sram,
        args.pnr.as_deref(),
        timeout,
        console,
        &mut outcome,
    )?;
    Ok(outcome)
}

/// Maps a core, routes it where `pnr` says so, and tells what came of it.
pub fn synthesize(
    settings: &Settings,
    target: &Target,
    sram: &[Sram],
    pnr: Option<&str>,
    timeout: Duration,
    console: &Console,
    outcome: &mut Outcome,
) -> Result<()> {
    let begin = Instant::now();
    let bar = progress::spinner(console, "mapping");
    let run = Run {
        settings,
        target,
        sram,
        pnr,
        timeout,
        work_dir: &settings
            .out
            .join("build/synth")
            .join(settings.spec.default_name())
            .join(target.name()),
        progress: &|what| bar.set_message(what.to_owned()),
    };
    let (report, clock_mhz) = run.run(&run.inputs()?)?;
    bar.finish_and_clear();
    describe(settings, outcome);
    outcome.set("target", target.name());
    outcome.set("logs", run.work_dir.display().to_string());
    tell(&report, target, outcome);
    if let (Some(routed), Some(further)) = (&report.routed, pnr) {
        routing(routed, router(target)?.device, further, outcome);
    }
    if let Some(asic) = &report.asic {
        let data = dataset::load(settings, console, outcome)?;
        let cores = std::slice::from_ref(&settings.spec);
        for pace in pace::of_cores(settings, &data, cores)? {
            asic::energy(asic, &pace, clock_mhz, outcome);
        }
    }
    outcome.set("seconds", begin.elapsed().as_secs_f64());
    outcome.line(format!("logs and netlist: {}", run.work_dir.display()));
    let routed = report.routed.as_ref();
    outcome.failed = routed
        .filter(|routed| routed.fmax_mhz < f64::from(clock_mhz))
        .map(|routed| {
            Error::Check(format!(
                "the clock reaches {:.1} MHz, the constraint is {clock_mhz} MHz: {}",
                routed.fmax_mhz, routed.critical_path
            ))
        });
    Ok(())
}

/// The SRAM macros of a core in standard cells: those given, else those beside its liberty file.
fn macros(target: &Target, given: &[PathBuf]) -> Result<Vec<Sram>> {
    match target {
        Target::Liberty(_) if !given.is_empty() => Sram::read(given),
        Target::Liberty(file) => {
            std::fs::metadata(file).map_err(Error::io(file))?;
            let folder = file.parent().filter(|folder| folder.is_dir());
            Sram::read(&[folder.unwrap_or(Path::new(".")).to_owned()])
        }
        _ if !given.is_empty() => Err(Error::Input(
            "`--sram` is for --target liberty=FILE: an FPGA has its own block RAM".into(),
        )),
        _ => Ok(vec![]),
    }
}

/// A core and how it is synthesized.
pub struct Run<'a> {
    /// The core.
    pub settings: &'a Settings,
    /// What to map to.
    pub target: &'a Target,
    /// Macros of its memories.
    pub sram: &'a [Sram],
    /// Place and route, too, with these further arguments of nextpnr.
    pub pnr: Option<&'a str>,
    /// Limit for each call of a tool.
    pub timeout: Duration,
    /// Folder for logs.
    pub work_dir: &'a Path,
    /// Gets what is done now.
    pub progress: &'a (dyn Fn(&str) + Sync),
}

/// What a core's synthesis reads: names or extensions, and contents.
pub struct Inputs {
    sources: Vec<(String, Vec<u8>)>,
    constraints: Vec<(String, Vec<u8>)>,
}

impl Run<'_> {
    /// Verilog, and the constraints that a router reads, by extension.
    pub fn inputs(&self) -> Result<Inputs> {
        let settings = self.settings;
        let name = settings.spec.default_name();
        let network = Model::start(&settings.spec, settings.seed)?;
        let design = design(settings, &name, &network, None);
        let part = |file: File| Some((file.path.rsplit('.').next()?.to_owned(), file.content));
        let read = self.constraints()?;
        let constraints = design.constraints().into_iter();
        let constraints = constraints.filter_map(part);
        let wanted = |extension: &str| read.iter().any(|(known, _)| *known == extension);
        let constraints = constraints.filter(|(extension, _)| wanted(extension));
        Ok(Inputs {
            sources: design.texts()?,
            constraints: constraints.collect(),
        })
    }

    /// Kinds of constraints that the router reads.
    fn constraints(&self) -> Result<&'static [(&'static str, &'static str)]> {
        let router = self.pnr.map(|_| router(self.target)).transpose()?;
        Ok(router.map_or(&[][..], |router| router.constraints))
    }

    /// SHA-256 of all that the result follows from, but for the tools.
    pub fn digest(&self, inputs: &Inputs) -> String {
        let mut all = Vec::new();
        for (name, content) in inputs.sources.iter().chain(&inputs.constraints) {
            all.extend_from_slice(name.as_bytes());
            all.extend_from_slice(content);
        }
        all.extend_from_slice(self.target.script(true).as_bytes());
        if let (Some(further), Ok(router)) = (self.pnr, router(self.target)) {
            all.extend_from_slice(router.arguments.join(" ").as_bytes());
            all.extend_from_slice(further.as_bytes());
        }
        hex_digest(&all)
    }

    /// What came of it, and the clock that the constraints ask for, MHz.
    pub fn run(&self, inputs: &Inputs) -> Result<(Report, u32)> {
        let clock_mhz = asked_mhz(self.target);
        let job = Job {
            sources: &inputs.sources,
            target: self.target,
            sram: self.sram,
            route: self.pnr,
            clock_mhz,
            constraints: &inputs.constraints,
            work_dir: self.work_dir.to_owned(),
            timeout: self.timeout,
            progress: self.progress,
        };
        Ok((job.run()?, clock_mhz))
    }
}

/// A report in keys and words.
fn tell(report: &Report, target: &Target, outcome: &mut Outcome) {
    let total = report.total;
    let of_fpga = target.maps_memories();
    let unit = if of_fpga { "LUT" } else { "gates" };
    for (key, value) in keys(&total, target) {
        outcome.set(key, value);
    }
    outcome.set("logic_depth", report.path.depth);
    let ends = [report.path.signals.first(), report.path.signals.last()];
    let [from, to] = ends.map(|signal| signal.map_or("?", String::as_str));
    outcome.set("longest_path", json!([from, to]));
    outcome.set("mapping_seconds", report.mapping_seconds);
    let blocks = report.blocks.iter().map(|block| {
        let mut object = serde_json::Map::new();
        object.insert("name".into(), block.name.clone().into());
        object.insert("count".into(), block.count.into());
        let keys = keys(&block.usage, target).map(|(key, value)| (key.to_owned(), value));
        object.extend(keys);
        Value::from(object)
    });
    outcome.set("blocks", blocks.collect::<Vec<_>>());
    outcome.line(format!(
        "{:26}{unit:>8}{:>8}{:>8}{:>10}",
        "block", "FF", "carry", "RAM Kbit"
    ));
    let row = |name: String, usage: &Usage| {
        format!(
            "{name:26}{:8}{:8}{:8}{:10}",
            usage.lut, usage.ff, usage.carry, usage.block_ram_kbit
        )
    };
    for block in &report.blocks {
        let name = match block.count {
            1 => block.name.clone(),
            count => format!("{} x{count}", block.name),
        };
        outcome.line(row(name, &block.usage));
    }
    outcome.line(row(format!("{} flattened", target.name()), &total));
    outcome.set("lut_sites", report.lut_sites);
    if let Some(sites) = report.lut_sites {
        outcome.line(format!(
            "{sites} LUT sites (a site holds two small tables: Yosys' estimate); block RAM of 36 Kbit: {}",
            total.bram36()
        ));
    }
    if matches!(target, Target::Liberty(_)) {
        asic::tell(report, outcome);
    }
    outcome.line(format!(
        "longest path: {} tables of six inputs, from {from} to {to}",
        report.path.depth
    ));
    outcome.set("fmax_mhz", Value::Null);
    outcome.set("critical_path", Value::Null);
}

/// The routed design, where it lies, and the arguments that the user gave.
fn routing(routed: &Routed, device: &str, further: &str, outcome: &mut Outcome) {
    let mut on = device.to_owned();
    if !further.is_empty() {
        on = format!("{on}, nextpnr {further}");
    }
    outcome.line(format!(
        "routed on {on}: {:.1} MHz; {}",
        routed.fmax_mhz, routed.critical_path
    ));
    let used = routed.utilisation.iter();
    let used = used.map(|(name, counts)| (name.clone(), json!(counts)));
    outcome.set("device", device);
    outcome.set("nextpnr_arguments", further);
    outcome.set("fmax_mhz", routed.fmax_mhz);
    outcome.set("critical_path", routed.critical_path.clone());
    outcome.set("utilisation", used.collect::<serde_json::Map<_, _>>());
}

/// Clock that the constraints of a target ask for, MHz.
pub fn asked_mhz(target: &Target) -> u32 {
    let read = router(target).ok().and_then(|r| r.constraints.first());
    clock_mhz(read.map_or("", |(extension, _)| extension))
}

/// Cells by kind; null where the target has no such thing.
fn keys(usage: &Usage, target: &Target) -> [(&'static str, Value); 6] {
    let of_fpga = target.maps_memories();
    let bram36 = (*target == Target::Xc7).then(|| usage.bram36());
    let area = matches!(target, Target::Liberty(_)).then_some(usage.area_um2);
    [
        (if of_fpga { "lut" } else { "gates" }, usage.lut.into()),
        ("ff", usage.ff.into()),
        ("carry", usage.carry.into()),
        (
            "block_ram_kbit",
            of_fpga.then_some(usage.block_ram_kbit).into(),
        ),
        ("bram36", bram36.into()),
        ("area_um2", area.into()),
    ]
}
