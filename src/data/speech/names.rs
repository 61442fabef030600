//! What the name of a file says: digit, speaker, take, and the side that the corpus puts it on.

use std::path::{Component, Path};

use crate::spec::speech::{Corpus, is_speaker};

/// FSDD: takes below are for the test.
const FSDD_TEST_TAKES: u32 = 5;
/// Folders of TIDIGITS by age and sex of their speakers.
const GROUPS: [&str; 4] = ["man", "woman", "boy", "girl"];

/// What a name says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What was said.
    pub digit: Digit,
    /// Who said it.
    pub speaker: String,
    /// Which time.
    pub take: u32,
    /// For the test in the official split.
    pub is_test: bool,
}

/// What was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digit {
    /// 0 to 9, "zero" for 0.
    Known(u8),
    /// "oh".
    Oh,
}

/// Why a file is no utterance of one digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLabel {
    /// It is of another kind: no sound, or several digits in sequence.
    Other,
    /// It looks like a recording, but its name says nothing.
    Unparsed,
    /// It is called like a recording, but for the ending.
    Ending,
}

/// Reads the path of a file below the folder of a corpus.
///
/// # Errors
/// [`NoLabel`].
pub fn parse(corpus: Corpus, path: &Path) -> Result<Label, NoLabel> {
    let extension = path.extension().and_then(|e| e.to_str());
    let known = extension.map(str::to_ascii_lowercase);
    let label = match corpus {
        Corpus::Fsdd => fsdd(path).ok_or(NoLabel::Unparsed),
        Corpus::Tidigits => tidigits(path),
    };
    if known.is_some_and(|e| matches!(e.as_str(), "wav" | "sph")) {
        return label;
    }
    Err(label.map_or(NoLabel::Other, |_| NoLabel::Ending))
}

/// `{digit}_{speaker}_{index}`.
fn fsdd(path: &Path) -> Option<Label> {
    let stem = path.file_stem()?.to_str()?;
    let mut parts = stem.split('_');
    let (digit, speaker, take) = (parts.next()?, parts.next()?, parts.next()?);
    let digit = match digit.as_bytes() {
        [digit @ b'0'..=b'9'] => digit - b'0',
        _ => return None,
    };
    let digits_alone = take.bytes().all(|b| b.is_ascii_digit());
    let take = take.parse().ok().filter(|_| digits_alone)?;
    if parts.next().is_some() || !is_speaker(speaker) {
        return None;
    }
    Some(Label {
        digit: Digit::Known(digit),
        speaker: speaker.to_owned(),
        take,
        is_test: take < FSDD_TEST_TAKES,
    })
}

/// `{train,test}/{man,woman,boy,girl}/{speaker}/{digits}{take}`, in capitals or not.
fn tidigits(path: &Path) -> Result<Label, NoLabel> {
    let part = |c: Component| c.as_os_str().to_str().map(str::to_ascii_lowercase);
    let parts: Option<Vec<String>> = path.components().map(part).collect();
    let parts = parts.ok_or(NoLabel::Unparsed)?;
    let [.., side, group, speaker, _] = parts.as_slice() else {
        return Err(NoLabel::Unparsed);
    };
    let is_test = match side.as_str() {
        "train" => false,
        "test" => true,
        _ => return Err(NoLabel::Unparsed),
    };
    if !GROUPS.contains(&group.as_str()) || !is_speaker(speaker) {
        return Err(NoLabel::Unparsed);
    }
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    let stem = stem.map(str::to_ascii_lowercase).unwrap_or_default();
    let is_said = |b: u8| matches!(b, b'1'..=b'9' | b'z' | b'o');
    let (digit, take) = match stem.as_bytes() {
        [digit, take @ b'a'..=b'z'] if is_said(*digit) => (*digit, u32::from(take - b'a')),
        [first, .., b'a'..=b'z'] if is_said(*first) => return Err(NoLabel::Other),
        _ => return Err(NoLabel::Unparsed),
    };
    let digit = match digit {
        b'o' => Digit::Oh,
        b'z' => Digit::Known(0),
        digit => Digit::Known(digit - b'0'),
    };
    Ok(Label {
        digit,
        speaker: speaker.clone(),
        take,
        is_test,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(corpus: Corpus, path: &str) -> Result<(Digit, String, u32, bool), NoLabel> {
        parse(corpus, Path::new(path)).map(|l| (l.digit, l.speaker, l.take, l.is_test))
    }

    #[test]
    fn fsdd_names() {
        let label = |path| label(Corpus::Fsdd, path);
        let said = |digit, take, test| Ok((Digit::Known(digit), "theo".to_owned(), take, test));
        assert_eq!(label("7_theo_4.wav"), said(7, 4, true));
        assert_eq!(label("recordings/0_theo_17.WAV"), said(0, 17, false));
        assert_eq!(label("README.md"), Err(NoLabel::Other));
        assert_eq!(label("7_theo_4.mp3"), Err(NoLabel::Ending));
        assert_eq!(label("7_theo_4"), Err(NoLabel::Ending));
        for path in [
            "10_theo_3.wav",
            "x_theo_3.wav",
            "1_theo.wav",
            "1_theo_3_4.wav",
            "1__3.wav",
            "1_theo_-3.wav",
            "1_theo_+3.wav",
            "1_theo_99999999999.wav",
            "1_th\u{e9}o_3.wav",
            ".wav.wav",
        ] {
            assert_eq!(label(path), Err(NoLabel::Unparsed), "{path}");
        }
    }

    #[test]
    fn tidigits_names() {
        let label = |path| label(Corpus::Tidigits, path);
        let said = |digit, speaker: &str, take, test| Ok((digit, speaker.to_owned(), take, test));
        let known = Digit::Known;
        assert_eq!(label("train/man/ae/1a.wav"), said(known(1), "ae", 0, false));
        assert_eq!(
            label("x/TEST/GIRL/KP/ZB.WAV"),
            said(known(0), "kp", 1, true)
        );
        assert_eq!(label("test/boy/ab/ob.sph"), said(Digit::Oh, "ab", 1, true));
        assert_eq!(label("test/boy/ab/19z7a.wav"), Err(NoLabel::Other));
        for path in [
            "train/man/1a.wav",
            "train/dog/ae/1a.wav",
            "dev/man/ae/1a.wav",
            "train/man/ae/0a.wav",
            "train/man/ae/1.wav",
            "train/man/a_e/1a.wav",
        ] {
            assert_eq!(label(path), Err(NoLabel::Unparsed), "{path}");
        }
    }
}
