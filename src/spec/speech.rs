//! Which spoken digits, and which of them are for the test.

use std::fmt::{Display, Formatter};

/// Longest name of a speaker.
pub const MAX_SPEAKER: usize = 15;
/// One in the share of a random split.
const MILLI: f64 = 1000.0;

/// A collection of isolated spoken digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corpus {
    /// Free Spoken Digit Dataset: `{digit}_{speaker}_{index}.wav`.
    Fsdd,
    /// TIDIGITS (LDC93S10): `{train,test}/{man,woman,boy,girl}/{speaker}/{digit}{take}.wav`.
    Tidigits,
}

impl Corpus {
    /// All, with their names.
    pub const NAMES: [(&str, Corpus); 2] = [("fsdd", Corpus::Fsdd), ("tidigits", Corpus::Tidigits)];

    /// Name on the command line, and of its folder.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].0
    }

    /// The corpus of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        found.map(|&(_, corpus)| corpus)
    }
}

/// What is learned and what is judged by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Split {
    /// That of the corpus: FSDD indices 0 to 4, TIDIGITS' folder `test`.
    #[default]
    Official,
    /// This share of the utterances is learned, 1/1000, drawn by the seed.
    Random(u16),
    /// All but one speaker are learned.
    Speaker(String),
    /// Each speaker is left out once.
    Speakers,
}

impl Split {
    /// Reads `official`, `random:0.7`, `speaker:NAME` or `speakers`.
    ///
    /// # Errors
    /// A sentence with value, limit and remedy.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            None if text == "official" => Ok(Split::Official),
            None if text == "speakers" => Ok(Split::Speakers),
            Some(("random", share)) => {
                let milli = share.parse::<f64>().map_or(0.0, |share| share * MILLI);
                if (1.0..MILLI).contains(&milli.round()) {
                    return Ok(Split::Random(milli.round() as u16));
                }
                Err(format!(
                    "`{share}` is no share of the utterances: give 0.001 to 0.999, e.g. random:0.7"
                ))
            }
            Some(("speaker", name)) if is_speaker(name) => Ok(Split::Speaker(name.to_owned())),
            Some(("speaker", name)) => Err(format!(
                "`{name}` is no speaker: a name is 1 to {MAX_SPEAKER} letters, digits and `-`"
            )),
            _ => Err(format!(
                "`{text}` is unknown: give official, random:SHARE, speaker:NAME or speakers"
            )),
        }
    }
}

impl Display for Split {
    fn fmt(&self, f: &mut Formatter) -> std::fmt::Result {
        match self {
            Split::Official => f.write_str("official"),
            Split::Random(milli) => write!(f, "random:{}", f64::from(*milli) / MILLI),
            Split::Speaker(name) => write!(f, "speaker:{name}"),
            Split::Speakers => f.write_str("speakers"),
        }
    }
}

/// The name could be a speaker's.
pub fn is_speaker(name: &str) -> bool {
    let is_of_name = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    (1..=MAX_SPEAKER).contains(&name.len()) && name.bytes().all(is_of_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_can_be_read() {
        for text in [
            "official",
            "random:0.7",
            "random:0.001",
            "speaker:ae",
            "speakers",
        ] {
            assert_eq!(Split::parse(text).unwrap().to_string(), text);
        }
        for (_, corpus) in Corpus::NAMES {
            assert_eq!(Corpus::from_name(corpus.name()), Some(corpus));
        }
    }

    #[test]
    fn what_is_no_split_is_named() {
        for (text, part) in [
            ("random:1", "0.001 to 0.999"),
            ("random:nan", "`nan` is no share"),
            ("random", "`random` is unknown"),
            ("speaker:", "1 to 15 letters"),
            ("speaker:a/../b", "`a/../b` is no speaker"),
            ("speaker:abcdefghijklmnop", "is no speaker"),
            ("Official", "give official, random:SHARE"),
        ] {
            let fault = Split::parse(text).unwrap_err();
            assert!(fault.contains(part), "{text}: {fault}");
        }
    }
}
