//! What a column integrates and how the rows come.

use super::unsigned;
use crate::harness::Bench;
use spinloom::blocks::lif::golden as lif_golden;
use spinloom::blocks::lif::rtl::{Lif, PulseLif};
use spinloom::blocks::mask::golden as mask_golden;
use spinloom::blocks::train_buffer::rtl::TrainBuffer;
use spinloom::leaf;
use spinloom::random::Stream;
use spinloom::spec::{NUM_STEPS, Spec};
use std::collections::BTreeSet;

/// Images of a few rows; thresholds met exactly, windows at their edges.
pub fn lif(bench: &mut Bench) {
    let spec = Spec::new(40, 1, 1).unwrap();
    let cell = leaf!(
        Lif::new(&spec),
        Lif,
        [clk_i],
        [
            rst_ni,
            acc_i,
            weight_i,
            settle_i,
            step_i,
            step_first_i,
            step_last_i,
            operand_i,
            silent_i
        ],
        [count_o, fired_o, in_window_o, positive_o, negative_o]
    );
    let mut stream = Stream::new(2);
    let mut vectors = vec![vec![0; 9]];
    let mut expected = vec![None];
    for _ in 0..300 {
        let num_rows = 1 + stream.below(20);
        let weights: Vec<i16> = (0..num_rows).map(|_| stream.symmetric(63)).collect();
        let drive: i32 = weights.iter().map(|w| i32::from(*w)).sum();
        // now and then a threshold or a window that the drive meets exactly
        let near = (drive.max(1) + i32::from(stream.symmetric(1))).clamp(1, 65535) as u32;
        let threshold = if stream.below(3) == 0 {
            near
        } else {
            1 + stream.below(2000)
        };
        let window = if stream.below(3) == 0 {
            near
        } else {
            stream.below(2000)
        };
        let silent = stream.below(4) == 0;
        // step 0: none; SETTLE comes before step 1
        let mut vector = |acc: bool, weight: i16, settle: bool, step: usize| {
            let operand = match (settle, step) {
                (true, _) => threshold,
                (false, 1) => 1,
                _ => window,
            };
            vectors.push(vec![
                1,
                acc.into(),
                unsigned(weight.into(), 7),
                settle.into(),
                (step > 0).into(),
                (step == 1).into(),
                (step == NUM_STEPS).into(),
                operand.into(),
                silent.into(),
            ]);
            expected.push(None);
        };
        for &weight in &weights {
            vector(true, weight, false, 0);
        }
        vector(false, 0, true, 0);
        for step in 1..=NUM_STEPS {
            vector(false, 0, false, step);
        }
        vector(false, 0, false, 0);
        let (mut counts, mut membranes) = ([0], [0]);
        lif_golden::integrate(&[drive], threshold as i32, &mut counts, &mut membranes);
        mask_golden::silence(&[silent], &mut counts, |_| {});
        let in_window = drive > 0 && drive < window as i32 && !silent;
        *expected.last_mut().unwrap() = Some([
            counts[0] as u128,
            (counts[0] > 0).into(),
            in_window.into(),
            (drive > 0).into(),
            (drive < 0).into(),
        ]);
    }
    let mut expected = expected.into_iter();
    bench.add("lif", cell, vectors, move |_| {
        match expected.next().flatten() {
            Some(outputs) => outputs.map(Some).to_vec(),
            None => vec![None; 5],
        }
    });
}

