//! `device fit`: switching curves from a sweep.

use super::{input, load, write};
use crate::cli::output::{Console, Outcome};
use crate::device::Axis;
use crate::device::Device;
use crate::device::description::{Amplitudes, Curve, fixed, micro};
use crate::device::energy::EnergyConstants;
use crate::device::fit::{Estimate, Fit, fit};
use crate::device::plot;
use crate::device::sweep::{self, CurveKey, Series};
use crate::{Error, Result};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Fit switching curves to a pulse sweep: a device file for `--device`, and a picture
///
/// The file has the columns junction (left, right), transition (ap_to_p, p_to_ap), excitation (+x, -x,
/// +y, -y, x, y), amplitude_volt, pulses, flips. Each curve gets a binomial maximum-likelihood fit of
/// a sigmoid. A curve that the sweep leaves out is taken to be as the nearest one in it: that of the
/// same transition, else of the same junction.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  spinloom device fit sweep.csv --out mine\n  \
                        spinloom train --device mine/device.toml"
)]
pub struct Args {
    /// The sweep
    #[arg(value_name = "SWEEP.csv")]
    sweep: PathBuf,
    /// Folder for device.toml and curves.svg
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// x or y: the excitation to take, where a curve was swept with both
    #[arg(long, value_name = "AXIS")]
    axis: Option<AxisFlag>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum AxisFlag {
    X,
    Y,
}

/// A p-value below is told: the sigmoid does not describe the points.
const LOW_P: f64 = 0.01;

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let file = |what| Error::file(&args.sweep, what);
    if args.out.is_file() {
        return Err(input(format!(
            "--out: `{}` is a file: name a folder",
            args.out.display()
        )));
    }
    let chosen = choose(sweep::read(&args.sweep)?, args.axis).map_err(file)?;
    let mut curves = Vec::new();
    for series in chosen {
        let fitted = fit(&series).map_err(file)?;
        curves.push((series, fitted));
    }
    let mut device = load(None)?;
    device.amplitudes = amplitudes(&curves);
    device.energy = EnergyConstants::assumed(&device.amplitudes);
    for key in CurveKey::ALL {
        if let Some((series, fit)) = nearest(&curves, key) {
            let curve = Curve {
                centre_volt: fit.centre_volt.value,
                slope_per_volt: fit.slope_per_volt.value,
                pulse_sign: Some(pulse_sign(series, fit)),
            };
            let mirrored = has_other_sign(series, key);
            device.curves[key.index()] = if mirrored { curve.mirrored() } else { curve };
        }
    }
    let text = device.to_toml(|key| remark(&curves, key));
    Device::parse(&text).map_err(|what| {
        file(format!(
            "the fit makes no device, {what}: check that the amplitudes are in volt, and sweep in smaller steps"
        ))
    })?;
    let picture = plot::svg(&curves).map_err(input)?;
    let paths = [args.out.join("device.toml"), args.out.join("curves.svg")];
    write(&paths[0], &text)?;
    write(&paths[1], &picture)?;

    let mut outcome = Outcome::default();
    outcome.line("curve          excitation  centre, V (95 %)                slope, 1/V (95 %)            deviance/df  p");
    for (series, fit) in &curves {
        outcome.line(row(series, fit));
        warn(series, fit, console);
    }
    let mut missing = Vec::new();
    for key in CurveKey::ALL {
        if let Some(source) = nearest(&curves, key).map(|(series, _)| series.key)
            && source != key
        {
            let (name, source) = (key.name(), source.name());
            outcome.line(format!("{name}: not in the sweep, assumed as {source}"));
            missing.push(json!({"curve": name, "assumed_as": source}));
        }
    }
    outcome.set(
        "curves",
        curves.iter().map(|(s, f)| object(s, f)).collect::<Vec<_>>(),
    );
    outcome.set("assumed_curves", missing);
    outcome.set("amplitude_first_volt", micro(device.amplitudes.first_volt));
    outcome.set("amplitude_step_volt", micro(device.amplitudes.step_volt));
    let paths = paths.map(|path| path.display().to_string());
    paths
        .iter()
        .for_each(|path| outcome.line(format!("  {path}")));
    outcome.set("files", paths.to_vec());
    Ok(outcome)
}

/// One series a curve.
fn choose(series: Vec<Series>, axis: Option<AxisFlag>) -> std::result::Result<Vec<Series>, String> {
    let wanted = |series: &Series| match axis {
        None => true,
        Some(AxisFlag::X) => series.excitation.axis == Axis::X,
        Some(AxisFlag::Y) => series.excitation.axis == Axis::Y,
    };
    let chosen: Vec<Series> = series.into_iter().filter(wanted).collect();
    if chosen.is_empty() {
        return Err("has no point of that axis: leave out --axis".into());
    }
    let twice = chosen.windows(2).find(|pair| pair[0].key == pair[1].key);
    if let Some(pair) = twice {
        let [one, other] = [&pair[0], &pair[1]].map(|series| {
            let line = series.points.first().map_or(0, |point| point.line);
            format!("{} (line {line})", series.excitation.name())
        });
        let name = pair[0].key.name();
        let remedy = if pair[0].excitation.axis == pair[1].excitation.axis {
            "a junction makes a transition under one polarity: keep one of them"
        } else {
            "a core has one table for each junction and transition: give --axis x or --axis y"
        };
        return Err(format!(
            "{name} was swept under {one} and {other}: {remedy}"
        ));
    }
    Ok(chosen)
}

