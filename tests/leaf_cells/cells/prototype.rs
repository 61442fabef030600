//! The cells of scheme "prototype".

use super::{signed, unsigned};
use crate::harness::Bench;
use spinloom::blocks::amplitude::{golden as amplitude_golden, rtl::Amplitude};
use spinloom::blocks::best::rtl::{Best, place_bits};
use spinloom::blocks::bias_step::rtl::BiasStep;
use spinloom::blocks::compartments::rtl::CompartmentArray;
use spinloom::blocks::row_part::rtl::RowPart;
use spinloom::blocks::score::{golden as score_golden, rtl::Score};
use spinloom::leaf;
use spinloom::random::Stream;
use spinloom::spec::prototype::{START_WEIGHT, WEIGHT_BITS, WEIGHT_MAX, WINS_MAX};
use spinloom::spec::{Compartments, Layout, Prototype, Spec};

/// A core of 784 rows, two neurons a class.
pub fn spec() -> (Spec, Prototype) {
    let spec = Spec::with_prototype(784, 20, 7, Compartments::Four, Layout::EDGE12).unwrap();
    let sizes = spec.prototype().unwrap().clone();
    (spec, sizes)
}

/// Every weight, order and offset.
pub fn amplitude(bench: &mut Bench) {
    let cell = leaf!(
        Amplitude::default(),
        Amplitude,
        [],
        [weight_i, active_i, offset_i],
        [code_o]
    );
    let vectors = (-WEIGHT_MAX..=WEIGHT_MAX).flat_map(|weight| {
        let weight = unsigned(weight.into(), WEIGHT_BITS);
        (0..6).map(move |v| vec![weight, v & 1, v >> 1])
    });
    bench.add("amplitude", cell, vectors, |inputs| {
        let weight = signed(inputs[0], WEIGHT_BITS) as i16;
        let code = amplitude_golden::code(weight, inputs[1] == 1, inputs[2] as i32);
        vec![Some(code as u128)]
    });
}

/// Drives and biases to the ends of their ranges; the soma of the compartment alone or of any four.
pub fn score(bench: &mut Bench) {
    let (_, sizes) = spec();
    let (drive_bits, bias_bits) = (sizes.drive_bits(), sizes.bias_bits());
    let (own_bits, soma_bits) = (sizes.likelihood_bits(), sizes.soma_bits());
    let (infer_bits, learn_bits) = (sizes.infer_score_bits(), sizes.learn_score_bits());
    let cell = leaf!(
        Score::new(&sizes),
        Score,
        [clk_i],
        [rst_ni, drive_i, field_i, soma_i],
        [likelihood_o, infer_o, learn_o, bias_o, wins_o]
    );
    let mut stream = Stream::new(11);
    let most = (1u32 << bias_bits) - 1;
    let reach = 192 * i32::from(WEIGHT_MAX);
    let mut vectors = vec![vec![0; 4]];
    vectors.extend((0..3000).map(|_| {
        let ends = [-reach, 0, reach, i32::from(stream.symmetric(5000))];
        let drive = ends[stream.below(4) as usize];
        let bias = [0, most, stream.below(most)][stream.below(3) as usize];
        let wins = [0, 1, 127, stream.below(128)][stream.below(4) as usize];
        let soma = i32::from(stream.symmetric(30_000)) * 27;
        let soma = soma.clamp(-(1 << (soma_bits - 1)), (1 << (soma_bits - 1)) - 1);
        vec![
            1,
            unsigned(drive, drive_bits),
            u128::from(wins) << bias_bits | u128::from(bias),
            unsigned(soma, soma_bits),
        ]
    }));
    // L, bias and wins of the stages E, F and G
    let mut stages: Vec<(i32, i32, u8)> = Vec::new();
    let mut shown = None;
    bench.add("score", cell, vectors, move |inputs| {
        let (drive, soma) = (signed(inputs[1], drive_bits), signed(inputs[3], soma_bits));
        let bias = (inputs[2] & u128::from(most)) as i32;
        let wins = (inputs[2] >> bias_bits) as u8;
        let likelihood = stages
            .first()
            .map(|s: &(i32, i32, u8)| unsigned(s.0, soma_bits));
        let outputs = match shown {
            Some((infer, learn, bias, wins)) if likelihood.is_some() => vec![
                likelihood,
                Some(unsigned(infer, infer_bits)),
                Some(unsigned(learn, learn_bits)),
                Some(bias as u128),
                Some(u128::from(wins)),
            ],
            _ => vec![None; 5],
        };
        shown = stages.get(1).map(|&(own, bias, wins)| {
            let learn = score_golden::learn(own, soma, wins);
            (score_golden::infer(own, soma), learn, bias, wins)
        });
        let mut own = [drive];
        score_golden::integrate(&mut own, &[bias], &mut [0]);
        assert_eq!(signed(unsigned(own[0], own_bits), own_bits), own[0]);
        stages.insert(0, (own[0], bias, wins));
        stages.truncate(2);
        outputs
    });
}

