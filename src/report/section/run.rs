//! What was run, and what runs it again.

use super::{Confusion, Curve, Curves, Encoded, Fields, Raster, Section, Types, Work};
use super::{check::Check, synthesis::Synthesis};
use crate::Result;
use crate::report::chart::number;
use crate::report::parts::{Parts, plain};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// How a stage ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// As it should.
    Done,
    /// It found a fault.
    Failed,
    /// It did not begin.
    Skipped,
}

impl State {
    /// As printed.
    pub fn name(self) -> &'static str {
        match self {
            State::Done => "done",
            State::Failed => "failed",
            State::Skipped => "skipped",
        }
    }
}

/// The stages of a run, and the parts that each makes.
const MAKERS: [(&str, &[&str]); 6] = [
    ("encode", &[Curves::PART, Types::PART, Encoded::PART]),
    ("train", &["train"]),
    (
        "judge",
        &[Curve::PART, Confusion::PART, Work::PART, Fields::PART],
    ),
    ("verify", &[Check::PART, "wave"]),
    ("raster", &[Raster::PART]),
    ("synthesize", &[Synthesis::PART]),
];

/// True for a part that a run makes.
pub fn is_part(name: &str) -> bool {
    name == Run::PART || MAKERS.iter().any(|(_, parts)| parts.contains(&name))
}

/// A stage of the run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Stage {
    /// Its name.
    pub name: String,
    /// How it ended.
    pub state: State,
    /// How long it took.
    pub seconds: f64,
    /// What came of it, or why it was skipped, with the remedy.
    pub says: String,
}

/// The run as a whole.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Run {
    /// Makes all this again.
    pub command: String,
    /// Digest of all settings and images; parts of other commands have none.
    pub identity: String,
    /// Of this program.
    pub version: String,
    /// Flags that name the core.
    pub flags: String,
    /// Rows and columns.
    pub array: String,
    /// Columns served at once.
    pub lanes: u64,
    /// The core learns.
    pub learns: bool,
    /// The junctions' file; none: assumed ones.
    pub device: Option<String>,
    /// Scheme of learning.
    pub scheme: String,
    /// Images.
    pub data: String,
    /// How `--data` asks for them, and what belongs to it.
    pub data_flag: String,
    /// How they become events.
    pub code: String,
    /// Seed of every random stream.
    pub seed: u64,
    /// Images to learn from.
    pub train_images: u64,
    /// Passes over them.
    pub epochs: u64,
    /// Images to be judged by.
    pub test_images: u64,
    /// Of these, in their class.
    pub test_accuracy_percent: Option<f64>,
    /// What was done.
    pub stages: Vec<Stage>,
}

impl Section for Run {
    const PART: &'static str = "run";
    const ID: &'static str = "run";
    const TITLE: &'static str = "The run";
    const MISSING: [&'static str; 2] = [
        "No run was stored here: the parts of the page may be of different runs.",
        "spinloom run",
    ];

    fn show(&self, parts: &Parts) -> Result<Option<Markup>> {
        Ok(Some(html! {
            p { "This command makes it again, bit for bit:" }
            (crate::report::command(&self.command))
            @if !self.stages.is_empty() { (self.stages()) }
            (super::table(&["Setting", "Value"], &self.settings(super::thing(parts)?)))
        }))
    }
}

impl Run {
    /// A stage has done its work.
    pub fn has_done(&self, name: &str) -> bool {
        let mut stages = self.stages.iter();
        stages.any(|stage| stage.name == name && stage.state == State::Done)
    }

    /// Why the stage that makes a part has not made it.
    pub fn lacks(&self, part: &str) -> Option<String> {
        let maker = MAKERS.iter().find(|(_, parts)| parts.contains(&part))?.0;
        let stage = self.stages.iter().find(|stage| stage.name == maker)?;
        let state = match stage.state {
            State::Done => return None,
            State::Failed => "failed",
            State::Skipped => "was skipped",
        };
        Some(format!(
            "Stage `{maker}` {state}: {}.",
            stage.says.trim_end_matches('.')
        ))
    }

    /// What a part says of the run that it is of: of the core where it is the hardware's.
    fn marks(&self, name: &str) -> Vec<(&'static str, Value)> {
        let mut marks = vec![
            ("array", json!(self.array)),
            ("scheme", json!(self.scheme)),
            ("data", json!(self.data)),
            ("seed", json!(self.seed)),
            ("device", json!(self.device)),
            ("code", json!(self.code)),
            ("epochs", json!(self.epochs)),
        ];
        if ["verify", "synth"].contains(&name) {
            marks.push(("lanes", json!(self.lanes)));
            marks.push(("learns", json!(self.learns)));
        }
        marks
    }

    /// Puts into a part what it does not say itself.
    pub fn mark(&self, part: &mut Map<String, Value>) {
        for (key, value) in self.marks("") {
            part.entry(key).or_insert(value);
        }
        part.insert("identity".into(), json!(self.identity));
    }

    /// Where part `name` says that it is of another run: `array 64x20, not 784x100`.
    pub fn other(&self, name: &str, part: &Map<String, Value>) -> Option<String> {
        let word = |value: &Value| match value {
            Value::Null => "none".to_owned(),
            value => plain(value),
        };
        let marks = self.marks(name).into_iter();
        let others = marks.filter_map(|(key, here)| {
            let there = part.get(key)?;
            (*there != here).then(|| format!("{key} {}, not {}", word(there), word(&here)))
        });
        let others: Vec<_> = others.collect();
        let identity = part.get("identity").and_then(Value::as_str);
        match (others.is_empty(), identity) {
            (false, _) => Some(others.join(", ")),
            (true, Some(identity)) if identity != self.identity => Some("other settings".into()),
            (true, _) => None,
        }
    }

    /// The heading of the page.
    pub fn title(&self) -> String {
        format!(
            "{} core, scheme \u{201c}{}\u{201d}, on {}",
            self.array, self.scheme, self.data
        )
    }

    fn settings(&self, thing: &str) -> Vec<Vec<String>> {
        let [training, test] = ["Training", "Test"].map(|of| format!("{of} {thing}s"));
        let count = |count: u64| number(count as f64, 0);
        let rows = [
            ("Array, rows x columns", self.array.clone()),
            ("Lanes", count(self.lanes)),
            (
                "Learns on the chip",
                if self.learns { "yes" } else { "no" }.to_owned(),
            ),
            ("Code", self.code.clone()),
            (training.as_str(), count(self.train_images)),
            ("Epochs", count(self.epochs)),
            (test.as_str(), count(self.test_images)),
            ("Seed", self.seed.to_string()),
            ("spinloom", self.version.clone()),
        ];
        let row = |(name, value): (&str, String)| vec![name.to_owned(), value];
        rows.map(row)
            .into_iter()
            .filter(|row| !row[1].is_empty())
            .collect()
    }

    fn stages(&self) -> Markup {
        html! {
            div class="scroll" { table {
                thead { tr {
                    th { "Stage" } th { "State" } th class="number" { "Seconds" }
                    th { "What came of it" }
                } }
                tbody { @for stage in &self.stages { tr {
                    th scope="row" { (stage.name) }
                    td class={ "state " (stage.state.name()) } { (stage.state.name()) }
                    td class="number" {
                        @if stage.state == State::Skipped { "\u{2013}" }
                        @else { (number(stage.seconds, 2)) }
                    }
                    td class="wide" { (super::words(&stage.says)) }
                } } }
            } }
        }
    }
}
