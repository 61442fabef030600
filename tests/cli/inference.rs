//! Preset `inference`: trained on the model, loaded into a core that learns nothing.

use super::common::tools;
use super::good::json;
use super::place::Place;
use serde_json::Value;
use spinloom::verify::simulator::Simulator;

#[test]
fn nothing_that_learns_is_generated() {
    let place = Place::new();
    json(
        &place,
        "generate --preset inference --array 33x9 --name core",
    );
    let modules = place.path("rtl_out/core");
    for module in [
        "teacher",
        "synapse_cell",
        "draw",
        "column_words",
        "counters",
    ] {
        let path = modules.join(format!("{module}.v"));
        // the few counters are of another kind
        let text = std::fs::read_to_string(path).unwrap_or_default();
        assert!(!text.contains("pulses"), "{module}");
        assert!(text.is_empty() || module == "counters", "{module}");
    }
    let manifest = std::fs::read_to_string(modules.join("manifest.json")).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    let command = manifest["command"].as_str().unwrap();
    assert!(
        command.contains("--preset inference --array 33x9 --lanes 2"),
        "{command}"
    );
    assert!(manifest["parameters"]["margin"].is_null());
    // the same from a file
    std::fs::write(place.path("c.toml"), "preset = 'inference'\narray = '33x9'").unwrap();
    json(&place, "generate --config c.toml --name other");
    let lane = |name: &str| std::fs::read_to_string(place.path(name)).unwrap();
    let [a, b] = ["core", "other"].map(|name| lane(&format!("rtl_out/{name}/lane.v")));
    let body = |text: &str| text[text.find("`default").unwrap()..].to_owned();
    assert_eq!(body(&a), body(&b));
}

#[test]
fn trained_weights_are_verified() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let place = Place::new();
    let train = "train --preset inference --array 64x20 --data embedded --epochs 2";
    let trained = json(&place, train);
    let judged = json(
        &place,
        "eval --preset inference --array 64x20 --data embedded",
    );
    let accuracy = &judged["test_accuracy_percent"];
    assert_eq!(accuracy, &trained["test_accuracy_percent"]);
    let common = "--data embedded --simulator icarus --preset inference";
    let saved = "--resume-from build/64x20.spin";
    for (more, views) in [
        ("", 1),
        ("--lanes 20", 1),
        ("--weight-bits 4", 1),
        ("--views 5 --jobs 2 --train 3", 5),
    ] {
        let line = format!("verify {common} {saved} --test 20 {more}");
        let found = json(&place, &line);
        assert_eq!(found["differences"], 0, "{line}");
        assert_eq!(
            (&found["taught_images"], &found["views"]),
            (&0.into(), &views.into())
        );
        assert!(
            found["test_accuracy_percent"].as_f64() > Some(30.0),
            "{line}"
        );
    }
    // without weights: those at reset; all in one go: those just trained
    let fresh = json(&place, &format!("verify {common} --array 64x20 --test 5"));
    assert_eq!(
        (&fresh["differences"], &fresh["train_images"]),
        (&0.into(), &0.into())
    );
    // and its signals tell who fired when
    let run = format!("run {common} --array 64x20 --train 3 --test 20 --around 10");
    let whole = json(&place, &run);
    assert_eq!(whole["differences"], 0);
    let story = json(&place, "wave build/run/waves.vcd");
    assert_eq!(story["core"]["learns"], false);
    let steps = json(&place, "wave build/run/waves.golden.vcd");
    assert_eq!(story["core"], steps["core"]);
    for (number, image) in story["images"].as_object().unwrap() {
        let golden = &steps["images"][number];
        for key in ["rows", "draws", "writes", "pulses_ltp", "switches"] {
            assert_eq!(image[key], golden[key], "image {number}, {key}");
        }
        assert_eq!(image["result"]["class"], golden["result"]["class"]);
        let spikes = |image: &Value| {
            let mut spikes = std::collections::BTreeMap::new();
            for fired in image["fired"].as_array().unwrap() {
                let count: &mut u64 = spikes.entry(fired["column"].as_u64()).or_default();
                *count += fired["spikes"].as_u64().unwrap();
            }
            spikes
        };
        assert!(!spikes(image).is_empty());
        assert_eq!(spikes(image), spikes(golden), "image {number}");
    }
    let page = std::fs::read_to_string(place.path("build/run/report.html")).unwrap();
    assert!(page.contains("The RTL counts the same ") && page.contains("neuron by neuron"));
    // a spike less is seen
    let wave = std::fs::read_to_string(place.path("build/run/wave.json")).unwrap();
    let mutant = wave.replacen("\"spikes\":1", "\"spikes\":2", 1);
    assert_ne!(wave, mutant);
    place.file("build/run/wave.json", mutant);
    json(&place, "report --to mutant.html");
    let page = std::fs::read_to_string(place.path("mutant.html")).unwrap();
    assert!(page.contains("not all of these neurons"));
    // the memory images are those of the trained weights
    let manifest = place.path("rtl_out/spin_inference_64x20_l4/manifest.json");
    let manifest = std::fs::read_to_string(manifest).unwrap();
    assert!(manifest.contains("--weights 64x20.spin"), "{manifest}");
    assert_eq!(whole["train"]["test_images"], 500);
    assert!(whole["verify"]["test_accuracy_percent"].as_f64() > Some(30.0));
    // another threshold is built in
    std::fs::write(place.path("t.toml"), "learning.threshold = 500").unwrap();
    json(&place, &format!("{train} --config t.toml --weights t.spin"));
    let found = json(
        &place,
        &format!("verify {common} --resume-from t.spin --test 10"),
    );
    assert_eq!(found["differences"], 0);
    let line = format!("verify {common} --resume-from t.spin --weight-bits 4");
    place.fails(&line, 2, &["multiple of 8, not 500", "--weight-bits"]);
}

#[test]
fn what_does_not_fit_is_refused() {
    let place = Place::new();
    let cases: &[(&str, &[&str])] = &[
        ("--mask-target 9", &["only infers", "--mask-target"]),
        ("--code ttfs", &["only infers", "--code edge16"]),
        ("--weight-bits 3", &["--weight-bits", "4 to 7"]),
        (
            "--preset fast --weight-bits 4",
            &["weight_bits = 4", "--preset inference"],
        ),
    ];
    for (flags, parts) in cases {
        let preset = if flags.contains("--preset") {
            ""
        } else {
            "--preset inference"
        };
        let line = format!("generate {preset} --array 33x9 {flags}");
        place.fails(&line, 2, parts);
    }
    json(
        &place,
        "train --preset persistent --array 64x20 --data embedded --weights p.spin",
    );
    let line = "verify --preset inference --resume-from p.spin --test 1";
    place.fails(line, 2, &["p.spin", "persistent pairs"]);
}
