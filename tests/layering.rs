//! The house rules that a compiler does not check: arrows that run one way, Verilog text in its
//! templates alone, two independent writings of every block, short files.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Who may use whom. `a::b` allows that one item of `a`.
///
/// Data flows `config -> device -> spec -> blocks { golden | rtl } -> emit -> verify -> report`;
/// `config` yields a checked `Spec`, and that is the one thing it takes from further down.
const ALLOWED: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("tool", &["error"]),
    ("files", &["error"]),
    ("random", &["error"]),
    ("spec", &["error"]),
    ("config", &["error", "spec"]),
    ("data", &["error", "files", "random", "spec"]),
    ("encoder", &["error", "random", "spec", "data"]),
    ("device", &["error", "random", "spec"]),
    ("hdl", &["error", "spec::index_bits"]),
    ("blocks", &["error", "spec", "device", "hdl", "random"]),
    (
        "golden",
        &[
            "error", "files", "random", "spec", "device", "data", "encoder", "blocks",
        ],
    ),
    ("floors", &["error", "spec", "data", "golden"]),
    ("rtl", &["error", "spec", "device", "hdl", "blocks"]),
    ("emit", &["error", "files", "spec", "device", "hdl", "rtl"]),
    ("synth", &["error", "files", "tool"]),
    (
        "verify",
        &[
            "error", "files", "tool", "random", "spec", "device", "data", "encoder", "blocks",
            "golden", "rtl", "emit",
        ],
    ),
    ("wave", &["error", "spec", "emit"]),
    (
        "report",
        &["error", "spec", "device", "data", "encoder", "golden"],
    ),
    (
        "cli",
        &[
            "error", "files", "config", "spec", "device", "data", "encoder", "golden", "floors",
            "rtl", "emit", "synth", "verify", "wave", "report",
        ],
    ),
    ("main", &["cli", "error"]),
];

/// Lines of a file that "stays short".
const MAX_LINES: usize = 400;

/// What only Verilog says; in a literal, so that prose and rust-hdl code do not match.
const VERILOG: &[&str] = &[
    "endmodule",
    "always @",
    "posedge ",
    "$readmemh",
    "assign {",
    "reg [",
    "wire [",
    "endgenerate",
];

/// Folders and files that may hold Verilog text: the printer with its templates, the testbench, the reader
/// of cell models.
const VERILOG_HOMES: &[&str] = &["src/hdl/", "src/emit/testbench", "src/synth/netlist.rs"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every `.rs` file under a folder, as (path from the root, text).
fn sources(folder: &str) -> Vec<(String, String)> {
    fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
        let Ok(entries) = std::fs::read_dir(dir) else {
            return;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort();
    found
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect()
}

fn is_test_file(name: &str) -> bool {
    name.ends_with("/tests.rs") || name.contains("/tests/")
}

/// The code without comment lines and without a test module at its end.
fn product_code(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines() {
        if line.starts_with("mod tests {") {
            break;
        }
        if !line.trim_start().starts_with("//") {
            lines.push(line);
        }
    }
    lines.join("\n")
}

/// Top module of a file: `src/golden/core.rs` is of `golden`.
fn module_of(name: &str) -> &str {
    let inside = name.strip_prefix("src/").unwrap();
    let end = inside.find(['/', '.']).unwrap();
    &inside[..end]
}

/// Every path below `crate::`, groups spread out: `crate::{Error, spec::Spec}` is two.
fn crate_paths(code: &str) -> Vec<String> {
    code.match_indices("crate::")
        .filter(|(at, _)| !code[..*at].ends_with(['$', '_']))
        .flat_map(|(at, prefix)| {
            let rest = &code[at + prefix.len()..];
            if let Some(group) = rest.strip_prefix('{') {
                spread(group)
            } else {
                vec![path_at(rest)]
            }
        })
        .collect()
}

fn path_at(text: &str) -> String {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    text[..end.unwrap_or(text.len())].to_owned()
}

/// The members of a group, up to its closing brace.
fn spread(group: &str) -> Vec<String> {
    let mut depth = 0usize;
    let mut members = vec![String::new()];
    for c in group.chars() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => members.push(String::new()),
            _ => members.last_mut().unwrap().push(c),
        }
    }
    members.iter().map(|m| path_at(m.trim())).collect()
}

/// The arrows of one file that the table does not allow.
fn forbidden(name: &str, text: &str) -> Vec<String> {
    let table: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    let module = module_of(name);
    let Some(allowed) = table.get(module) else {
        return vec![format!("{name}: module `{module}` is not in the table")];
    };
    crate_paths(&product_code(text))
        .into_iter()
        .filter(|path| {
            let target = path.split(':').next().unwrap_or_default();
            let known = table.contains_key(target) && target != module;
            known && !allowed.iter().any(|a| *a == target || *a == path)
        })
        .map(|path| format!("{name}: `{module}` must not use `{path}`"))
        .collect()
}

