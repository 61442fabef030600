use super::*;
use std::collections::BTreeSet;

fn files(spec: &Spec) -> Vec<File> {
    let design = Design {
        spec,
        name: "core",
        seed: 1,
        lfsr_start: 0x1234,
        tables: [7; 64],
        device: None,
        weights: None,
    };
    design
        .files(vec![("stimulus.bin".into(), vec![1, 2, 3])])
        .unwrap()
}

fn text<'a>(files: &'a [File], path: &str) -> &'a str {
    let file = files.iter().find(|f| f.path == path).unwrap();
    std::str::from_utf8(&file.content).unwrap()
}

#[test]
fn every_file_says_where_it_comes_from() {
    let files = files(&Spec::new(16, 8, 4).unwrap());
    let command = "spinloom generate --array 16x8 --lanes 4 --seed 1 --name core";
    for file in files.iter().filter(|f| !f.path.ends_with(".bin")) {
        let text = text(&files, &file.path);
        assert!(text.contains(command), "{}", file.path);
        assert!(text.contains("do not edit") || file.path.ends_with(".json"));
    }
}

#[test]
fn a_file_is_a_module() {
    let files = files(&Spec::new(16, 8, 4).unwrap());
    let mut names = BTreeSet::new();
    for file in files.iter().filter(|f| f.path.starts_with("rtl_out/core/")) {
        let Some(name) = file
            .path
            .strip_suffix(".v")
            .and_then(|p| p.rsplit('/').next())
        else {
            continue;
        };
        let text = text(&files, &file.path);
        assert!(text.contains(&format!("module {name}")), "{name}");
        assert!(text.is_ascii() && names.insert(name.to_owned()), "{name}");
    }
    assert!(names.contains("spin_core"));
}

#[test]
fn the_manifest_lists_all_files() {
    let files = files(&Spec::new(16, 8, 8).unwrap());
    let manifest = text(&files, "rtl_out/core/manifest.json");
    let manifest: serde_json::Value = serde_json::from_str(manifest).unwrap();
    assert_eq!(manifest["parameters"]["rows"], 16);
    assert_eq!(manifest["parameters"]["lfsr_start"], "0x1234");
    assert_eq!(manifest["files"].as_array().unwrap().len(), files.len() - 1);
}

/// The clock that a constraint file asks for, MHz; none where it names a port alone.
fn clock_of(extension: &str, text: &str) -> Option<f64> {
    let line = |start: &str| text.lines().find_map(|line| line.strip_prefix(start));
    match extension {
        "pcf" => line("set_frequency clk_i ")?.parse().ok(),
        "lpf" => {
            let rest = line("FREQUENCY PORT \"clk_i\" ")?;
            rest.strip_suffix(" MHZ;")?.parse().ok()
        }
        "sdc" | "xdc" => {
            let rest = line("create_clock -name clk_i -period ")?;
            let period = rest.strip_suffix(" [get_ports clk_i]")?;
            Some(1000.0 / period.parse::<f64>().ok()?)
        }
        _ => None,
    }
}

#[test]
fn every_constraint_file_asks_for_the_clock_described() {
    let files = files(&Spec::new(16, 8, 4).unwrap());
    let mut seen = BTreeSet::new();
    for file in files.iter().filter(|f| f.path.starts_with("constraints/")) {
        let extension = file.path.rsplit('.').next().unwrap();
        let text = text(&files, &file.path);
        seen.insert(extension.to_owned());
        if extension == "cst" {
            // a place alone: the clock stands in the SDC
            assert!(text.contains("IO_LOC \"clk_i\" H11;"));
            continue;
        }
        let clock = clock_of(extension, text);
        assert_eq!(clock, Some(constraints::clock_mhz(extension).into()));
    }
    assert_eq!(
        seen,
        ["cst", "lpf", "pcf", "sdc", "xdc"]
            .map(str::to_owned)
            .into()
    );
    assert_eq!(clock_of("lpf", "FREQUENCY PORT \"clk\" 100 MHZ;"), None);
}
