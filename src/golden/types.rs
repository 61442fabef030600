//! What the nine STDP types are worth: the same training with each, and with pairs under the
//! modulator.

use rayon::prelude::*;

use super::eval::{Views, evaluate};
use super::train::{TrainOptions, Trainer};
use crate::Result;
use crate::data::Images;
use crate::device::show::nine_types;
use crate::device::{Rule, RuleTable};
use crate::spec::Spec;

/// Types of the hidden columns: where the modulator is negative, and where it is positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Modulator below 0.
    pub negative: Rule,
    /// Modulator above 0.
    pub positive: Rule,
}

impl Pair {
    /// One type whatever the modulator says: no metaplasticity.
    pub fn single(rule: Rule) -> Self {
        Pair {
            negative: rule,
            positive: rule,
        }
    }

    /// Every pair of two different types.
    pub fn all() -> Vec<Self> {
        let types = nine_types();
        let pairs = types.iter().flat_map(|&negative| {
            types
                .iter()
                .map(move |&positive| Pair { negative, positive })
        });
        pairs
            .filter(|pair| pair.negative != pair.positive)
            .collect()
    }

    /// As printed.
    pub fn name(&self) -> String {
        let names = [self.negative, self.positive].map(Rule::type_name);
        match self.negative == self.positive {
            true => names[0].clone(),
            false => names.join("/"),
        }
    }
}

/// Trains from the seed's start with these types, and judges: percent of `test` put in their class.
///
/// # Errors
/// As [`Trainer::new`] and [`evaluate`].
pub fn accuracy_percent(
    pair: Pair,
    spec: &Spec,
    options: TrainOptions,
    train: &Images,
    test: &Images,
) -> Result<f64> {
    let mut trainer = Trainer::new(spec, options, train)?;
    let entries = &mut trainer.network.rules.entries;
    entries[RuleTable::NEGATIVE] = pair.negative;
    entries[RuleTable::POSITIVE] = pair.positive;
    trainer.run(train, u64::MAX, |_| true)?;
    let found = evaluate(&trainer.network, test, options.encoder, Views::One)?;
    Ok(found.accuracy_percent())
}

/// The pair of two types that does best on `held`, trained on `train` as `options` say.
///
/// # Errors
/// As [`accuracy_percent`].
pub fn best_pair(
    spec: &Spec,
    options: TrainOptions,
    train: &Images,
    held: &Images,
) -> Result<(Pair, f64)> {
    let judged = Pair::all().into_par_iter().map(|pair| {
        let percent = accuracy_percent(pair, spec, options, train, held)?;
        Ok((pair, percent))
    });
    let judged: Vec<(Pair, f64)> = judged.collect::<Result<_>>()?;
    let none = (Pair::single(Rule::from_bits(0)), f64::MIN);
    // ties to the first, whatever thread was done first
    let best = judged
        .into_iter()
        .fold(none, |best, one| if one.1 > best.1 { one } else { best });
    Ok(best)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::embedded;
    use crate::encoder::{Code, Encoder};

    #[test]
    fn pairs_have_names() {
        let pairs = Pair::all();
        assert_eq!(pairs.len(), 72);
        let default = RuleTable::default().entries;
        let pair = Pair {
            negative: default[0],
            positive: default[1],
        };
        assert!(pairs.contains(&pair));
        assert_eq!(
            (pair.name(), Pair::single(Rule::PD).name()),
            ("D0/P0".into(), "PD".into())
        );
    }

    #[test]
    fn the_types_differ_in_what_they_learn() {
        let mut data = embedded::load(1);
        data.train.truncate(300);
        let spec = Spec::new(784, 20, 20).unwrap().with_steps(4).unwrap();
        let encoder = Encoder {
            code: Code::Ttfs,
            ..Encoder::default()
        };
        let options = TrainOptions {
            encoder,
            ..TrainOptions::default()
        };
        let of = |pair| accuracy_percent(pair, &spec, options, &data.train, &data.test).unwrap();
        let types = nine_types().map(|rule| of(Pair::single(rule)));
        assert!(
            types.iter().any(|percent| *percent != types[0]),
            "{types:?}"
        );
    }
}
