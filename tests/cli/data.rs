//! Damaged and missing data sets.

use super::place::Place;
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

const TRAIN_IMAGES: &str = "train-images-idx3-ubyte";
const TRAIN_LABELS: &str = "train-labels-idx1-ubyte";
const TEST_IMAGES: &str = "t10k-images-idx3-ubyte";
const TEST_LABELS: &str = "t10k-labels-idx1-ubyte";

/// Images or labels: magic, sizes, content.
fn idx(magic: u32, sizes: &[u32], content: usize) -> Vec<u8> {
    let mut bytes = magic.to_be_bytes().to_vec();
    sizes.iter().for_each(|s| bytes.extend(s.to_be_bytes()));
    bytes.extend((0..content).map(|i| (i % 10) as u8));
    bytes
}

fn images(count: u32) -> Vec<u8> {
    idx(0x803, &[count, 28, 28], 784 * count as usize)
}

fn labels(count: u32) -> Vec<u8> {
    idx(0x801, &[count], count as usize)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A small data set in the form of MNIST, with one file replaced.
fn damaged(name: &str, content: &[u8]) -> Place {
    let place = Place::new();
    for (file, bytes) in [
        (TRAIN_IMAGES, images(3)),
        (TRAIN_LABELS, labels(3)),
        (TEST_IMAGES, images(2)),
        (TEST_LABELS, labels(2)),
    ] {
        if !name.starts_with(file) {
            place.file(&format!("set/{file}"), bytes);
        }
    }
    place.file(&format!("set/{name}"), content);
    place
}

const EVAL: &str = "train --array 784x4 --data mnist:set";

#[test]
fn damaged_idx_files() {
    let mut cut = images(3);
    cut.truncate(1000);
    let mut long = images(3);
    long.push(0);
    let mut label = labels(3);
    label[10] = 10;
    let mut broken = gzip(&images(3));
    let middle = broken.len() / 2;
    broken[middle..middle + 8].fill(0xFF);
    let mut cut_gzip = gzip(&images(3));
    cut_gzip.truncate(cut_gzip.len() - 12);
    let cases: &[(&str, &str, Vec<u8>, &[&str])] = &[
        ("empty", TRAIN_IMAGES, vec![], &[]),
        ("header cut", TRAIN_IMAGES, images(3)[..7].to_vec(), &[]),
        ("truncated", TRAIN_IMAGES, cut, &["pixels"]),
        ("over-long", TRAIN_IMAGES, long, &[]),
        ("wrong magic", TRAIN_IMAGES, labels(3), &["magic"]),
        ("labels' magic", TEST_LABELS, images(2), &["magic"]),
        (
            "29 pixels",
            TRAIN_IMAGES,
            idx(0x803, &[3, 29, 28], 3 * 812),
            &["29"],
        ),
        (
            "absurd count",
            TRAIN_IMAGES,
            idx(0x803, &[u32::MAX, 28, 28], 784),
            &["4294967295"],
        ),
        (
            "counts differ",
            TRAIN_LABELS,
            labels(4),
            &["4 labels for the 3 images"],
        ),
        ("label 10", TRAIN_LABELS, label, &["label 10"]),
        (
            "broken gzip",
            "train-images-idx3-ubyte.gz",
            broken,
            &[".gz"],
        ),
        ("cut gzip", "train-images-idx3-ubyte.gz", cut_gzip, &[".gz"]),
        (
            "gzip of nothing",
            "t10k-images-idx3-ubyte.gz",
            b"\x1f\x8b".to_vec(),
            &[".gz"],
        ),
    ];
    for (what, name, content, parts) in cases {
        eprintln!("{what}");
        let place = damaged(name, content);
        let mut named = vec![*name];
        named.extend(*parts);
        place.fails(EVAL, 2, &named);
        assert!(!place.path("build").exists(), "{what}: half-written");
    }
}

#[test]
fn no_images_at_all() {
    damaged(TRAIN_IMAGES, &images(0)).fails(EVAL, 2, &["3 labels for the 0 images"]);
    let place = damaged(TRAIN_IMAGES, &images(0));
    place.file(&format!("set/{TRAIN_LABELS}"), labels(0));
    place.fails(EVAL, 2, &["at least one image"]);
}

#[test]
fn missing_data() {
    let place = Place::new();
    place.fails("train --data mnist", 2, &["no MNIST", "--data embedded"]);
    place.fails("train --data mnist:absent", 2, &["absent"]);
    place.fails("data check", 2, &["no MNIST"]);
    place.fails(
        "data encode --data mnist --split test --out e.bin",
        2,
        &["no MNIST"],
    );
    let set = damaged(TEST_LABELS, &labels(2));
    std::fs::remove_file(set.path("set").join(TEST_LABELS)).unwrap();
    set.fails(EVAL, 2, &[TEST_LABELS, "is missing"]);
}

#[test]
fn other_content_than_mnist_fails_the_check() {
    let place = damaged(TEST_LABELS, &labels(2));
    place.fails("data check --data mnist:set", 1, &["4 of 4 files"]);
    place.fails("data check --data mnist:set --json", 1, &["4 of 4 files"]);
}

#[test]
fn encode_writes_where_it_can() {
    let place = Place::new();
    let line = "data encode --data embedded --split test --quiet --out";
    place.fails(&format!("{line} /dev/full"), 2, &["/dev/full"]);
    place.file("folder/file", "");
    place.fails(&format!("{line} folder"), 2, &["folder"]);
    place.fails(&format!("{line} folder/file/e.bin"), 2, &["folder/file"]);
    let output = place.run(&format!("{line} e.bin --json"));
    assert_eq!(output.status.code(), Some(0));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let images = json["test_images"].as_u64().unwrap();
    let bytes = std::fs::metadata(place.path("e.bin")).unwrap().len();
    assert_eq!(bytes, images * 98);
}
