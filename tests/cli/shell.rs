//! `completions` and `man`.

use super::good::json;
use super::place::Place;
use std::process::Stdio;

/// Every command, and what they share.
const WORDS: [&str; 5] = ["generate", "verify", "synth", "--lanes", "--json"];

#[test]
fn completions_know_every_command() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish"] {
        let found = json(&place, &format!("completions {shell}"));
        let script = found["script"].as_str().unwrap();
        let missing = |word: &&str| !script.contains(word.trim_start_matches("--"));
        assert_eq!(WORDS.iter().find(|word| missing(word)), None, "{shell}");
    }
    place.fails("completions csh", 2, &["csh", "bash"]);
}

#[test]
fn the_version_as_an_object() {
    let found = json(&Place::new(), "--version");
    assert_eq!(found["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn bash_reads_its_completions() {
    let place = Place::new();
    let script = place.run("completions bash").stdout;
    let path = place.file("spinloom.bash", script);
    let status = std::process::Command::new("bash")
        .arg("-n")
        .arg(path)
        .stderr(Stdio::inherit())
        .status()
        .unwrap();
    assert!(status.success());
}

#[test]
fn a_page_for_each_command() {
    let place = Place::new();
    let found = json(&place, "man --out pages");
    let pages: Vec<&str> = found["pages"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|page| page.as_str())
        .collect();
    for page in ["spinloom.1", "spinloom-train.1", "spinloom-device-fit.1"] {
        assert!(pages.contains(&page), "{page} of {pages:?}");
    }
    let text = std::fs::read_to_string(place.path("pages/spinloom-verify.1")).unwrap();
    let parts = [".TH spinloom-verify 1", "EXAMPLE", r"\-\-vcd"];
    let missing = |part: &&str| !text.to_uppercase().contains(&part.to_uppercase());
    assert_eq!(parts.iter().find(|part| missing(part)), None, "{text}");
    place.file("occupied", "");
    place.fails("man --out occupied", 2, &["occupied"]);
}

/// What `--help` shows of a command: its own calls, and the commands below it.
fn helped(place: &Place, command: &str) -> (Vec<String>, Vec<String>) {
    let output = place.run(&format!("{command} --help"));
    assert_eq!(output.status.code(), Some(0), "{command}");
    let text = String::from_utf8(output.stdout).unwrap();
    let calls = text
        .lines()
        .filter_map(|line| line.strip_prefix("  spinloom "));
    let (_, below) = text.split_once("Commands:\n").unwrap_or_default();
    let names = below.lines().take_while(|line| line.starts_with("  "));
    let names = names.filter(|line| !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next());
    let parts = names.filter(|name| *name != "help");
    let parts = parts.map(|name| format!("{command} {name}").trim().to_owned());
    (calls.map(str::to_owned).collect(), parts.collect())
}

/// Examples that need no data, no tool and no file: they work as they stand, and with `--json` they
/// print one object.
#[test]
fn examples_that_can_be_run_work() {
    const CHEAP: [&str; 6] = [
        "generate --array",
        "completions",
        "man --out",
        "device show",
        "device sample",
        "device fit",
    ];
    let place = Place::new();
    let (mut commands, mut calls) = (vec![String::new()], Vec::new());
    while let Some(command) = commands.pop() {
        let (found, parts) = helped(&place, &command);
        commands.extend(parts);
        calls.extend(found);
    }
    assert!(calls.len() > 30, "{calls:?}");
    let mut run: Vec<&str> = calls
        .iter()
        .filter_map(|call| call.split(['>', '#']).next())
        .map(|call| call.trim().trim_end_matches("--json"))
        .filter(|call| CHEAP.iter().any(|cheap| call.starts_with(cheap)))
        .collect();
    // a sweep is drawn before it is fitted
    run.sort_by_key(|call| std::cmp::Reverse(call.starts_with("device sample")));
    run.dedup();
    for call in &run {
        json(&place, &call.replace('~', "home"));
    }
    let unused = |cheap: &&&str| !run.iter().any(|call| call.starts_with(**cheap));
    assert_eq!(CHEAP.iter().find(unused), None);
}

/// In a terminal: a bar with rate and time left, no colour whatever NO_COLOR says; none of it under
/// `--quiet`, `--json`, or where standard error is no terminal.
#[test]
fn bars_are_for_terminals() {
    let script = std::process::Command::new("script")
        .arg("--version")
        .output();
    if !script.is_ok_and(|output| output.status.success()) {
        super::common::skip("script (util-linux) is missing");
        return;
    }
    let place = Place::new();
    let train = "train --array 784x16 --data embedded --epochs 20";
    let program = assert_cmd::cargo::cargo_bin!("spinloom")
        .display()
        .to_string();
    let seen = |more: &str, no_color: &str| {
        let output = std::process::Command::new("script")
            .current_dir(place.path(""))
            .args(["-qec", &format!("{program} {train} {more}"), "/dev/null"])
            .env("NO_COLOR", no_color)
            .env("TERM", "xterm")
            .env("COLUMNS", "100")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(output.status.success());
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    // colours end in `m`
    let coloured = |text: &str| {
        let mut codes = text.split("\u{1b}[").skip(1);
        codes.any(|code| {
            let end = code.find(|c: char| !(c.is_ascii_digit() || c == ';'));
            end.is_some_and(|end| code[end..].starts_with('m'))
        })
    };
    assert!(coloured("\u{1b}[31mred") && !coloured("\u{1b}[2K"));
    for no_color in ["", "1"] {
        let text = seen("", no_color);
        let parts = ["training", "images", "/s", "left", "test accuracy"];
        let missing = |part: &&&str| !text.contains(**part);
        assert_eq!(parts.iter().find(missing), None, "{text}");
        assert!(!coloured(&text), "{text:?}");
    }
    for more in ["--quiet", "--json"] {
        let text = seen(more, "");
        assert!(!text.contains("left"), "{more}: {text}");
    }
    let output = place.run(train);
    assert!(output.stderr.is_empty());
}
