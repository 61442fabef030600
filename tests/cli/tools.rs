//! Simulators that are missing, crash, hang or say nothing.

use super::place::{Place, failure};

const VERIFY: &str = "verify --array 784x4 --data embedded --train 3 --test 2 --quiet --timeout 2";

/// Verilator is this program.
fn with_verilator(place: &Place, program: &str, line: &str, code: i32, parts: &[&str]) {
    let output = place
        .command(line)
        .env("SPINLOOM_VERILATOR", program)
        .output()
        .unwrap();
    failure(line, &output, code, parts);
}

#[test]
fn missing_simulators() {
    let place = Place::new();
    let remedy = [
        "`verilator` is missing",
        "make setup",
        "apt-get install verilator",
    ];
    with_verilator(&place, "/nowhere/verilator", VERIFY, 3, &remedy);
    let output = place
        .command(VERIFY)
        .env("PATH", "/nowhere")
        .output()
        .unwrap();
    failure("empty PATH", &output, 3, &remedy);
    for (variable, name) in [
        ("SPINLOOM_IVERILOG", "`iverilog`"),
        ("SPINLOOM_VVP", "`vvp`"),
    ] {
        let line = format!("{VERIFY} --simulator icarus");
        let output = place
            .command(&line)
            .env(variable, "no-such-thing")
            .output()
            .unwrap();
        failure(
            variable,
            &output,
            3,
            &[name, "is missing", "apt-get install iverilog"],
        );
    }
    let folder = place.path("").display().to_string();
    with_verilator(&place, &folder, VERIFY, 3, &["is missing"]);
    place.file("text", "no program");
    let text = place.path("text").display().to_string();
    with_verilator(&place, &text, VERIFY, 3, &["is missing"]);
}

#[test]
fn a_compiler_that_fails() {
    let cases: &[(&str, &[&str])] = &[
        (
            "echo '%Error: out of luck' >&2; exit 7",
            &["exit code 7", "%Error: out of luck"],
        ),
        ("kill -SEGV $$", &["crashed with signal 11"]),
        ("exit 0", &["simulation"]),
        ("sleep 100", &["not done after 2 s"]),
        (
            "trap '' TERM INT HUP; sleep 100 & sleep 100",
            &["not done after 2 s"],
        ),
    ];
    for (body, parts) in cases {
        let place = Place::new();
        let fake = place.script("verilator", body).display().to_string();
        with_verilator(&place, &fake, VERIFY, 3, parts);
        with_verilator(&place, &fake, VERIFY, 3, &[".log"]);
    }
}

/// A Verilator that compiles everything to a script.
fn compiler_of(place: &Place, simulation: &str) -> String {
    place.script("simulation", simulation);
    let body = format!(
        "while [ $# -gt 1 ]; do [ \"$1\" = -Mdir ] && dir=$2; shift; done\n\
         mkdir -p \"$dir\" && cp {} \"$dir/simulation\"",
        place.path("simulation").display()
    );
    place.script("verilator", &body).display().to_string()
}

#[test]
fn a_simulation_that_fails() {
    let cases: &[(&str, i32, &[&str])] = &[
        ("echo hello", 1, &["no verdict", ".log"]),
        ("exit 0", 1, &["no verdict"]),
        ("echo PASSED; echo 'PASS or not'", 1, &["no verdict"]),
        ("echo FAIL", 1, &[]),
        ("exit 4", 3, &["exit code 4"]),
        ("echo PASS; kill -SEGV $$", 3, &["signal 11"]),
        ("echo PASS; sleep 100", 3, &["not done after 2 s"]),
        ("yes hello", 3, &["not done after 2 s"]),
    ];
    for (body, code, parts) in cases {
        let place = Place::new();
        let fake = compiler_of(&place, body);
        with_verilator(&place, &fake, VERIFY, *code, parts);
    }
}
