//! Plain integers for [`super`].

/// Index and value of the highest score, ties to the lowest index.
pub fn best<T: Copy + Ord>(scores: impl Iterator<Item = T>) -> Option<(usize, T)> {
    scores
        .enumerate()
        .reduce(|best, other| if other.1 > best.1 { other } else { best })
}

/// The same among those that take part.
pub fn best_of<T: Copy + Ord>(scores: impl Iterator<Item = Option<T>>) -> Option<(usize, T)> {
    let taking_part = |(index, score): (usize, Option<T>)| score.map(|score| (index, score));
    scores
        .enumerate()
        .filter_map(taking_part)
        .reduce(|best, other| if other.1 > best.1 { other } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BITS: u32 = 16;

    /// A threshold that falls by one a step; the first to reach it fires.
    fn ramp(scores: &[Option<i32>]) -> Option<usize> {
        let (top, bottom) = (1 << (BITS - 1), -(1 << (BITS - 1)));
        (bottom..=top).rev().find_map(|threshold| {
            let fires = |score: &Option<i32>| score.is_some_and(|score| score >= threshold);
            scores.iter().position(fires)
        })
    }

    /// Most significant bit first: who has a 0 where another has a 1 leaves the race.
    fn bitwise(scores: &[Option<i32>]) -> Option<usize> {
        let offset = |score: i32| (score + (1 << (BITS - 1))) as u32;
        let mut race: Vec<bool> = scores.iter().map(Option::is_some).collect();
        for bit in (0..BITS).rev() {
            let ones: Vec<bool> = scores
                .iter()
                .zip(&race)
                .map(|(score, &races)| races && score.is_some_and(|s| offset(s) >> bit & 1 == 1))
                .collect();
            if ones.contains(&true) {
                race = ones;
            }
        }
        race.iter().position(|&races| races)
    }

    #[test]
    fn ties_and_nobody() {
        assert_eq!(best([3, 7, 7, -9].into_iter()), Some((1, 7)));
        assert_eq!(best(std::iter::empty::<i32>()), None);
        assert_eq!(
            best_of([Some(-9), None, Some(-9)].into_iter()),
            Some((0, -9))
        );
        assert_eq!(best_of([None::<i32>; 3].into_iter()), None);
    }

    proptest! {
        #[test]
        fn three_searches_agree(
            scores in prop::collection::vec(prop::option::of(-300i32..300), 0..12),
            shift in -30_000i32..30_000,
        ) {
            let scores: Vec<_> = scores.into_iter().map(|s| s.map(|s| s + shift)).collect();
            let expected = best_of(scores.iter().copied()).map(|(index, _)| index);
            prop_assert_eq!(ramp(&scores), expected);
            prop_assert_eq!(bitwise(&scores), expected);
            let all: Vec<i32> = scores.iter().copied().flatten().collect();
            let filled: Vec<_> = all.iter().copied().map(Some).collect();
            prop_assert_eq!(best(all.into_iter()).map(|(i, _)| i), bitwise(&filled));
        }
    }
}
