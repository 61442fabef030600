//! What is learned, and what is judged by: no utterance, and where a speaker is left out no speaker,
//! is on both sides.

use super::corpus::{Recordings, Utterance};
use super::learned::Learned;
use crate::random::Stream;
use crate::spec::NUM_CLASSES;
use crate::spec::speech::{Corpus, Split};
use crate::{Error, Result};
use std::collections::{BTreeMap, BTreeSet};

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
        let sides = self.sides(split, seed)?;
        sides.check(self.corpus, split)?;
        Ok(sides)
    }

    /// The side to be judged by, where nothing is to be learned.
    ///
    /// # Errors
    /// [`Error::Input`] where it is empty, there is no such speaker, or the split is none but several.
    pub fn judged(&self, split: &Split, seed: u64) -> Result<Vec<&Utterance>> {
        let test = self.sides(split, seed)?.test;
        is_there(&test, "test", split)?;
        Ok(test)
    }

    fn sides(&self, split: &Split, seed: u64) -> Result<Sides<'_>> {
        let random = match split {
            Split::Random(milli) => drawn(self.utterances.len(), *milli, seed),
            Split::Speaker(name) => self.knows(name).map(|()| Vec::new())?,
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
        Ok(sides)
    }

    /// There is such a speaker.
    fn knows(&self, speaker: &str) -> Result<()> {
        let speakers = self.speakers();
        if speakers.contains(&speaker) {
            return Ok(());
        }
        Err(Error::Input(format!(
            "`split = speaker:{speaker}`: there is no such speaker, give one of {}",
            speakers.join(", ")
        )))
    }

    /// A speaker's next lessons: of what is not learned yet `count` utterances of each digit that is
    /// said at all, drawn by the seed, are learned, and the others are judged by.
    ///
    /// # Errors
    /// [`Error::Input`] where there is no such speaker, a digit is not said as often, or nothing is
    /// left to judge by.
    pub fn lessons(
        &self,
        speaker: &str,
        count: usize,
        seed: u64,
        learned: &Learned,
    ) -> Result<Sides<'_>> {
        self.knows(speaker)?;
        let mut sides = Sides::default();
        let mut stream = Stream::numbered(seed, LESSONS);
        let absent = self.absent();
        for digit in (0..NUM_CLASSES as u8).filter(|digit| !absent.contains(digit)) {
            let is_wanted =
                |u: &&Utterance| u.digit == digit && u.speaker == speaker && !learned.holds(u);
            let mut said: Vec<&Utterance> = self.utterances.iter().filter(is_wanted).collect();
            if said.len() < count {
                return Err(Error::Input(format!(
                    "`utterances = {count}`: {} utterances of {digit} by {speaker} are not learned yet, give fewer",
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
        sides.meet_nowhere()?;
        Ok(sides)
    }
}

fn is_there(side: &[&Utterance], name: &str, split: &Split) -> Result<()> {
    if side.is_empty() {
        return Err(Error::Input(format!(
            "`split = {split}` leaves no {name} utterances: give another --split"
        )));
    }
    Ok(())
}

impl Sides<'_> {
    /// No sound is on both sides, whatever its files are called.
    fn meet_nowhere(&self) -> Result<()> {
        let learned: BTreeMap<u64, &Utterance> =
            self.train.iter().map(|u| (u.digest, *u)).collect();
        let mut twice = self.test.iter().filter_map(|judged| {
            let learned = learned.get(&judged.digest)?;
            Some((learned.path.display(), judged.path.display()))
        });
        match twice.next() {
            Some((learned, judged)) => Err(Error::Input(format!(
                "{learned} and {judged} are the same recording, to be learned and to be judged by: take one away"
            ))),
            None => Ok(()),
        }
    }

    /// Nothing is on both sides: no sound, and no speaker where the split is by speakers, as TIDIGITS'
    /// own is. No side is empty.
    fn check(&self, corpus: Corpus, split: &Split) -> Result<()> {
        is_there(&self.train, "training", split)?;
        is_there(&self.test, "test", split)?;
        self.meet_nowhere()?;
        let person = match (split, corpus) {
            (Split::Speaker(_), _) => |u: &Utterance| u.speaker.clone(),
            (Split::Official, Corpus::Tidigits) => Utterance::person,
            _ => return Ok(()),
        };
        let learned: BTreeSet<String> = self.train.iter().map(|u| person(u)).collect();
        let mut judged = self.test.iter().map(|u| person(u));
        match judged.find(|person| learned.contains(person)) {
            Some(both) => Err(Error::Input(format!(
                "speaker {both} is on both sides of the split: give --split speaker:NAME, or take the folder out of one side"
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

    fn recordings() -> Recordings {
        let utterance = |i: usize| Utterance {
            digit: (i % 10) as u8,
            speaker: ["ann", "bob", "eve"][i / 10 % 3].to_owned(),
            take: (i / 30) as u32,
            is_test: i / 30 < 1,
            path: format!("{i}.wav").into(),
            samples: vec![i as i16],
            digest: i as u64 * 7919 % 90,
        };
        Recordings {
            corpus: Corpus::Fsdd,
            utterances: (0..90).map(utterance).collect(),
            skipped: vec![],
            oh: false,
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
        let none = Learned::default();
        let sides = all.lessons("eve", 2, 1, &none).unwrap();
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
        // further lessons are new ones
        let learned = Learned::of(&sides.train[..10], false);
        let (known, first) = (&sides.train[..10], all.lessons("eve", 1, 2, &learned));
        let first = first.unwrap();
        assert_eq!((first.train.len(), first.test.len()), (10, 10));
        let new = first.train.iter().chain(&first.test);
        assert!(new.into_iter().all(|u| !known.contains(u)));
        let text = |speaker, count, learned| {
            let found = all.lessons(speaker, count, 1, learned);
            found.unwrap_err().to_string()
        };
        assert!(text("eve", 3, &none).contains("leaves no utterance of eve"));
        assert!(text("eve", 4, &none).contains("3 utterances of 0 by eve"));
        assert!(text("eve", 3, &learned).contains("by eve are not learned yet"));
        assert!(text("zoe", 1, &none).contains("no such speaker, give one of ann, bob, eve"));
    }

    #[test]
    fn sides_that_meet_or_are_empty_are_refused() {
        let all = recordings();
        let text = |split: &str, all: &Recordings| {
            let split = Split::parse(split).unwrap();
            all.split(&split, 1).unwrap_err().to_string()
        };
        assert!(text("speaker:zoe", &all).contains("give one of ann, bob, eve"));
        assert!(text("speakers", &all).contains("speaker:NAME"));
        assert!(text("random:0.001", &all).contains("no training utterances"));
        // what is only judged by needs no other side
        let mut own = all.clone();
        own.utterances.retain(|u| u.speaker == "ann");
        let by = Split::Speaker("ann".into());
        assert!(text("speaker:ann", &own).contains("no training utterances"));
        assert_eq!(own.judged(&by, 1).unwrap().len(), 30);
        // a digit that nobody says is no lesson
        own.utterances.retain(|u| u.digit != 4);
        let lessons = own.lessons("ann", 2, 1, &Learned::default()).unwrap();
        assert_eq!((lessons.train.len(), lessons.test.len()), (18, 9));
        // a copy under another name, by another speaker
        let mut copied = all.clone();
        copied.utterances[75].digest = copied.utterances[3].digest;
        let both = "75.wav and 3.wav are the same recording";
        assert!(text("official", &copied).contains(both));
        assert!(text("speaker:ann", &copied).contains("75.wav and 3.wav"));
        let lesson = copied.utterances[5].clone();
        copied.utterances.extend(std::iter::repeat_n(lesson, 3));
        let found = copied.lessons("ann", 3, 1, &Learned::default());
        let text_of = found.unwrap_err().to_string();
        assert!(text_of.contains("are the same recording"), "{text_of}");
    }

    #[test]
    fn a_speaker_in_both_folders_of_tidigits_is_refused() {
        let mut all = recordings();
        all.corpus = Corpus::Tidigits;
        for u in &mut all.utterances {
            let (side, take) = (if u.is_test { "TEST" } else { "train" }, u.take);
            let group = if u.is_test { "man" } else { "boy" };
            u.path = format!("{side}/{group}/{}/{}{take}.wav", u.speaker, u.digit).into();
        }
        // of one name, but not one person
        assert!(all.split(&Split::Official, 1).is_ok());
        all.utterances[0].path = "TEST/BOY/ANN/0a.wav".into();
        let text = all.split(&Split::Official, 1).unwrap_err().to_string();
        assert!(text.contains("speaker boy/ann is on both sides"), "{text}");
        assert!(all.split(&Split::Random(500), 1).is_ok());
    }
}
