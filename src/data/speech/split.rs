//! What is learned, and what is judged by: no utterance, and where a speaker is left out no speaker,
//! is on both sides.

use super::corpus::{Recordings, Utterance};
use crate::random::Stream;
use crate::spec::NUM_CLASSES;
use crate::spec::speech::Split;
use crate::{Error, Result};

/// Stream of the seed that draws a random split.
const STREAM: u64 = 8;
/// Stream of the seed that draws what a new speaker says first.
const LESSONS: u64 = 12;

/// Both sides of a split.
#[derive(Clone, Debug, Default)]
pub struct Sides<'a> {
    /// To be learned.
    pub train: Vec<&'a Utterance>,
    /// To be judged by.
    pub test: Vec<&'a Utterance>,
}

impl Recordings {
    /// Parts the utterances, each side in their order.
    ///
    /// # Errors
    /// [`Error::Input`] where a side is empty, there is no such speaker, or the split is none but
    /// several.
    pub fn split(&self, split: &Split, seed: u64) -> Result<Sides<'_>> {
        let random = match split {
            Split::Random(milli) => drawn(self.utterances.len(), *milli, seed),
            Split::Speaker(name) if !self.speakers().contains(&name.as_str()) => {
                return Err(Error::Input(format!(
                    "`split = {split}`: there is no such speaker, give one of {}",
                    self.speakers().join(", ")
                )));
            }
            Split::Speakers => {
                return Err(Error::Input(format!(
                    "`split = {split}` is several trainings, which `train` alone does: give --split speaker:NAME, with {}",
                    self.speakers().join(", ")
                )));
            }
            _ => Vec::new(),
        };
        let is_test = |index: usize, utterance: &Utterance| match split {
            Split::Speaker(name) => utterance.speaker == *name,
            Split::Random(_) => random[index],
            _ => utterance.is_test,
        };
        let mut sides = Sides::default();
        for (index, utterance) in self.utterances.iter().enumerate() {
            match is_test(index, utterance) {
                true => sides.test.push(utterance),
                false => sides.train.push(utterance),
            }
        }
        sides.check(split)?;
        Ok(sides)
    }
}

impl Recordings {
    /// A new speaker's first lessons: `count` utterances a digit, drawn by the seed, are learned, and
    /// the others are judged by.
    ///
    /// # Errors
    /// [`Error::Input`] where there is no such speaker, a digit is not said as often, or nothing is
    /// left to judge by.
    pub fn lessons(&self, speaker: &str, count: usize, seed: u64) -> Result<Sides<'_>> {
        let mut sides = Sides::default();
        let mut stream = Stream::numbered(seed, LESSONS);
        for digit in 0..NUM_CLASSES as u8 {
            let is_wanted = |u: &&Utterance| u.digit == digit && u.speaker == speaker;
            let mut said: Vec<&Utterance> = self.utterances.iter().filter(is_wanted).collect();
            if said.len() < count {
                let names = self.speakers().join(", ");
                return Err(Error::Input(format!(
                    "`utterances = {count}`: speaker {speaker} says {digit} {} times (speakers are {names}), give fewer",
                    said.len()
                )));
            }
            stream.shuffle(&mut said);
            let others = said.split_off(count);
            sides.train.extend(said);
            sides.test.extend(others);
        }
        if sides.test.is_empty() {
            return Err(Error::Input(format!(
                "`utterances = {count}` leaves no utterance of {speaker} to judge by: give fewer"
            )));
        }
        Ok(sides)
    }
}

impl Sides<'_> {
    /// Nothing is on both sides, and none is empty.
    fn check(&self, split: &Split) -> Result<()> {
        for (side, name) in [(&self.train, "training"), (&self.test, "test")] {
            if side.is_empty() {
                return Err(Error::Input(format!(
                    "`split = {split}` leaves no {name} utterances: give another --split"
                )));
            }
        }
        let by_speaker = matches!(split, Split::Speaker(_));
        let key = |u: &Utterance| match by_speaker {
            true => u.speaker.clone(),
            false => u.path.display().to_string(),
        };
        let learned: std::collections::BTreeSet<String> =
            self.train.iter().map(|u| key(u)).collect();
        match self
            .test
            .iter()
            .map(|u| key(u))
            .find(|k| learned.contains(k))
        {
            Some(both) => Err(Error::Check(format!(
                "{both} is on both sides of the split"
            ))),
            None => Ok(()),
        }
    }
}

