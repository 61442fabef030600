//! `sweep area`: what lanes cost and what they bring.

mod point;

use crate::cli::flags::Images;
use crate::cli::output::{Console, Outcome};
use crate::cli::request::Request;
use crate::cli::sweep::kept;
use crate::cli::sweep::queue::side_by_side;
use crate::cli::synth::asked_mhz;
use crate::cli::{dataset, interrupt, pace, progress};
use crate::config::{Flags, Settings};
use crate::device::Device;
use crate::report::pareto::{self, Series};
use crate::spec::Spec;
use crate::synth::{Target, router};
use crate::{Error, Result, files};
use point::{Found, Point};
use serde_json::json;
use std::path::Path;
use std::time::{Duration, Instant};

/// Cells, clock and images a second of cores by array and lanes, with the Pareto front as a picture
///
/// Cycles are the mean over the test images on a network trained for an epoch. Images a second are at
/// the routed clock with --pnr, else at the clock of the constraints. A point that an earlier, even a
/// killed sweep finished is not synthesized again while its Verilog is the same.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  spinloom sweep area --arrays 784x100 --lanes 4,10,20,50,100\n  \
                  spinloom sweep area --arrays 64x20 --lanes 5,10,20 --target ecp5 --pnr"
)]
pub struct Args {
    /// Named core that the points are variants of
    #[arg(long, value_name = "NAME", default_value = "fast")]
    preset: String,
    /// Arrays
    #[arg(
        long,
        value_name = "RxC,...",
        value_delimiter = ',',
        default_value = "784x100"
    )]
    arrays: Vec<String>,
    /// Lanes; a point with more lanes than columns is left out
    #[arg(
        long,
        value_name = "N,N,...",
        value_delimiter = ',',
        default_value = "4,10,20,50,100",
        value_parser = clap::value_parser!(u32).range(1..=4096)
    )]
    lanes: Vec<u32>,
    /// ice40, ecp5, xc7, gowin or generic
    #[arg(long, value_name = "TARGET", value_parser = fpga, default_value = "xc7")]
    target: Target,
    /// Place and route, too (ecp5, ice40, gowin); ARGS are passed on to nextpnr
    #[arg(long, value_name = "ARGS", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pnr: Option<String>,
    #[command(flatten)]
    images: Images,
    /// Seed of every random stream
    #[arg(long, value_name = "S", default_value = "1")]
    seed: String,
    /// Seconds after which a tool is ended
    #[arg(long, value_name = "SECONDS", default_value_t = 3600, value_parser = clap::value_parser!(u32).range(1..))]
    timeout: u32,
    /// Points that run side by side
    #[arg(long, value_name = "K", default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=2))]
    jobs: u32,
    /// Folder for everything that is written
    #[arg(long, value_name = "DIR", default_value = ".")]
    out: String,
}

fn fpga(text: &str) -> std::result::Result<Target, String> {
    match Target::parse(text)? {
        Target::Liberty(_) => Err("standard cells have no LUT: take `synth`".into()),
        target => Ok(target),
    }
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let begin = Instant::now();
    if args.pnr.is_some() {
        router(&args.target)?;
    }
    let mut outcome = Outcome::default();
    let points = points(args, console, &mut outcome)?;
    let folder = Path::new(&args.out).join("build/sweep/area");
    interrupt::at_once(kept::last_words(&folder))?;
    let bar = progress::jobs(console, points.len() as u64);
    let found = side_by_side(args.jobs as usize, &points, |point| {
        let found = point.found(&|what| bar.set_message(format!("{}: {what}", point.name())))?;
        bar.inc(1);
        Ok(found)
    })?;
    bar.finish_and_clear();
    let rows: Vec<(&Point, Found)> = points.iter().zip(found).collect();
    tell(args, &rows, &mut outcome)?;
    outcome.set("seconds", begin.elapsed().as_secs_f64());
    Ok(outcome)
}

