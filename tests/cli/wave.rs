//! `wave`: dumps of both schemes, files for viewers, differences, bad input.

use super::common::tools;
use super::good::json;
use super::place::Place;
use spinloom::verify::simulator::Simulator;

const VERIFY: &str = "verify --data embedded --simulator icarus --train 3 --test 2 --around 2";

/// The window is the whole run: sums are those of the golden model.
#[test]
fn a_dump_tells_what_was_compared() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let place = Place::new();
    for (core, scheme) in [
        ("--array 64x12 --lanes 5", "modulated"),
        (
            "--array 64x20 --lanes 6 --preset mnist-sequence",
            "prototype",
        ),
    ] {
        let compared = json(&place, &format!("{VERIFY} {core} --vcd w/a.vcd"));
        let story = json(&place, "wave w/a.vcd");
        assert_eq!(story["core"]["scheme"], scheme);
        let images: Vec<_> = story["images"].as_object().unwrap().values().collect();
        assert_eq!(images.len(), 5);
        let sum = |key: &str| images.iter().map(|i| i[key].as_u64().unwrap()).sum::<u64>();
        let pulses = sum("pulses_ltp") + sum("pulses_ltd");
        assert_eq!(compared["learning_events"], pulses);
        let taught = images.iter().filter(|i| i["result"]["taught"] == true);
        assert_eq!(compared["taught_images"], taught.count());
        let latency = |i: &&serde_json::Value| {
            i["result"]["at"].as_u64().unwrap() - i["first"].as_u64().unwrap()
        };
        assert_eq!(
            compared["cycles_max"],
            images.iter().map(latency).max().unwrap()
        );
        if scheme == "modulated" {
            // a switch changes a weight, but for those at the limit
            let writes = images
                .iter()
                .map(|i| i["writes"].as_array().unwrap().len() as u64);
            assert_eq!(writes.sum::<u64>(), sum("switches") - sum("saturations"));
        }
        let text = String::from_utf8(place.run("wave w/a.vcd --image 1").stdout).unwrap();
        assert!(
            text.contains("image 1, learn") && !text.contains("image 2"),
            "{text}"
        );
        assert!(
            text.contains("result   class") && text.contains("changed"),
            "{text}"
        );
        place.fails("wave w/a.vcd --image 5", 2, &["image = 5", "images 0 to 4"]);

        let [rtl, golden] = ["rtl", "golden"].map(|side| format!("w/a.{side}.vcd"));
        assert_eq!(compared["steps"], serde_json::json!([rtl, golden]));
        let alike = json(&place, &format!("wave {rtl} --against {golden}"));
        assert_eq!(alike["differences"], 0);
        let steps = json(&place, &format!("wave {golden}"));
        assert_eq!(
            (&story["unit"], &steps["unit"]),
            (&"cycle".into(), &"step".into())
        );
        for (in_cycles, in_steps) in images
            .iter()
            .zip(steps["images"].as_object().unwrap().values())
        {
            for key in ["rows", "label", "pulses_ltp", "pulses_ltd", "switches"] {
                assert_eq!(in_cycles[key], in_steps[key], "{key}");
            }
            for key in ["draws", "writes"] {
                let number = |image: &serde_json::Value| image[key].as_array().unwrap().len();
                assert_eq!(number(in_cycles), number(in_steps), "{key}");
            }
        }
        let text = String::from_utf8(place.run("wave w/a.golden.vcd --image 1").stdout).unwrap();
        assert!(
            text.contains("image 1, learn") && text.contains(": steps "),
            "{text}"
        );
        assert!(
            text.contains("changed") && !text.contains("cycle"),
            "{text}"
        );
        let save = std::fs::read_to_string(place.path("w/a.golden.gtkw")).unwrap();
        assert!(save.contains("w/a.phase.txt\narch.phase[2:0]\n"), "{save}");
        let names = std::fs::read_to_string(place.path("w/a.phase.txt")).unwrap();
        assert!(names.ends_with("101 TEACH_HIDDEN\n110 DONE\n"), "{names}");

        let save = std::fs::read_to_string(place.path("w/a.gtkw")).unwrap();
        let state = "@2028\n^3 w/a.controller.txt\ntb.dut.u_controller.state_q[";
        assert!(save.contains(state) && save.contains("-lane 4\n"), "{save}");
        let names = std::fs::read_to_string(place.path("w/a.controller.txt")).unwrap();
        assert!(
            names.lines().any(|line| line.ends_with(" SCAN_DRAIN")),
            "{names}"
        );
        let commands = std::fs::read_to_string(place.path("w/a.sucl")).unwrap();
        assert!(commands.contains("divider_add controller\n"), "{commands}");
        assert!(
            commands.contains("item_set_format a.controller\n"),
            "{commands}"
        );
    }
}

