//! A run in parts is the same proof: clean RTL passes, a fault is placed in its part under the
//! image's number in the whole run, and waves around an image are written from saved state.

#![allow(clippy::unwrap_used)]

mod common;

use common::{tools, verilog, with_job};
use spinloom::spec::Spec;
use spinloom::verify::job::Report;
use spinloom::verify::scenario::Scenario;
use spinloom::verify::simulator::Simulator;

fn scenario() -> Scenario {
    Scenario::of_size(&Spec::new(20, 22, 6).unwrap(), 31, 60, 0).unwrap()
}

fn sentences(report: &Report) -> Vec<String> {
    report.diagnoses.iter().map(|d| d.to_string()).collect()
}

#[test]
fn a_run_in_parts() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let scenario = scenario();
    let dir = tempfile::tempdir().unwrap();
    let mut files = verilog(&scenario.spec, scenario.network.lfsr().state());
    for num_parts in [1, 4] {
        let report = with_job(&scenario, &files, num_parts, dir.path(), |job| job.run());
        let report = report.unwrap();
        assert!(report.passed(), "{:?}", sentences(&report));
    }

    let vcd = dir.path().join("waves.vcd");
    let waves = |around| {
        with_job(&scenario, &files, 1, &dir.path().join("w"), |job| {
            job.dump_waves(around, &vcd)
        })
    };
    assert_eq!(waves(30).unwrap().mismatch, None);
    let text = std::fs::read_to_string(&vcd).unwrap();
    assert!(text.contains("$enddefinitions") && text.contains("membrane_q"));
    assert!(waves(10_000).is_err());

    // depression potentiates: the rival's cell goes up, too
    let cell = files.iter_mut().find(|(n, _)| n == "readout_cell.v");
    let (_, cell) = cell.unwrap();
    let sound = "change = 8'd1;";
    assert_eq!(cell.matches(sound).count(), 1);
    *cell = cell.replace(sound, "change = ONES;");
    let whole = with_job(&scenario, &files, 1, dir.path(), |job| job.run()).unwrap();
    let parted = with_job(&scenario, &files, 4, dir.path(), |job| job.run()).unwrap();
    let (whole_first, parted_first) = (&whole.diagnoses[0], &parted.diagnoses[0]);
    assert_eq!(whole_first.mismatch.image, parted_first.mismatch.image);
    assert_eq!(whole_first.place, parted_first.place);
    assert_eq!(whole.num_images, parted.num_images);
    // latencies differ: each part starts from rest
    let work = |r: &Report| (r.tally.results, r.tally.taught, r.tally.pulses);
    assert_eq!(work(&whole), work(&parted));
    // the other parts start sound, and find the fault again
    println!("{}", sentences(&parted).join("\n"));
    assert!(parted.diagnoses.len() > 1);
    assert!(parted.diagnoses[1].mismatch.image > parted_first.mismatch.image);
}
