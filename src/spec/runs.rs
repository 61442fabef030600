//! Runs of rows of one part: what the row-part table of a core holds.

use crate::{Error, Result};

/// Most runs that a core holds.
pub const MAX_RUNS: usize = 64;

/// Rows of a run, and the part of each run: all runs are of one length, and the last goes on to the
/// last row.
pub(super) fn runs(parts: &[Option<u8>]) -> (usize, Vec<Option<u8>>) {
    let changes = (1..parts.len()).filter(|&row| parts[row] != parts[row - 1]);
    let length = match changes.fold(0, gcd) {
        0 => parts.len().max(1),
        length => length,
    };
    let mut runs: Vec<_> = parts.iter().copied().step_by(length).collect();
    while runs.len() > 1 && runs[runs.len() - 1] == runs[runs.len() - 2] {
        runs.pop();
    }
    (length, runs)
}

/// Checks that a core holds the runs of these parts.
///
/// # Errors
/// [`Error::Input`] where there are more than [`MAX_RUNS`].
pub(super) fn check(parts: &[Option<u8>]) -> Result<()> {
    let (length, runs) = runs(parts);
    if runs.len() <= MAX_RUNS {
        return Ok(());
    }
    Err(Error::Input(format!(
        "the part table has {} runs of {length} rows, but a core holds {MAX_RUNS}: give parts to longer runs of rows",
        runs.len()
    )))
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{Compartments, Layout, MAX_SIDE, Prototype, Spec};

    #[test]
    fn every_array_of_a_built_in_code_fits() {
        for rows in 1..=MAX_SIDE {
            for layout in [
                Layout::EDGE12,
                Layout::EDGE16,
                Layout::RAW,
                Layout::CHANNELS,
            ] {
                let sizes = Prototype::new(rows, Compartments::Four, layout);
                check(sizes.parts()).unwrap();
                let (length, runs) = sizes.runs();
                let of_row = |row: usize| runs[(row / length).min(runs.len() - 1)];
                assert!((0..rows).all(|row| of_row(row) == sizes.parts()[row]));
            }
        }
    }

    #[test]
    fn a_table_of_more_runs_is_refused() {
        let alternating = |runs: u8| (0..runs).map(|run| Some(run % 2)).collect::<Vec<_>>();
        check(&alternating(64)).unwrap();
        let sentence = "the part table has 65 runs of 1 rows, but a core holds 64: \
                        give parts to longer runs of rows";
        let refused = check(&alternating(65)).unwrap_err();
        assert_eq!(refused.to_string(), sentence);
        let sizes = Prototype::new(65, Compartments::Four, Layout::EDGE12);
        let refused = sizes.with_parts(alternating(65)).unwrap_err();
        assert_eq!(refused.to_string(), sentence);
        // 40 lines of two halves each
        let layout = Layout {
            side: 40,
            directions: 1,
        };
        let refused = Spec::with_prototype(1600, 10, 1, Compartments::Four, layout).unwrap_err();
        assert!(
            refused.to_string().contains("80 runs of 20 rows"),
            "{refused}"
        );
    }
}
