//! What the network does beyond the known answers of `tests/golden.rs`.

use proptest::prelude::*;

use super::eval::Views;
use super::*;
use crate::data::embedded;
use crate::encoder::Encoder;
use crate::spec::{Counter, Spec};

#[derive(Default)]
struct Log {
    draws: Vec<u16>,
    columns: Vec<(usize, u8, i32)>,
    w1_rows: Vec<usize>,
    w2_cells: Vec<(usize, usize)>,
    /// What was drawn before the first hidden row.
    draws_before_hidden: usize,
}

impl Observer for Log {
    fn draw(&mut self, lfsr_after: u16) {
        self.draws.push(lfsr_after);
    }

    fn column(&mut self, column: usize, count: u8, membrane: i32) {
        self.columns.push((column, count, membrane));
    }

    fn w2_cell(&mut self, column: usize, class: usize, _weight: i16) {
        self.w2_cells.push((column, class));
    }

    fn w1_row(&mut self, row: usize, _weights: &[i16]) {
        if self.w1_rows.is_empty() {
            self.draws_before_hidden = self.draws.len() - 1;
        }
        self.w1_rows.push(row);
    }
}

fn network(rows: usize, columns: usize, seed: u64) -> Network {
    start_network(&Spec::new(rows, columns, 1).unwrap(), seed)
        .unwrap()
        .0
}

fn weights(network: &Network) -> Vec<i16> {
    let spec = network.spec();
    let w1 = (0..spec.rows_with_bias()).flat_map(|row| network.w1_row(row).to_vec());
    let w2 = (0..spec.columns).flat_map(|column| network.w2_row(column));
    w1.chain(w2).collect()
}

proptest! {
    #[test]
    fn teaching_is_accounted_for(
        seed in 1u64.., columns in 1usize..40, label in 0u8..10,
        active in prop::collection::btree_set(0u16..30, 0..30),
    ) {
        let mut network = network(30, columns, seed);
        network.learning.threshold = 64;
        let rows: Vec<u16> = active.into_iter().collect();
        let before = weights(&network);
        let mut log = Log::default();
        let decision = network.present(&rows, Some(label), &mut log);
        let counter = |counter| u64::from(network.counters.get(counter));

        prop_assert_eq!(log.columns.len(), columns);
        prop_assert!(log.columns.iter().enumerate().all(|(i, c)| c.0 == i && c.1 <= 8));
        prop_assert_eq!(counter(Counter::Draws), log.draws.len() as u64);
        prop_assert_eq!(counter(Counter::Events), rows.len() as u64);
        let fired: Vec<usize> = log.columns.iter().filter(|c| c.1 > 0).map(|c| c.0).collect();
        if decision.taught {
            let columns: Vec<usize> = log.w2_cells.chunks(2).map(|cells| cells[0].0).collect();
            prop_assert_eq!(&columns, &fired);
            prop_assert!(log.w2_cells.chunks(2).all(|cells| cells[0].1 == usize::from(label)
                && cells[1].1 != cells[0].1 && cells[1].0 == cells[0].0));
        } else {
            prop_assert!(log.draws.is_empty() && log.w2_cells.is_empty());
        }
        if !log.w1_rows.is_empty() {
            let visited: Vec<usize> = rows.iter().map(|&r| usize::from(r)).chain([30]).collect();
            prop_assert_eq!(&log.w1_rows, &visited);
            prop_assert_eq!(log.draws_before_hidden, fired.len());
        }
        prop_assert_eq!(log.draws.len(), log.w1_rows.len() + log.w2_cells.len() / 2);

        let moved: u64 = before.iter().zip(weights(&network))
            .map(|(&old, new)| u64::from(new.abs_diff(old)))
            .inspect(|&step| assert!(step <= 1))
            .sum();
        prop_assert_eq!(moved, counter(Counter::Switches) - counter(Counter::Saturations));
        prop_assert!(counter(Counter::Switches) <= counter(Counter::PulsesLtp) + counter(Counter::PulsesLtd));
    }
}

#[test]
fn inference_draws_nothing_and_views_add_up() {
    let mut network = network(20, 12, 3);
    let before = (network.lfsr, weights(&network));
    network.infer(&[1, 5, 7], &mut Silent);
    let first = *network.sums();
    network.infer(&[2, 5], &mut Silent);
    let both = *network.sums();
    network.clear_sums();
    network.infer(&[2, 5], &mut Silent);
    let second = *network.sums();
    assert_eq!(both, std::array::from_fn(|k| first[k] + second[k]));
    assert_eq!(before, (network.lfsr, weights(&network)));
}

#[test]
fn margin_and_label_out_of_range_teach_nothing() {
    let mut network = network(20, 12, 3);
    let before = (network.lfsr, weights(&network));
    network.learning.margin = 0;
    network.infer(&[1, 5, 7], &mut Silent);
    let class = network.decide();
    assert!(!network.teach(&[1, 5, 7], class, &mut Silent));
    assert!(!network.teach(&[1, 5, 7], 10, &mut Silent));
    assert_eq!(before, (network.lfsr, weights(&network)));
    network.learning.margin = 1;
    assert!(network.teach(&[1, 5, 7], (class + 1) % 10, &mut Silent));
    assert_ne!(before.0, network.lfsr);
}

#[test]
fn too_few_rows_for_an_image() {
    let images = embedded::load(1).test;
    let spec = Spec::new(15, 10, 10).unwrap();
    let error = Trainer::new(&spec, TrainOptions::default(), &images).err();
    let text = error.map(|e| e.to_string()).unwrap_or_default();
    assert!(text.contains("`array.rows = 15`"), "{text}");
    let network = Network::zeroed(&spec).unwrap();
    assert!(evaluate(&network, &images, Encoder::default(), Views::One).is_err());
}

#[test]
fn epochs_and_images_are_checked() {
    let mut images = embedded::load(1).test;
    let spec = Spec::new(784, 10, 10).unwrap();
    for epochs in [0, 10_001] {
        let options = TrainOptions {
            epochs,
            ..TrainOptions::default()
        };
        let text = Trainer::new(&spec, options, &images)
            .unwrap_err()
            .to_string();
        assert!(text.contains("`epochs = "), "{text}");
    }
    images.truncate(0);
    let text = Trainer::new(&spec, TrainOptions::default(), &images)
        .unwrap_err()
        .to_string();
    assert!(text.contains("`train_images = 0`"), "{text}");
}

#[test]
fn five_views_of_the_embedded_digits() {
    let data = embedded::load(1);
    let spec = Spec::new(784, 40, 40).unwrap();
    let mut trainer = Trainer::new(&spec, TrainOptions::default(), &data.train).unwrap();
    trainer.run(&data.train, u64::MAX, |_| true).unwrap();
    let judge = |views| evaluate(&trainer.network, &data.test, Encoder::default(), views).unwrap();
    let (one, five) = (judge(Views::One), judge(Views::Five));
    assert_eq!((one.images, five.images), (500, 500));
    assert!(five.events > 4 * one.events);
    let counted: u32 = one.confusion.iter().flatten().sum();
    assert_eq!(counted, 500);
    let on_diagonal: u32 = (0..10).map(|k| one.confusion[k][k]).sum();
    assert_eq!(u64::from(on_diagonal), one.correct);
}
