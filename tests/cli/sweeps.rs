//! `sweep SPEC.toml`: on the cores of this machine, and as a workflow.

use super::common::skip;
use super::good::json;
use super::kill::{interrupted, signal, start, wait_for};
use super::place::{Place, failure, is_clean};
use super::synth::{TINY, VERSION};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

/// Eight jobs.
const SPEC: &str = "measure = ['test_accuracy_percent', 'lfsr', 'updates']
[base]
data = 'embedded'
train.epochs = 2
[axes]
array = ['784x4', '784x6']
learning.margin = [1024, 2048]
seed = [1, 2]
";

fn table(place: &Place) -> String {
    std::fs::read_to_string(place.path("build/sweep/s/table.csv")).unwrap()
}

/// The results so far, and when they were written.
fn results(place: &Place) -> BTreeMap<String, SystemTime> {
    let Ok(found) = std::fs::read_dir(place.path("build/sweep/s/results")) else {
        return BTreeMap::new();
    };
    let found = found.map(|entry| {
        let entry = entry.unwrap();
        let time = entry.metadata().unwrap().modified().unwrap();
        (entry.file_name().into_string().unwrap(), time)
    });
    found
        .filter(|(name, _)| name.ends_with(".json") && !name.starts_with('.'))
        .collect()
}

#[test]
fn a_grid_is_a_table() {
    let place = Place::new();
    place.file("s.toml", SPEC);
    let found = json(&place, "sweep s.toml");
    assert_eq!(
        (&found["jobs"], &found["jobs_kept"]),
        (&8.into(), &0.into())
    );
    assert_eq!(
        found["axes"],
        serde_json::json!(["array", "learning.margin"])
    );
    let points = found["points"].as_array().unwrap();
    assert_eq!(points.len(), 4);
    assert_eq!(points[0]["point"]["learning.margin"], 1024);
    let table = table(&place);
    let rows: Vec<Vec<&str>> = table
        .lines()
        .map(|line| line.split(',').collect())
        .collect();
    assert_eq!(
        rows[0],
        [
            "array",
            "learning.margin",
            "seed",
            "test_accuracy_percent",
            "lfsr",
            "updates"
        ]
    );
    assert_eq!(rows[1][..3], ["784x4", "1024", "1"]);
    assert_eq!(rows.len(), 9);
    // the mean over the seeds of the first point is that of its two rows
    let accuracy = |row: usize| rows[row][3].parse::<f64>().unwrap();
    let of_point = &points[0]["measures"]["test_accuracy_percent"];
    let mean = of_point["mean"].as_f64().unwrap();
    assert!(
        (mean - (accuracy(1) + accuracy(2)) / 2.0).abs() < 1e-9,
        "{mean}"
    );
    assert_eq!(of_point["least"], accuracy(1).min(accuracy(2)));
    assert_eq!(points[0]["measures"]["lfsr"]["values"][1], rows[2][4]);

    // a job is what its command line says
    let jobs = std::fs::read_to_string(place.path("build/sweep/s/jobs.json")).unwrap();
    let jobs: Value = serde_json::from_str(&jobs).unwrap();
    let line = jobs[7]["command"].as_str().unwrap();
    let alone = json(&place, line.strip_prefix("spinloom ").unwrap());
    assert_eq!(alone["lfsr"], rows[8][4]);
    assert_eq!(alone["updates"].to_string(), rows[8][5]);

    // a file of the same name elsewhere is another sweep
    place.file("other/s.toml", SPEC.replace("784x4", "784x5"));
    let parts = ["build/sweep/s", "holds the sweep of", "s.toml", "--out DIR"];
    place.fails("sweep other/s.toml --quiet", 2, &parts);
    json(&place, "sweep other/s.toml --out other --plan");
    place.file("area.toml", SPEC);
    place.fails("sweep area.toml", 2, &["spinloom sweep area", "rename"]);

    // nothing is done twice, one more seed is four more jobs
    let before = results(&place);
    assert_eq!(json(&place, "sweep s.toml --jobs 1")["jobs_kept"], 8);
    assert_eq!(results(&place), before);
    place.file("s.toml", SPEC.replace("[1, 2]", "[1, 2, 3]"));
    let more = json(&place, "sweep s.toml");
    assert_eq!((&more["jobs"], &more["jobs_kept"]), (&12.into(), &8.into()));
    let page = std::fs::read_to_string(place.path("build/sweep/s/page.html")).unwrap();
    assert!(page.contains("784x6") && page.contains("<svg") && !page.contains("http"));
}

