//! RTL and netlist of a lane, proved equal.

use super::list::{Core, Mutant};
use super::{FAIL, Files, PASS, damaged, files, in_parallel, read, sby, tools};
use std::path::Path;

/// A lane, and a fault put into what is mapped.
const LANES: [(Core, Mutant); 2] = [
    (
        Core::Modulated,
        (
            "synapse_cell.v",
            "word = rotated_i ^ mask_i",
            "word = rotated_i",
        ),
    ),
    (
        Core::Prototype,
        ("lane.v", "kept_d = drives_q", "kept_d = kept_q"),
    ),
];

fn run(tools: &Path, core: &Files, mutant: Option<&Mutant>) -> (i32, String) {
    let copy = |kind: &str, fault: Option<&Mutant>| -> Files {
        let change = |name: &str, text: &str| fault.map_or(text.into(), |m| damaged(name, text, m));
        let files = core
            .iter()
            .map(|(name, text)| (format!("{kind}_{name}"), change(name, text)));
        files.collect()
    };
    let (rtl, mapped) = (copy("rtl", None), copy("mapped", mutant));
    let names = |files: &Files, by: &str| {
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        names.join(by)
    };
    let both = [rtl.clone(), mapped.clone()].concat();
    let script = read("equivalence.sby")
        .replace("{{top}}", "lane")
        .replace("{{rtl}}", &names(&rtl, " "))
        .replace("{{mapped}}", &names(&mapped, " "))
        .replace("{{files}}", &names(&both, "\n"));
    sby(tools, &script, &both)
}

#[test]
fn a_lane_and_its_netlist_are_equal() {
    let Some(tools) = tools() else { return };
    let jobs = LANES
        .iter()
        .flat_map(|(core, fault)| [(*core, None), (*core, Some(fault))]);
    in_parallel(jobs.collect(), |(core, fault)| {
        let (code, text) = run(&tools, &files(core), fault);
        assert_eq!(code, fault.map_or(PASS, |_| FAIL), "{fault:?}: {text}");
    });
}
