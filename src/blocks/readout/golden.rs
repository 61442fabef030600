//! Plain integers for [`super`].

use crate::spec::NUM_CLASSES;

/// Sums of the classes.
pub type Sums = [i32; NUM_CLASSES];

/// Adds count x weight of every column; `weights` holds a run of `counts.len()` columns a class.
pub fn add(sums: &mut Sums, counts: &[i16], weights: &[i16]) {
    for (sum, of_class) in sums.iter_mut().zip(weights.chunks_exact(counts.len())) {
        let products = counts.iter().zip(of_class);
        *sum += products
            .map(|(&count, &weight)| i32::from(count) * i32::from(weight))
            .sum::<i32>();
    }
}

/// The largest of the classes, ties to the lowest.
pub fn argmax(sums: &Sums) -> usize {
    best(sums, |_| true)
}

/// The largest of the classes other than `label`, ties to the lowest.
pub fn rival(sums: &Sums, label: usize) -> usize {
    best(sums, |class| class != label)
}

fn best(sums: &Sums, admitted: impl Fn(usize) -> bool) -> usize {
    (0..NUM_CLASSES)
        .filter(|&class| admitted(class))
        .reduce(|best, class| {
            if sums[class] > sums[best] {
                class
            } else {
                best
            }
        })
        .unwrap_or(0)
}

/// Whether the label leads by the margin already.
pub fn is_learned(sums: &Sums, label: usize, rival: usize, margin: i32) -> bool {
    sums[label] - sums[rival] >= margin
}

/// Amplitude code of a visited column.
pub fn code(base: u8, count: i16) -> i32 {
    i32::from(base) + ((i32::from(count) - 1) >> 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_go_to_the_lowest() {
        assert_eq!(argmax(&[0; 10]), 0);
        assert_eq!(argmax(&[-5, -3, -3, -9, -9, -9, -9, -9, -9, -9]), 1);
        assert_eq!(rival(&[7; 10], 0), 1);
        assert_eq!(rival(&[7; 10], 4), 0);
        assert_eq!(rival(&[1, 9, 3, 3, 0, 0, 0, 0, 0, 0], 1), 2);
    }

    #[test]
    fn margin_edge() {
        let sums = [2048, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        assert!(is_learned(&sums, 0, 1, 2048));
        assert!(!is_learned(&sums, 0, 1, 2049));
    }

    #[test]
    fn extremes_are_exact() {
        let mut weights = vec![0; 100 * NUM_CLASSES];
        weights[..100].fill(127);
        weights[900..].fill(-127);
        let mut sums = [1; NUM_CLASSES];
        add(&mut sums, &[8; 100], &weights);
        assert_eq!(sums, [1 + 101_600, 1, 1, 1, 1, 1, 1, 1, 1, 1 - 101_600]);
    }

    #[test]
    fn codes_by_count() {
        let codes: Vec<i32> = (1..=8).map(|count| code(8, count)).collect();
        assert_eq!(codes, [8, 8, 9, 9, 10, 10, 11, 11]);
    }
}