/// Groups of few scores, so that ties are common; wins around their limit and their steps.
pub fn best(bench: &mut Bench) {
    let (spec, sizes) = spec();
    let (infer_bits, learn_bits) = (sizes.infer_score_bits(), sizes.learn_score_bits());
    let (place_bits, sum_bits) = (place_bits(&spec), sizes.class_sum_bits());
    let cell = leaf!(
        Best::new(&spec, &sizes),
        Best,
        [clk_i],
        [
            rst_ni,
            infer_valid_i,
            infer_first_i,
            infer_i,
            learn_valid_i,
            learn_first_i,
            learn_i,
            place_i,
            bias_i,
            wins_i
        ],
        [infer_o, place_o, bias_o, wins_o, offset_o]
    );
    let mut stream = Stream::new(12);
    let mut vectors = vec![vec![0; 10]];
    for number in 0..4000 {
        let few = |stream: &mut Stream| i32::from(stream.symmetric(2)) * 9000;
        let wins = [0, 1, 2, 3, 14, 15, 126, 127][stream.below(8) as usize];
        let first = u128::from(number == 0 || stream.below(6) == 0);
        vectors.push(vec![
            1,
            u128::from(number == 0 || stream.below(4) > 0),
            first,
            unsigned(few(&mut stream), infer_bits),
            u128::from(number == 0 || stream.below(4) > 0),
            first,
            unsigned(few(&mut stream), learn_bits),
            stream.below(1 << place_bits).into(),
            stream.below(1 << sizes.bias_bits()).into(),
            wins,
        ]);
    }
    let (mut infer, mut learn) = (None, None);
    bench.add("best", cell, vectors, move |inputs| {
        let shown = infer.zip(learn).map(|(infer, (_, place, bias, wins))| {
            let won = u128::min(wins + 1, WINS_MAX.into());
            let offset = amplitude_golden::offset(won as u8) as u128;
            [unsigned(infer, sum_bits), place, bias, won, offset]
                .map(Some)
                .to_vec()
        });
        let score = signed(inputs[3], infer_bits);
        if inputs[1] == 1 && (inputs[2] == 1 || infer.is_some_and(|best| score > best)) {
            infer = Some(score);
        }
        let score = signed(inputs[6], learn_bits);
        let better = |best: (i32, u128, u128, u128)| score > best.0;
        if inputs[4] == 1 && (inputs[5] == 1 || learn.is_some_and(better)) {
            learn = Some((score, inputs[7], inputs[8], inputs[9]));
        }
        shown.unwrap_or(vec![None; 5])
    });
}

