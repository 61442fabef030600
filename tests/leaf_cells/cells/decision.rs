//! From readout weights to types and classes.

use super::{signed, unsigned};
use crate::harness::Bench;
use spinloom::blocks::modulator::{golden::Responses, rtl::Modulator};
use spinloom::blocks::readout::{golden as readout_golden, rtl::ClassSum};
use spinloom::blocks::stdp::golden::pulse;
use spinloom::device::{RuleTable, SwitchingTables};
use spinloom::leaf;
use spinloom::random::Stream;
use spinloom::spec::{Learning, NUM_STEPS, Spec};

/// Sizes at every breakpoint and the dead zone; codes that clip.
pub fn modulator(bench: &mut Bench) {
    let cell = leaf!(
        Modulator::default(),
        Modulator,
        [],
        [
            label_weight_i,
            rival_weight_i,
            count_i,
            in_window_i,
            codes_i,
            offsets_i,
            dead_zone_i,
            breakpoints_i
        ],
        [
            typed_o,
            positive_o,
            pulse_o,
            hidden_code_o,
            label_pulse_o,
            label_code_o,
            rival_pulse_o,
            rival_code_o
        ]
    );
    let mut stream = Stream::new(5);
    let breakpoints = 16 | 32 << 8 | 64 << 16 | 128u128 << 24;
    let vectors: Vec<Vec<u128>> = (0..6000)
        .map(|_| {
            let label = i32::from(stream.symmetric(127));
            let sizes = [0, 1, 7, 8, 15, 16, 31, 32, 63, 64, 127, 128, 254];
            let size = sizes[stream.below(13) as usize] * [1, -1][stream.below(2) as usize];
            let rival = match stream.below(2) {
                0 => (label - size).clamp(-127, 127),
                _ => i32::from(stream.symmetric(127)),
            };
            let count = 1 + stream.below(NUM_STEPS as u32);
            vec![
                unsigned(label, 8),
                unsigned(rival, 8),
                count.into(),
                stream.below(4).min(1).into(),
                stream.below(256).into(),
                stream.below(4096).into(),
                8,
                breakpoints,
            ]
        })
        .collect();
    // a table whose threshold names the code
    let mut tables = SwitchingTables::default();
    for (k, word) in tables.words_mut().enumerate() {
        *word = k as u16 & 15;
    }
    bench.add("modulator", cell, vectors, move |inputs| {
        let d = signed(inputs[0], 8) - signed(inputs[1], 8);
        let mut rules = RuleTable::default();
        for (k, rule) in rules.entries.iter_mut().enumerate() {
            rule.offset = signed(inputs[5] >> (3 * k) & 7, 3) as i8;
        }
        let (hidden, readout) = (inputs[4] as u8 & 15, inputs[4] as u8 >> 4);
        let learning = Learning {
            code_hidden: hidden,
            ..Learning::for_columns(1)
        };
        let drive = if inputs[3] == 1 { 1 } else { 0 };
        let response = Responses::new(&learning, &rules, &tables).column(d, drive, &learning);
        let code = readout_golden::code(readout, inputs[2] as i16);
        // a weight's cell: whether it is pulsed, and the code where it is
        let cell = |entry: usize| {
            let sent = pulse(rules.entries[entry], false, code, &tables);
            let pulsed = sent.step != 0;
            [Some(pulsed.into()), pulsed.then_some(sent.threshold.into())]
        };
        // without a type the amplitude does not matter
        let (sent, hidden_code) = match response {
            Some(response) if response.causal.step == 0 => (Some(0), None),
            Some(response) => (Some(1), Some(response.causal.threshold.into())),
            None => (None, None),
        };
        let typed = Some(response.is_some().into());
        let hidden = [typed, Some((d >= 0).into()), sent, hidden_code];
        [
            hidden.as_slice(),
            &cell(RuleTable::LABEL),
            &cell(RuleTable::RIVAL),
        ]
        .concat()
    });
}

/// Sums over visited columns, cleared now and then; a column takes four cycles, one behind the other.
pub fn class_sum(bench: &mut Bench) {
    let spec = Spec::new(4, 100, 100).unwrap();
    let cell = leaf!(
        ClassSum::new(&spec),
        ClassSum,
        [clk_i],
        [rst_ni, clear_i, count_i, weight_i, acc_i],
        [sum_o]
    );
    let mut stream = Stream::new(6);
    // {weight, count, add}
    let columns: Vec<(i32, u128, u128)> = (0..3000)
        .map(|_| {
            let weight = stream.symmetric(127).into();
            let count = stream.below(NUM_STEPS as u32 + 1).into();
            (weight, count, stream.below(2).into())
        })
        .collect();
    let column = |k: usize, back: usize| k.checked_sub(back).map_or((0, 0, 0), |k| columns[k]);
    let mut vectors = vec![vec![0; 5]];
    vectors.extend((0..columns.len()).map(|k| {
        let count = column(k, 0).1 & 1 | column(k, 1).1 & 2 | column(k, 2).1 & 12;
        let clear = (stream.below(100) == 0).into();
        let weight = unsigned(column(k, 0).0, 8);
        vec![1, clear, count, weight, column(k, 3).2]
    }));
    let (mut sum, mut products) = (None, [0; 3].to_vec());
    products.extend(columns.iter().map(|c| c.1 as i32 * c.0));
    let mut products = std::iter::once(0).chain(products);
    bench.add("class_sum", cell, vectors, move |inputs| {
        let shown = sum.map(|s| unsigned(s, spec.sum_bits()));
        let product = products.next().unwrap();
        let added = sum.unwrap_or(0) + if inputs[4] == 1 { product } else { 0 };
        sum = Some(if inputs[0] == 0 || inputs[1] == 1 {
            0
        } else {
            added
        });
        vec![shown]
    });
}