/// Trains: rows in each of four steps, a spike at most behind each.
pub fn pulse_lif(bench: &mut Bench) {
    const STEPS: usize = 4;
    let spec = Spec::new(40, 1, 1).unwrap().with_steps(STEPS).unwrap();
    let cell = leaf!(
        PulseLif::new(&spec),
        PulseLif,
        [clk_i],
        [
            rst_ni,
            acc_i,
            acc_first_i,
            weight_i,
            step_i,
            step_first_i,
            step_last_i,
            operand_i,
            threshold_i,
            silent_i
        ],
        [count_o, fired_o, in_window_o, positive_o, negative_o]
    );
    let mut stream = Stream::new(12);
    let mut vectors = vec![vec![0; 10]];
    let mut expected = vec![None];
    for _ in 0..300 {
        let trains: Vec<Vec<i16>> = (0..STEPS)
            .map(|_| {
                let rows = 1 + stream.below(9);
                (0..rows).map(|_| stream.symmetric(63)).collect()
            })
            .collect();
        let drives: Vec<i32> = trains
            .iter()
            .map(|t| t.iter().map(|&w| i32::from(w)).sum())
            .collect();
        let drive: i32 = drives.iter().sum();
        let near = |value: i32, stream: &mut Stream| match stream.below(3) {
            0 => (value.max(1) + i32::from(stream.symmetric(1))).clamp(1, 65535) as u32,
            _ => 1 + stream.below(400),
        };
        let threshold = near(drives[0], &mut stream);
        let window = near(drive, &mut stream);
        let silent = stream.below(4) == 0;
        let (mut membranes, mut counts, mut first_steps) = ([0], [0], [STEPS as u8]);
        for (step, weights) in trains.iter().enumerate() {
            let mut vector = |acc: bool, first: bool, weight: i16, end: bool| {
                vectors.push(vec![
                    1,
                    acc.into(),
                    first.into(),
                    unsigned(weight.into(), 7),
                    end.into(),
                    (end && step == 0).into(),
                    (end && step + 1 == STEPS).into(),
                    window.into(),
                    threshold.into(),
                    silent.into(),
                ]);
                expected.push(None);
            };
            for (i, &weight) in weights.iter().enumerate() {
                vector(true, step == 0 && i == 0, weight, false);
            }
            vector(false, false, 0, true);
            vector(false, false, 0, false);
            let mut neurons = lif_golden::Neurons {
                membranes: &mut membranes,
                counts: &mut counts,
                first_steps: &mut first_steps,
            };
            lif_golden::integrate_step(&[drives[step]], threshold as i32, step as u8, &mut neurons);
            // after each step the count so far; the window means something after the last
            let last = |flag: bool| (step + 1 == STEPS).then_some(flag.into());
            let count = if silent { 0 } else { counts[0] };
            *expected.last_mut().unwrap() = Some([
                Some(count as u128),
                Some((count > 0).into()),
                last(drive > 0 && drive < window as i32 && !silent),
                last(drive > 0),
                last(drive < 0),
            ]);
        }
    }
    let mut expected = expected.into_iter();
    bench.add("pulse_lif", cell, vectors, move |_| {
        expected
            .next()
            .flatten()
            .map_or(vec![None; 5], |outputs| outputs.to_vec())
    });
}

/// Images of distinct and repeated rows; the replay gives each once, in ascending order, unless the next
/// image comes before its end.
pub fn train_buffer(bench: &mut Bench) {
    let spec = Spec::new(100, 1, 1).unwrap();
    let cell = leaf!(
        TrainBuffer::new(&spec),
        TrainBuffer,
        [clk_i],
        [rst_ni, clear_i, first_i, insert_i, row_i, start_i, next_i],
        [new_o, valid_o, row_o]
    );
    let mut stream = Stream::new(7);
    let mut vectors = vec![vec![0; 7]];
    let mut expected: Vec<[Option<u128>; 3]> = vec![[None; 3]];
    for _ in 0..40 {
        let mut seen = BTreeSet::new();
        for i in 0..stream.below(60) {
            let row = stream.below(100);
            let new = seen.insert(row);
            let first = (i == 0).into();
            vectors.push(vec![1, first, first, new.into(), row.into(), 0, 0]);
            expected.push([Some(new.into()), None, None]);
        }
        if seen.is_empty() {
            vectors.push(vec![1, 1, 1, 0, 0, 0, 0]);
            expected.push([None; 3]);
        }
        // the first row stands four cycles later
        vectors.push(vec![1, 0, 0, 0, 0, 1, 0]);
        vectors.extend(vec![vec![1, 0, 0, 0, 0, 0, 0]; 3]);
        expected.extend([[None; 3]; 4]);
        // now and then the next image ends a replay
        let shown = seen.len() as u32 - stream.below(4) / 3 * stream.below(seen.len() as u32 + 1);
        for row in seen.iter().take(shown as usize) {
            let row = *row;
            for hold in 0..=stream.below(3).saturating_sub(1) {
                let _ = hold;
                vectors.push(vec![1, 0, 0, 0, 0, 0, 0]);
                expected.push([None, Some(1), Some(row.into())]);
            }
            vectors.push(vec![1, 0, 0, 0, 0, 0, 1]);
            expected.push([None, Some(1), Some(row.into())]);
        }
        vectors.push(vec![1, 0, 0, 0, 0, 0, 0]);
        expected.push([None, Some((seen.len() > shown as usize).into()), None]);
    }
    let mut expected = expected.into_iter();
    bench.add("train_buffer", cell, vectors, move |_| {
        expected
            .next()
            .map_or(vec![None; 3], |outputs| outputs.to_vec())
    });
}
