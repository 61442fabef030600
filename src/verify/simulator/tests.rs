use super::*;
use std::os::unix::fs::PermissionsExt;
use std::time::Instant;

const COUNTER: &str = "module counter(input wire clk_i, output reg [7:0] q);
  initial q = 0;
  always @(posedge clk_i) q <= q + 8'd1;
endmodule
";

const BENCH: &str = r#"`timescale 1ns/1ps
module tb;
  parameter EXPECTED = 5;
  parameter NAME = "";
  reg clk = 0;
  wire [7:0] q;
  integer file;
  reg [8*16-1:0] word;
  counter u_counter(.clk_i(clk), .q(q));
  always #5 clk = !clk;
  initial begin
    file = $fopen(NAME, "r");
    if (file == 0 || $fgets(word, file) == 0) $display("no file");
    #52;
    if (q === EXPECTED) $display("PASS"); else $display("FAIL");
    if ($test$plusargs("silent")) $display("never mind");
    $finish;
  end
endmodule
"#;

fn simulation(dir: &Path, bench: &str, expected: u32) -> Simulation {
    let write = |name: &str, text: &str| {
        let path = dir.join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    write("words.txt", "hello\n");
    Simulation {
        work_dir: dir.to_path_buf(),
        sources: vec![write("counter.v", COUNTER), write("tb.v", bench)],
        top: "tb".into(),
        parameters: vec![
            ("EXPECTED".into(), expected.to_string()),
            ("NAME".into(), "\"words.txt\"".into()),
        ],
        plusargs: vec!["+silent".into()],
        timeout: Duration::from_secs(120),
    }
}

/// Absent tools are not a pass: `REQUIRE_TOOLS=1` makes them a failure.
fn available(simulator: Simulator) -> bool {
    let found = simulator.find();
    if let Err(error) = &found {
        assert!(std::env::var_os("REQUIRE_TOOLS").is_none(), "{error}");
        eprintln!("SKIP ({error})");
    }
    found.is_ok()
}

#[test]
fn both_simulators_build_run_and_judge() {
    for simulator in [Simulator::Verilator, Simulator::Icarus] {
        if !available(simulator) {
            continue;
        }
        let dir = tempfile::tempdir().unwrap();
        let outcome = simulation(dir.path(), BENCH, 5).run(simulator).unwrap();
        let text = std::fs::read_to_string(&outcome.log).unwrap();
        assert_eq!(outcome.verdict, Verdict::Pass, "{text}");
        assert!(!text.contains("no file"), "string parameter: {text}");
        assert!(text.contains("never mind"), "plus argument: {text}");
        let wrong = simulation(dir.path(), BENCH, 6).run(simulator).unwrap();
        assert_eq!(wrong.verdict, Verdict::Fail);
    }
}

#[test]
fn no_verdict_is_no_pass() {
    if !available(Simulator::Icarus) {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let bench = BENCH.replace("\"PASS\"", "\"PASSED\"");
    let outcome = simulation(dir.path(), &bench, 5)
        .run(Simulator::Icarus)
        .unwrap();
    assert_eq!(outcome.verdict, Verdict::Absent);
    assert!(!outcome.passed());
}

#[test]
fn verilog_that_does_not_compile_is_an_error_of_the_tool() {
    for simulator in [Simulator::Verilator, Simulator::Icarus] {
        if !available(simulator) {
            continue;
        }
        let dir = tempfile::tempdir().unwrap();
        let bench = BENCH.replace("reg clk", "rag clk");
        let error = simulation(dir.path(), &bench, 5)
            .run(simulator)
            .unwrap_err();
        assert_eq!(error.exit_code(), 3);
        let text = error.to_string();
        assert!(
            text.contains("tb.v") && text.contains("_build.log"),
            "{text}"
        );
    }
}

/// A program of our own in place of a tool.
fn fake(dir: &Path, script: &str) -> PathBuf {
    let path = dir.join("fake");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    path
}

fn run_fake(script: &str, timeout: Duration) -> Result<Outcome> {
    let dir = tempfile::tempdir().unwrap();
    let built = Built {
        simulator: Simulator::Verilator,
        image: fake(dir.path(), script),
    };
    built.run(dir.path(), &[], timeout)
}

#[test]
fn the_verdict_decides_not_the_exit_code() {
    let long = Duration::from_secs(20);
    assert!(run_fake("echo PASS; exit 3", long).unwrap().passed());
    let both = run_fake("echo PASS; echo FAIL", long).unwrap();
    assert_eq!(both.verdict, Verdict::Fail);
    assert_eq!(
        run_fake("echo PASS 1", long).unwrap().verdict,
        Verdict::Absent
    );
}

#[test]
fn a_crash_names_the_log() {
    let long = Duration::from_secs(20);
    let text = run_fake("echo 'Error: out of luck'; exit 9", long)
        .unwrap_err()
        .to_string();
    assert!(text.contains("exit code 9 (Error: out of luck)"), "{text}");
    assert!(text.contains("verilator_run.log"), "{text}");
    let text = run_fake("echo PASS; kill -SEGV $$", long)
        .unwrap_err()
        .to_string();
    assert!(text.contains("signal 11"), "{text}");
}

#[test]
fn a_hang_is_ended_with_its_children() {
    let dir = tempfile::tempdir().unwrap();
    let mark = dir.path().join("mark");
    let script = format!("(sleep 2; touch {}) & sleep 60", mark.display());
    let start = Instant::now();
    let error = run_fake(&script, Duration::from_millis(300)).unwrap_err();
    assert!(start.elapsed() < Duration::from_secs(2));
    assert_eq!(error.exit_code(), 3);
    assert!(error.to_string().contains("was not done after 0.3 s"));
    std::thread::sleep(Duration::from_secs(3));
    assert!(!mark.exists(), "a child of the fake lived on");
}

#[test]
fn a_missing_program_says_how_to_install_it() {
    let variable = "SPINLOOM_NO_SUCH_SIMULATOR";
    let program = Program::of_debian("no-such-simulator", variable, "some-package");
    let error = program.find().unwrap_err();
    assert_eq!(error.exit_code(), 3);
    assert!(error.to_string().contains("apt-get install some-package"));
}
