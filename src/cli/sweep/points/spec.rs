//! The file that describes a sweep, and the points that it spans.

use super::flags;
use crate::cli::dataset;
use crate::config::{DataChoice, Settings, read_table};
use crate::report::plain;
use crate::{Error, Result, files};
use serde::Deserialize;
use serde_json::Value as Json;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// The axis that tables take the mean over.
pub const SEED: &str = "seed";
/// Most points.
const MAX_POINTS: usize = 100_000;
/// Sweeps of this program, each with a folder of that name.
const NAMES: [&str; 5] = ["area", "mask", "robustness", "speech", "stdp"];
/// Commands that a sweep may call.
const COMMANDS: [&str; 3] = ["train", "verify", "synth"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default = "train")]
    command: String,
    #[serde(default)]
    flags: Vec<String>,
    #[serde(default = "accuracy")]
    measure: Vec<String>,
    #[serde(default)]
    base: Table,
    axes: Table,
}

fn train() -> String {
    COMMANDS[0].into()
}

fn accuracy() -> Vec<String> {
    vec!["test_accuracy_percent".into()]
}

/// A sweep: one command at every combination of the values of its axes.
#[derive(Debug)]
pub struct Spec {
    /// Of its file, without the ending.
    pub name: String,
    /// What is called.
    pub command: String,
    /// Flags that are no settings.
    pub flags: Vec<String>,
    /// Keys of the object that the command prints with `--json`; a dot goes into an object.
    pub measures: Vec<String>,
    /// Keys of the configuration, sorted.
    pub axes: Vec<String>,
    /// The combinations; the last axis runs fastest.
    pub points: Vec<Point>,
}

/// A combination of values.
#[derive(Debug)]
pub struct Point {
    /// A value of each axis.
    pub values: Vec<Json>,
    /// The configuration.
    pub config: Table,
    /// Where its images are from.
    data: DataChoice,
}

