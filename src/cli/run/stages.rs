//! The stages of a run, one after the other; what each found is stored at once.

use super::pictures;
use crate::cli::generate;
use crate::cli::output::{Console, Outcome};
use crate::cli::report;
use crate::cli::synth::synthesize;
use crate::cli::train::{self, weights_path};
use crate::cli::verify::{Extras, Task, find_simulators};
use crate::cli::weights::read_weights;
use crate::config::Settings;
use crate::data::Dataset;
use crate::golden::weights::{Saved, Stored};
use crate::report::{Parts, Run, Stage, State};
use crate::synth::{Target, find_yosys};
use crate::{Error, Result, files};
use serde::Serialize;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Parts that a run makes; those of a run before it are gone.
const PARTS: [&str; 13] = [
    "confusion",
    "curve",
    "device",
    "encoder",
    "fields",
    "raster",
    "run",
    "synth",
    "train",
    "types",
    "verify",
    "wave",
    "work",
];

/// Limit for the synthesis.
const SYNTHESIS_SECONDS: u64 = 3600;

/// A run on its way.
pub struct Story<'a> {
    /// What is asked for.
    pub settings: &'a Settings,
    /// The images.
    pub dataset: &'a Dataset,
    /// Where progress is shown.
    pub console: &'a Console,
    folder: PathBuf,
    about: Run,
    outcome: Outcome,
    /// A tool failed; the stages behind it went on.
    fault: Option<Error>,
}

/// How a stage that did not fail ended.
pub enum Ended {
    /// In a sentence.
    Done(String),
    /// Why it did not begin, and the remedy.
    Skipped(String),
}

impl<'a> Story<'a> {
    /// Nothing is done yet.
    pub fn new(
        settings: &'a Settings,
        dataset: &'a Dataset,
        console: &'a Console,
        outcome: Outcome,
    ) -> Result<Self> {
        let folder = settings.out.join("build").join("run");
        for part in PARTS {
            let path = folder.join(part).with_extension("json");
            if path.exists() {
                std::fs::remove_file(&path).map_err(Error::io(&path))?;
            }
        }
        let mut about = report::about(settings)?;
        about.data = dataset.name.clone();
        (about.train_images, about.test_images) =
            (dataset.train.len() as u64, dataset.test.len() as u64);
        Ok(Story {
            settings,
            dataset,
            console,
            folder,
            about,
            outcome,
            fault: None,
        })
    }

    /// Does it all.
    pub fn tell<N: Stored>(
        &mut self,
        target: Option<&Target>,
        around: Option<u32>,
        seeds: u64,
    ) -> Result<()> {
        let weights = weights_path(None, self.settings);
        self.stage("encode", |story, part| pictures::encode(story, part))?;
        self.stage("train", |story, part| {
            let learning = Settings {
                spec: story.settings.spec.clone().with_learning(),
                ..story.settings.clone()
            };
            let job = train::Job {
                settings: &learning,
                dataset: story.dataset,
                path: &weights,
                energy: true,
                console: story.console,
            };
            job.train::<N>(false, part)?;
            let accuracy = part
                .json
                .get("test_accuracy_percent")
                .and_then(Value::as_f64);
            story.about.test_accuracy_percent = accuracy;
            story.store("train", &part.json)?;
            Ok(Ended::Done(format!(
                "test accuracy {:.2} %",
                accuracy.unwrap_or(f64::NAN)
            )))
        })?;
        // what cannot learn is verified with what was learned
        let learns = self.settings.spec.learns();
        self.stage("judge", |story, part| {
            pictures::look::<N>(story, N::of(read_weights(&weights)?), seeds, part)
        })?;
        let trained = move || -> Result<Option<Saved>> {
            (!learns).then(|| read_weights(&weights)).transpose()
        };
        self.stage("generate", |story, part| {
            generate::write(story.settings, None, None, story.console, part)?;
            Ok(Ended::Done(format!(
                "{} modules, {} lines of Verilog",
                part.json["modules"], part.json["verilog_lines"]
            )))
        })?;
        self.stage("verify", |story, part| {
            story.verify::<N>(trained()?, around, part)
        })?;
        self.stage("raster", |story, _| {
            pictures::raster::<N>(story, trained()?, around)
        })?;
        self.stage("synthesize", |story, part| story.synthesize(target, part))
    }

