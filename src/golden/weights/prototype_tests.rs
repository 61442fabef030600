use super::*;
use crate::data::embedded;
use crate::golden::train::{Order, PrototypeTrainer};
use crate::spec::{ClassOrder, Compartments, Layout, Variation};

fn images(count: usize) -> Images {
    let mut images = embedded::load(1).train;
    images.truncate(count);
    images
}

fn trainer(images: &Images, order: Order, columns: usize) -> PrototypeTrainer {
    let options = TrainOptions {
        epochs: 2,
        order,
        seed: 5,
        class_order: ClassOrder::new(&[3, 1, 4, 5, 9, 2, 6, 8, 7, 0]).unwrap(),
        extra: 2,
        variation: Variation::parse("centre=0.5,stuck=0.1").unwrap(),
        ..TrainOptions::default()
    };
    let spec = Spec::with_prototype(784, columns, 1, Compartments::Four, Layout::EDGE16);
    PrototypeTrainer::new(&spec.unwrap(), options, images).unwrap()
}

fn bytes(trainer: &PrototypeTrainer) -> Vec<u8> {
    write::bytes(&Checkpoint::of(trainer, "embedded"))
}

fn loaded(path: &Path) -> Checkpoint<Prototype> {
    Prototype::of(Saved::load(path).unwrap()).unwrap()
}

#[test]
fn a_resumed_run_ends_in_the_same_bits() {
    let images = images(200);
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("w.spin");
    for order in Order::ALL {
        let mut whole = trainer(&images, order, 30);
        whole.run(&images, u64::MAX, |_| true).unwrap();
        let total = whole.total();
        assert!(total > 2 * 200 && total < 3 * 2 * 200, "{total}");
        for stop in [0, 1, 3, 199, 201, total / 2, total - 1, total] {
            let mut first = trainer(&images, order, 30);
            first.run(&images, stop, |_| true).unwrap();
            assert_eq!(first.presented(), stop);
            let stages = [3, 1].map(|class| Stage {
                class,
                images: [9; 10],
                correct: [u32::from(class); 10],
            });
            let checkpoint = Checkpoint::of(&first, "embedded").with_stages(&stages);
            checkpoint.save(&path).unwrap();
            let loaded = loaded(&path);
            assert_eq!(write::bytes(&loaded), write::bytes(&checkpoint));
            let mut second = loaded.resume(&images, &Learned::default()).unwrap();
            second.run(&images, u64::MAX, |_| true).unwrap();
            let equal = bytes(&second) == bytes(&whole);
            assert!(equal, "{order:?} stopped at {stop}");
        }
    }
}

#[test]
fn damage_is_named() {
    let trainer = trainer(&images(5), Order::File, 10);
    let stage = Stage {
        class: 0,
        images: [2; 10],
        correct: [1; 10],
    };
    let good = write::bytes(&Checkpoint::of(&trainer, "embedded").with_stages(&[stage]));
    assert!(read::parse(&good).is_ok());
    let stages = 8 + 4 + 12 + 1 + 1 + 3 + 6 + 28 + 10 + 24 + 32 + 5;
    let parts = stages + 4 + 1 + 40 + 40;
    let (rule, counters) = (parts + 784 + 126 + 2, parts + 784 + 126 + 3 + 128);
    let weights = counters + 44;
    let neurons = weights + 7840;
    assert_eq!(neurons + 10 * 21 + 66 * 8 + DIGEST_BYTES, good.len());
    let error = |at: usize, value: u8| {
        let mut bytes = good.clone();
        bytes[at] = value;
        bytes.truncate(good.len() - DIGEST_BYTES);
        let digest = <sha2::Sha256 as sha2::Digest>::digest(&bytes);
        bytes.extend(digest);
        read::parse(&bytes).unwrap_err()
    };
    assert!(error(27, 3).contains("bits and classes"));
    assert!(error(16, 11).contains("`array.columns = 11` is no multiple of the 10 classes"));
    assert!(error(stages, 200).contains("stage"));
    assert!(error(stages + 4, 10).contains("a stage of class 10"));
    assert!(error(stages + 5 + 40, 3).contains("more images right than there were"));
    assert!(error(parts, 4).contains("part 4 is none of the 4 compartments"));
    assert!(error(parts + 784 + 1, 1).contains("`learning.sp` falls"));
    assert!(error(rule, 255).contains("rule 0xff"));
    assert!(error(weights, 32).contains("weights[0][0] = 32 is outside -31 to 31"));
    assert!(error(neurons, 2).contains("recruited bit is 2"));
    assert!(error(neurons + 4, 1).contains("more than 17 bits"));
    assert!(error(neurons + 5, 128).contains("wins 128 of column 0"));
}

#[test]
fn options_of_the_other_scheme_are_refused() {
    let images = images(5);
    let spec = Spec::new(784, 10, 1).unwrap();
    let options = TrainOptions {
        extra: 1,
        ..TrainOptions::default()
    };
    let error = crate::golden::Trainer::new(&spec, options, &images).unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains("train.extra = 1") && text.contains("mnist-sequence"),
        "{text}"
    );
    assert_eq!(error.exit_code(), 2);
}
