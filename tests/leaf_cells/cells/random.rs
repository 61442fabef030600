//! The random words.

use crate::harness::Bench;
use spinloom::blocks::column_words::rtl::ColumnWords;
use spinloom::blocks::draw::{golden as draw_golden, rtl::Draw};
use spinloom::leaf;
use spinloom::random::Stream;
use spinloom::spec::Spec;

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

/// Several passes of 21 lanes: what the lanes make of the outputs is each column's word. Now and then
/// the classes of the readout, in place of lane 0. All stand a cycle late.
pub fn column_words(bench: &mut Bench) {
    let (lanes, passes) = (21, 5);
    let spec = Spec::new(4, lanes * passes, lanes).unwrap();
    let cell = leaf!(
        ColumnWords::new(&spec),
        ColumnWords,
        [clk_i],
        [rst_ni, state_i, first_i, next_i, class_valid_i, class_i],
        [doubled_o, masks_o, carry_o]
    );
    let mut stream = Stream::new(4);
    let mut vectors = vec![vec![0, 1, 0, 0, 0, 0]];
    for _ in 0..100 {
        let state = u128::from(1 + stream.below(65535));
        for class in 0..stream.below(11).into() {
            vectors.push(vec![1, state, 0, 0, 1, class]);
        }
        vectors.push(vec![1, state, 1, 0, 0, 0]);
        vectors.extend((0..passes).map(|pass| vec![1, state, 0, (pass + 1 < passes).into(), 0, 0]));
    }
    let mut first = None;
    let mut before = vec![None; 3];
    bench.add("column_words", cell, vectors, move |inputs| {
        let state = inputs[1] as u16;
        let shown = first;
        first = match (inputs[4], inputs[2], inputs[3]) {
            (1, ..) => Some(inputs[5] as usize),
            (_, 1, _) => Some(0),
            (_, _, 1) => first.map(|first: usize| first + lanes),
            _ => first,
        };
        let Some(first) = shown else {
            return std::mem::replace(&mut before, vec![None; 3]);
        };
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
        let now = vec![Some(rotated << 16 | rotated), Some(masks), Some(carry)];
        std::mem::replace(&mut before, now)
    });
}
