//! Edges that the literal writing in `tests/prototype.rs` does not reach.

use super::*;
use crate::golden::observer::Silent;
use crate::golden::{Order, PrototypeTrainer, TrainOptions};
use crate::spec::prototype::WINS_MAX;
use crate::spec::{Compartments, Layout, Variation};

fn network(rows: usize, columns: usize) -> Prototype {
    let spec = Spec::with_prototype(rows, columns, 1, Compartments::Four, Layout::EDGE12);
    start_prototype(&spec.unwrap(), 1).unwrap().network
}

#[derive(Default)]
struct Log {
    draws: usize,
    winners: Vec<(usize, usize)>,
    cells: Vec<(usize, usize, i16)>,
    neurons: Vec<(usize, usize, u32, u8)>,
    recruited: Vec<usize>,
    classes: Vec<usize>,
}

impl Observer for Log {
    fn draw(&mut self, _lfsr_after: u16) {
        self.draws += 1;
    }

    fn class_score(&mut self, class: usize, _sum: i64) {
        self.classes.push(class);
    }

    fn winner(&mut self, compartment: usize, column: usize, _score: i32) {
        assert_eq!(self.draws, 0);
        self.winners.push((compartment, column));
    }

    fn cell(&mut self, row: usize, column: usize, weight: i16) {
        self.cells.push((row, column, weight));
    }

    fn neuron(&mut self, column: usize, compartment: usize, bias: u32, wins: u8) {
        self.neurons.push((column, compartment, bias, wins));
    }

    fn recruited(&mut self, column: usize) {
        self.recruited.push(column);
    }
}

#[test]
fn recruiting_then_learning_as_an_observer_sees_it() {
    let mut network = network(8, 20);
    let mut log = Log::default();
    let first = network.present(&[0, 5], Some(3), &mut log);
    assert_eq!((first.class, first.taught, first.blank), (0, true, true));
    assert_eq!((log.recruited.as_slice(), log.draws), (&[6][..], 0));
    let cell = |row| (row, 6, if row == 0 || row == 5 { 8 } else { -8 });
    assert_eq!(log.cells, (0..8).map(cell).collect::<Vec<_>>());
    // ln(1 + e^2) and ln(1 + e^-2), 1/64
    assert_eq!(log.neurons[..2], [(6, 0, 136 + 8, 1), (6, 1, 16, 1)]);
    network.present(&[1], Some(3), &mut Silent);
    let mut log = Log::default();
    let third = network.present(&[0, 5], Some(3), &mut log);
    assert_eq!((third.class, third.taught, third.blank), (3, true, false));
    assert_eq!(log.classes, [3]);
    assert_eq!(log.winners, (0..4).map(|q| (q, 6)).collect::<Vec<_>>());
    assert_eq!((log.draws, log.cells.len(), log.neurons.len()), (8, 8, 4));
    assert!(log.neurons.iter().all(|n| n.3 == 2) && log.recruited.is_empty());
}

#[test]
fn a_label_beyond_the_classes_teaches_nothing() {
    let mut network = network(8, 10);
    let before = network.clone();
    for label in [10, 11, 255] {
        let decision = network.present(&[1], Some(label), &mut Silent);
        assert!(!decision.taught && decision.blank);
    }
    assert_eq!(network.neurons, before.neurons);
    assert_eq!(network.lfsr, before.lfsr);
}

#[test]
fn views_are_summed() {
    let mut network = network(8, 10);
    network.present(&[0, 1], Some(2), &mut Silent);
    network.infer(&[0, 1], &mut Silent);
    let once = network.sums()[2].unwrap();
    network.infer(&[0, 1], &mut Silent);
    assert_eq!(network.sums()[2], Some(2 * once));
    assert_eq!(network.decide(), 2);
    network.clear_sums();
    assert!(network.is_blank());
}

#[test]
fn wins_stay_at_their_limit() {
    let mut network = network(8, 10);
    for _ in 0..200 {
        network.present(&[0, 7], Some(0), &mut Silent);
    }
    assert_eq!(network.neurons().wins(3)[0], WINS_MAX);
}

#[test]
fn lanes_change_no_result() {
    let mut one = network(8, 30);
    let mut many = one.clone().with_lanes(30).unwrap();
    for image in 0..60u16 {
        let rows = [image % 8, (image + 3) % 8];
        let label = Some((image % 7) as u8);
        let decisions = [&mut one, &mut many].map(|n| n.present(&rows, label, &mut Silent));
        assert_eq!(decisions[0], decisions[1]);
    }
    assert_eq!(one.digest(), many.digest());
    assert!(one.with_lanes(31).is_err());
}

#[test]
fn stuck_cells_hold_and_biases_follow() {
    let mut network = network(40, 20);
    let variation = Variation::parse("stuck=0.5").unwrap();
    network.vary(variation, 7).unwrap();
    let stuck = network.cells.clone().unwrap();
    for image in 0..300u16 {
        let rows: Vec<u16> = (0..40).filter(|row| (row * 7 + image) % 5 < 2).collect();
        network.present(&rows, Some((image % 10) as u8), &mut Silent);
    }
    let mut num_stuck = 0;
    for row in 0..40 {
        for column in 0..20 {
            let index = row * network.stride() + column;
            let weight = network.weights(row)[column];
            assert_eq!(stuck.held(index, weight), weight);
            num_stuck += usize::from(stuck.held(index, 99) != 99);
        }
    }
    assert!((300..500).contains(&num_stuck), "{num_stuck} of 800");
    for compartment in 0..4 {
        for column in 0..20 {
            let rows = (0..40).filter(|&row| network.sizes.parts()[row] == Some(compartment as u8));
            let sp = |row| i32::from(network.sizes.sp(network.weights(row)[column]));
            let bias = network.neurons().biases(compartment)[column];
            assert_eq!(bias, rows.map(sp).sum::<i32>());
        }
    }
}

#[test]
fn copies_come_at_once_where_nobody_is_left_to_recruit() {
    let images = crate::data::embedded::load(1).train.balanced(60);
    let options = TrainOptions {
        extra: 2,
        order: Order::ByClass,
        ..TrainOptions::default()
    };
    let spec = network(784, 40).spec().clone();
    let mut first = PrototypeTrainer::new(&spec, options, &images).unwrap();
    // four neurons of a class are recruited, two images of it are learned with copies
    assert_eq!(first.total(), 10 * (4 + 2 * 3));
    first.run(&images, u64::MAX, |_| true).unwrap();
    let total = first.total();
    let again = |presented| {
        PrototypeTrainer::resume(first.network.clone(), options, &images, presented).unwrap()
    };
    assert_eq!(again(total).total(), total);
    assert_eq!(again(0).total(), 60 * 3);
}
