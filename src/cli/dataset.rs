//! Which images or recordings a command works on.

use super::output::{Console, Outcome, counted};
use crate::config::{self, DataChoice, Settings};
use crate::data::noise::{Split, noisy};
use crate::data::speech::{self, Encoding, FrontEnd, Recordings};
use crate::data::{Dataset, embedded, mnist};
use crate::encoder::{Code, Encoder};
use crate::golden::weights::Saved;
use crate::spec::speech::{Corpus, Split as SpeechSplit};
use crate::{Error, Result};
use std::path::Path;

/// Loads the images; the outcome says which were used.
pub fn load(settings: &Settings, console: &Console, outcome: &mut Outcome) -> Result<Dataset> {
    let seed = settings.seed;
    let mut dataset = match &settings.data {
        DataChoice::Mnist(folder) => mnist::load(folder.as_deref())?,
        DataChoice::Embedded => embedded::load(seed),
        DataChoice::Speech(..) => {
            let recordings = recordings(settings, console, outcome)?;
            spoken(&recordings, settings, None)?
        }
        DataChoice::Auto if mnist::find(None).is_some() => mnist::load(None)?,
        DataChoice::Auto => {
            console.note(
                "no MNIST here (`spinloom data fetch mnist` gets it): digits drawn by the program",
            );
            embedded::load(seed)
        }
    };
    outcome.set("data", dataset.name.as_str());
    let noise = settings.train.noise;
    if !noise.is_none() {
        dataset.train = noisy(&dataset.train, noise, seed, Split::Train);
        dataset.test = noisy(&dataset.test, noise, seed, Split::Test);
        outcome.set("noise", noise.to_string());
        outcome.line(format!("noise on the images: {noise}"));
    }
    Ok(dataset)
}

/// Reads spoken digits; says what was left out.
pub fn recordings(
    settings: &Settings,
    console: &Console,
    outcome: &mut Outcome,
) -> Result<Recordings> {
    let DataChoice::Speech(corpus, folder) = &settings.data else {
        return Err(Error::Input(
            "this works on spoken digits: give --data fsdd or tidigits".into(),
        ));
    };
    let found = speech::load(*corpus, folder.as_deref(), settings.oh)?;
    outcome.set("skipped_files", found.skipped.len());
    if let Some(first) = found.skipped.first() {
        let files = counted(found.skipped.len() as u64, "file");
        console.note(format!("{files} left out, the first: {first}"));
    }
    Ok(found)
}

/// The sides of the split in the settings, white noise on the test if asked for.
pub fn spoken(
    recordings: &Recordings,
    settings: &Settings,
    snr_db: Option<u32>,
) -> Result<Dataset> {
    let seed = settings.seed;
    let sides = recordings.split(&settings.split, seed)?;
    let front = FrontEnd::default();
    let learned = Encoding {
        copies: settings.train.copies,
        seed,
        snr_db: None,
    };
    let judged = Encoding {
        copies: 0,
        seed,
        snr_db,
    };
    Ok(Dataset {
        name: recordings.name(&settings.split),
        train: front.images(&sides.train, learned),
        test: front.images(&sides.test, judged),
    })
}

/// The spoken digits that weights were trained on, and the seed of the run.
pub fn of_weights(saved: &Saved) -> Option<(DataChoice, SpeechSplit, u64)> {
    let (corpus, split) = saved.data().split_once('/')?;
    let corpus = Corpus::from_name(corpus)?;
    let split = SpeechSplit::parse(split).ok()?;
    Some((
        DataChoice::Speech(corpus, None),
        split,
        saved.options().seed,
    ))
}

/// Nothing that weights learned is in the test: the same corpus has the same split.
///
/// # Errors
/// [`Error::File`] otherwise.
pub fn same_split(path: &Path, saved: &Saved, settings: &Settings) -> Result<()> {
    let (Some((DataChoice::Speech(held, _), split, seed)), DataChoice::Speech(here, _)) =
        (of_weights(saved), &settings.data)
    else {
        return Ok(());
    };
    let is_drawn = matches!(split, SpeechSplit::Random(_));
    let fault = if held != *here {
        return Ok(());
    } else if split != settings.split {
        format!(
            "has learned of split {split}, and split {} would judge it by that: give --split {split}",
            settings.split
        )
    } else if is_drawn && seed != settings.seed {
        format!("has learned of split {split} drawn by seed {seed}: give --seed {seed}")
    } else {
        return Ok(());
    };
    Err(Error::file(path, fault))
}

/// How the images become events.
pub fn encoder(settings: &Settings) -> Encoder {
    let code = match settings.train.code {
        config::Code::Edge16 => Code::Edge16,
        config::Code::Edge12 => Code::Edge12,
        config::Code::Raw => Code::Raw,
        config::Code::Ttfs => Code::Ttfs,
        config::Code::Rate => Code::Rate,
        config::Code::Events => Code::Events,
    };
    Encoder {
        code,
        normaliser: settings.train.normaliser,
    }
}
