//! The page of `run` in a browser: at three widths and in both colour schemes nothing is wider than the page,
//! the browser complains of nothing, and nothing comes from outside the file.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::skip;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Widths of the page, CSS pixels.
const WIDTHS: [u32; 3] = [400, 900, 1400];
/// No page is larger, bytes.
const MAX_BYTES: usize = 5_000_000;

fn chromium() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let mut places = std::env::split_paths(&path).flat_map(|dir| names.map(|name| dir.join(name)));
    places.find(|place| place.is_file())
}

fn spinloom(dir: &Path, line: &str) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_spinloom"));
    command.current_dir(dir).args(line.split_whitespace());
    let output = command.env_remove("SPINLOOM_DATA").output().unwrap();
    assert!(
        output.status.success(),
        "{line}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

/// Pages of both schemes and of a core that only infers: together they show all
/// sections, as small as they come.
const RUNS: [(&str, &str); 3] = [
    (
        "modulated",
        "--array 784x30 --data embedded --train 3 --test 2 --around 3",
    ),
    (
        "prototype",
        "--array 784x30 --preset mnist-sequence --data embedded --train 20 --test 2",
    ),
    (
        "inference",
        "--array 784x30 --preset inference --data embedded --train 3 --test 2 --around 3",
    ),
];

/// Makes the page of a run with all that may stand beside it.
fn make_page(dir: &Path, flags: &str) -> String {
    let run = format!("run {flags} --simulator icarus --synth none --seeds 2");
    spinloom(dir, &run);
    let store = |line: &str, name: &str| {
        let output = spinloom(dir, &format!("{line} --json"));
        std::fs::write(dir.join("build/run").join(name), output).unwrap();
    };
    let levels = "--variation stuck=0.1 --variation mismatch=0.5 --noise salt=0.05";
    store(
        &format!("sweep robustness --array 784x30 --data embedded --seeds 2 {levels}"),
        "robustness.json",
    );
    let grid = "measure = ['test_accuracy_percent', 'lfsr']\n[base]\ndata = 'embedded'\n\
                [axes]\narray = ['784x4', '784x8']\nseed = [1, 2]";
    std::fs::write(dir.join("grid.toml"), grid).unwrap();
    store("sweep grid.toml", "sweep.json");
    let run = std::fs::read(dir.join("build/run/run.json")).unwrap();
    let run: serde_json::Value = serde_json::from_slice(&run).unwrap();
    let lanes = format!("\"lanes\": {}", run["lanes"]);
    let synth = include_str!("report/synth.json").replace("\"lanes\": 30", &lanes);
    std::fs::write(dir.join("build/run/synth.json"), synth).unwrap();
    let begin = std::time::Instant::now();
    let said = spinloom(dir, "report");
    assert_eq!(
        String::from_utf8_lossy(&said).lines().count(),
        1,
        "left out"
    );
    assert!(begin.elapsed().as_secs_f64() < 2.0, "{:?}", begin.elapsed());
    std::fs::read_to_string(dir.join("build/run/report.html")).unwrap()
}

/// The page in a frame of that width; what is too wide is told in the title of the page around it.
fn frame(width: u32) -> String {
    format!(
        "<!doctype html><title>none</title><body style='margin:0'>\
         <iframe src='page.html' style='border:0;width:{width}px;height:900px'></iframe><script>\
         onload = () => {{ const inside = document.querySelector('iframe').contentWindow, page = inside.document;\
         const scrolls = e => e && (inside.getComputedStyle(e).overflowX == 'auto' || scrolls(e.parentElement));\
         const wide = [...page.querySelectorAll('body *')].filter(e => !scrolls(e) \
           && e.getBoundingClientRect().right > {width} + 0.5).map(e => e.tagName + '.' + (e.getAttribute('class') || ''));\
         document.title = 'measured ' + page.documentElement.scrollWidth + ' ' \
           + inside.matchMedia('(prefers-color-scheme: dark)').matches + ' ' + page.querySelectorAll('h2').length \
           + ' ' + wide.slice(0, 5); }};</script>"
    )
}

/// Opens a file without a network; colour scheme 0 is dark, 1 is light.
fn open(browser: &Path, dir: &Path, file: &str, scheme: u32, more: &[&str]) -> Output {
    let profile = dir.join("profile");
    let url = format!("file://{}", dir.join("build/run").join(file).display());
    Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--allow-file-access-from-files",
        ])
        .args([
            "--enable-logging=stderr",
            "--v=0",
            "--window-size=1600,1000",
        ])
        .arg("--host-resolver-rules=MAP * ~NOTFOUND")
        .arg(format!("--blink-settings=preferredColorScheme={scheme}"))
        .arg(format!("--user-data-dir={}", profile.display()))
        .args(more)
        .arg(url)
        .output()
        .unwrap()
}

