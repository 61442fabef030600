//! Which images a command works on.

use super::output::{Console, Outcome};
use crate::Result;
use crate::config::{self, DataChoice, Settings};
use crate::data::noise::{Split, noisy};
use crate::data::{Dataset, embedded, mnist};
use crate::encoder::{Code, Encoder};

/// Loads the images; the outcome says which were used.
pub fn load(settings: &Settings, console: &Console, outcome: &mut Outcome) -> Result<Dataset> {
    let seed = settings.seed;
    let mut dataset = match &settings.data {
        DataChoice::Mnist(folder) => mnist::load(folder.as_deref())?,
        DataChoice::Embedded => embedded::load(seed),
        DataChoice::Auto if mnist::find(None).is_some() => mnist::load(None)?,
        DataChoice::Auto => {
            console.note(
                "no MNIST here (`spinloom data fetch mnist` gets it): digits drawn by the program",
            );
            embedded::load(seed)
        }
    };
    outcome.set("data", dataset.name);
    let noise = settings.train.noise;
    if !noise.is_none() {
        dataset.train = noisy(&dataset.train, noise, seed, Split::Train);
        dataset.test = noisy(&dataset.test, noise, seed, Split::Test);
        outcome.set("noise", noise.to_string());
        outcome.line(format!("noise on the images: {noise}"));
    }
    Ok(dataset)
}

/// How the images become events.
pub fn encoder(settings: &Settings) -> Encoder {
    let code = match settings.train.code {
        config::Code::Edge16 => Code::Edge16,
        config::Code::Edge12 => Code::Edge12,
        config::Code::Raw => Code::Raw,
        config::Code::Ttfs => Code::Ttfs,
        config::Code::Rate => Code::Rate,
    };
    Encoder {
        code,
        normaliser: settings.train.normaliser,
    }
}
