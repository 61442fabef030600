//! The cells, each with vectors and its golden model.

use crate::harness::Bench;
use spinloom::blocks::column_words::rtl::ColumnWords;
use spinloom::blocks::draw::{golden as draw_golden, rtl::Draw};
use spinloom::blocks::lif::{golden as lif_golden, rtl::Lif};
use spinloom::blocks::modulator::{golden::Responses, rtl::Modulator};
use spinloom::blocks::mtj_pair::{golden::pulse_cell, rtl::MtjPair};
use spinloom::blocks::readout::{golden as readout_golden, rtl::ClassSum};
use spinloom::blocks::stdp::rtl::Stdp;
use spinloom::blocks::synapse::rtl::Synapse;
use spinloom::blocks::train_buffer::rtl::TrainBuffer;
use spinloom::device::{Direction, Rule, RuleTable, SwitchingTables};
use spinloom::leaf;
use spinloom::random::Stream;
use spinloom::spec::{Learning, NUM_STEPS, Spec};
use std::collections::BTreeSet;

fn unsigned(value: i32, bits: usize) -> u128 {
    value as u128 & ((1 << bits) - 1)
}

fn signed(value: u128, bits: usize) -> i32 {
    ((value as i32) << (32 - bits)) >> (32 - bits)
}

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
            acc_first_i,
            weight_i,
            step_i,
            step_first_i,
            threshold_i,
            window_i
        ],
        [count_o, fired_o, in_window_o]
    );
    let mut stream = Stream::new(2);
    let mut vectors = vec![vec![0; 8]];
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
        let mut vector = |acc: u32, first: u32, weight: i16, step: u32, step_first: u32| {
            vectors.push(vec![
                1,
                acc.into(),
                first.into(),
                unsigned(weight.into(), 7),
                step.into(),
                step_first.into(),
                threshold.into(),
                window.into(),
            ]);
            expected.push(None);
        };
        for (i, weight) in weights.iter().enumerate() {
            vector(1, (i == 0).into(), *weight, 0, 0);
        }
        for step in 0..NUM_STEPS {
            vector(0, 0, 0, 1, (step == 0).into());
        }
        vector(0, 0, 0, 0, 0);
        let (mut counts, mut membranes) = ([0], [0]);
        lif_golden::integrate(&[drive], threshold as i32, &mut counts, &mut membranes);
        let in_window = drive > 0 && drive < window as i32;
        *expected.last_mut().unwrap() =
            Some([counts[0] as u128, (counts[0] > 0).into(), in_window.into()]);
    }
    let mut expected = expected.into_iter();
    bench.add("lif", cell, vectors, move |_| {
        match expected.next().flatten() {
            Some(outputs) => outputs.map(Some).to_vec(),
            None => vec![None; 3],
        }
    });
}

/// A long run of draws with pauses and loads.
pub fn draw(bench: &mut Bench) {
    let start = 0xACE1;
    let cell = leaf!(
        Draw::new(start),
        Draw,
        [clk_i],
        [rst_ni, advance_i, load_i, value_i],
        [state_o]
    );
    let mut stream = Stream::new(3);
    let mut vectors = vec![vec![0; 4]];
    vectors.extend((0..2000).map(|_| {
        let load = u128::from(stream.below(50) == 0);
        vec![
            1,
            stream.below(2).into(),
            load,
            (1 + stream.below(65535)).into(),
        ]
    }));
    let mut lfsr = None;
    bench.add("draw", cell, vectors, move |inputs| {
        let state = lfsr.map(|l: draw_golden::Lfsr| u128::from(l.state()));
        let mut next = lfsr.or_else(|| draw_golden::Lfsr::new(start)).unwrap();
        if inputs[0] == 0 {
            next = draw_golden::Lfsr::new(start).unwrap();
        } else if inputs[2] == 1 {
            next = draw_golden::Lfsr::new(inputs[3] as u16).unwrap();
        } else if inputs[1] == 1 {
            next.draw();
        }
        lfsr = Some(next);
        vec![state]
    });
}

