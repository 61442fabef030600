//! A job: a configuration file, a command line, a result.

use super::flags;
use super::spec::{Point, Spec};
use crate::cli::output::Console;
use crate::cli::sweep::kept::{before, kept};
use crate::cli::{Cli, Command};
use crate::{Error, Result, files};
use clap::Parser;
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// The object that the command of a job prints.
pub type Found = Map<String, Value>;

/// One point's job.
pub struct Job<'a> {
    /// What it is known by, also in another run.
    pub key: String,
    spec: &'a Spec,
    point: &'a Point,
    folder: &'a Path,
}

impl<'a> Job<'a> {
    /// Checks the command line, writes nothing.
    pub fn new(spec: &'a Spec, point: &'a Point, folder: &'a Path, program: &str) -> Result<Self> {
        let key = spec.key(point, program)?;
        let job = Job {
            key,
            spec,
            point,
            folder,
        };
        job.command()?;
        Ok(job)
    }

    /// The values of the axes.
    pub fn point(&self) -> Map<String, Value> {
        let pairs = self.spec.axes.iter().zip(&self.point.values);
        pairs
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect()
    }

    /// For people.
    pub fn shown(&self) -> String {
        format!("{} ({})", self.key, self.spec.named(self.point))
    }

    fn config(&self) -> PathBuf {
        self.folder.join("jobs").join(format!("{}.toml", self.key))
    }

    /// Where what it finds is kept.
    pub fn result(&self) -> PathBuf {
        self.folder
            .join("results")
            .join(format!("{}.json", self.key))
    }

    fn work_dir(&self) -> PathBuf {
        self.folder.join("work").join(&self.key)
    }

    /// Writes the configuration file.
    pub fn write(&self) -> Result<()> {
        let mut config = self.point.config.clone();
        let out = self.work_dir().display().to_string();
        config.insert("out".into(), out.into());
        let text = format!("# {}\n{config}", self.spec.named(self.point));
        files::replace(&self.config(), |out| out.write_all(text.as_bytes()))
    }

    fn arguments(&self) -> Vec<String> {
        let mut all = vec![self.spec.command.clone(), "--config".into()];
        all.push(self.config().display().to_string());
        if self.spec.command == "train" {
            all.push("--weights".into());
            all.push(self.weights().display().to_string());
        }
        all.extend(self.spec.flags.iter().cloned());
        all
    }

    /// Weights and state, also of a training that was broken off.
    fn weights(&self) -> PathBuf {
        self.work_dir().join("weights.spin")
    }

    /// What a shell would be told.
    pub fn command_line(&self) -> String {
        format!("spinloom {}", self.arguments().join(" "))
    }

    fn command(&self) -> Result<Command> {
        let mut arguments = self.arguments();
        if self.spec.command == "train" {
            arguments.push("--resume".into());
        }
        let all = std::iter::once("spinloom".to_owned()).chain(arguments);
        let parsed = Cli::try_parse_from(all).map_err(flags::bad)?;
        Ok(parsed.command)
    }

    /// What was found before; none where the job is still to be done.
    pub fn before(&self) -> Option<Found> {
        before(&self.result(), &self.key)
    }

    /// What was found, now or before, in so many threads.
    ///
    /// # Errors
    /// Those of the command.
    pub fn find(&self, threads: usize) -> Result<Found> {
        kept(&self.result(), self.key.clone(), || {
            let command = self.command()?;
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
            let pool = pool.build().map_err(|e| Error::Design(e.to_string()))?;
            let outcome = pool.install(|| command.run(&Console::new(true, true)))?;
            let mut found = outcome.json;
            let failed = outcome.failed.map(|error| error.to_string());
            found.insert("failed".into(), failed.into());
            Ok(found)
        })
    }

    /// Looks for the measures in what was found.
    ///
    /// # Errors
    /// As [`measured`].
    pub fn check(&self, found: &Found) -> Result<()> {
        let mut measures = self.spec.measures.iter();
        let checked = measures.try_for_each(|measure| measured(found, measure).map(drop));
        checked.map_err(|error| error.within(self.shown()))
    }
}

/// Why the check of a job failed.
pub fn failed(found: &Found) -> Option<&str> {
    found.get("failed").and_then(Value::as_str)
}

/// A measure of what was found; null where a check failed before it.
///
/// # Errors
/// [`Error::Input`] where there is no such key; it names those that are.
pub fn measured<'a>(found: &'a Found, measure: &str) -> Result<&'a Value> {
    let mut parts = measure.split('.');
    let first = parts.next().and_then(|key| found.get(key));
    let value = parts.fold(first, |value, key| value.and_then(|value| value.get(key)));
    let value = value.or(failed(found).map(|_| &Value::Null));
    value.ok_or_else(|| {
        let keys: Vec<&str> = found.keys().map(String::as_str).collect();
        Error::Input(format!(
            "`measure` has `{measure}`, which is not found: give some of {}",
            keys.join(", ")
        ))
    })
}