/// Which of `count` are for the test: all but a share of 1/1000.
fn drawn(count: usize, train_milli: u16, seed: u64) -> Vec<bool> {
    let mut order: Vec<usize> = (0..count).collect();
    Stream::numbered(seed, STREAM).shuffle(&mut order);
    let num_train = (count * usize::from(train_milli) + 500) / 1000;
    let mut is_test = vec![false; count];
    order[num_train..].iter().for_each(|&at| is_test[at] = true);
    is_test
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::speech::Corpus;
    use std::collections::BTreeSet;

    fn recordings() -> Recordings {
        let utterance = |i: usize| Utterance {
            digit: (i % 10) as u8,
            speaker: ["ann", "bob", "eve"][i / 10 % 3].to_owned(),
            take: (i / 30) as u32,
            is_test: i / 30 < 1,
            path: format!("{i}.wav").into(),
            samples: vec![0],
        };
        Recordings {
            corpus: Corpus::Fsdd,
            utterances: (0..90).map(utterance).collect(),
            skipped: vec![],
        }
    }

    #[test]
    fn every_utterance_is_on_one_side() {
        let all = recordings();
        for text in ["official", "random:0.7", "random:0.5", "speaker:bob"] {
            let split = Split::parse(text).unwrap();
            for seed in 1..4 {
                let sides = all.split(&split, seed).unwrap();
                let paths: BTreeSet<_> = sides
                    .train
                    .iter()
                    .chain(&sides.test)
                    .map(|u| &u.path)
                    .collect();
                assert_eq!(paths.len(), 90, "{text}");
                assert_eq!(sides.train.len() + sides.test.len(), 90, "{text}");
            }
        }
        let speaker = Split::Speaker("bob".into());
        let sides = all.split(&speaker, 1).unwrap();
        assert!(sides.test.iter().all(|u| u.speaker == "bob"));
        assert!(sides.train.iter().all(|u| u.speaker != "bob"));
        let random = |seed| all.split(&Split::Random(700), seed).unwrap().test;
        assert_eq!(random(1).len(), 27);
        assert_ne!(random(1), random(2));
    }

    #[test]
    fn lessons_are_of_one_speaker_and_not_in_the_test() {
        let all = recordings();
        let sides = all.lessons("eve", 2, 1).unwrap();
        assert_eq!((sides.train.len(), sides.test.len()), (20, 10));
        assert!(
            sides
                .train
                .iter()
                .chain(&sides.test)
                .all(|u| u.speaker == "eve")
        );
        for digit in 0..10 {
            assert_eq!(sides.train.iter().filter(|u| u.digit == digit).count(), 2);
        }
        assert!(sides.check(&Split::Official).is_ok());
        let text = |speaker, count| all.lessons(speaker, count, 1).unwrap_err().to_string();
        assert!(text("eve", 3).contains("leaves no utterance of eve"));
        assert!(text("eve", 4).contains("says 0 3 times"));
        assert!(text("zoe", 1).contains("speaker zoe says 0 0 times (speakers are ann, bob, eve)"));
    }

    #[test]
    fn sides_that_meet_or_are_empty_are_refused() {
        let all = recordings();
        let meeting = Sides {
            train: all.utterances.iter().collect(),
            test: all.utterances.iter().take(1).collect(),
        };
        let text = meeting.check(&Split::Official).unwrap_err().to_string();
        assert!(text.contains("0.wav is on both sides"), "{text}");
        let speaker = Split::Speaker("ann".into());
        let text = meeting.check(&speaker).unwrap_err().to_string();
        assert!(text.contains("ann is on both sides"), "{text}");
        let text = |split: &str| {
            let split = Split::parse(split).unwrap();
            all.split(&split, 1).unwrap_err().to_string()
        };
        assert!(text("speaker:zoe").contains("give one of ann, bob, eve"));
        assert!(text("speakers").contains("speaker:NAME"));
        assert!(text("random:0.001").contains("no training utterances"));
    }
}
