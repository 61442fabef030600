//! The search of winners and of the class.

use super::prototype::spec;
use super::{signed, unsigned};
use crate::harness::Bench;
use spinloom::blocks::best::rtl::place_bits;
use spinloom::blocks::winner::{golden as winner_golden, rtl::Winner};
use spinloom::leaf;
use spinloom::random::Stream;
use spinloom::spec::NUM_CLASSES;

const NUM_PARTS: usize = 4;

/// Element `part` of a packed bus.
fn element(bus: u128, part: usize, bits: usize) -> u128 {
    bus >> (part * bits) & ((1 << bits) - 1)
}

/// A column of a scan, as it was sent.
#[derive(Clone, Copy)]
struct Column {
    recruited: bool,
    infer: u128,
    learn: u128,
    wins: u128,
}

/// Scans of few distinct scores, with pauses, free neurons and views; the outputs are compared a few
/// cycles after each scan.
pub fn winner(bench: &mut Bench) {
    let (spec, sizes) = spec();
    let (infer_bits, learn_bits) = (sizes.infer_score_bits(), sizes.learn_score_bits());
    let (lane_bits, pass_bits) = (spec.lane_bits(), spec.pass_bits());
    let place_bits = place_bits(&spec);
    let cell = leaf!(
        Winner::new(&spec, &sizes),
        Winner,
        [clk_i],
        [
            rst_ni,
            valid_i,
            recruited_i,
            infer_i,
            learn_i,
            biases_i,
            wins_i,
            label_i,
            views_i
        ],
        [class_o, recruit_o, places_o, wins_o]
    );
    let mut stream = Stream::new(16);
    let mut vectors = vec![vec![0; 9]];
    for scan in 0..150 {
        let label = u128::from(stream.below(10));
        let views = u128::from(scan > 0 && stream.below(3) == 0);
        let free = [0, 1, 3, 20][stream.below(4) as usize];
        for _ in 0..spec.columns {
            let few = |stream: &mut Stream| i32::from(stream.symmetric(1)) * 4000;
            let packed = |stream: &mut Stream, bits: usize| -> u128 {
                let element = |part| unsigned(few(stream), bits) << (part * bits);
                (0..NUM_PARTS).map(element).sum()
            };
            let (infer, learn) = (
                packed(&mut stream, infer_bits),
                packed(&mut stream, learn_bits),
            );
            let recruited = u128::from(stream.below(20) >= free);
            let wins = u128::from(stream.below(1 << 28));
            let column = vec![1, 1, recruited, infer, learn, 0, wins, label, views];
            if stream.below(5) == 0 {
                vectors.push([&[1, 0], &column[2..]].concat());
            }
            vectors.push(column);
        }
        vectors.extend(vec![vec![1, 0, 0, 0, 0, 0, 0, label, views]; 6]);
    }
    let group = spec.group();
    let mut scan: Vec<Column> = Vec::new();
    let mut sums = [None; NUM_CLASSES];
    let mut quiet = 0;
    bench.add("winner", cell, vectors, move |inputs| {
        if inputs[1] == 1 {
            if quiet > 0 {
                scan.clear();
            }
            quiet = 0;
            scan.push(Column {
                recruited: inputs[2] == 1,
                infer: inputs[3],
                learn: inputs[4],
                wins: inputs[6],
            });
            return vec![None; 4];
        }
        if inputs[0] == 0 || scan.len() < spec.columns {
            return vec![None; 4];
        }
        quiet += 1;
        if quiet != 6 {
            return vec![None; 4];
        }
        // the class: best of each compartment, summed, with the views before
        for (class, sum) in sums.iter_mut().enumerate() {
            let columns = &scan[class * group..(class + 1) * group];
            let best = |part| {
                let score = |c: &Column| signed(element(c.infer, part, infer_bits), infer_bits);
                winner_golden::best_of(columns.iter().map(|c| c.recruited.then(|| score(c))))
            };
            let own: Option<i32> = (0..NUM_PARTS).map(|part| best(part).map(|b| b.1)).sum();
            let before = if inputs[8] == 1 { *sum } else { None };
            *sum = match (own, before) {
                (None, None) => None,
                (own, before) => Some(own.unwrap_or(0) + before.unwrap_or(0)),
            };
        }
        let class = winner_golden::best_of(sums.iter().copied()).map_or(0, |(class, _)| class);
        // the winners of the label's group, or its lowest free neuron
        let first = inputs[7] as usize * group;
        let columns = &scan[first..first + group];
        let free = columns.iter().position(|c| !c.recruited);
        let (mut places, mut wins) = (0, 0);
        for part in 0..NUM_PARTS {
            let scores = columns
                .iter()
                .map(|c| signed(element(c.learn, part, learn_bits), learn_bits));
            let winner = winner_golden::best(scores).unwrap().0;
            let column = first + free.unwrap_or(winner);
            let (pass, lane) = (column / spec.lanes, column % spec.lanes);
            let place = column << (pass_bits + lane_bits) | pass << lane_bits | lane;
            places |= (place as u128) << (part * place_bits);
            let won = match free {
                Some(_) => 1,
                None => (element(columns[winner].wins, part, 7) + 1).min(127),
            };
            wins |= won << (part * 7);
        }
        let recruit = u128::from(free.is_some());
        [class as u128, recruit, places, wins].map(Some).to_vec()
    });
}
