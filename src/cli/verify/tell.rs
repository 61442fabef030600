//! What a comparison found, in words and keys.

use super::super::output::{Outcome, counted};
use crate::Error;
use crate::emit::testbench::Sight;
use crate::spec::{NUM_CLASSES, Spec};
use crate::verify::Report;
use serde_json::{Value, json};

/// Puts a report into words and keys.
pub fn tell(report: &Report, spec: &Spec, sight: Sight, seconds: f64, outcome: &mut Outcome) {
    let tally = &report.tally;
    let mean = |sum: u64, of: u64| sum as f64 / of.max(1) as f64;
    let timed = |sum: u64, of: u64| (of > 0).then(|| mean(sum, of));
    let cycles_mean = timed(tally.latency_sum, tally.timed);
    let [interval_mean, learning_interval_mean] = tally.intervals.map(|i| i.mean());
    let learning_interval_mean = learning_interval_mean.filter(|_| spec.learns());
    let [correct, tested] = tally.correct;
    let accuracy = (tested > 0).then(|| 100.0 * mean(correct, tested));
    outcome.set("test_accuracy_percent", accuracy);
    outcome.set("taught_images", tally.taught);
    outcome.set("learning_events", tally.pulses);
    outcome.set("cycles_mean", cycles_mean);
    outcome.set("cycles_max", (tally.timed > 0).then_some(tally.latency_max));
    outcome.set("interval_mean", interval_mean);
    outcome.set("learning_interval_mean", learning_interval_mean);
    let differences = report.diagnoses.len();
    outcome.set("compared", compared(report, spec, sight));
    outcome.set("differences", differences);
    outcome.set("weights_equal", weights_equal(report));
    let diagnoses: Vec<String> = report.diagnoses.iter().map(|d| d.to_string()).collect();
    outcome.set("diagnoses", diagnoses.clone());
    let rate = f64::from(report.num_images) / seconds.max(f64::MIN_POSITIVE);
    outcome.set("images_per_second", rate.round());
    outcome.set("seconds", seconds);
    let learned = match spec.learns() {
        true => format!(
            ", {} taught, {} learning events",
            tally.taught, tally.pulses
        ),
        false => String::new(),
    };
    outcome.line(format!(
        "compared {} images{learned}: {}, {seconds:.1} s",
        report.num_images,
        counted(differences as u64, "difference"),
    ));
    if let Some(cycles_mean) = cycles_mean {
        outcome.line(format!(
            "cycles an image: mean {cycles_mean:.1}, max {}",
            tally.latency_max
        ));
    }
    let intervals = [
        ("to infer", interval_mean),
        ("to learn", learning_interval_mean),
    ];
    for (what, interval) in intervals {
        if let Some(mean) = interval {
            outcome.line(format!("cycles between images {what}: mean {mean:.1}"));
        }
    }
    if let Some(accuracy) = accuracy {
        outcome.line(format!(
            "test accuracy {accuracy:.2} % ({correct} of {tested})"
        ));
    }
    let hardware = match sight {
        Sight::Inside => "RTL",
        Sight::Ports => "netlist",
    };
    outcome.failed = diagnoses.first().map(|first| {
        Error::Check(match differences {
            1 => format!("model and {hardware} differ: {first}"),
            _ => format!("model and {hardware} differ in {differences} places: {first}"),
        })
    });
}

/// Counters that are compared behind each image.
const NUM_COUNTERS: u64 = 6;

/// What was compared, and how much of it.
fn compared(report: &Report, spec: &Spec, sight: Sight) -> Vec<Value> {
    let (images, columns) = (u64::from(report.num_images), spec.columns as u64);
    let (neurons, second) = match spec.prototype() {
        None => ("spike counts and membranes of hidden neurons", NUM_CLASSES),
        Some(sizes) => (
            "accumulators of compartments",
            2 * sizes.num_compartments() + 1,
        ),
    };
    let parts = spec
        .prototype()
        .map_or(1, |sizes| sizes.num_compartments() as u64);
    let weights = (spec.array_rows() + second) as u64 * columns;
    let inside = match sight {
        Sight::Inside => images * columns * parts,
        Sight::Ports => 0,
    };
    let rows = [
        (
            match spec.learns() {
                true => "results: class, and whether taught",
                false => "results: class",
            },
            report.tally.results,
        ),
        (neurons, inside),
        (
            "learning events, by every word of weights written",
            report.tally.pulses,
        ),
        ("LFSR behind each image", images),
        ("counters behind each image", images * NUM_COUNTERS),
        ("latencies in cycles", report.tally.timed),
        ("weights in both memories at the end", weights),
    ];
    let rows = rows.into_iter().filter(|(_, count)| *count > 0);
    rows.map(|(what, count)| json!({"what": what, "count": count}))
        .collect()
}

/// Whether all weights agree; unknown where a run ended early for another reason.
fn weights_equal(report: &Report) -> Option<bool> {
    let in_weights = |field: &str| {
        ["w1", "w2", "neuron"]
            .iter()
            .any(|prefix| field.starts_with(prefix))
    };
    if report.passed() {
        Some(true)
    } else if report
        .diagnoses
        .iter()
        .any(|d| in_weights(&d.mismatch.field))
    {
        Some(false)
    } else {
        None
    }
}
