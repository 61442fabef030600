//! Plain integers for [`super`], on rows of columns.

use crate::spec::{NUM_STEPS, W1_BITS};

/// Rows whose sum surely fits 16 bits, whatever the weights: 520.
const ROWS_A_BLOCK: usize = i16::MAX as usize / ((1 << (W1_BITS - 1)) - 1);
/// Rows added at once.
const BURST: usize = 4;

/// `drive[c]` = sum over `rows` of `weights[row * stride + c]`, `stride` = `drive.len()`.
///
/// `partial` is working space of the same length. Rows past the end of `weights` are a fault of the
/// caller.
pub fn accumulate(
    weights: &[i16],
    rows: impl Iterator<Item = usize>,
    partial: &mut [i16],
    drive: &mut [i32],
) {
    drive.fill(0);
    partial.fill(0);
    let stride = drive.len();
    let row = |r: usize| &weights[r * stride..][..stride];
    let mut waiting = [0; BURST];
    let mut num_waiting = 0;
    let mut num_partial = 0;
    for r in rows {
        waiting[num_waiting] = r;
        num_waiting += 1;
        if num_waiting == BURST {
            add_burst(partial, waiting.map(row));
            num_waiting = 0;
            num_partial += BURST;
            if num_partial + 2 * BURST > ROWS_A_BLOCK {
                flush(partial, drive);
                num_partial = 0;
            }
        }
    }
    for &r in &waiting[..num_waiting] {
        for (sum, w) in partial.iter_mut().zip(row(r)) {
            *sum += w;
        }
    }
    flush(partial, drive);
}

#[inline(always)]
fn add_burst(partial: &mut [i16], rows: [&[i16]; BURST]) {
    let [a, b, c, d] = rows;
    let pairs = a.iter().zip(b).zip(c.iter().zip(d));
    for (sum, ((a, b), (c, d))) in partial.iter_mut().zip(pairs) {
        *sum += (a + b) + (c + d);
    }
}

#[inline(always)]
fn flush(partial: &mut [i16], drive: &mut [i32]) {
    for (sum, part) in drive.iter_mut().zip(partial) {
        *sum += i32::from(*part);
        *part = 0;
    }
}

/// Integrates each column's drive for all steps.
pub fn integrate(drive: &[i32], threshold: i32, counts: &mut [i16], membranes: &mut [i32]) {
    for ((&input, count), membrane) in drive.iter().zip(counts).zip(membranes) {
        let (mut v, mut fired) = (0, 0);
        for _ in 0..NUM_STEPS {
            v += input;
            let spike = v >= threshold;
            fired += i32::from(spike);
            v -= if spike { threshold } else { 0 };
        }
        *count = fired as i16;
        *membrane = v;
    }
}

/// The neurons in the middle of an image of a pulse code.
pub struct Neurons<'a> {
    /// Membranes.
    pub membranes: &'a mut [i32],
    /// Spikes so far.
    pub counts: &'a mut [i16],
    /// Step of the first spike; T where there is none.
    pub first_steps: &'a mut [u8],
}

/// The integration step behind input step `step` of a pulse code: one spike at most.
pub fn integrate_step(drive: &[i32], threshold: i32, step: u8, neurons: &mut Neurons) {
    let state = neurons
        .membranes
        .iter_mut()
        .zip(&mut *neurons.counts)
        .zip(&mut *neurons.first_steps);
    for (&input, ((membrane, count), first_step)) in drive.iter().zip(state) {
        *membrane += input;
        let spike = *membrane >= threshold;
        *membrane -= if spike { threshold } else { 0 };
        *count += i16::from(spike);
        *first_step = if spike {
            step.min(*first_step)
        } else {
            *first_step
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(drive: i32, threshold: i32) -> (i16, i32) {
        let (mut count, mut membrane) = ([0], [0]);
        integrate(&[drive], threshold, &mut count, &mut membrane);
        (count[0], membrane[0])
    }

    #[test]
    fn edges_of_the_threshold() {
        assert_eq!(one(127, 1024), (0, 1016));
        assert_eq!(one(128, 1024), (1, 0));
        assert_eq!(one(129, 1024), (1, 8));
        assert_eq!(one(1023, 1024), (7, 1016));
        assert_eq!(one(1024, 1024), (8, 0));
        assert_eq!(one(5000, 1024), (8, 8 * (5000 - 1024)));
        assert_eq!(one(-49_455, 1024), (0, -8 * 49_455));
        assert_eq!(one(0, 0), (8, 0));
    }

    #[test]
    fn a_train_fires_once_a_step() {
        let (mut membranes, mut counts, mut first_steps) = ([0; 2], [0; 2], [4; 2]);
        let mut neurons = Neurons {
            membranes: &mut membranes,
            counts: &mut counts,
            first_steps: &mut first_steps,
        };
        for (step, drive) in [[99, -50], [1, 60], [250, 0], [0, 85]].iter().enumerate() {
            integrate_step(drive, 100, step as u8, &mut neurons);
        }
        assert_eq!((membranes, counts, first_steps), ([50, 95], [3, 0], [1, 4]));
    }

    #[test]
    fn full_array_does_not_overflow() {
        let weights = vec![63; 4097 * 16];
        let (mut partial, mut drive) = ([0; 16], [0; 16]);
        accumulate(&weights, 0..4097, &mut partial, &mut drive);
        assert_eq!(drive, [4097 * 63; 16]);
        let weights = vec![-63; 4097 * 16];
        accumulate(&weights, 0..4097, &mut partial, &mut drive);
        assert_eq!(drive, [-4097 * 63; 16]);
    }

    proptest! {
        #[test]
        fn drive_is_the_sum(weights in prop::collection::vec(-63i16..=63, 40 * 16), rows in prop::collection::vec(0usize..40, 0..60)) {
            let (mut partial, mut drive) = ([0; 16], [0; 16]);
            accumulate(&weights, rows.iter().copied(), &mut partial, &mut drive);
            for c in 0..16 {
                let sum: i32 = rows.iter().map(|r| i32::from(weights[16 * r + c])).sum();
                prop_assert_eq!(drive[c], sum);
            }
        }
    }
}