/// Several passes of 21 lanes: what the lanes make of the outputs is each column's word.
pub fn column_words(bench: &mut Bench) {
    let (lanes, passes) = (21, 5);
    let spec = Spec::new(4, lanes * passes, lanes).unwrap();
    let cell = leaf!(
        ColumnWords::new(&spec),
        ColumnWords,
        [clk_i],
        [rst_ni, state_i, first_i, next_i],
        [doubled_o, masks_o, carry_o]
    );
    let mut stream = Stream::new(4);
    let mut vectors = vec![vec![0, 1, 0, 0]];
    for _ in 0..100 {
        let state = u128::from(1 + stream.below(65535));
        vectors.push(vec![1, state, 1, 0]);
        vectors.extend((0..passes).map(|pass| vec![1, state, 0, (pass + 1 < passes).into()]));
    }
    let mut pass = None;
    bench.add("column_words", cell, vectors, move |inputs| {
        let state = inputs[1] as u16;
        let shown = pass;
        pass = match (inputs[2], inputs[3]) {
            (1, _) => Some(0),
            (_, 1) => pass.map(|p: usize| p + 1),
            _ => pass,
        };
        let Some(shown) = shown else {
            return vec![None; 3];
        };
        let first = shown * lanes;
        let rotated = u128::from(state.rotate_left(first as u32 & 15));
        let masks = (0..3).fold(0, |masks, g| {
            masks | u128::from(draw_golden::group_mask((first >> 4) + g)) << (16 * g)
        });
        let carry = (0..16)
            .filter(|r| (first & 15) + r >= 16)
            .fold(0, |c, r| c | 1 << r);
        // the three together are the words of the contract
        for lane in 0..lanes {
            let group = (lane >> 4) + usize::from(carry >> (lane & 15) & 1 == 1);
            let mask = (masks >> (16 * group)) as u16;
            let word = (rotated as u16).rotate_left(lane as u32 & 15) ^ mask;
            assert_eq!(word, draw_golden::word(state, first + lane));
        }
        vec![Some(rotated << 16 | rotated), Some(masks), Some(carry)]
    });
}

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
            dead_zone_i,
            breakpoints_i
        ],
        [typed_o, positive_o, pulse_o, hidden_code_o, readout_code_o]
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
    let rules = RuleTable::default();
    bench.add("modulator", cell, vectors, move |inputs| {
        let d = signed(inputs[0], 8) - signed(inputs[1], 8);
        let (hidden, readout) = (inputs[4] as u8 & 15, inputs[4] as u8 >> 4);
        let learning = Learning {
            code_hidden: hidden,
            ..Learning::for_columns(1)
        };
        let drive = if inputs[3] == 1 { 1 } else { 0 };
        let response = Responses::new(&learning, &rules, &tables).column(d, drive, &learning);
        let code = readout_golden::code(readout, inputs[2] as i16).min(15) as u128;
        // without a type the amplitude does not matter
        let (pulse, hidden_code) = match response {
            Some(pulse) if pulse.step == 0 => (Some(0), None),
            Some(pulse) => (Some(1), Some(pulse.threshold.into())),
            None => (None, None),
        };
        let typed = Some(response.is_some().into());
        vec![typed, Some((d >= 0).into()), pulse, hidden_code, Some(code)]
    });
}

/// Sums over visited columns, cleared now and then.
pub fn class_sum(bench: &mut Bench) {
    let spec = Spec::new(4, 100, 100).unwrap();
    let cell = leaf!(
        ClassSum::new(&spec),
        ClassSum,
        [clk_i],
        [rst_ni, clear_i, acc_i, count_i, weight_i],
        [sum_o]
    );
    let mut stream = Stream::new(6);
    let mut vectors = vec![vec![0; 5]];
    vectors.extend((0..3000).map(|_| {
        let weight = unsigned(stream.symmetric(127).into(), 8);
        let count = u128::from(stream.below(NUM_STEPS as u32 + 1));
        vec![
            1,
            (stream.below(100) == 0).into(),
            stream.below(2).into(),
            count,
            weight,
        ]
    }));
    let mut sum = None;
    bench.add("class_sum", cell, vectors, move |inputs| {
        let shown = sum.map(|s| unsigned(s, spec.sum_bits()));
        let product = inputs[3] as i32 * signed(inputs[4], 8);
        let added = sum.unwrap_or(0) + if inputs[2] == 1 { product } else { 0 };
        sum = Some(if inputs[0] == 0 || inputs[1] == 1 {
            0
        } else {
            added
        });
        vec![shown]
    });
}

/// Images of distinct and repeated rows; the replay gives each once, in ascending order.
pub fn train_buffer(bench: &mut Bench) {
    let spec = Spec::new(100, 1, 1).unwrap();
    let cell = leaf!(
        TrainBuffer::new(&spec),
        TrainBuffer,
        [clk_i],
        [rst_ni, clear_i, insert_i, row_i, start_i, next_i],
        [new_o, valid_o, row_o]
    );
    let mut stream = Stream::new(7);
    let mut vectors = vec![vec![0; 6]];
    let mut expected: Vec<[Option<u128>; 3]> = vec![[None; 3]];
    for _ in 0..40 {
        let mut seen = BTreeSet::new();
        for i in 0..stream.below(60) {
            let row = stream.below(100);
            let new = seen.insert(row);
            vectors.push(vec![1, (i == 0).into(), new.into(), row.into(), 0, 0]);
            expected.push([Some(new.into()), None, None]);
        }
        if seen.is_empty() {
            vectors.push(vec![1, 1, 0, 0, 0, 0]);
            expected.push([None; 3]);
        }
        vectors.push(vec![1, 0, 0, 0, 1, 0]);
        vectors.push(vec![1, 0, 0, 0, 0, 0]);
        expected.extend([[None; 3]; 2]);
        for row in seen {
            for hold in 0..=stream.below(3).saturating_sub(1) {
                let _ = hold;
                vectors.push(vec![1, 0, 0, 0, 0, 0]);
                expected.push([None, Some(1), Some(row.into())]);
            }
            vectors.push(vec![1, 0, 0, 0, 0, 1]);
            expected.push([None, Some(1), Some(row.into())]);
        }
        vectors.push(vec![1, 0, 0, 0, 0, 0]);
        expected.push([None, Some(0), None]);
    }
    let mut expected = expected.into_iter();
    bench.add("train_buffer", cell, vectors, move |_| {
        expected
            .next()
            .map_or(vec![None; 3], |outputs| outputs.to_vec())
    });
}
