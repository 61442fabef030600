//! Pulses on a junction and its weight.

use super::{signed, unsigned};
use crate::harness::Bench;
use spinloom::blocks::mtj_pair::{golden::pulse_cell, rtl::MtjPair};
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