/// What is wrong with `page` at a width, in a colour scheme: the browser complains, something is too
/// wide, or it is not all there.
fn fault(browser: &Path, dir: &Path, page: &str, width: u32, scheme: u32) -> Option<String> {
    let folder = dir.join("build/run");
    std::fs::write(folder.join("page.html"), page).unwrap();
    std::fs::write(folder.join("frame.html"), frame(width)).unwrap();
    let output = open(browser, dir, "frame.html", scheme, &["--dump-dom"]);
    let [dom, log] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
    if let Some(complaint) = log.lines().find(|line| line.contains("CONSOLE")) {
        return Some(complaint.to_owned());
    }
    let behind = dom.split("<title>").nth(1).unwrap_or_default();
    let title = behind.split("</title>").next().unwrap_or_default();
    let sections = page.matches("<h2").count();
    let measured = format!("measured {width} {} {sections} ", scheme == 0);
    (title != measured).then(|| format!("{title}, not {measured}: {log}"))
}

#[test]
fn in_a_browser() {
    let Some(browser) = chromium() else {
        skip("chromium is missing: `make setup`, or apt-get install chromium");
        return;
    };
    for (name, flags) in RUNS {
        let place = tempfile::tempdir().unwrap();
        let dir = place.path();
        let page = make_page(dir, flags);
        assert!(page.len() < MAX_BYTES, "{} bytes", page.len());
        for outside in [
            "http:", "https:", " src=", "@import", "<script", "url(", "<link",
        ] {
            assert!(!page.contains(outside), "{outside}");
        }
        for width in WIDTHS {
            for scheme in [0, 1] {
                let fault = fault(&browser, dir, &page, width, scheme);
                assert_eq!(fault, None, "{name}, {width} px, scheme {scheme}");
            }
        }
        if name == RUNS[0].0 {
            faults_are_seen(&browser, dir, &page);
        }
        // pictures to be looked at
        if let Some(shots) = std::env::var_os("SPINLOOM_SHOTS") {
            for width in WIDTHS {
                for (scheme, colours) in [(0, "dark"), (1, "light")] {
                    let shot = format!("{name}_{width}_{colours}.png");
                    let shot = format!("--screenshot={}", Path::new(&shots).join(shot).display());
                    let size = format!("--window-size={},6000", width.max(500));
                    open(&browser, dir, "report.html", scheme, &[&shot, &size]);
                }
            }
        }
    }
}

fn faults_are_seen(browser: &Path, dir: &Path, page: &str) {
    let with = |more: &str| page.replace("<main>", &format!("<main>{more}"));
    for (mutant, what) in [
        (with("<script>nothing_of_that_name()</script>"), "CONSOLE"),
        (with("<p style='width:500px;max-width:none'>wide</p>"), "P."),
    ] {
        let seen = fault(browser, dir, &mutant, 400, 1).unwrap();
        assert!(seen.contains(what), "{seen}");
    }
}

#[test]
fn bad_parts_are_refused() {
    let place = tempfile::tempdir().unwrap();
    let fails = |line: &str, parts: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_spinloom"));
        let output = command
            .current_dir(place.path())
            .args(line.split_whitespace())
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(
            (output.status.code(), text.lines().count()),
            (Some(2), 1),
            "{line}: {text}"
        );
        for part in parts {
            assert!(text.contains(part), "{line}: {part} is missing in {text}");
        }
    };
    let write = |name: &str, text: &str| {
        std::fs::write(place.path().join("parts").join(name), text).unwrap()
    };
    fails("report", &["build/run", "spinloom run"]);
    std::fs::create_dir(place.path().join("parts")).unwrap();
    fails(
        "report parts",
        &["holds no part of a report", "spinloom run"],
    );
    write("run.json", "[1, 2]");
    fails(
        "report parts",
        &["run.json", "no JSON object", "make it again"],
    );
    write("run.json", "{\"seed\": \"one\"}");
    fails("report parts", &["run.json", "\"one\"", "make it again"]);
    write("run.json", "{}");
    fails("report parts --to parts", &["parts", "no file"]);
    assert!(!place.path().join("parts/report.html").exists());
}
