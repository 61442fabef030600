//! A folder of recordings: found, listed, read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::FrontEnd;
use super::names::{Digit, Label, NoLabel, parse};
use super::recording::{Recording, read};
use crate::spec::NUM_CLASSES;
use crate::spec::speech::{Corpus, Split};
use crate::{Error, Result};

/// Deepest folder below that of a corpus.
const MAX_DEPTH: usize = 6;
/// Most files that a folder is searched for.
const MAX_FILES: usize = 1 << 20;

/// One digit, said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Utterance {
    /// Class.
    pub digit: u8,
    /// Who said it.
    pub speaker: String,
    /// Which time.
    pub take: u32,
    /// For the test in the official split.
    pub is_test: bool,
    /// Where it was read.
    pub path: PathBuf,
    /// 8 kHz.
    pub samples: Vec<i16>,
    /// Of the sound, whatever the file is called: see [`super::Sound::digest`].
    pub digest: u64,
}

impl Utterance {
    /// Folders of TIDIGITS that a person has: age and sex, then the speaker.
    pub fn person(&self) -> String {
        let mut folders = self.path.ancestors().skip(1).map(|folder| {
            let name = folder.file_name().unwrap_or_default();
            name.to_string_lossy().to_ascii_lowercase()
        });
        let speaker = folders.next().unwrap_or_default();
        format!("{}/{speaker}", folders.next().unwrap_or_default())
    }
}

/// What a folder holds. The utterances are in the order of digit, take and speaker, so that classes
/// in sequence begin with all speakers.
#[derive(Clone, Debug)]
pub struct Recordings {
    /// Which corpus.
    pub corpus: Corpus,
    /// The utterances.
    pub utterances: Vec<Utterance>,
    /// Why the other sound files were left out.
    pub skipped: Vec<String>,
    /// "oh" counts as 0; otherwise it is left out.
    pub oh: bool,
}

/// Folders that are searched: the explicit one alone, or `$SPINLOOM_DATA/NAME` and `./data/NAME`.
fn search_path(corpus: Corpus, explicit: Option<&Path>) -> Vec<PathBuf> {
    if let Some(folder) = explicit {
        return vec![folder.to_path_buf()];
    }
    let from_environment = std::env::var_os("SPINLOOM_DATA").map(PathBuf::from);
    let folders = from_environment.into_iter().chain([PathBuf::from("data")]);
    folders.map(|folder| folder.join(corpus.name())).collect()
}

/// The folder, or the one of its search path that is there.
///
/// # Errors
/// [`Error::Input`] where there is none.
pub fn find(corpus: Corpus, explicit: Option<&Path>) -> Result<PathBuf> {
    let folders = search_path(corpus, explicit);
    let found = folders.iter().find(|folder| folder.is_dir());
    found.cloned().ok_or_else(|| {
        let name = corpus.name();
        let shown: Vec<String> = folders.iter().map(|f| f.display().to_string()).collect();
        Error::Input(format!(
            "no {name} in {}: give `--data {name}:DIR`, or set SPINLOOM_DATA",
            shown.join(", ")
        ))
    })
}

/// Reads every recording of a corpus. What cannot be used is left out, with the reason; "oh" is left
/// out where it is not wanted, and counts as 0 where it is.
///
/// # Errors
/// [`Error::Input`] where no recording is left, or there is no such folder.
pub fn load(corpus: Corpus, explicit: Option<&Path>, with_oh: bool) -> Result<Recordings> {
    let folder = find(corpus, explicit)?;
    let mut files = Vec::new();
    list(&folder, 0, &mut files)?;
    let mut skipped = Vec::new();
    let mut wanted: Vec<(u8, Label, PathBuf)> = Vec::new();
    for path in files {
        let relative = path.strip_prefix(&folder).unwrap_or(&path);
        match parse(corpus, relative) {
            Ok(label) => match label.digit {
                Digit::Known(digit) => wanted.push((digit, label, path)),
                Digit::Oh if with_oh => wanted.push((0, label, path)),
                Digit::Oh => {}
            },
            Err(NoLabel::Other) => {}
            Err(NoLabel::Ending) => skipped.push(format!(
                "{}: ends neither in .wav nor in .sph",
                path.display()
            )),
            Err(NoLabel::Unparsed) => skipped.push(format!(
                "{}: the name is not {}",
                path.display(),
                form(corpus)
            )),
        }
    }
    let front = FrontEnd::default();
    let outcomes: Vec<Result<Utterance>> = wanted
        .into_par_iter()
        .map(|(digit, label, path)| {
            let Recording { samples, digest } = read(&path)?;
            front.word(&path, &samples)?;
            Ok(Utterance {
                digit,
                speaker: label.speaker,
                take: label.take,
                is_test: label.is_test,
                path,
                samples,
                digest,
            })
        })
        .collect();
    let mut utterances = Vec::new();
    for outcome in outcomes {
        match outcome {
            Ok(utterance) => utterances.push(utterance),
            Err(error) => skipped.push(error.to_string()),
        }
    }
    if utterances.is_empty() {
        let why = match skipped.first() {
            Some(first) => format!("{} files are no use, the first: {first}", skipped.len()),
            None => format!("files are called {}", form(corpus)),
        };
        return Err(Error::Input(format!(
            "no recording of a digit in {}: {why}",
            folder.display()
        )));
    }
    utterances.sort_by(|a, b| {
        let key = |u: &Utterance| (u.digit, u.take);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.speaker.cmp(&b.speaker))
            .then_with(|| a.path.cmp(&b.path))
    });
    Ok(Recordings {
        corpus,
        utterances,
        skipped,
        oh: with_oh,
    })
}

fn form(corpus: Corpus) -> &'static str {
    match corpus {
        Corpus::Fsdd => "DIGIT_SPEAKER_INDEX.wav, e.g. 7_theo_0.wav",
        Corpus::Tidigits => {
            "{train,test}/{man,woman,boy,girl}/SPEAKER/DIGITTAKE.wav below the folder given, e.g. train/man/ae/1a.wav"
        }
    }
}

/// Every file below a folder, in order.
fn list(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = std::fs::read_dir(folder).map_err(Error::io(folder))?;
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry.map_err(Error::io(folder))?.path());
    }
    paths.sort();
    for path in paths {
        if path.is_dir() && depth < MAX_DEPTH {
            list(&path, depth + 1, files)?;
        } else if path.is_file() {
            files.push(path);
        }
        if files.len() > MAX_FILES {
            let fault = format!("holds more than {MAX_FILES} files: name the corpus' own folder");
            return Err(Error::file(folder, fault));
        }
    }
    Ok(())
}

impl Recordings {
    /// Everybody, by name.
    pub fn speakers(&self) -> Vec<&str> {
        let names: BTreeSet<&str> = self.utterances.iter().map(|u| u.speaker.as_str()).collect();
        names.into_iter().collect()
    }

    /// Digits that nobody says.
    pub fn absent(&self) -> Vec<u8> {
        let said: BTreeSet<u8> = self.utterances.iter().map(|u| u.digit).collect();
        let digits = 0..NUM_CLASSES as u8;
        digits.filter(|digit| !said.contains(digit)).collect()
    }

    /// Name of the data that a split makes of them.
    pub fn name(&self, split: &Split) -> String {
        format!("{}/{split}", self.corpus.name())
    }
}
