//! `synth`: Verilog to cells, and where a router is at hand to a clock.

use super::flags::{Shared, describe};
use super::generate::design;
use super::output::{Console, Outcome};
use super::progress;
use crate::Result;
use crate::emit::package::constraints::clock_mhz;
use crate::golden::Model;
use crate::synth::{Job, Report, Target, Usage, router};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Synthesize a core with Yosys, and route it with nextpnr
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  spinloom synth --preset balanced --target xc7\n  \
                  spinloom synth --array 64x20 --target ice40 --pnr\n  \
                  spinloom synth --target liberty=cells.lib --json"
)]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    /// ice40, ecp5, xc7, gowin, generic or liberty=FILE
    #[arg(long, value_name = "TARGET", value_parser = Target::parse)]
    target: Target,
    /// Place and route, too (ecp5: LFE5U-85, ice40: HX8K)
    #[arg(long)]
    pnr: bool,
    /// Seconds after which a tool is ended
    #[arg(long, value_name = "SECONDS", default_value_t = 3600, value_parser = clap::value_parser!(u32).range(1..))]
    timeout: u32,
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let settings = args.shared.request().settings()?;
    let target = &args.target;
    let router = args.pnr.then(|| router(target)).transpose()?;
    let begin = Instant::now();
    let name = settings.spec.default_name();
    let network = Model::start(&settings.spec, settings.seed)?;
    let design = design(&settings, &name, &network, None);
    let sources = design.texts()?;
    let constraints = design.constraints().into_iter().find(|file| {
        router.is_some_and(|router| file.path.ends_with(&format!(".{}", router.constraints)))
    });
    let clock_mhz = clock_mhz(router.map_or("", |router| router.constraints));
    let bar = progress::spinner(console, "mapping");
    let work_dir = settings
        .out
        .join("build")
        .join("synth")
        .join(&name)
        .join(target.name());
    let job = Job {
        sources: &sources,
        target,
        route: args.pnr,
        clock_mhz,
        constraints: constraints.as_ref().map_or(&[], |file| &file.content),
        work_dir,
        timeout: Duration::from_secs(args.timeout.into()),
        progress: &|what| bar.set_message(what.to_owned()),
    };
    let report = job.run()?;
    bar.finish_and_clear();
    let mut outcome = Outcome::default();
    describe(&settings, &mut outcome);
    outcome.set("target", target.name());
    outcome.set("logs", job.work_dir.display().to_string());
    tell(&report, target, &mut outcome);
    outcome.set("seconds", begin.elapsed().as_secs_f64());
    outcome.line(format!("logs and netlist: {}", job.work_dir.display()));
    let routed = report.routed.as_ref();
    outcome.failed = routed
        .filter(|routed| routed.fmax_mhz < f64::from(clock_mhz))
        .map(|routed| {
            format!(
                "the clock reaches {:.1} MHz, the constraint is {clock_mhz} MHz: {}",
                routed.fmax_mhz, routed.critical_path
            )
        });
    Ok(outcome)
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
    if total.area_um2 > 0.0 {
        outcome.line(format!("area without memories: {:.0} um2", total.area_um2));
    }
    outcome.line(format!(
        "longest path: {} tables of six inputs, from {from} to {to}",
        report.path.depth
    ));
    let routed = report.routed.as_ref();
    outcome.set("fmax_mhz", routed.map(|routed| routed.fmax_mhz));
    outcome.set(
        "critical_path",
        routed.map(|routed| routed.critical_path.clone()),
    );
    if let Some(routed) = routed {
        outcome.line(format!(
            "routed: {:.1} MHz; {}",
            routed.fmax_mhz, routed.critical_path
        ));
        let used = routed.utilisation.iter();
        let used: serde_json::Map<String, Value> = used
            .map(|(name, counts)| (name.clone(), json!(counts)))
            .collect();
        outcome.set("utilisation", used);
    }
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
