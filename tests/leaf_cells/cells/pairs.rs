//! A lane's cells of persistent pairs.

use super::unsigned;
use crate::harness::Bench;
use spinloom::blocks::mtj_pair::golden::{PairPulse, pair_sign, pulse_pair, right_word};
use spinloom::blocks::pair_cell::rtl::PairCell;
use spinloom::blocks::stdp::golden::is_acausal;
use spinloom::leaf;
use spinloom::random::Stream;
use spinloom::spec::{PAIR_WEIGHT, Spec, Types};

/// Input steps of an image.
const STEPS: u8 = 4;

/// What the cell holds of one side: both junctions, and which is watched.
#[derive(Clone, Copy, Default)]
struct Side {
    pulse: PairPulse,
    watched: Option<usize>,
}

/// Pulses are loaded, rows taught in every order; now and then the host writes, or all is forgotten.
pub fn pair_cell(bench: &mut Bench) {
    let spec = Spec::new(40, 1, 1).unwrap().with_steps(STEPS.into());
    let spec = spec.unwrap().with_types(Types::All).unwrap();
    let spec = spec.with_persistent_pairs().unwrap();
    let cell = leaf!(
        PairCell::new(&spec),
        PairCell,
        [clk_i],
        [
            rst_ni,
            clear_i,
            load_i,
            threshold_i,
            pulse_i,
            to_p_i,
            teach_i,
            active_i,
            row_step_i,
            column_step_i,
            rotated_i,
            mask_i,
            next_mask_i,
            carry_i,
            pair_i,
            host_select_i,
            host_pair_i
        ],
        [pair_o, switched_o, ltp_o, ltd_o, weight_o]
    );
    let mut stream = Stream::new(31);
    let mut vectors = vec![];
    for _ in 0..300 {
        let mut clear = vec![0; 17];
        (clear[0], clear[1]) = (1, 1);
        vectors.push(clear);
        let mut words = [0; 4];
        // now and then nothing is sent after all is forgotten
        let loads = if stream.below(6) == 0 { 0 } else { 4 };
        // of each side at most one junction is watched
        let watched = [stream.below(3), stream.below(3)];
        for (k, word) in words[..loads].iter_mut().enumerate() {
            *word = stream.below(65536);
            let mut load = vec![0; 17];
            (load[0], load[2], load[3]) = (1, 1, (*word).into());
            load[4] = u128::from(watched[k / 2] == k as u32 % 2);
            load[5] = stream.below(2).into();
            vectors.push(load);
        }
        for _ in 0..20 {
            let near = words[stream.below(4) as usize];
            let word = match stream.below(4) {
                0 => near,
                1 => near.saturating_sub(1),
                2 => right_word(near as u16).into(),
                _ => stream.below(65536),
            };
            let mask = stream.below(65536);
            let carry = stream.below(2);
            let host = stream.below(9) == 0;
            vectors.push(vec![
                1,
                0,
                0,
                0,
                0,
                0,
                u128::from(!host && stream.below(8) > 0),
                stream.below(4).min(1).into(),
                stream.below(STEPS.into()).into(),
                stream.below(u32::from(STEPS) + 1).into(),
                (word ^ mask).into(),
                (mask * (1 - carry)).into(),
                (mask * carry).into(),
                carry.into(),
                stream.below(4).into(),
                host.into(),
                stream.below(4).into(),
            ]);
        }
    }
    // causal, acausal
    let mut sides = [Side::default(); 2];
    let mut loaded = 0;
    let mut shown = None;
    bench.add("pair_cell", cell, vectors, move |inputs| {
        let pair = inputs[14] as u8;
        let row_step = (inputs[7] == 1).then_some(inputs[8] as u8);
        let side = sides[usize::from(is_acausal(inputs[9] as u8, row_step))];
        let mask = if inputs[13] == 1 {
            inputs[12]
        } else {
            inputs[11]
        };
        let word = (inputs[10] ^ mask) as u16;
        let (mut after, mut changed, mut counted) = (pair, 0, [0, 0]);
        if inputs[15] == 1 {
            after = inputs[16] as u8;
        } else if inputs[6] == 1 {
            after = pulse_pair(pair, word, side.pulse);
            changed = after ^ pair;
            if let Some(watched) = side.watched {
                counted[usize::from(!side.pulse.to_p[watched])] = 1;
            }
        }
        if inputs[1] == 1 {
            (sides, loaded) = ([Side::default(); 2], 0);
        } else if inputs[2] == 1 {
            // acausal right, acausal left, causal right, causal left
            let (side, junction) = (1 - loaded / 2, 1 - loaded % 2);
            sides[side].pulse.thresholds[junction] = inputs[3] as u16;
            sides[side].pulse.to_p[junction] = inputs[5] == 1;
            sides[side].watched = match inputs[4] {
                1 => Some(junction),
                _ => sides[side].watched,
            };
            loaded += 1;
        }
        let weight = unsigned((PAIR_WEIGHT * pair_sign(pair)).into(), 7);
        let outputs = [after.into(), changed.into(), counted[0], counted[1]];
        let before = shown.replace(outputs);
        let outputs = before.map_or(vec![None; 4], |outputs| outputs.map(Some).to_vec());
        [outputs, vec![Some(weight)]].concat()
    });
}
