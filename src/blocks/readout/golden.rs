//! Plain integers for [`super`].

use crate::spec::NUM_CLASSES;

/// Weights of one column in memory: the classes, padded with zeros.
pub const STRIDE: usize = 16;
/// Columns whose products surely fit 16 bits: 32 x 8 x 127.
const COLUMNS_A_BLOCK: usize = 32;

/// Sums of the classes.
pub type Sums = [i32; NUM_CLASSES];

/// Adds count x weight of every column.
pub fn add(sums: &mut Sums, counts: &[i16], weights: &[[i16; STRIDE]]) {
    for (counts, weights) in counts
        .chunks(COLUMNS_A_BLOCK)
        .zip(weights.chunks(COLUMNS_A_BLOCK))
    {
        let mut partial = [0i16; STRIDE];
        for (&count, row) in counts.iter().zip(weights) {
            for (sum, &weight) in partial.iter_mut().zip(row) {
                *sum += count * weight;
            }
        }
        for (sum, part) in sums.iter_mut().zip(partial) {
            *sum += i32::from(part);
        }
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
        let mut weights = [[0; STRIDE]; 100];
        for row in &mut weights {
            row[0] = 127;
            row[9] = -127;
        }
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
