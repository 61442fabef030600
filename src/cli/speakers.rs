//! `train --split speakers`: each speaker is left out once, and judged by.

use super::dataset;
use super::output::{Console, Outcome};
use super::train::Job;
use crate::Result;
use crate::config::Settings;
use crate::golden::eval::Spread;
use crate::golden::{Network, Prototype};
use crate::spec::Scheme;
use crate::spec::speech::Split;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// Trains without each speaker in turn, with weights of its own.
///
/// # Errors
/// As a training.
pub fn train(
    settings: &Settings,
    path: &Path,
    is_resumed: bool,
    console: &Console,
    outcome: &mut Outcome,
) -> Result<()> {
    let recordings = dataset::recordings(settings, console, outcome)?;
    let mut accuracies = Map::new();
    let mut lines = Vec::new();
    for speaker in recordings.speakers() {
        let settings = Settings {
            split: Split::Speaker(speaker.to_owned()),
            ..settings.clone()
        };
        let dataset = dataset::spoken(&recordings, &settings, None)?;
        let path = beside(path, speaker);
        let job = Job {
            settings: &settings,
            dataset: &dataset,
            path: &path,
            energy: false,
            console,
        };
        let mut part = Outcome::default();
        let resume = is_resumed && path.exists();
        match settings.spec.scheme {
            Scheme::Modulated => job.train::<Network>(resume, &mut part)?,
            Scheme::Prototype(_) => job.train::<Prototype>(resume, &mut part)?,
        }
        let found = &part.json["test_accuracy_percent"];
        let accuracy = found.as_f64().unwrap_or(f64::NAN);
        lines.push(format!("{speaker:15} {accuracy:6.2} %"));
        accuracies.insert(speaker.to_owned(), accuracy.into());
        outcome.absorb(speaker, part);
    }
    let found = Spread::of(accuracies.values().filter_map(Value::as_f64));
    outcome.line("\nwithout");
    lines.iter().for_each(|line| outcome.line(line));
    outcome.line(format!(
        "speakers left out: mean {:.2} %, {:.2} to {:.2}",
        found.mean, found.least, found.most
    ));
    outcome.set("data", recordings.name(&settings.split));
    outcome.set("speakers", accuracies);
    outcome.set("test_accuracy_percent", found.mean);
    outcome.set("worst_accuracy_percent", found.least);
    Ok(())
}

/// `NAME_SPEAKER.spin` beside `NAME.spin`.
fn beside(path: &Path, speaker: &str) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path
        .extension()
        .map_or("spin".into(), |e| e.to_string_lossy());
    path.with_file_name(format!("{stem}_{speaker}.{extension}"))
}
