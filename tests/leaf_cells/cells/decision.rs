//! From readout weights to types and classes.

use super::{signed, unsigned};
use crate::harness::Bench;
use spinloom::blocks::modulator::{golden::Responses, rtl::Modulator};
use spinloom::blocks::pulse_lookup::rtl::PulseLookup;
use spinloom::blocks::readout::{golden as readout_golden, rtl::ClassSum};
use spinloom::blocks::stdp::golden::pulse;
use spinloom::device::{Direction, Junction, Rule, RuleTable, SwitchingTables};
use spinloom::leaf;
use spinloom::random::Stream;
use spinloom::spec::{Learning, NUM_STEPS, Spec};

/// Sizes at every breakpoint and the dead zone; the class comes two cycles later.
pub fn modulator(bench: &mut Bench) {
    let cell = leaf!(
        Modulator::default(),
        Modulator,
        [clk_i],
        [
            rst_ni,
            label_weight_i,
            rival_weight_i,
            in_window_i,
            dead_zone_i,
            breakpoints_i
        ],
        [learns_o, positive_o, class_o]
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
            let in_window = stream.below(4).min(1).into();
            vec![
                1,
                unsigned(label, 8),
                unsigned(rival, 8),
                in_window,
                8,
                breakpoints,
            ]
        })
        .collect();
    let learning = Learning {
        code_hidden: 8,
        ..Learning::for_columns(1)
    };
    let responses = Responses::new(&learning, &RuleTable::default(), &naming_codes());
    let mut before = [None; 2];
    bench.add("modulator", cell, vectors, move |inputs| {
        let [d, _] = before;
        let next = signed(inputs[1], 8) - signed(inputs[2], 8);
        before = [before[1], Some(next)];
        let Some(d) = d else { return vec![None; 3] };
        let drive = if inputs[3] == 1 { 1 } else { 0 };
        let response = responses.column(d, drive, &learning);
        let offset = response.map_or(-4, |r| i32::from(r.causal.threshold) - 8);
        let positive = u128::from(d >= 0);
        let class = positive << 3 | unsigned(offset, 3);
        [response.is_some().into(), positive, class]
            .map(Some)
            .to_vec()
    });
}

/// A table whose threshold names the code.
fn naming_codes() -> SwitchingTables {
    let mut tables = SwitchingTables::default();
    for (k, word) in tables.words_mut().enumerate() {
        *word = k as u16 & 15;
    }
    tables
}

/// All entries of the rule table with random rules, codes that clip, both kinds of cells; of persistent
/// pairs both junctions.
pub fn pulse_lookup(bench: &mut Bench, persistent: bool) {
    let mut spec = Spec::new(4, 4, 4).unwrap();
    if persistent {
        spec = spec.with_persistent_pairs().unwrap();
    }
    let mut tables = SwitchingTables::default();
    for (k, word) in tables.words_mut().enumerate() {
        *word = 1 + 977 * k as u16;
    }
    let cell = leaf!(
        PulseLookup::new(&spec, &tables.to_words()),
        PulseLookup,
        [clk_i],
        [
            rst_ni,
            codes_i,
            rules_i,
            readout_i,
            second_i,
            count_i,
            offset_i,
            enable_i,
            causal_i,
            right_i,
            table_host_i
        ],
        [pulse_o, ltp_o, watched_o, threshold_o]
    );
    let mut stream = Stream::new(6);
    let vectors: Vec<Vec<u128>> = (0..6000)
        .map(|_| {
            vec![
                1,
                stream.below(256).into(),
                (stream.below(65536) << 16 | stream.below(65536)).into(),
                stream.below(2).into(),
                stream.below(2).into(),
                (1 + stream.below(NUM_STEPS as u32)).into(),
                unsigned(stream.below(5) as i32 - 3, 3),
                stream.below(8).min(1).into(),
                stream.below(2).into(),
                stream.below(2).into(),
                0,
            ]
        })
        .collect();
    let mut shown = [None; 2];
    let name = if persistent {
        "pair_lookup"
    } else {
        "pulse_lookup"
    };
    bench.add(name, cell, vectors, move |inputs| {
        let entry = 2 * inputs[3] + inputs[4];
        let of_column = Rule::from_bits((inputs[2] >> (8 * entry)) as u8);
        let selector = match (persistent && inputs[3] == 0, inputs[9]) {
            (true, 1) => Junction::Right,
            (true, _) => Junction::Left,
            (false, _) => of_column.selector,
        };
        let rule = Rule {
            selector,
            ..of_column
        };
        let watched = selector == of_column.selector;
        let [hidden, readout] = [inputs[1] as u8 & 15, inputs[1] as u8 >> 4];
        let code = match inputs[3] {
            1 => readout_golden::code(readout, inputs[5] as i16),
            _ => i32::from(hidden) + signed(inputs[6], 3),
        };
        let acausal = inputs[8] == 0;
        let sent = pulse(rule, acausal, code, &tables);
        let pulsed = inputs[7] == 1 && sent.step != 0;
        let ltp = rule.direction(acausal) == Direction::Potentiate;
        let threshold = if pulsed { sent.threshold } else { 0 };
        let outputs = [pulsed.into(), ltp.into(), watched.into(), threshold.into()];
        // two cycles later
        shown.rotate_right(1);
        shown[0]
            .replace(outputs)
            .map_or(vec![None; 4], |outputs| outputs.map(Some).to_vec())
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