impl Spec {
    /// Reads and checks a file, every point included.
    ///
    /// # Errors
    /// [`Error::Io`], [`Error::File`], [`Error::Input`] with the first point that is no job.
    pub fn read(path: &Path) -> Result<Self> {
        if !path.exists() {
            let what = format!(
                "is not there: give a file SPEC.toml, or {}",
                NAMES.join(", ")
            );
            return Err(Error::file(path, what));
        }
        let fault = |what: String| Error::file(path, what);
        let file: File = read_table(path)?
            .try_into()
            .map_err(|e: toml::de::Error| fault(e.message().to_owned()))?;
        if !COMMANDS.contains(&file.command.as_str()) {
            return Err(fault(format!(
                "`command = {}`: give {}",
                file.command,
                COMMANDS.join(", ")
            )));
        }
        let mut axes = Vec::new();
        flatten("", file.axes, &mut axes).map_err(fault)?;
        let count = axes.iter().map(|(_, values)| values.len());
        let count = count.fold(1, usize::saturating_mul);
        if count > MAX_POINTS {
            return Err(fault(format!(
                "`axes` span {count} points: make it {MAX_POINTS} at most"
            )));
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        if NAMES.contains(&stem.as_ref()) {
            let what = format!(
                "has the name of `spinloom sweep {stem}`, which keeps its findings under it: rename the file"
            );
            return Err(fault(what));
        }
        let keys: Vec<String> = axes.iter().map(|(key, _)| key.clone()).collect();
        let mut base = file.base;
        for (key, value) in flags::settings(&file.command, &file.flags, &keys)? {
            base.insert(key.into(), value.into());
        }
        let mut spec = Spec {
            name: stem.into_owned(),
            command: file.command,
            flags: file.flags,
            measures: file.measure,
            axes: keys,
            points: vec![Point {
                values: Vec::new(),
                config: base,
                data: DataChoice::Auto,
            }],
        };
        for (key, values) in &axes {
            let spread = |point: &Point| -> Result<Vec<Point>> {
                let with = |value| point.with(key, value).map_err(fault);
                values.iter().map(with).collect()
            };
            let points: Result<Vec<_>> = spec.points.iter().map(spread).collect();
            spec.points = points?.into_iter().flatten().collect();
        }
        for at in 0..spec.points.len() {
            let point = &spec.points[at];
            if point.config.contains_key("out") {
                return Err(fault("`out` is the sweep's: give --out DIR to it".into()));
            }
            let name = format!("{}: at {}", path.display(), spec.named(point));
            let settings = Settings::of_table(&name, &point.config).map_err(|error| {
                // once, also before a fault that has it
                let said = error.to_string().replace(&format!("{name}: "), "");
                Error::Input(format!("{name}: {said}"))
            })?;
            spec.points[at].data = settings.data;
        }
        Ok(spec)
    }

    /// A point in words.
    pub fn named(&self, point: &Point) -> String {
        let pairs = self.axes.iter().zip(&point.values);
        let pairs = pairs.map(|(key, value)| format!("{key}={}", plain(value)));
        pairs.collect::<Vec<_>>().join(", ")
    }

    /// Checks once, before any job, that the images of every point are here.
    ///
    /// # Errors
    /// [`Error::Input`].
    pub fn check_data(&self) -> Result<()> {
        if self.command == COMMANDS[2] {
            return Ok(());
        }
        self.points
            .iter()
            .try_for_each(|point| dataset::find(&point.data).map(drop))
    }

    /// What a point's job is known by: it, its device file, whose images there are and the program
    /// decide what is found.
    ///
    /// # Errors
    /// [`Error::Io`] where the device file cannot be read.
    pub fn key(&self, point: &Point, program: &str) -> Result<String> {
        let device = match point.config.get("device").and_then(Value::as_str) {
            Some(path) => std::fs::read(path).map_err(Error::io(PathBuf::from(path)))?,
            None => Vec::new(),
        };
        let drawn = point.data == DataChoice::Auto && dataset::find(&point.data)?.is_none();
        let all = (
            program,
            &self.command,
            &self.flags,
            &point.config,
            device,
            drawn,
        );
        let mut key = files::hex_digest(format!("{all:?}").as_bytes());
        key.truncate(16);
        Ok(key)
    }
}

impl Point {
    /// With one value more; `key` may name a table and a key of it.
    fn with(&self, key: &str, value: &Value) -> std::result::Result<Point, String> {
        let mut config = self.config.clone();
        let (table, name) = match key.split_once('.') {
            None => (&mut config, key),
            Some((section, name)) => {
                let section = section.to_owned();
                let table = config
                    .entry(section.clone())
                    .or_insert_with(|| Table::new().into());
                let table = table
                    .as_table_mut()
                    .ok_or_else(|| format!("`base.{section}` is no table, but `{key}` an axis"))?;
                (table, name)
            }
        };
        table.insert(name.to_owned(), value.clone());
        let mut values = self.values.clone();
        values.push(serde_json::to_value(value).map_err(|error| error.to_string())?);
        let data = self.data.clone();
        Ok(Point {
            values,
            config,
            data,
        })
    }
}

/// Axes by full name; a table holds axes of its keys.
fn flatten(
    prefix: &str,
    table: Table,
    axes: &mut Vec<(String, Vec<Value>)>,
) -> std::result::Result<(), String> {
    for (key, value) in table {
        let key = format!("{prefix}{key}");
        match value {
            Value::Table(inner) => flatten(&format!("{key}."), inner, axes)?,
            Value::Array(values) if !values.is_empty() => {
                let twice = (1..values.len()).find(|&at| values[..at].contains(&values[at]));
                if let Some(at) = twice {
                    return Err(format!("`axes.{key}` has {} twice", values[at]));
                }
                axes.push((key, values));
            }
            other => return Err(format!("`axes.{key} = {other}` is no list of values")),
        }
    }
    Ok(())
}