/// Codes 0 to 14 span the sizes that were swept, as they do in the paper.
fn amplitudes(curves: &[(Series, Fit)]) -> Amplitudes {
    let points = curves.iter().flat_map(|(series, _)| &series.points);
    let sizes = points.map(|point| point.volt.abs());
    let low = sizes.clone().fold(f64::INFINITY, f64::min);
    let high = sizes.fold(0.0, f64::max);
    let steps = crate::device::curve::NUM_MEASURED_CODES as f64 - 1.0;
    let step_volt = micro((high - low) / steps);
    Amplitudes {
        first_volt: micro(low),
        // a sweep from -V to V has one size
        step_volt: if step_volt > 0.0 {
            step_volt
        } else {
            micro(high / steps).max(1e-6)
        },
    }
}

/// The fit of a curve; where it was not swept, of the other junction's same transition, else of the
/// same junction, else of what there is.
fn nearest(curves: &[(Series, Fit)], key: CurveKey) -> Option<&(Series, Fit)> {
    let distance = |other: CurveKey| {
        2 * u8::from(other.transition != key.transition) + u8::from(other.junction != key.junction)
    };
    curves.iter().min_by_key(|(series, _)| distance(series.key))
}

/// The pair's curve has pulses of the other sign than the swept one: the reverse transition has, and
/// under Y, of opposite polarity in the two junctions, so has the other junction (paper, section III).
fn has_other_sign(series: &Series, key: CurveKey) -> bool {
    let other_junction = series.key.junction != key.junction;
    (series.key.transition != key.transition)
        != (other_junction && series.excitation.axis == Axis::Y)
}

/// Sign of the swept amplitudes; of the centre where both were swept.
fn pulse_sign(series: &Series, fit: &Fit) -> i8 {
    let has = |sign: f64| series.points.iter().any(|p| sign * p.volt > 0.0);
    let positive = match (has(1.0), has(-1.0)) {
        (true, true) => fit.centre_volt.value >= 0.0,
        (positive, _) => positive,
    };
    if positive { 1 } else { -1 }
}

fn remark(curves: &[(Series, Fit)], key: CurveKey) -> Option<String> {
    let (series, fit) = nearest(curves, key)?;
    if series.key != key {
        return Some(format!(
            "not in the sweep, assumed as {}",
            series.key.name()
        ));
    }
    let pulses: u64 = series.points.iter().map(|p| p.pulses).sum();
    Some(format!(
        "{} under {}: {} points, {pulses} pulses; standard errors {:.6} V, {:.3} 1/V{}",
        key.name(),
        series.excitation.name(),
        series.points.len(),
        fit.centre_volt.standard_error,
        fit.slope_per_volt.standard_error,
        if fit.separated {
            "; flips are separated: penalised fit"
        } else {
            ""
        }
    ))
}

fn row(series: &Series, fit: &Fit) -> String {
    let shown = |estimate: &Estimate, digits: usize| {
        let [low, high] = estimate.interval();
        let [value, low, high] = [estimate.value, low, high].map(|v| fixed(v, digits));
        format!("{value} ({low} to {high})")
    };
    let p = fit.p_value.map_or("-".into(), |p| format!("{p:.3}"));
    let text = format!(
        "{:13}  {:10}  {:30}  {:27}  {:8.2}/{:<2}  {p}",
        series.key.name(),
        series.excitation.name(),
        shown(&fit.centre_volt, 4),
        shown(&fit.slope_per_volt, 2),
        fit.deviance,
        fit.degrees_of_freedom,
    );
    text + if fit.separated { "  separated" } else { "" }
}

/// What a physicist should know before believing the curve.
fn warn(series: &Series, fit: &Fit, console: &Console) {
    let name = series.key.name();
    let sizes = series.points.iter().map(|p| p.volt);
    let low = sizes.clone().fold(f64::INFINITY, f64::min);
    let high = sizes.fold(f64::NEG_INFINITY, f64::max);
    let centre = fit.centre_volt.value;
    if fit.separated {
        console.note(format!(
            "{name}: no amplitude with both outcomes on both sides: the slope is a penalised guess; sweep in smaller steps"
        ));
    }
    if fit.p_value.is_some_and(|p| p < LOW_P) {
        console.note(format!(
            "{name}: a sigmoid does not describe these points (p below {LOW_P}): look at curves.svg"
        ));
    }
    if !(low..=high).contains(&centre) {
        let centre = fixed(centre, 3);
        console.note(format!(
            "{name}: the centre {centre} V lies outside the sweep: it is extrapolated"
        ));
    }
    if fit.slope_per_volt.value * f64::from(pulse_sign(series, fit)) < 0.0 {
        console.note(format!(
            "{name}: larger pulses switch less: higher codes will, too"
        ));
    }
}

fn object(series: &Series, fit: &Fit) -> Value {
    let [junction, transition] = series.key.names();
    json!({
        "junction": junction,
        "transition": transition,
        "excitation": series.excitation.name(),
        "points": series.points.len(),
        "pulses": series.points.iter().map(|p| p.pulses).sum::<u64>(),
        "centre_volt": fit.centre_volt.value,
        "centre_standard_error_volt": fit.centre_volt.standard_error,
        "centre_interval_95_volt": fit.centre_volt.interval(),
        "slope_per_volt": fit.slope_per_volt.value,
        "slope_standard_error_per_volt": fit.slope_per_volt.standard_error,
        "slope_interval_95_per_volt": fit.slope_per_volt.interval(),
        "deviance": fit.deviance,
        "degrees_of_freedom": fit.degrees_of_freedom,
        "p_value": fit.p_value,
        "separated": fit.separated,
    })
}
