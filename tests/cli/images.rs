//! `generate --weights`: memory images of what was trained, and a testbench that starts from them.

use super::common::tools;
use super::good::json;
use super::place::Place;
use spinloom::verify::simulator::Simulator;
use std::process::Command;

/// Weights of W1 in the images of a core of one lane: a word is a weight.
fn w1(place: &Place, core: &str, bits: u32) -> Vec<i32> {
    let text = std::fs::read_to_string(place.path(&format!("sim/{core}/w1.hex"))).unwrap();
    let word = |line| i32::from_str_radix(line, 16).unwrap() << (32 - bits) >> (32 - bits);
    text.lines().map(word).collect()
}

#[test]
fn memory_images_hold_what_was_trained() {
    let place = Place::new();
    let train = "train --data embedded --array 64x6 --lanes 1 --weights mine.spin";
    json(&place, train);
    let generate = "generate --weights mine.spin --lanes 1";
    json(&place, "generate --array 64x6 --lanes 1 --name fresh");
    json(&place, &format!("{generate} --name trained"));
    json(
        &place,
        &format!("{generate} --preset inference --weight-bits 4 --name rounded"),
    );
    let [fresh, trained, rounded] =
        [("fresh", 7), ("trained", 7), ("rounded", 4)].map(|(core, bits)| w1(&place, core, bits));
    assert_eq!(trained.len(), 65 * 6);
    let changed = trained.iter().zip(&fresh).filter(|(a, b)| a != b).count();
    assert!(changed > trained.len() / 2, "{changed}");
    for (exact, rounded) in trained.iter().zip(&rounded) {
        assert!((exact - 8 * rounded).abs() <= 8, "{exact} {rounded}");
    }
    let verilog = |core| std::fs::read_to_string(place.path(core)).unwrap();
    assert!(verilog("rtl_out/trained/spin_core.v").contains("--weights mine.spin --name trained"));
    place.fails(
        "generate --weights mine.spin --array 64x7",
        2,
        &["64x6", "--array"],
    );
    place.fails("generate --weights no.spin", 2, &["no.spin", "train"]);
}

#[test]
fn the_generated_folder_simulates_from_them() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    for flags in ["", "--preset inference", "--preset mnist-sequence"] {
        let place = Place::new();
        let train = "train --data embedded --array 64x20 --weights mine.spin";
        json(&place, &format!("{train} {flags}"));
        let generate = "generate --weights mine.spin --name core";
        json(&place, &format!("{generate} {flags}"));
        let script = "iverilog -g2005 -s tb -o tb.vvp ../../rtl_out/core/*.v tb.v && vvp -n tb.vvp";
        let mut simulate = Command::new("sh");
        simulate
            .args(["-c", script])
            .current_dir(place.path("sim/core"));
        let played = simulate.output().unwrap();
        let said = String::from_utf8_lossy(&played.stdout);
        assert!(said.contains("PASS"), "{flags}: {said}");
    }
}