#[test]
fn the_first_difference() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let place = Place::new();
    let core = "--array 64x12 --lanes 5";
    json(&place, &format!("{VERIFY} {core} --vcd a.vcd"));
    json(&place, &format!("{VERIFY} {core} --vcd b.vcd"));
    let alike = json(&place, "wave a.vcd --against b.vcd");
    assert_eq!(alike["differences"], 0);
    assert!(alike["signals"].as_u64().unwrap() > 1000);
    let said =
        String::from_utf8(place.run("wave a.rtl.vcd --against a.golden.vcd").stdout).unwrap();
    let alone = "; signals of one dump alone: 1 of a.rtl.vcd, 0 of a.golden.vcd\n";
    assert!(said.ends_with(alone), "{said}");
    // the class of the last result, in one dump alone
    let text = std::fs::read_to_string(place.path("b.vcd")).unwrap();
    let id = text.lines().find_map(|line| {
        line.strip_prefix("$var wire 4 ")?
            .strip_suffix(" res_class [3:0] $end")
    });
    let end = format!(" {}\n", id.unwrap());
    let change = text.rmatch_indices(&end);
    let (at, _) = change
        .into_iter()
        .find(|(at, _)| !text[..*at].ends_with('x'))
        .unwrap();
    let start = text[..at].rfind('b').unwrap();
    let other = format!("{}b1111{}", &text[..start], &text[at..]);
    place.file("b.vcd", other);
    let parts = ["differ from time", "(cycle ", "`tb.res_class` is", ", 15"];
    place.fails("wave a.vcd --against b.vcd", 1, &parts);
    let said = place
        .run("wave a.vcd --against b.vcd --json --quiet")
        .stdout;
    let said: serde_json::Value = serde_json::from_slice(&said).unwrap();
    assert!(said["first"]["cycle"].is_u64(), "{said}");
    // the last cell, in the golden model's steps alone
    let text = std::fs::read_to_string(place.path("a.golden.vcd")).unwrap();
    let id = text.lines().find_map(|line| {
        line.strip_prefix("$var wire 7 ")?
            .strip_suffix(" cell [6:0] $end")
    });
    let end = format!(" {}\n", id.unwrap());
    let mut changes = text
        .rmatch_indices(&end)
        .map(|(at, _)| (text[..at].rfind('b').unwrap(), at));
    let (start, at) = changes
        .find(|&(start, at)| &text[start..at] != "bz")
        .unwrap();
    let other = format!("{}bx{}", &text[..start], &text[at..]);
    place.file("a.golden.vcd", other);
    let parts = ["(image ", ", cycle ", "`arch.w1.cell` is", ", x"];
    place.fails("wave a.rtl.vcd --against a.golden.vcd", 1, &parts);
    // cut at the end of a line, in the middle of an image
    let text = std::fs::read_to_string(place.path("b.golden.vcd")).unwrap();
    let at = text.find("\nb101 ").unwrap();
    let at = at + text[at..].find("\n#").unwrap();
    place.file("cut.vcd", &text[..=at]);
    let parts = [
        "cut.vcd ends early, at time ",
        "(image 0",
        "b.golden.vcd goes on",
    ];
    place.fails("wave cut.vcd --against b.golden.vcd", 1, &parts);
    let parts = ["cut.vcd ends early, at time ", "b.golden.vcd goes on"];
    place.fails("wave b.golden.vcd --against cut.vcd", 1, &parts);
    let told = String::from_utf8(place.run("wave cut.vcd").stdout).unwrap();
    assert!(
        told.contains("pulses unknown: incomplete\n  changed "),
        "{told}"
    );
    assert!(
        told.contains(" so far\n") && !told.contains("0 pulses"),
        "{told}"
    );
    // behind the last step
    for (garbage, says) in [
        ("$$%%zz", "unknown command"),
        ("12345%%zz", "`2345%%zz` is no signal"),
    ] {
        place.file("garbage.vcd", format!("{text}{garbage}\n"));
        let line = format!("line {}: {says}", text.lines().count() + 1);
        place.fails("wave garbage.vcd", 2, &["garbage.vcd", &line]);
    }
    // another core has other signals, and other values in those that both have
    json(
        &place,
        &format!("{VERIFY} --array 64x12 --lanes 4 --vcd c.vcd"),
    );
    place.fails("wave a.vcd --against c.vcd", 1, &["the dumps differ"]);
}

