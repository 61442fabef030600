use super::*;
use crate::data::embedded;
use crate::encoder::{Code, Encoder};
use crate::golden::train::{Order, Trainer};
use crate::spec::{Noise, Spec, Variation};
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

fn images(count: usize) -> Images {
    static DRAWN: LazyLock<Images> = LazyLock::new(|| embedded::load(1).train);
    let mut images = DRAWN.clone();
    images.truncate(count);
    images
}

fn trainer(images: &Images, order: Order, columns: usize) -> Trainer {
    let options = TrainOptions {
        epochs: 3,
        order,
        seed: 5,
        variation: Variation::parse("slope=0.5,stuck=0.1").unwrap(),
        noise: Noise::parse("gauss=3").unwrap(),
        ..TrainOptions::default()
    };
    let spec = Spec::new(784, columns, columns).unwrap();
    Trainer::new(&spec, options, images).unwrap()
}

fn saved(columns: usize) -> Vec<u8> {
    let images = images(20);
    write::bytes(&Checkpoint::of(
        &trainer(&images, Order::File, columns),
        "embedded",
    ))
}

/// Where the recordings that were learned stand.
const LEARNED: usize = 129;

/// The file with its digest made right again.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() - DIGEST_BYTES);
    let digest = Sha256::digest(&bytes);
    bytes.extend(digest);
    bytes
}

#[test]
fn a_resumed_run_ends_in_the_same_bits() {
    let images = images(300);
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("w.spin");
    for order in Order::ALL {
        let mut whole = trainer(&images, order, 30);
        whole.run(&images, u64::MAX, |_| true).unwrap();
        for stop in [0, 1, 299, 300, 301, 450, 600, 900] {
            let mut first = trainer(&images, order, 30);
            first.run(&images, stop, |_| true).unwrap();
            assert_eq!(first.presented(), stop);
            let checkpoint = Checkpoint::of(&first, "embedded");
            checkpoint.save(&path).unwrap();
            let Saved::Modulated(loaded) = Saved::load(&path).unwrap() else {
                panic!("another scheme");
            };
            assert_eq!(write::bytes(&loaded), write::bytes(&checkpoint));
            let mut second = loaded.resume(&images, &Learned::default()).unwrap();
            second.run(&images, u64::MAX, |_| true).unwrap();
            assert_eq!(
                write::bytes(&Checkpoint::of(&second, "embedded")),
                write::bytes(&Checkpoint::of(&whole, "embedded")),
                "{order:?} stopped at {stop}"
            );
        }
    }
}

#[test]
fn masks_and_persistent_pairs_are_kept() {
    let images = images(300);
    let spec = Spec::new(784, 30, 7).unwrap();
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("w.spin");
    for spec in [
        spec.clone().with_mask(20).unwrap(),
        spec.clone().with_persistent_pairs().unwrap(),
        spec.with_persistent_pairs().unwrap().with_mask(9).unwrap(),
    ] {
        let options = TrainOptions {
            epochs: 2,
            ..TrainOptions::default()
        };
        let start = || Trainer::new(&spec, options, &images).unwrap();
        let (mut whole, mut first) = (start(), start());
        whole.run(&images, u64::MAX, |_| true).unwrap();
        first.run(&images, 333, |_| true).unwrap();
        Checkpoint::of(&first, "embedded").save(&path).unwrap();
        let Saved::Modulated(loaded) = Saved::load(&path).unwrap() else {
            panic!("another scheme");
        };
        assert_eq!(
            (loaded.network.spec().mask, loaded.network.spec().pairs),
            (spec.mask, spec.pairs)
        );
        let mut second = loaded.resume(&images, &Learned::default()).unwrap();
        second.run(&images, u64::MAX, |_| true).unwrap();
        let bytes = |trainer: &Trainer| write::bytes(&Checkpoint::of(trainer, "embedded"));
        assert!(bytes(&second) == bytes(&whole));
    }
}

#[test]
fn other_images_are_refused() {
    let images = images(20);
    let checkpoint = Checkpoint::of(&trainer(&images, Order::File, 3), "embedded");
    let mut fewer = images.clone();
    fewer.truncate(19);
    let text = checkpoint
        .resume(&fewer, &Learned::default())
        .unwrap_err()
        .to_string();
    assert!(
        text.contains("20 training images, but there are 19"),
        "{text}"
    );
}

#[test]
fn learned_recordings_are_kept_and_asked_for() {
    let images = images(20);
    let learned = Learned::new(vec![9, 3, u64::MAX, 3], true);
    let checkpoint = Checkpoint::of(&trainer(&images, Order::File, 3), "embedded");
    let good = write::bytes(&checkpoint.with_learned(&learned));
    let Saved::Modulated(loaded) = read::parse(&good).unwrap() else {
        panic!("another scheme");
    };
    assert_eq!(loaded.learned, learned);
    assert_eq!(learned.digests(), [3, 9, u64::MAX]);
    assert!(loaded.clone().resume(&images, &learned).is_ok());
    let others = Learned::new(vec![3, 9, 10], true);
    let text = loaded.resume(&images, &others).unwrap_err().to_string();
    assert!(text.contains("not the same ones"), "{text}");
    let mut bytes = good;
    bytes[LEARNED + 5] = 10;
    assert!(
        read::parse(&sealed(bytes))
            .unwrap_err()
            .contains("do not rise")
    );
}

