//! Preset `persistent`: a hidden array of junction pairs, from training to hardware.

use super::common::tools;
use super::good::json;
use super::place::Place;
use spinloom::verify::simulator::Simulator;

#[test]
fn generated() {
    let place = Place::new();
    let line = "generate --preset persistent --array 33x9 --lanes 4 --name pairs";
    json(&place, line);
    // two bits a lane: a word of W1 is two digits, and no pair starts outside its four states
    let path = place.path("sim/pairs/w1.hex");
    let words = std::fs::read_to_string(path).unwrap();
    assert!(words.lines().all(|word| word.len() == 2), "{words}");
    assert!(words.lines().any(|word| word != "00"));
    let modules = place.path("rtl_out/pairs");
    assert!(modules.join("pair_cell.v").exists());
    assert!(!modules.join("synapse_cell.v").exists());
}

#[test]
fn verified_resumed_and_traced() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let place = Place::new();
    let common = "--data embedded --simulator icarus";
    let found = json(
        &place,
        &format!(
            "verify --preset persistent --array 64x20 --lanes 7 {common} --train 30 --test 10"
        ),
    );
    assert_eq!(
        (&found["differences"], &found["weights_equal"]),
        (&0.into(), &true.into())
    );
    assert!(found["learning_events"].as_u64() > Some(0));

    json(
        &place,
        "train --preset persistent --array 64x20 --data embedded --weights p.spin",
    );
    let found = json(
        &place,
        &format!("verify --resume-from p.spin --jobs 2 {common} --train 20 --test 6"),
    );
    assert_eq!(
        (&found["differences"], &found["array"]),
        (&0.into(), &"64x20".into())
    );
    json(
        &place,
        &format!("verify --resume-from p.spin {common} --train 8 --test 2 --vcd w.vcd --around 4"),
    );
    let waves = std::fs::read_to_string(place.path("w.vcd")).unwrap();
    assert!(waves.contains("$enddefinitions") && waves.contains("pair_q"));
}