/// The points, with cycles and energy of an image.
fn points<'a>(args: &'a Args, console: &Console, outcome: &mut Outcome) -> Result<Vec<Point<'a>>> {
    let mut points = Vec::new();
    // the same of every array
    let mut data = None;
    for array in &args.arrays {
        let settings = |lanes: Option<u32>| {
            let lanes = lanes.map(|lanes| lanes.to_string());
            let mut flags = Flags::default();
            flags.push("preset", Some(&args.preset));
            flags.push("array", Some(array));
            flags.push("lanes", lanes.as_deref());
            flags.push("seed", Some(&args.seed));
            flags.push("out", Some(&args.out));
            Request::new(None, flags).with(&args.images).settings()
        };
        let plain = settings(None)?;
        let (lanes, left_out): (Vec<u32>, Vec<u32>) = args
            .lanes
            .iter()
            .partition(|lanes| **lanes as usize <= plain.spec.columns);
        for lanes in left_out {
            console.note(format!(
                "{array} has fewer columns than {lanes} lanes: left out"
            ));
        }
        let cores = lanes
            .iter()
            .map(|lanes| settings(Some(*lanes)))
            .collect::<Result<Vec<_>>>()?;
        let specs: Vec<Spec> = cores.iter().map(|core| core.spec.clone()).collect();
        let data = match &mut data {
            Some(data) => data,
            none => none.insert(dataset::load(&plain, console, outcome)?),
        };
        let energy = match &plain.device {
            Some(path) => Device::read(path)?.energy,
            None => Device::default().energy,
        };
        let paces = pace::of_cores(&plain, data, &specs)?;
        points.extend(
            cores
                .into_iter()
                .zip(paces)
                .map(|(settings, pace): (Settings, _)| Point {
                    array,
                    operations_joule: energy.operations_joule(&pace.operations)
                        / pace.images.max(1) as f64,
                    settings,
                    pace,
                    target: &args.target,
                    pnr: args.pnr.as_deref(),
                    timeout: Duration::from_secs(args.timeout.into()),
                }),
        );
    }
    match points.is_empty() {
        true => Err(Error::Input(
            "`--lanes` leaves no point: no array has as many columns".into(),
        )),
        false => Ok(points),
    }
}

/// Table, files and picture.
fn tell(args: &Args, rows: &[(&Point, Found)], outcome: &mut Outcome) -> Result<()> {
    let sites = args.target == Target::Xc7;
    outcome.line(format!(
        "{:10}{:>6}{:>7}{:>7}{:>7}{:>9}{:>7}{:>9}{:>10}{:>12}{:>12}",
        "array",
        "lanes",
        if sites { "sites" } else { "" },
        "LUT",
        "FF",
        "RAM Kbit",
        "depth",
        "Fmax",
        "cycles",
        "images/s",
        "images/J"
    ));
    let mut csv = String::from(
        "array,lanes,lut_sites,lut,ff,block_ram_kbit,logic_depth,fmax_mhz,cycles,latency_cycles,images_per_s,images_per_joule,pareto,note\n",
    );
    let mut objects = Vec::new();
    let mut series: Vec<Series> = Vec::new();
    for array in &args.arrays {
        let of_array = rows.iter().filter(|(point, _)| point.array == array);
        let of_array: Vec<_> = of_array.collect();
        let places: Vec<[f64; 2]> = of_array
            .iter()
            .map(|(point, found)| point.place(found))
            .collect();
        let front = pareto::front(&places);
        for ((point, found), on_front) in of_array.iter().zip(&front) {
            outcome.line(point.line(found, *on_front));
            csv += &point.csv(found, *on_front);
            objects.push(point.json(found, *on_front));
        }
        let labels = of_array
            .iter()
            .map(|(point, _)| point.settings.spec.lanes.to_string());
        series.push(Series {
            name: array.clone(),
            points: places
                .into_iter()
                .zip(labels)
                .zip(front)
                .filter(|((place, _), _)| place[0] > 0.0)
                .map(|((place, label), front)| pareto::Point {
                    lut: place[0],
                    images: place[1],
                    label,
                    front,
                })
                .collect(),
        });
    }
    outcome.line("*: on the Pareto front of its array; images/J: additions, memory and clock by the assumed constants of `device show`, no measurement");
    if args.pnr.is_none() {
        outcome.line(format!(
            "no clock was routed: images a second are at {} MHz{}",
            asked_mhz(&args.target),
            if sites {
                "; no router for xc7 is at hand"
            } else {
                ""
            }
        ));
    }
    let folder = Path::new(&args.out)
        .join("build/sweep/area")
        .join(args.target.name());
    let title = format!("{}, number at a point: lanes", args.target.name());
    let picture = pareto::svg(&title, if sites { "LUT sites" } else { "LUT" }, &series)
        .map_err(Error::Design)?;
    for (name, text) in [("table.csv", &csv), ("pareto.svg", &picture)] {
        files::replace(&folder.join(name), |out| out.write_all(text.as_bytes()))?;
    }
    outcome.line(format!("table, picture and logs: {}", folder.display()));
    outcome.set("target", args.target.name());
    outcome.set("folder", folder.display().to_string());
    outcome.set("points", json!(objects));
    Ok(())
}