#[test]
fn a_killed_sweep_goes_on() {
    let whole = Place::new();
    let spec = SPEC.replace("epochs = 2", "epochs = 20");
    whole.file("s.toml", &spec);
    json(&whole, "sweep s.toml");
    for name in ["KILL", "INT"] {
        let place = Place::new();
        place.file("s.toml", &spec);
        let child = start(&place, "sweep s.toml --quiet --jobs 2");
        wait_for(&place.path("build/sweep/s/results"));
        while results(&place).len() < 2 {
            std::thread::sleep(Duration::from_millis(1));
        }
        signal(&child, name);
        let output = child.wait_with_output().unwrap();
        if name == "INT" {
            interrupted(&output, &["build/sweep/s", "the same command goes on"]);
            // those that were at work left a checkpoint
            let begun = std::fs::read_dir(place.path("build/sweep/s/work")).unwrap();
            assert!(begun.count() > results(&place).len());
        }
        let before = results(&place);
        assert!((2..8).contains(&before.len()), "{}", before.len());
        let again = json(&place, "sweep s.toml");
        assert_eq!(again["jobs_kept"], before.len());
        let after = results(&place);
        assert!(before.iter().all(|(name, time)| after[name] == *time));
        assert_eq!(table(&place), table(&whole));
    }
}

#[test]
fn bad_sweeps() {
    let cases: &[(&str, &[&str])] = &[
        ("", &["s.toml", "axes"]),
        ("axes = 3", &["s.toml", "`3`", "expected a map"]),
        ("[axes]\nseed = 1", &["`axes.seed = 1` is no list"]),
        ("[axes]\nseed = []", &["`axes.seed = []` is no list"]),
        ("[axes]\nseed = [1, 2, 1]", &["`axes.seed` has 1 twice"]),
        (
            "[axes]\nseeds = [1]",
            &["s.toml: at seeds=1: unknown key `seeds`"],
        ),
        (
            "[axes]\narray = ['784x4', '0x4']",
            &["at array=0x4", "no rows"],
        ),
        // flags that axes or the sweep have
        (
            "flags = ['--seed', '5']\n[axes]\nseed = [1, 2]",
            &["--seed", "axis `seed`"],
        ),
        (
            "flags = ['--epochs=3']\n[axes]\ntrain.epochs = [1, 2]",
            &["--epochs", "axis `train.epochs`"],
        ),
        (
            "flags = ['--no-warp']\n[axes]\ntrain.warp = [true, false]",
            &["--no-warp", "axis `train.warp`"],
        ),
        (
            "flags = ['--out', 'x']\n[axes]\nseed = [1]",
            &["--out", "the sweep's"],
        ),
        (
            "flags = ['--json']\n[axes]\nseed = [1]",
            &["--json", "the sweep's"],
        ),
        (
            "flags = ['--resume']\n[axes]\nseed = [1]",
            &["`flags`", "--resume"],
        ),
        (
            "flags = ['--data', 'mnist']\n[axes]\nseed = [1]",
            &["error: no MNIST in data/mnist"],
        ),
        ("speed = 3\n[axes]\nseed = [1]", &["unknown field `speed`"]),
        (
            "command = 'listen'\n[axes]\nseed = [1]",
            &["`command = listen`", "train, verify, synth"],
        ),
        (
            "command = 'synth'\n[axes]\nseed = [1]",
            &["`flags`", "--target"],
        ),
        (
            "flags = ['--lane']\n[axes]\nseed = [1]",
            &["`flags`", "--lane"],
        ),
        (
            "[base]\nout = 'x'\n[axes]\nseed = [1]",
            &["`out` is the sweep's"],
        ),
        (
            "[base]\nlearning = 3\n[axes]\nlearning.margin = [1]",
            &["`base.learning` is no table"],
        ),
        ("[axes]\ndevice = ['absent.toml']", &["absent.toml"]),
        // once, before any job
        (
            "[base]\ndata = 'mnist'\n[axes]\nseed = [1, 2]",
            &["error: no MNIST in data/mnist", "data fetch mnist"],
        ),
        ("[axes]\ndata = ['fsdd', 'embedded']", &["no fsdd in data"]),
        ("[axes]\nseed = [", &["line 2"]),
    ];
    for (text, parts) in cases {
        let place = Place::new();
        let path = place.file("s.toml", text);
        place.fails("sweep s.toml --quiet", 2, parts);
        std::fs::remove_file(path).unwrap();
        assert!(is_clean(&place.path("")), "{text}");
    }
    let many: Vec<String> = (0..1000).map(|seed| seed.to_string()).collect();
    let place = Place::new();
    let many = many.join(",");
    place.file(
        "s.toml",
        format!("[axes]\nseed = [{many}]\nlearning.margin = [{many}]"),
    );
    place.fails(
        "sweep s.toml",
        2,
        &["span 1000000 points", "100000 at most"],
    );
    place.fails("sweep absent.toml", 2, &["absent.toml", "robustness"]);
    place.fails("sweep", 2, &["SPEC.toml"]);
    place.file(
        "s.toml",
        "[base]\ndata = 'embedded'\narray = '784x2'\n[axes]\nseed = [1]",
    );
    place.fails(
        "sweep s.toml --quiet --job 0123",
        2,
        &["`--job 0123`", "--plan"],
    );
    place.file(
        "s.toml",
        "measure = ['speed']\n[base]\ndata = 'embedded'\narray = '784x2'\n[axes]\nseed = [1, 2, 3]",
    );
    // after the first job, which is kept; then before any
    for _ in 0..2 {
        let parts = ["seed=1", "`speed`", "images_per_second"];
        place.fails("sweep s.toml --quiet --jobs 1", 2, &parts);
        assert_eq!(results(&place).len(), 1);
    }
    let text = std::fs::read_to_string(place.path("s.toml")).unwrap();
    place.file("s.toml", text.replace("speed", "updates"));
    assert_eq!(json(&place, "sweep s.toml")["jobs_kept"], 1);
}

