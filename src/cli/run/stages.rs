//! The stages of a run, one after the other; what each found is stored at once.

use super::pictures;
use crate::cli::generate::{self, Trained};
use crate::cli::interrupt;
use crate::cli::output::{Console, Outcome};
use crate::cli::report;
use crate::cli::synth::synthesize;
use crate::cli::train::{self, weights_path};
use crate::cli::verify::{Extras, Task, find_simulators, judged_by};
use crate::cli::weights::read_weights;
use crate::config::Settings;
use crate::data::Dataset;
use crate::golden::weights::{Saved, Stored};
use crate::report::{Parts, Run, Stage, State, is_part};
use crate::synth::{Target, find_yosys};
use crate::{Error, Result, files};
use serde::Serialize;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The page, and how names of signals begin, in the folder of the parts.
const PAGE: &str = "report.html";
const WAVES: &str = "waves.";

/// Limit for the synthesis.
const SYNTHESIS_SECONDS: u64 = 3600;

/// A run on its way.
pub struct Story<'a> {
    /// What is asked for.
    pub settings: &'a Settings,
    /// The images.
    pub dataset: &'a Dataset,
    /// Those that golden model and RTL see.
    pub compared: Cow<'a, Dataset>,
    /// Where progress is shown.
    pub console: &'a Console,
    folder: PathBuf,
    weights: PathBuf,
    about: Run,
    /// What was found, and the first failure; what is said of a stage is printed when it ends.
    outcome: Outcome,
}

