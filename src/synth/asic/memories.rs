//! The memories of a design, as Yosys elaborated it.

use super::Library;
use super::sram::{self, Fit, Sram};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Memory {
    /// Instances from the top on.
    pub name: String,
    /// Its module, as Yosys calls it.
    pub module: String,
    /// Words.
    pub words: u64,
    /// Bits of a word.
    pub bits: u64,
    /// The macros; none: it stays flip-flops.
    pub fit: Option<Fit>,
}

/// What `write_json` says, as far as memories go.
#[derive(Debug, Deserialize)]
struct Netlist {
    modules: BTreeMap<String, Module>,
}

#[derive(Debug, Deserialize)]
struct Module {
    #[serde(default)]
    parameter_default_values: BTreeMap<String, serde_json::Value>,
    #[serde(default)]
    ports: BTreeMap<String, Port>,
    #[serde(default)]
    cells: BTreeMap<String, Instance>,
}

#[derive(Debug, Deserialize)]
struct Port {
    bits: Vec<serde_json::Value>,
}

#[derive(Debug, Deserialize)]
struct Instance {
    #[serde(rename = "type")]
    module: String,
}

/// Memories, each on the smallest macros, or in flip-flops where these are smaller or the read is
/// asynchronous.
///
/// # Errors
/// What serde says.
pub fn memories(text: &str, library: &Library, macros: &[Sram]) -> Result<Vec<Memory>, String> {
    let netlist: Netlist = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let mut found = Vec::new();
    let mut open = vec![(String::new(), "spin_core".to_owned())];
    while let Some((path, module)) = open.pop() {
        let Some(inside) = netlist.modules.get(&module) else {
            continue;
        };
        let words = inside
            .parameter_default_values
            .get("DEPTH")
            .and_then(binary);
        if let Some(words) = words {
            let bits = inside
                .ports
                .get("rdata_o")
                .map_or(0, |port| port.bits.len() as u64);
            let asynchronous = module.contains("table_memory");
            let fit = sram::fit(words, bits, macros).filter(|_| !asynchronous);
            let fit = fit.filter(|fit| fit.area_um2 < library.memory_um2(words * bits));
            found.push(Memory {
                name: path,
                module,
                words,
                bits,
                fit,
            });
            continue;
        }
        for (name, instance) in &inside.cells {
            let dot = if path.is_empty() { "" } else { "." };
            open.push((format!("{path}{dot}{name}"), instance.module.clone()));
        }
    }
    found.sort_by_key(|memory| std::cmp::Reverse(memory.words * memory.bits));
    Ok(found)
}

/// A parameter: bits as a text.
fn binary(value: &serde_json::Value) -> Option<u64> {
    u64::from_str_radix(value.as_str()?, 2).ok()
}

/// The modules on macros, as a selection of Yosys.
pub fn on_macros(memories: &[Memory]) -> String {
    let chosen = memories.iter().filter(|memory| memory.fit.is_some());
    let pattern = |memory: &Memory| -> String {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let name = memory.module.chars();
        name.map(|c| if plain(c) { c } else { '?' }).collect()
    };
    chosen.map(pattern).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_ones_go_on_macros() {
        let text = r#"{"modules": {
            "spin_core": {"cells": {"u_w": {"type": "$paramod$1\\row_memory"}, "u_t": {"type": "tables"}, "u_g": {"type": "$and"}}},
            "tables": {"cells": {"u_m": {"type": "table_memory"}}},
            "$paramod$1\\row_memory": {"parameter_default_values": {"DEPTH": "00001000"}, "ports": {"rdata_o": {"bits": [1, 2, 3]}}},
            "table_memory": {"parameter_default_values": {"DEPTH": "0100"}, "ports": {"rdata_o": {"bits": [1]}}}}}"#;
        let library = Library {
            cells: BTreeMap::new(),
            flip_flop_um2: 1.0,
        };
        let sram = Sram {
            name: "s".into(),
            words: 16,
            bits: 4,
            ports: 1,
            area_um2: 15.0,
            read_joule: 0.0,
            leakage_watt: 0.0,
        };
        let found = memories(text, &library, std::slice::from_ref(&sram)).unwrap();
        let shown: Vec<_> = found
            .iter()
            .map(|m| (m.name.as_str(), m.words, m.bits, m.fit.is_some()))
            .collect();
        assert_eq!(shown, [("u_w", 8, 3, true), ("u_t.u_m", 4, 1, false)]);
        assert_eq!(on_macros(&found), "$paramod$1?row_memory");
        // 24 bits in flip-flops are smaller than two of these
        let large = Sram {
            area_um2: 100.0,
            ..sram
        };
        assert!(
            memories(text, &library, &[large])
                .unwrap()
                .iter()
                .all(|m| m.fit.is_none())
        );
        assert!(memories("{", &library, &[]).is_err());
    }
}
