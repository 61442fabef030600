//! Pulses on a junction and its weight.

use super::{signed, unsigned};
use crate::harness::Bench;
use spinloom::blocks::mtj_pair::golden::{PairPulse, pulse_cell, pulse_pair, right_word};
use spinloom::blocks::mtj_pair::rtl::{MtjPair, PersistentPair};
use spinloom::blocks::readout_cell::rtl::ReadoutCell;
use spinloom::blocks::stdp::rtl::Stdp;
use spinloom::blocks::synapse::rtl::Synapse;
use spinloom::device::{Direction, Rule};
use spinloom::leaf;
use spinloom::random::Stream;

/// Every rule entry in both orders.
pub fn stdp(bench: &mut Bench) {
    let cell = leaf!(
        Stdp::default(),
        Stdp,
        [],
        [rule_i, causal_i],
        [pulse_o, ltp_o]
    );
    let vectors = (0..64).map(|v| vec![v >> 1, v & 1]);
    bench.add("stdp", cell, vectors, |inputs| {
        let (rule, acausal) = (Rule::from_bits(inputs[0] as u8), inputs[1] == 0);
        let ltp = rule.direction(acausal) == Direction::Potentiate;
        vec![Some(rule.pulse(acausal).is_some().into()), Some(ltp.into())]
    });
}

/// All states and directions; words around both thresholds.
pub fn persistent_pair(bench: &mut Bench) {
    let cell = leaf!(
        PersistentPair::default(),
        PersistentPair,
        [],
        [
            pair_i,
            pulse_i,
            to_p_i,
            word_i,
            left_threshold_i,
            right_threshold_i
        ],
        [pair_o, switched_o]
    );
    let mut stream = Stream::new(21);
    let mut vectors = vec![];
    for state in 0..32_u128 {
        for _ in 0..24 {
            let word = stream.below(65536) as u16;
            let mut near = |word: u16| match stream.below(4) {
                0 => word,
                1 => word.saturating_add(1),
                2 => 0,
                _ => stream.below(65536) as u16,
            };
            let thresholds = [near(word), near(right_word(word))].map(u128::from);
            vectors.push(vec![
                state & 3,
                u128::from(state >> 4 & 1 == 0 || word & 7 > 0),
                state >> 2 & 3,
                word.into(),
                thresholds[0],
                thresholds[1],
            ]);
        }
    }
    bench.add("persistent_pair", cell, vectors, |inputs| {
        let before = inputs[0] as u8;
        let pulse = PairPulse {
            thresholds: [inputs[4] as u16, inputs[5] as u16],
            to_p: [inputs[2] & 1 == 1, inputs[2] >> 1 == 1],
        };
        let after = match inputs[1] {
            1 => pulse_pair(before, inputs[3] as u16, pulse),
            _ => before,
        };
        [after, after ^ before]
            .map(|pair| Some(pair.into()))
            .to_vec()
    });
}

/// Words around the threshold.
pub fn mtj_pair(bench: &mut Bench) {
    let cell = leaf!(
        MtjPair::default(),
        MtjPair,
        [],
        [pulse_i, word_i, threshold_i],
        [switched_o]
    );
    let mut stream = Stream::new(1);
    let mut vectors = vec![];
    for _ in 0..400 {
        let threshold = stream.below(65536) as u128;
        for word in [
            threshold.saturating_sub(1),
            threshold,
            (threshold + 1).min(65535),
        ] {
            vectors.push(vec![stream.below(4).min(1).into(), word, threshold]);
        }
    }
    bench.add("mtj_pair", cell, vectors, |inputs| {
        let (word, threshold) = (inputs[1] as u16, inputs[2] as u16);
        let switches = pulse_cell(&mut 0, word, threshold, 1, 63).switches;
        vec![Some(u128::from(switches) & inputs[0])]
    });
}

/// Every weight, up and down, switched or not.
pub fn synapse(bench: &mut Bench, width: usize) {
    let cell = leaf!(
        Synapse::new(width),
        Synapse,
        [],
        [weight_i, switched_i, ltp_i],
        [weight_o, saturated_o]
    );
    let limit = (1i16 << (width - 1)) - 1;
    let vectors = (-limit..=limit).flat_map(|weight| {
        (0..4).map(move |v| vec![unsigned(weight.into(), width), v >> 1, v & 1])
    });
    bench.add(&format!("synapse{width}"), cell, vectors, |inputs| {
        let mut weight = signed(inputs[0], width) as i16;
        let step = if inputs[2] == 1 { 1 } else { -1 };
        // a word of 0 is below a threshold of 1, not of 0
        let outcome = pulse_cell(&mut weight, 0, inputs[1] as u16, step, limit);
        vec![
            Some(unsigned(weight.into(), width)),
            Some(outcome.saturations.into()),
        ]
    });
}

/// Weights around both limits, words around the threshold; the host now and then.
pub fn readout_cell(bench: &mut Bench) {
    let cell = leaf!(
        ReadoutCell::default(),
        ReadoutCell,
        [clk_i],
        [
            rst_ni,
            teach_i,
            pulse_i,
            ltp_i,
            threshold_i,
            word_i,
            weight_i,
            host_i,
            host_weight_i
        ],
        [
            read_weight_o,
            we_o,
            weight_o,
            ltp_o,
            ltd_o,
            switched_o,
            saturated_o
        ]
    );
    let mut stream = Stream::new(9);
    let vectors: Vec<Vec<u128>> = (0..6000)
        .map(|_| {
            let weight = match stream.below(3) {
                0 => [-127, -126, -1, 0, 1, 126, 127][stream.below(7) as usize],
                _ => stream.symmetric(127),
            };
            let pulsed = stream.below(4) > 0;
            let threshold = if pulsed { stream.below(65536) } else { 0 };
            let word = match stream.below(3) {
                0 => threshold.saturating_sub(1),
                1 => threshold,
                _ => stream.below(65536),
            };
            let host = stream.below(8) == 0;
            vec![
                1,
                u128::from(!host && stream.below(8) > 0),
                pulsed.into(),
                stream.below(2).into(),
                threshold.into(),
                word.into(),
                unsigned(weight.into(), 8),
                host.into(),
                // what the host of the cycle before writes
                unsigned(stream.symmetric(127).into(), 8),
            ]
        })
        .collect();
    let mut before: Option<Vec<u128>> = None;
    bench.add("readout_cell", cell, vectors, move |inputs| {
        let Some(before) = before.replace(inputs.to_vec()) else {
            return vec![None; 7];
        };
        let [taught, pulsed, ltp, host] = [1, 2, 3, 7].map(|i| before[i] == 1);
        let read = signed(before[6], 8) as i16;
        let (mut weight, mut outcome) = (read, Default::default());
        if host {
            weight = signed(inputs[8], 8) as i16;
        } else if taught {
            let step = if ltp { 1 } else { -1 };
            let (word, threshold) = (before[5] as u16, before[4] as u16);
            outcome = pulse_cell(&mut weight, word, threshold, step, 127);
        }
        vec![
            (!host).then_some(unsigned(read.into(), 8)),
            Some((taught || host).into()),
            Some(unsigned(weight.into(), 8)),
            Some((taught && pulsed && ltp).into()),
            Some((taught && pulsed && !ltp).into()),
            Some(outcome.switches.into()),
            Some(outcome.saturations.into()),
        ]
    });
}