#[test]
fn an_fst_is_for_viewers() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let place = Place::new();
    json(&place, &format!("{VERIFY} --array 64x12 --vcd a.fst"));
    // the first block of an FST is its header, of 329 bytes
    let start = std::fs::read(place.path("a.fst")).unwrap();
    assert_eq!(start[..9], [0, 0, 0, 0, 0, 0, 0, 1, 73]);
    json(&place, "wave a.golden.vcd");
    place.fails("wave a.fst", 2, &["a.fst", "is an FST", "fst2vcd"]);
}

#[test]
fn bad_dumps() {
    let place = Place::new();
    let header = "$timescale 1ps $end\n$scope module top $end\n$var wire 1 ! clk $end\n\
                  $upscope $end\n$enddefinitions $end\n#0\n0!\n#5\n1!\n";
    place.file("foreign.vcd", header);
    place.file("empty.vcd", "");
    place.file(
        "text.vcd",
        "These are the voyages of a file that is no dump\n",
    );
    place.file("binary.vcd", [0u8, 159, 146, 150, 10, 0, 7, 10]);
    place.file("cut.vcd", &header[..header.len() - 1]);
    place.file(
        "header.vcd",
        "$timescale 1ps $end\n$scope module top $end\n$var wire\n",
    );
    place.file("nothing.vcd", "$enddefinitions $end\n#0\n");
    place.file("noise.vcd", format!("{header}#7\nq!\n"));
    place.file("unknown.vcd", format!("{header}12345%%zz\n"));
    place.file("back.vcd", format!("{header}#3\n0!\n"));
    let mut fifo = std::process::Command::new("mkfifo");
    assert!(fifo.arg(place.path("fifo.vcd")).status().unwrap().success());
    place.file("ours.vcd", header.replace("clk $end", "ev_valid_i $end\n$scope module u_controller $end\n$var wire 1 \" state_q $end\n$upscope $end"));
    place.file(
        "steps.vcd",
        header
            .replace("module top", "module arch")
            .replace("clk", "phase"),
    );
    for (line, parts) in [
        ("wave steps.vcd", ["steps.vcd", "no signal `arch.image`"]),
        ("wave none.vcd", ["none.vcd", "No such file"]),
        ("wave empty.vcd", ["empty.vcd", "is empty"]),
        ("wave text.vcd", ["text.vcd", "verify --vcd"]),
        ("wave binary.vcd", ["binary.vcd", "verify --vcd"]),
        ("wave cut.vcd", ["cut.vcd", "cut short"]),
        ("wave header.vcd", ["header.vcd", "verify --vcd"]),
        ("wave nothing.vcd", ["nothing.vcd", "has no signals"]),
        (
            "wave foreign.vcd",
            ["foreign.vcd", "no signals of a spinloom core"],
        ),
        ("wave ours.vcd", ["ours.vcd", "has no signal `"]),
        (
            "wave foreign.vcd --against noise.vcd",
            ["noise.vcd", "line 11"],
        ),
        (
            "wave foreign.vcd --against unknown.vcd",
            ["unknown.vcd: line 10", "`2345%%zz` is no signal"],
        ),
        (
            "wave foreign.vcd --against back.vcd",
            ["back.vcd: line 10", "time goes back from 5 to 3"],
        ),
        ("wave fifo.vcd", ["fifo.vcd", "a pipe"]),
        (
            "wave foreign.vcd --against ours.vcd",
            ["ours.vcd", "no signal of foreign.vcd"],
        ),
        (
            "wave foreign.vcd --against other.vcd --all",
            ["--against", "--all"],
        ),
        ("wave .", [".", "directory"]),
    ] {
        place.fails(line, 2, &parts);
    }
}