/// Every step of a weight, both ways; recruited cells; cells that stay.
pub fn bias_step(bench: &mut Bench) {
    let (_, sizes) = spec();
    let bits = sizes.bias_bits();
    let cell = leaf!(
        BiasStep::new(&sizes),
        BiasStep,
        [clk_i],
        [
            rst_ni, part_i, moves_i, ltp_i, recruit_i, active_i, before_i, after_i
        ],
        [moved_o, change_o]
    );
    let mut stream = Stream::new(13);
    let mut vectors = vec![vec![0, 1, 0, 0, 0, 0, 0, 0]];
    let steps = (-WEIGHT_MAX..WEIGHT_MAX).flat_map(|low| [(low, low + 1), (low + 1, low)]);
    for (before, after) in steps.chain([(3, 3), (-31, -31)]) {
        for recruit in [0, 1] {
            let part = [0, 1, 2, 4, 8][stream.below(5) as usize];
            vectors.push(vec![
                1,
                part,
                u128::from(before != after && recruit == 0),
                u128::from(after > before),
                recruit,
                stream.below(2).into(),
                unsigned(before.into(), WEIGHT_BITS),
                unsigned(after.into(), WEIGHT_BITS),
            ]);
        }
    }
    vectors.extend(vec![vec![1, 1, 0, 0, 0, 0, 0, 0]; 3]);
    let mut stages = [None; 2];
    bench.add("bias_step", cell, vectors, move |inputs| {
        let shown = stages[1];
        let [before, after] = [6, 7].map(|i| signed(inputs[i], WEIGHT_BITS) as i16);
        let sp = |weight| i32::from(sizes.sp(weight));
        let change = match (inputs[2], inputs[4], inputs[5]) {
            (_, 1, 1) => Some(sp(START_WEIGHT)),
            (_, 1, _) => Some(sp(-START_WEIGHT)),
            (1, ..) => Some(sp(after) - sp(before)),
            _ => None,
        };
        let moved = change.map_or(0, |_| inputs[1]);
        let next = (inputs[0] == 1).then_some((moved, change));
        stages = [next, stages[0]];
        match shown {
            Some((moved, change)) => {
                vec![Some(moved), change.map(|change| unsigned(change, bits))]
            }
            None => vec![None; 2],
        }
    });
}

/// Every row, one after the other, then at random.
pub fn row_part(bench: &mut Bench) {
    let (spec, sizes) = spec();
    let cell = leaf!(
        RowPart::new(&spec, &sizes),
        RowPart,
        [clk_i],
        [rst_ni, row_i],
        [part_o]
    );
    let mut stream = Stream::new(14);
    let mut vectors = vec![vec![0, 0]];
    vectors.extend((0..784).map(|row| vec![1, row]));
    vectors.extend((0..500).map(|_| vec![1, stream.below(784).into()]));
    let mut stages = [None; 2];
    bench.add("row_part", cell, vectors, move |inputs| {
        let shown = stages[1];
        let one_hot = sizes.parts()[inputs[1] as usize].map_or(0, |part| 1 << part);
        stages = [(inputs[0] == 1).then_some(one_hot), stages[0]];
        vec![shown]
    });
}

/// Passes of rows of all parts and of none; first rows that are no rows; captures in between.
pub fn compartments(bench: &mut Bench) {
    let spec = Spec::with_prototype(784, 20, 1, Compartments::Four, Layout::EDGE12).unwrap();
    let sizes = spec.prototype().unwrap().clone();
    let bits = sizes.drive_bits();
    let cell = leaf!(
        CompartmentArray::new(&spec, &sizes),
        CompartmentArray,
        [clk_i],
        [rst_ni, first_i, acc_i, part_i, weights_i, capture_i],
        [drives_o]
    );
    let mut stream = Stream::new(15);
    let mut vectors = vec![vec![0; 6]];
    for _ in 0..4000 {
        let flag = |stream: &mut Stream, one_in| u128::from(stream.below(one_in) == 0);
        vectors.push(vec![
            1,
            flag(&mut stream, 40),
            flag(&mut stream, 2),
            [0, 1, 2, 4, 8][stream.below(5) as usize],
            unsigned(stream.symmetric(WEIGHT_MAX).into(), WEIGHT_BITS),
            flag(&mut stream, 9),
        ]);
    }
    let (mut drives, mut kept) = ([0; 4], None);
    bench.add("compartments", cell, vectors, move |inputs| {
        let shown = kept;
        if inputs[5] == 1 {
            let packed = (0..4).map(|q| unsigned(drives[q], bits) << (q * bits));
            kept = Some(packed.sum());
        }
        if inputs[0] == 0 || inputs[1] == 1 {
            drives = [0; 4];
        }
        if inputs[0] == 1 && inputs[2] == 1 && inputs[3] != 0 {
            drives[inputs[3].trailing_zeros() as usize] += signed(inputs[4], WEIGHT_BITS);
        }
        vec![shown]
    });
}
