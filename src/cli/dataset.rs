//! Which images or recordings a command works on.

use super::output::{Console, Outcome, counted};
use super::progress;
use crate::config::{self, DataChoice, Settings};
use crate::data::noise::{self, noisy};
use crate::data::speech::{self, Encoding, FrontEnd, Learned, Recordings, Utterance};
use crate::data::{Dataset, Images, embedded, mnist};
use crate::encoder::{Code, Encoder};
use crate::golden::weights::Saved;
use crate::spec::speech::{Corpus, Split};
use crate::{Error, Result};
use std::path::PathBuf;

/// The folder of the images or recordings; none where the program draws digits.
///
/// # Errors
/// [`Error::Input`] where they are asked for and not here.
pub fn find(data: &DataChoice) -> Result<Option<PathBuf>> {
    match data {
        DataChoice::Embedded => Ok(None),
        DataChoice::Auto => Ok(mnist::find(None)),
        DataChoice::Mnist(folder) => mnist::found(folder.as_deref()).map(Some),
        DataChoice::Speech(corpus, folder) => speech::find(*corpus, folder.as_deref()).map(Some),
    }
}

/// Loads the images; the outcome says which were used.
pub fn load(settings: &Settings, console: &Console, outcome: &mut Outcome) -> Result<Dataset> {
    let seed = settings.seed;
    let mut dataset = match &settings.data {
        DataChoice::Mnist(folder) => mnist::load(folder.as_deref())?,
        DataChoice::Embedded => embedded::load(seed),
        DataChoice::Speech(..) => {
            let recordings = recordings(settings, console, outcome)?;
            let bar = progress::spinner(console, "making events of recordings");
            let found = spoken(&recordings, settings, None)?;
            bar.finish_and_clear();
            found
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
    let level = settings.train.noise;
    if !level.is_none() {
        dataset.train = noisy(&dataset.train, level, seed, noise::Split::Train);
        dataset.test = noisy(&dataset.test, level, seed, noise::Split::Test);
        outcome.set("noise", level.to_string());
        outcome.line(format!("noise on the images: {level}"));
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
    let bar = progress::spinner(console, "reading recordings");
    let found = speech::load(*corpus, folder.as_deref(), settings.oh)?;
    bar.finish_and_clear();
    outcome.set("skipped_files", found.skipped.len());
    if let Some(first) = found.skipped.first() {
        let files = counted(found.skipped.len() as u64, "file");
        console.note(format!("{files} left out, the first: {first}"));
    }
    let absent = found.absent();
    if !absent.is_empty() {
        let digits: Vec<String> = absent.iter().map(u8::to_string).collect();
        console.note(format!("no recording of {}", digits.join(", ")));
    }
    outcome.set("absent_digits", absent);
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
    Ok(Dataset {
        name: recordings.name(&settings.split),
        learned: Learned::of(&sides.train, recordings.oh),
        train: front.images(&sides.train, learned),
        test: heard(&sides.test, seed, snr_db),
    })
}

/// Utterances to be judged by, with white noise if asked for.
pub fn heard(utterances: &[&Utterance], seed: u64, snr_db: Option<u32>) -> Images {
    let encoding = Encoding {
        copies: 0,
        seed,
        snr_db,
    };
    FrontEnd::default().images(utterances, encoding)
}

/// The test utterances that weights have not learned of; the outcome says how many they have, and
/// where they have learned of others than are here.
///
/// # Errors
/// As [`Recordings::judged`]; [`Error::Input`] where none is left.
pub fn unlearned<'a>(
    recordings: &'a Recordings,
    settings: &Settings,
    learned: &Learned,
    outcome: &mut Outcome,
) -> Result<Vec<&'a Utterance>> {
    let mut test = recordings.judged(&settings.split, settings.seed)?;
    let count = test.len();
    test.retain(|utterance| !learned.holds(utterance));
    let known = count - test.len();
    if test.is_empty() {
        return Err(Error::Input(format!(
            "`split = {}`: the weights have learned of all {count} test utterances, give another --split",
            settings.split
        )));
    }
    outcome.set("learned_test_utterances", known);
    if known > 0 {
        outcome.line(format!(
            "the weights have learned of {known} of the {count} test utterances, which are left out"
        ));
    }
    let here = Learned::of(&recordings.utterances.iter().collect::<Vec<_>>(), false);
    let elsewhere = here.and(learned).digests().len() - here.digests().len();
    outcome.set("learned_elsewhere", elsewhere);
    if elsewhere > 0 {
        outcome.line(format!(
            "the weights have learned of {elsewhere} recordings that are not here: the test is not that of their training"
        ));
    }
    Ok(test)
}

/// The spoken digits that weights were trained on.
pub fn of_weights(saved: &Saved) -> Option<config::Speech> {
    let (corpus, split) = saved.data().split_once('/')?;
    Some(config::Speech {
        corpus: Corpus::from_name(corpus)?,
        split: Split::parse(split).ok()?,
        oh: saved.learned().oh,
        seed: saved.options().seed,
    })
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
