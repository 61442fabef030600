//! `run`: the whole story, and its page.

mod pictures;
mod stages;

use super::dataset;
use super::flags::{Comparison, Images, Shared, SplitFlags, Training, describe};
use super::generate::has_rtl;
use super::output::{Console, Outcome};
use super::verify::Extras;
use crate::Result;
use crate::config::Settings;
use crate::data::{Dataset, embedded};
use crate::golden::weights::Stored;
use crate::golden::{Network, Prototype};
use crate::spec::Scheme;
use crate::synth::Target;
use serde_json::Value;
use stages::{Story, Wishes};
use std::time::Instant;

/// Encode, train, generate, verify, synthesize, and show it all on one page
///
/// What needs a tool that is missing is skipped, and the page says what installs it. Parts of the page
/// go to OUT/build/run; `report` makes it again of them.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  spinloom run --data embedded\n  spinloom run --data mnist --synth xc7"
)]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: Images,
    #[command(flatten)]
    split: SplitFlags,
    #[command(flatten)]
    training: Training,
    #[command(flatten)]
    comparison: Comparison,
    /// Seeds of the learning curve: the run's own and those after it
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=100))]
    seeds: u64,
    /// What to synthesize for: ice40, ecp5, xc7, gowin, generic or none [default: xc7; none on the
    /// digits that the program draws, since it takes minutes]
    #[arg(long, value_name = "TARGET", value_parser = Wanted::parse)]
    synth: Option<Wanted>,
    /// Signals of the RTL around this image of the comparison, from 0, beside the golden model: needs
    /// Icarus Verilog
    #[arg(long, value_name = "K")]
    around: Option<u32>,
    /// Go on with the training that was interrupted, or is finished; all else is done anew
    #[arg(long)]
    resume: bool,
}

/// A target, or none.
#[derive(Clone, Debug)]
struct Wanted(Option<Target>);

impl Wanted {
    fn parse(name: &str) -> std::result::Result<Self, String> {
        match name {
            "none" => Ok(Wanted(None)),
            name => Target::parse(name).map(|target| Wanted(Some(target))),
        }
    }
}

/// Keys of the parts that stand in the summary, too.
const SUMMARY: [(&str, &[&str]); 2] = [
    (
        "train",
        &["train_images", "test_images", "test_accuracy_percent"],
    ),
    (
        "verify",
        &["differences", "weights_equal", "cycles_mean", "cycles_max"],
    ),
];

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let begin = Instant::now();
    let request = args.shared.request();
    let request = request
        .with(&args.images)
        .with(&args.split)
        .with(&args.training);
    let settings = request.with(&args.comparison).settings()?;
    has_rtl(&settings)?;
    let mut outcome = Outcome::default();
    let data = dataset::load(&settings, console, &mut outcome)?;
    let target = match &args.synth {
        Some(Wanted(target)) => target.clone(),
        None => (data.name != embedded::NAME).then_some(Target::Xc7),
    };
    describe(&settings, &mut outcome);
    outcome.line(format!(
        "data: {}, {} training and {} test images",
        data.name,
        data.train.len(),
        data.test.len()
    ));
    if data.name == embedded::NAME {
        outcome.line(crate::report::DRAWN);
    }
    let wishes = Wishes {
        target: target.as_ref(),
        around: args.around,
        seeds: args.seeds,
        resume: args.resume,
    };
    let mut outcome = match settings.spec.scheme {
        Scheme::Modulated => told::<Network>(&settings, &data, wishes, console, outcome)?,
        Scheme::Prototype(_) => told::<Prototype>(&settings, &data, wishes, console, outcome)?,
    };
    for (name, keys) in SUMMARY {
        for key in keys {
            let value = outcome.json.get(name).and_then(|part| part.get(key));
            let value = value.cloned().unwrap_or(Value::Null);
            outcome.set(key, value);
        }
    }
    outcome.set("seconds", begin.elapsed().as_secs_f64());
    outcome.line(format!("{:.1} s in all", begin.elapsed().as_secs_f64()));
    Ok(outcome)
}

/// The story in one scheme.
fn told<N: Stored>(
    settings: &Settings,
    data: &Dataset,
    wishes: Wishes,
    console: &Console,
    outcome: Outcome,
) -> Result<Outcome> {
    let mut story = Story::new(settings, data, console, outcome)?;
    let extras = Extras::default();
    story.task(&extras).check::<N>(wishes.around)?;
    story.begin()?;
    story.tell::<N>(wishes)?;
    Ok(story.end())
}
