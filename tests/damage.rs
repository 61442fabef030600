//! Files of the testbench that are missing, cut, changed or another core's: never a PASS.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{Prepared, tools, write};
use spinloom::random::Stream;
use spinloom::spec::Spec;
use spinloom::verify::bench::{Bench, BuiltBench};
use spinloom::verify::diagnose::Mismatch;
use spinloom::verify::scenario::Scenario;
use spinloom::verify::simulator::Simulator;
use std::path::Path;

const FILES: [&str; 4] = ["stimulus.bin", "expected.bin", "w1.hex", "w2.hex"];
/// Random damages of each binary file.
const NUM_FLIPS: usize = 40;

fn prepared(seed: u64, dir: &Path) -> Prepared {
    let spec = Spec::new(9, 7, 3).unwrap();
    Prepared::new(Scenario::of_size(&spec, seed, 12, 0).unwrap(), dir)
}

/// A bench, the folder with its sound files, and one for damaged ones.
struct Stand {
    dir: tempfile::TempDir,
    built: BuiltBench,
}

impl Stand {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let sound = prepared(1, &dir.path().join("sound"));
        prepared(2, &dir.path().join("other"));
        let bench = Bench {
            sources: write(&dir.path().join("rtl"), &sound.verilog()),
            work_dir: dir.path().join("build"),
            ..sound.bench.clone()
        };
        let built = bench.build(Simulator::Icarus).unwrap();
        Stand { dir, built }
    }

    fn read(&self, folder: &str, name: &str) -> Vec<u8> {
        std::fs::read(self.dir.path().join(folder).join(name)).unwrap()
    }

    /// Runs with `name` replaced, or taken away.
    fn run(&self, name: &str, content: Option<&[u8]>) -> Option<Mismatch> {
        let dir = self.dir.path().join("damaged");
        std::fs::create_dir_all(&dir).unwrap();
        for file in FILES {
            std::fs::write(dir.join(file), self.read("sound", file)).unwrap();
        }
        match content {
            Some(content) => std::fs::write(dir.join(name), content).unwrap(),
            None => std::fs::remove_file(dir.join(name)).unwrap(),
        }
        self.built.run(&dir, &[]).unwrap()
    }

    fn fails(&self, what: &str, name: &str, content: Option<&[u8]>) -> Mismatch {
        let found = self.run(name, content);
        found.unwrap_or_else(|| panic!("{name}: {what} passes"))
    }
}

#[test]
fn damaged_files_never_pass() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let stand = Stand::new();
    let sound = stand.read("sound", "w1.hex");
    assert_eq!(stand.run("w1.hex", Some(&sound)), None, "without damage");

    let missing = [
        "stimulus_missing",
        "expected_missing",
        "w1_memory",
        "w2_memory",
    ];
    let foreign = ["file_pair", "file_pair", "w1_memory", "w2_memory"];
    for (name, (missing, foreign)) in FILES.into_iter().zip(missing.into_iter().zip(foreign)) {
        assert_eq!(stand.fails("missing", name, None).field, missing);
        let other = stand.read("other", name);
        assert_eq!(stand.fails("another's", name, Some(&other)).field, foreign);
    }
    for name in FILES {
        let sound = stand.read("sound", name);
        for length in [
            0,
            3,
            10,
            sound.len() / 2,
            sound.len() / 2 + 1,
            sound.len() - 2,
        ] {
            stand.fails(&format!("cut to {length}"), name, Some(&sound[..length]));
        }
        let lines: Vec<&[u8]> = sound.split_inclusive(|&byte| byte == b'\n').collect();
        if name.ends_with(".hex") {
            let swapped = [&[lines[1], lines[0]], &lines[2..]].concat().concat();
            stand.fails("swapped words", name, Some(&swapped));
            stand.fails("no number", name, Some(b"zz\n"));
        } else {
            let long = [&sound[..], &[0; 4]].concat();
            stand.fails("over-long", name, Some(&long));
        }
    }
}

#[test]
fn no_bit_of_a_binary_file_is_idle() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let stand = Stand::new();
    for name in ["stimulus.bin", "expected.bin"] {
        let sound = stand.read("sound", name);
        let mut stream = Stream::new(5);
        let ends = [0, 4, 8, 12, 16, 20, 24]
            .into_iter()
            .chain(sound.len() - 16..sound.len());
        let random = (0..NUM_FLIPS).map(|_| stream.below(sound.len() as u32) as usize);
        for at in ends.chain(random).collect::<Vec<_>>() {
            let mut flipped = sound.clone();
            flipped[at] ^= 1 << (at % 8);
            stand.fails(
                &format!("bit {} of byte {at}", at % 8),
                name,
                Some(&flipped),
            );
        }
    }
}

/// One weight of thousands, by one step.
#[test]
fn a_wrong_weight_never_passes() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let stand = Stand::new();
    for name in ["w1.hex", "w2.hex"] {
        let sound = stand.read("sound", name);
        for at in (0..sound.len()).step_by(7) {
            let mut wrong = sound.clone();
            wrong[at] = match wrong[at] {
                b'\n' => continue,
                b'0' => b'1',
                _ => b'0',
            };
            let field = stand
                .fails(&format!("digit {at}"), name, Some(&wrong))
                .field;
            assert_eq!(field, name.replace(".hex", "_memory"));
        }
    }
}
