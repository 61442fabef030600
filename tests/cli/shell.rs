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