    fn verify<N: Stored>(
        &mut self,
        trained: Option<Saved>,
        around: Option<u32>,
        part: &mut Outcome,
    ) -> Result<Ended> {
        if let Err(Error::Tool(missing)) = find_simulators(self.settings) {
            return Ok(Ended::Skipped(missing));
        }
        let waves = around.map(|image| (self.folder.join("waves.vcd"), image));
        let extras = Extras::of_waves(waves.clone());
        self.task(&extras).begin::<N>(trained, part)?;
        self.store("verify", &part.json)?;
        if let Some((path, image)) = &waves {
            pictures::wave(self, path, *image)?;
        }
        let images = part.json["train_images"].as_u64().unwrap_or(0)
            + part.json["test_images"].as_u64().unwrap_or(0);
        Ok(Ended::Done(format!(
            "{images} images compared, {} differences",
            part.json["differences"]
        )))
    }

    fn synthesize(&mut self, target: Option<&Target>, part: &mut Outcome) -> Result<Ended> {
        let Some(target) = target else {
            return Ok(Ended::Skipped(
                "left out to stay below a minute: `--synth xc7` does it, with Yosys (`make setup` \
                 installs it)"
                    .into(),
            ));
        };
        if let Err(Error::Tool(missing)) = find_yosys() {
            return Ok(Ended::Skipped(missing));
        }
        let timeout = Duration::from_secs(SYNTHESIS_SECONDS);
        let (settings, console) = (self.settings, self.console);
        synthesize(settings, target, &[], None, timeout, console, part)?;
        self.store("synth", &part.json)?;
        Ok(Ended::Done(format!(
            "{}: {} LUT, {} FF",
            target.name(),
            part.json["lut"],
            part.json["ff"]
        )))
    }

    /// The comparison of this run.
    pub fn task<'b>(&'b self, extras: &'b Extras) -> Task<'b> {
        Task {
            settings: self.settings,
            dataset: self.dataset,
            extras,
            console: self.console,
        }
    }

    /// One stage: what it found becomes a key of the outcome.
    fn stage(
        &mut self,
        name: &str,
        work: impl FnOnce(&mut Self, &mut Outcome) -> Result<Ended>,
    ) -> Result<()> {
        let begin = Instant::now();
        let mut part = Outcome::default();
        let (state, says) = match work(self, &mut part) {
            Ok(Ended::Done(_)) if part.failed.is_some() => {
                (State::Failed, part.failed.clone().unwrap_or_default())
            }
            Ok(Ended::Done(says)) => (State::Done, says),
            Ok(Ended::Skipped(why)) => (State::Skipped, why),
            Err(Error::Tool(what)) => {
                self.fault.get_or_insert(Error::Tool(what.clone()));
                (State::Failed, what)
            }
            Err(error) => return Err(error),
        };
        if state == State::Skipped {
            part.line(format!("skipped: {says}"));
        }
        if !part.text.is_empty() {
            self.outcome.absorb(name, part);
        }
        let seconds = begin.elapsed().as_secs_f64();
        self.about.stages.push(Stage {
            name: name.to_owned(),
            state,
            seconds,
            says,
        });
        Ok(())
    }

    /// Writes a part of the page.
    pub fn store(&self, name: &str, part: &impl Serialize) -> Result<()> {
        let path = self.folder.join(name).with_extension("json");
        let text = serde_json::to_vec(part).map_err(|fault| Error::Design(fault.to_string()))?;
        files::replace(&path, |out| out.write_all(&text))
    }

    /// The page, and what is said of it all.
    pub fn end(mut self) -> Result<(Outcome, Option<Error>)> {
        self.store("run", &self.about)?;
        self.outcome.set("stages", json!(self.about.stages));
        self.outcome.line("");
        let path = self.folder.join("report.html");
        report::write(&Parts::read(&self.folder)?, &path, &mut self.outcome)?;
        Ok((self.outcome, self.fault))
    }
}