/// What is asked for beside the settings.
#[derive(Clone, Copy, Debug)]
pub struct Wishes<'a> {
    /// What to synthesize for.
    pub target: Option<&'a Target>,
    /// Image whose signals are shown.
    pub around: Option<u32>,
    /// Seeds of the learning curve.
    pub seeds: u64,
    /// The training goes on where it was interrupted.
    pub resume: bool,
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
        let mut about = report::about(settings)?;
        about.data = dataset.name.clone();
        (about.train_images, about.test_images) =
            (dataset.train.len() as u64, dataset.test.len() as u64);
        let mut compared = Cow::Borrowed(dataset);
        if settings.data.is_speech() {
            let test = &mut compared.to_mut().test;
            *test = judged_by(settings, std::mem::take(test));
        }
        Ok(Story {
            settings,
            dataset,
            compared,
            console,
            folder,
            weights: weights_path(None, settings),
            about,
            outcome,
        })
    }

    /// What a run before has left is gone.
    pub fn begin(&mut self) -> Result<()> {
        clear(&self.folder)?;
        self.console.flush(&mut self.outcome)
    }

    /// Does it all. A stage that fails keeps no other from its work but those that need what it makes.
    ///
    /// # Errors
    /// [`Error::Interrupted`] alone; what fails otherwise is in the outcome.
    pub fn tell<N: Stored>(&mut self, wishes: Wishes) -> Result<()> {
        let weights = self.weights.clone();
        self.stage("encode", &[], |story, part| pictures::encode(story, part))?;
        self.stage("train", &[], |story, part| {
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
            job.train::<N>(wishes.resume && weights.exists(), part)?;
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
        let needed: &[&str] = if learns { &[] } else { &["train"] };
        self.stage("judge", &["train"], |story, part| {
            pictures::look::<N>(story, N::of(read_weights(&weights)?), wishes.seeds, part)
        })?;
        let trained =
            || -> Result<Option<Saved>> { (!learns).then(|| read_weights(&weights)).transpose() };
        self.stage("generate", needed, |story, part| {
            let of = |saved| Trained::of(&weights, saved, &story.settings.spec);
            let trained = trained()?.map(of).transpose()?;
            generate::write(story.settings, None, trained.as_ref(), story.console, part)?;
            Ok(Ended::Done(format!(
                "{} modules, {} lines of Verilog",
                part.json["modules"], part.json["verilog_lines"]
            )))
        })?;
        self.stage("verify", needed, |story, part| {
            story.verify::<N>(trained()?, wishes.around, part)
        })?;
        self.stage("raster", needed, |story, _| {
            pictures::raster::<N>(story, trained()?, story.shown(wishes.around))
        })?;
        self.stage("synthesize", &[], |story, part| {
            story.synthesize(wishes.target, part)
        })
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
        let waves = around.map(|image| (self.folder.join(WAVES.to_owned() + "vcd"), image));
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
                "left out, since it takes minutes: `--synth xc7` does it, with Yosys (`make setup` \
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

    /// The image whose spikes are shown: the one asked for, else a test image of the comparison.
    fn shown(&self, around: Option<u32>) -> u32 {
        let settings = self.settings.verify;
        let last = settings.train_images + settings.test_images.min(3);
        around.unwrap_or(last.saturating_sub(1) as u32)
    }

    /// The comparison of this run.
    pub fn task<'b>(&'b self, extras: &'b Extras) -> Task<'b> {
        Task {
            settings: self.settings,
            dataset: &self.compared,
            extras,
            console: self.console,
        }
    }

    /// One stage: what it found becomes a key of the outcome, and is printed. It is left out where one
    /// that it needs has not done its work.
    fn stage(
        &mut self,
        name: &str,
        needs: &[&str],
        work: impl FnOnce(&mut Self, &mut Outcome) -> Result<Ended>,
    ) -> Result<()> {
        interrupt::at_once(self.last_words(name))?;
        let begin = Instant::now();
        let mut part = Outcome::default();
        let lacks = |need: &&&str| !self.about.has_done(need);
        let ended = match needs.iter().find(lacks) {
            Some(need) => Ok(Ended::Skipped(format!(
                "stage `{need}` has made nothing for it"
            ))),
            None => work(self, &mut part),
        };
        let (state, says) = match ended {
            Ok(Ended::Done(says)) => (State::Done, says),
            Ok(Ended::Skipped(why)) => (State::Skipped, why),
            Err(error) => {
                part.failed = Some(error);
                (State::Failed, String::new())
            }
        };
        if interrupt::asked() || matches!(part.failed, Some(Error::Interrupted(_))) {
            return Err(Error::Interrupted(self.last_words(name)));
        }
        let (state, says) = match &part.failed {
            Some(error) => (State::Failed, error.to_string()),
            None => (state, says),
        };
        if state != State::Done {
            part.line(format!("{}: {says}", state.name()));
        }
        if !part.text.is_empty() {
            self.outcome.absorb(name, part);
        }
        self.about.stages.push(Stage {
            name: name.to_owned(),
            state,
            seconds: begin.elapsed().as_secs_f64(),
            says,
        });
        self.store("run", &self.about)?;
        self.console.flush(&mut self.outcome)
    }

    /// What is said where a signal ends stage `name`.
    fn last_words(&self, name: &str) -> String {
        let stages = self.about.stages.iter().map(|stage| stage.name.as_str());
        let behind = match stages.collect::<Vec<_>>().join(", ") {
            none if none.is_empty() => String::new(),
            stages => format!(
                ", behind {stages}: `spinloom report {}` shows them",
                self.folder.display()
            ),
        };
        format!(
            "interrupted in stage `{name}`{behind}; the same command with --resume goes on with the training in {}",
            self.weights.display()
        )
    }

    /// Writes a part of the page, marked with the run that it is of.
    pub fn store(&self, name: &str, part: &impl Serialize) -> Result<()> {
        let path = self.folder.join(name).with_extension("json");
        let mut part = report::object(part)?;
        self.about.mark(&mut part);
        let text = serde_json::to_vec(&part).map_err(|fault| Error::Design(fault.to_string()))?;
        files::replace(&path, |out| out.write_all(&text))
    }

    /// The page, and what is said of it all.
    pub fn end(mut self) -> Outcome {
        self.outcome.set("stages", json!(self.about.stages));
        self.outcome.line("");
        let written = Parts::read(&self.folder)
            .and_then(|parts| report::write(&parts, &self.folder.join(PAGE), &mut self.outcome));
        self.outcome.failed = self.outcome.failed.or(written.err());
        self.outcome
    }
}

/// Removes what a run before has left in the folder of the parts.
fn clear(folder: &Path) -> Result<()> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::io(folder)(error)),
    };
    for entry in entries {
        let path = entry.map_err(Error::io(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let part = name.strip_suffix(".json");
        if name == PAGE || name.starts_with(WAVES) || part.is_some_and(is_part) {
            std::fs::remove_file(&path).map_err(Error::io(&path))?;
        }
    }
    Ok(())
}