#[test]
fn the_version_before_is_read_where_it_is_of_images() {
    let good = saved(3);
    let mut old = good.clone();
    old.drain(LEARNED..LEARNED + 5);
    old[8] = 4;
    assert_eq!(read::parse(&sealed(old.clone())), read::parse(&good));
    for mut bytes in [old, good] {
        // code events, no normaliser, no warp
        bytes[29..32].copy_from_slice(&[5, 0, 0]);
        let fault = read::parse(&sealed(bytes)).unwrap_err();
        assert!(fault.contains("which recordings were learned"), "{fault}");
    }
}

#[test]
fn damage_is_named() {
    let good = saved(3);
    assert!(read::parse(&good).is_ok());
    let error = |bytes: &[u8]| read::parse(bytes).unwrap_err();
    assert!(error(b"").contains("not a spinloom weight file"));
    assert!(error(b"SPINLOOM").contains("ends after 8 bytes"));
    assert!(error(&good[..good.len() - 1]).contains("SHA-256 does not match"));
    let changed = |at: usize, value: u8| {
        let mut bytes = good.clone();
        bytes[at] = value;
        bytes
    };
    assert!(error(&changed(300, 77)).contains("SHA-256"));
    assert!(error(&changed(8, 9)).contains("version 9"));
    assert!(error(&changed(12, 0)).contains("SHA-256"));
    assert!(error(&changed(15, 255)).contains("`array.rows = "));
    assert!(error(&changed(24, 9)).contains("`steps = 9` is outside 1 to 8"));
    assert!(error(&changed(25, 2)).contains("scheme 2 is not"));
    assert!(error(&changed(26, 6)).contains("bits and classes"));
    assert!(error(&sealed(changed(29, 6))).contains("code 6"));
    assert!(error(&sealed(changed(29, 5))).contains("events are not normalised"));
    assert!(error(&sealed(changed(30, 2))).contains("normaliser is 2"));
    assert!(error(&sealed(changed(32, 3))).contains("order 3"));
    assert!(error(&sealed(changed(33, 9))).contains("extra 9 exceeds 8"));
    assert!(error(&sealed(changed(50, 1))).contains("`stuck=16777.316`"));
    assert!(error(&sealed(changed(59, 1))).contains("`shift=0.001`"));
    assert!(error(&sealed(changed(63, 9))).contains("class 9 is named twice"));
    let pulsed = 66 * 8;
    let first_weight = good.len() - DIGEST_BYTES - pulsed - 785 * 3 - 30;
    assert!(error(&sealed(changed(first_weight, 64))).contains("W1[0][0] = 64"));
    let last = good.len() - DIGEST_BYTES - pulsed - 1;
    assert!(error(&sealed(changed(last, 128))).contains("W2[2][9] = -128"));
    let mut longer = good[..good.len() - DIGEST_BYTES].to_vec();
    longer.resize(good.len() + 7, 0);
    assert!(error(&sealed(longer)).contains("7 bytes too many"));
}

#[test]
fn trains_of_steps_are_kept() {
    let images = images(30);
    let encoder = Encoder {
        code: Code::Rate,
        ..Encoder::default()
    };
    let options = TrainOptions {
        encoder,
        ..TrainOptions::default()
    };
    let spec = Spec::new(784, 3, 3).unwrap().with_steps(5).unwrap();
    let mut trainer = Trainer::new(&spec, options, &images).unwrap();
    trainer.run(&images, 20, |_| true).unwrap();
    let checkpoint = Checkpoint::of(&trainer, "embedded");
    let Saved::Modulated(loaded) = read::parse(&write::bytes(&checkpoint)).unwrap() else {
        panic!("another scheme");
    };
    assert_eq!(loaded.network.spec().input_steps(), 5);
    assert!(write::bytes(&loaded) == write::bytes(&checkpoint));
}

#[test]
fn the_message_is_one_line_with_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("broken.spin");
    std::fs::write(&path, "no weights").unwrap();
    let error = Saved::load(&path).unwrap_err();
    let text = error.to_string();
    assert_eq!((error.exit_code(), text.lines().count()), (2, 1));
    assert!(
        text.contains("broken.spin: not a spinloom weight file"),
        "{text}"
    );
    assert_eq!(Saved::load(dir.path()).unwrap_err().exit_code(), 2);
    assert!(Saved::load(&dir.path().join("none")).is_err());
    let checkpoint = Checkpoint::of(&trainer(&images(2), Order::File, 1), "embedded");
    assert!(checkpoint.save(&path.join("w.spin")).is_err());
}

proptest! {
    #[test]
    fn no_damage_panics(at in 0usize..3400, value in any::<u8>(), cut in 0usize..3400) {
        static GOOD: LazyLock<Vec<u8>> = LazyLock::new(|| saved(3));
        let mut bytes = GOOD.clone();
        let at = at % bytes.len();
        bytes[at] = value;
        let _ = read::parse(&sealed(bytes.clone()));
        bytes.truncate(cut.max(DIGEST_BYTES));
        let _ = read::parse(&sealed(bytes));
    }
}