/// A router that is too slow for one core.
#[test]
fn checks_that_fail() {
    let place = Place::new();
    let yosys = place.script("yosys", &format!("{VERSION}; {TINY}"));
    let router = "echo \"Info: constraining clock net 'clk_i' to 100.00 MHz\"
mhz=200.0; case $PWD in *_l2/*) mhz=2.5;; esac
echo '{\"fmax\": {\"clk\": {\"achieved\": '$mhz'}}, \"utilization\": {}}' > route.json";
    let router = place.script("router", &format!("{VERSION}; {router}"));
    let spec = "command = 'synth'
flags = ['--target', 'ecp5', '--pnr']
measure = ['fmax_mhz']
[base]
array = '16x4'
[axes]
lanes = [1, 2]
";
    place.file("s.toml", spec);
    for _ in 0..2 {
        let mut command = place.command("sweep s.toml --quiet");
        command
            .env("SPINLOOM_YOSYS", &yosys)
            .env("SPINLOOM_NEXTPNR_ECP5", &router);
        let output = command.output().unwrap();
        let parts = ["1 of 2 jobs failed", "lanes=2", "2.5 MHz"];
        failure("sweep", &output, 1, &parts);
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(said.matches("failed: ").count(), 1, "{said}");
        assert_eq!(table(&place), "lanes,fmax_mhz\n1,200.0\n2,2.5\n");
    }
}

/// Snakemake's local executor finds the same table; killed, it goes on.
#[test]
fn a_workflow_is_the_same_sweep() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let snakemake = root.join(".venv/bin/snakemake");
    if !snakemake.is_file() {
        skip("snakemake is missing: make setup");
        return;
    }
    let (whole, place) = (Place::new(), Place::new());
    let spec = SPEC.replace("epochs = 2", "epochs = 10");
    whole.file("s.toml", &spec);
    json(&whole, "sweep s.toml");
    place.file("s.toml", &spec);
    let workflow = |more: &[&str]| {
        let mut command = Command::new(&snakemake);
        command
            .current_dir(place.path(""))
            .env_remove("SPINLOOM_DATA");
        command
            .arg("--snakefile")
            .arg(root.join("sim/sweep/Snakefile"));
        command.args(["--cores", "2"]).args(more);
        let program = assert_cmd::cargo::cargo_bin!("spinloom")
            .display()
            .to_string();
        command.args(["--config", "spec=s.toml", &format!("spinloom={program}")]);
        command
    };
    let mut child = workflow(&["--quiet", "all"]).spawn().unwrap();
    while results(&place).len() < 2 {
        std::thread::sleep(Duration::from_millis(5));
        assert!(child.try_wait().unwrap().is_none(), "the workflow ended");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let before = results(&place);
    let calls: [&[&str]; 2] = [&["--unlock"], &["--rerun-incomplete"]];
    for more in calls {
        let output = workflow(more).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{more:?}: {said}");
        assert!(!said.contains("Relative file path"), "{said}");
    }
    let after = results(&place);
    assert_eq!(after.len(), 8);
    let kept = before.iter().filter(|(name, time)| after[*name] == **time);
    // the two that were at work when it was killed are incomplete to Snakemake
    assert!(kept.count() + 2 >= before.len());
    assert_eq!(table(&place), table(&whole));
}

/// The other sweeps over trainings: the second time nothing is trained, and the same is said.
#[test]
fn findings_are_kept() {
    let place = Place::new();
    let lines = [
        "sweep mask --targets 0,20 --seeds 2 --array 784x8",
        "sweep robustness --variation stuck=0.1 --noise salt=0.1 --seeds 2 --array 784x10",
        "sweep stdp --seeds 2 --array 784x4",
    ];
    for line in lines {
        let name = line.split(' ').nth(1).unwrap();
        let kept = || -> BTreeMap<_, _> {
            let folder = std::fs::read_dir(place.path(&format!("build/sweep/{name}"))).unwrap();
            let entry = |entry: std::io::Result<std::fs::DirEntry>| {
                let entry = entry.unwrap();
                (
                    entry.file_name(),
                    entry.metadata().unwrap().modified().unwrap(),
                )
            };
            folder.map(entry).collect()
        };
        let run = |more: &str| {
            let mut found = json(&place, &format!("{line} --data embedded {more}"));
            found.as_object_mut().unwrap().remove("seconds");
            found
        };
        let (first, files) = (run(""), kept());
        assert!(files.len() >= 4, "{files:?}");
        assert_eq!((run(""), kept()), (first, files.clone()));
        // of one seed alone, but with other settings: all anew
        let epochs = run("--epochs 2");
        assert!(epochs.is_object());
        assert!(kept().iter().any(|(name, time)| files[name] != *time));
    }
}
