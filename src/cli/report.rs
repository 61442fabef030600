//! `report`: the page of a run.

use super::generate::design;
use super::output::Outcome;
use crate::config::{DataChoice, Settings};
use crate::data::mnist;
use crate::golden::Model;
use crate::report::{Parts, Run, page, shell_word};
use crate::{Error, Result, files};
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// Make one HTML page of stored results: the parts of `run`, and what --json prints
///
/// The page needs no other file, no network and no JavaScript. Parts are files DIR/NAME.json: `run` writes
/// its own, and `spinloom sweep robustness --json > DIR/robustness.json`, likewise `synth`, `verify` and
/// `train`, adds or replaces one.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  spinloom report build/run --to page.html")]
pub struct Args {
    /// Folder of the parts
    #[arg(value_name = "DIR", default_value = "build/run")]
    folder: PathBuf,
    /// File for the page [default: DIR/report.html]
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

pub fn run(args: &Args) -> Result<Outcome> {
    let mut outcome = Outcome::default();
    let path = match &args.to {
        Some(path) => path.clone(),
        None => args.folder.join("report.html"),
    };
    write(&Parts::read(&args.folder)?, &path, &mut outcome)?;
    Ok(outcome)
}

/// Writes the page of `parts`, and says so.
pub fn write(parts: &Parts, path: &Path, outcome: &mut Outcome) -> Result<()> {
    let page = page(parts)?;
    files::replace(path, |out| out.write_all(page.as_bytes()))?;
    outcome.set("report", path.display().to_string());
    outcome.set("report_bytes", page.len());
    outcome.line(format!("report: {}", path.display()));
    if parts.lacks_run() {
        outcome.line("no `run.json`: the parts may be of different runs");
    }
    let others: Vec<String> = parts.others().collect();
    others.iter().for_each(|other| outcome.line(other));
    outcome.set("left_out", others);
    Ok(())
}

/// What `train` found out, as a page.
pub fn of_training(settings: &Settings, path: &Path, outcome: &mut Outcome) -> Result<()> {
    let mut parts = Parts::new(settings.out.join("build/run").display().to_string());
    let mut run = about(settings)?;
    let text = |key: &str| {
        outcome
            .json
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let count = |key: &str| {
        outcome
            .json
            .get(key)
            .and_then(Value::as_u64)
            .unwrap_or_default()
    };
    run.data = text("data").to_owned();
    (run.train_images, run.test_images) = (count("train_images"), count("test_images"));
    run.test_accuracy_percent = outcome
        .json
        .get("test_accuracy_percent")
        .and_then(Value::as_f64);
    parts.insert("run", object(&run)?);
    parts.insert("train", outcome.json.clone());
    write(&parts, path, outcome)
}

/// What the settings say of a run.
pub fn about(settings: &Settings) -> Result<Run> {
    let spec = &settings.spec;
    let arguments = std::env::args().skip(1);
    let arguments = arguments.filter(|flag| flag != "--resume");
    let arguments: Vec<String> = arguments.map(|word| shell_word(&word)).collect();
    // where the files go makes no other run
    let identity = Settings {
        out: PathBuf::new(),
        ..settings.clone()
    };
    let name = spec.default_name();
    let core = design(settings, &name, &Model::start(spec, settings.seed)?, None).command();
    let device = settings.device.as_ref();
    let device = device.map_or_else(String::new, |path| {
        format!(" --device {}", shell_word(&path.to_string_lossy()))
    });
    Ok(Run {
        command: format!("spinloom {}", arguments.join(" ")),
        identity: files::hex_digest(format!("{identity:?}").as_bytes()),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        flags: core.trim_start_matches("spinloom generate ").to_owned() + &device,
        array: format!("{}x{}", spec.rows, spec.columns),
        lanes: spec.lanes as u64,
        learns: spec.learns(),
        device: settings
            .device
            .as_ref()
            .map(|path| path.display().to_string()),
        scheme: spec.scheme.name().to_owned(),
        code: super::dataset::encoder(settings).code.name().to_owned(),
        data_flag: data_flag(settings),
        seed: settings.seed,
        epochs: settings.train.epochs.into(),
        ..Run::default()
    })
}

/// How `--data` asks for the images, with the split of spoken digits.
fn data_flag(settings: &Settings) -> String {
    let of = |name: &str, folder: &Option<PathBuf>| match folder {
        Some(folder) => shell_word(&format!("{name}:{}", folder.display())),
        None => name.to_owned(),
    };
    match &settings.data {
        DataChoice::Auto if mnist::find(None).is_none() => "embedded".to_owned(),
        DataChoice::Auto => "mnist".to_owned(),
        DataChoice::Embedded => "embedded".to_owned(),
        DataChoice::Mnist(folder) => of("mnist", folder),
        DataChoice::Speech(corpus, folder) => {
            let oh = if settings.oh { " --oh" } else { "" };
            format!(
                "{} --split {}{oh}",
                of(corpus.name(), folder),
                settings.split
            )
        }
    }
}

/// A part as an object.
pub fn object(part: &impl serde::Serialize) -> Result<Map<String, Value>> {
    match serde_json::to_value(part) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(Error::Design("a part of the report is no object".into())),
        Err(fault) => Err(Error::Design(fault.to_string())),
    }
}