#[test]
fn no_arrow_runs_back() {
    let faults: Vec<String> = sources("src")
        .iter()
        .filter(|(name, _)| !is_test_file(name) && name != "src/lib.rs")
        .flat_map(|(name, text)| forbidden(name, text))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_table_has_no_circle() {
    let order: Vec<&str> = ALLOWED.iter().map(|(module, _)| *module).collect();
    for (at, (module, allowed)) in ALLOWED.iter().enumerate() {
        for target in *allowed {
            let target = target.split(':').next().unwrap();
            let place = order.iter().position(|m| *m == target);
            assert!(place.is_some_and(|p| p < at), "{module} -> {target}");
        }
    }
}

#[test]
fn a_backward_arrow_is_seen() {
    for text in [
        "use crate::verify::Report;",
        "use crate::{\n    Error,\n    verify::{self, Report},\n};",
        "fn f() { crate::cli::run() }",
        "use crate::hdl::{Sig};",
    ] {
        assert_eq!(forbidden("src/spec/mod.rs", text).len(), 1, "{text}");
    }
    for text in [
        "// use crate::verify::Report;",
        "use crate::{Error, Result};",
        "use crate::spec::Learning;",
        "#[cfg(test)]\nmod tests {\n    use crate::verify::Report;\n}",
    ] {
        assert!(forbidden("src/spec/mod.rs", text).is_empty(), "{text}");
    }
    assert!(forbidden("src/hdl/memory.rs", "crate::spec::index_bits(5)").is_empty());
    assert_eq!(forbidden("src/hdl/memory.rs", "crate::spec::Spec").len(), 1);
    assert_eq!(forbidden("src/stray.rs", "").len(), 1);
}

/// Uses of the other writing in one writing of a block.
fn crossing(name: &str, text: &str) -> bool {
    let other = if name.ends_with("/golden.rs") {
        "rtl"
    } else if name.ends_with("/rtl.rs") {
        "golden"
    } else {
        return false;
    };
    let code = product_code(text);
    [format!("::{other}"), format!("{other}::")]
        .iter()
        .any(|path| code.contains(path.as_str()))
}

#[test]
fn the_two_writings_of_a_block_do_not_meet() {
    for (name, text) in sources("src/blocks") {
        assert!(!crossing(&name, &text), "{name} uses the other writing");
    }
    assert!(crossing("src/blocks/lif/golden.rs", "use super::rtl::Lif;"));
    assert!(crossing("src/blocks/lif/rtl.rs", "let x = golden::step();"));
    assert!(!crossing(
        "src/blocks/lif/tests.rs",
        "use super::{golden, rtl};"
    ));
}

/// Places outside the templates where a literal speaks Verilog.
fn raw_verilog(name: &str, text: &str) -> Vec<String> {
    if VERILOG_HOMES.iter().any(|home| name.starts_with(home)) {
        return Vec::new();
    }
    product_code(text)
        .lines()
        .filter(|line| VERILOG.iter().any(|word| in_literal(line, word)))
        .map(|line| format!("{name}: {}", line.trim()))
        .collect()
}

/// `word` stands behind a quote, or in a line that is no Rust (the inside of a long literal).
fn in_literal(line: &str, word: &str) -> bool {
    line.find(word).is_some_and(|at| {
        let quotes = line[..at].matches('"').count();
        quotes % 2 == 1 || word == "endmodule" || word.starts_with('$')
    })
}

#[test]
fn raw_verilog_stands_in_the_templates_alone() {
    let faults: Vec<String> = sources("src")
        .iter()
        .filter(|(name, _)| !is_test_file(name))
        .flat_map(|(name, text)| raw_verilog(name, text))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let sample = "let text = \"  always @(posedge clk) begin\";";
    assert_eq!(raw_verilog("src/blocks/lif/rtl.rs", sample).len(), 1);
    assert_eq!(raw_verilog("src/emit/readme.rs", "endmodule").len(), 1);
    assert!(raw_verilog("src/hdl/module.rs", sample).is_empty());
}

#[test]
fn files_are_short() {
    let long: Vec<String> = ["src", "tests", "benches"]
        .iter()
        .flat_map(|folder| sources(folder))
        .map(|(name, text)| (name, text.lines().count()))
        .filter(|(_, lines)| *lines > MAX_LINES)
        .map(|(name, lines)| format!("{name}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "split by concept: {}", long.join(", "));
}
