//! Trainings that are broken off, by Ctrl-C and by the plug: the same bits in the end.

use super::place::Place;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};

/// Both schemes, long enough to be hit, with several checkpoints.
const RUNS: [&str; 2] = [
    "train --array 784x16 --data embedded --epochs 90 --quiet --weights",
    "train --preset mnist-sequence --array 784x200 --extra 8 --epochs 3 --data embedded --quiet --weights",
];

/// `spinloom` in the background.
pub fn start(place: &Place, line: &str) -> Child {
    Command::new(assert_cmd::cargo::cargo_bin!("spinloom"))
        .current_dir(place.path(""))
        .args(line.split_whitespace())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

pub fn signal(child: &Child, name: &str) {
    let killed = Command::new("kill")
        .args(["-s", name, &child.id().to_string()])
        .status()
        .unwrap();
    assert!(killed.success());
}

pub fn wait_for(path: &Path) {
    let begin = Instant::now();
    while !path.exists() {
        assert!(begin.elapsed() < Duration::from_secs(60), "no {path:?}");
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Interrupted with exit code 130 and one line, which says how to go on; nothing on standard output.
pub fn interrupted(output: &Output, parts: &[&str]) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(130), "{said}");
    assert!(output.stdout.is_empty());
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.starts_with("interrupted"), "{said}");
    for part in parts {
        assert!(said.contains(part), "{part}: {said}");
    }
}

fn whole(place: &Place, run: &str) -> Vec<u8> {
    let output = place.run(&format!("{run} whole.spin"));
    assert!(output.status.success());
    std::fs::read(place.path("whole.spin")).unwrap()
}

fn succeeds(status: ExitStatus, line: &str) {
    assert!(status.success(), "{line}: {status}");
}

#[test]
fn ctrl_c_leaves_a_checkpoint() {
    for (run, name) in RUNS.into_iter().zip(["INT", "TERM"]) {
        let place = Place::new();
        let whole = whole(&place, run);
        let child = start(&place, &format!("{run} broken.spin"));
        wait_for(&place.path("broken.spin"));
        signal(&child, name);
        let output = child.wait_with_output().unwrap();
        interrupted(&output, &["presentations", "broken.spin", "--resume"]);
        assert_ne!(std::fs::read(place.path("broken.spin")).unwrap(), whole);
        let other = format!("{run} broken.spin --resume --seed 2");
        place.fails(&other, 2, &["broken.spin", "another run (seed 1, not 2"]);
        let again = format!("{run} broken.spin --resume");
        succeeds(place.run(&again).status, &again);
        assert_eq!(std::fs::read(place.path("broken.spin")).unwrap(), whole);
    }
}

/// The plug is pulled at moments that nobody chose, a checkpoint or none behind them.
#[test]
fn a_run_that_is_killed_again_and_again_ends_in_the_same_bits() {
    for run in RUNS {
        let place = Place::new();
        let begin = Instant::now();
        let whole = whole(&place, run);
        let time = begin.elapsed().as_millis() as u64;
        let path = place.path("broken.spin");
        let (mut kills, mut random) = (0, u64::from(std::process::id()));
        let line = format!("{run} broken.spin --resume");
        for _ in 0..40 {
            if kills == 4 {
                break;
            }
            let mut child = start(&place, &line);
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            std::thread::sleep(Duration::from_millis(1 + (random >> 33) % time));
            // SIGKILL
            child.kill().unwrap();
            match child.wait().unwrap().success() {
                // too late: once more from the start
                true => std::fs::remove_file(&path).unwrap(),
                false => kills += 1,
            }
        }
        assert!(kills > 0);
        succeeds(place.run(&line).status, run);
        assert_eq!(std::fs::read(&path).unwrap(), whole, "{kills} kills");
    }
}

/// Nothing to go on with: from the start, and nothing left to do.
#[test]
fn both_ends_of_a_training() {
    let place = Place::new();
    let line = "train --array 784x4 --data embedded --weights w.spin --resume";
    let run = || {
        let output = place.run(line);
        succeeds(output.status, line);
        [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap())
    };
    let [told, noted] = run();
    assert!(told.contains(" images/s"), "{told}");
    assert!(
        noted.contains("w.spin is not there, nothing to go on with"),
        "{noted}"
    );
    let [told, noted] = run();
    assert!(
        told.contains("nothing was left to do") && !told.contains("images/s"),
        "{told}"
    );
    assert_eq!(noted, "");
}

/// What keeps nothing dies of the signal, as if nobody listened.
#[test]
fn other_work_ends_at_once() {
    let place = Place::new();
    let child = start(
        &place,
        "sweep stdp --data embedded --array 784x20 --seeds 50",
    );
    std::thread::sleep(Duration::from_millis(700));
    signal(&child, "INT");
    interrupted(
        &child.wait_with_output().unwrap(),
        &["build/sweep/stdp", "goes on"],
    );
}
