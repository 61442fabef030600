//! Reads what Yosys counted: the JSON of `stat`, and the longest path of `ltp`.

use super::target::Target;
use super::usage::Usage;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The JSON of `stat`.
#[derive(Debug, Deserialize)]
pub struct Stat {
    modules: BTreeMap<String, Module>,
}

#[derive(Debug, Default, Deserialize)]
struct Module {
    #[serde(default)]
    num_cells_by_type: BTreeMap<String, u64>,
    #[serde(default)]
    num_submodules_by_type: BTreeMap<String, u64>,
    /// Of its own cells, with `-liberty`.
    #[serde(default)]
    area: f64,
    /// Sites that its tables take, with `-tech xilinx`.
    #[serde(default)]
    estimated_num_lc: u64,
}

impl Module {
    fn cells(&self) -> impl Iterator<Item = (&str, u64)> {
        let cells = self.num_cells_by_type.iter();
        let all = cells.chain(&self.num_submodules_by_type);
        all.map(|(name, &count)| (plain(name), count))
    }
}

/// A name without Yosys' mark of names that a user gave.
fn plain(name: &str) -> &str {
    name.strip_prefix('\\').unwrap_or(name)
}

/// The module that a name with parameters was made of.
fn base(name: &str) -> &str {
    match name.starts_with("$paramod") {
        true => name.rsplit('\\').next().unwrap_or(name),
        false => name,
    }
}

/// A block of the top and what is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Module.
    pub name: String,
    /// Instances, other parameters counted with them.
    pub count: u64,
    /// All instances together, the blocks within included.
    pub usage: Usage,
}

impl Stat {
    /// Parses what Yosys wrote.
    ///
    /// # Errors
    /// What serde says, or that the top is not in it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let stat: Stat = serde_json::from_str(text).map_err(|e| e.to_string())?;
        stat.module(TOP).map(|_| ()).ok_or("no module spin_core")?;
        Ok(stat)
    }

    fn module(&self, name: &str) -> Option<&Module> {
        let find = |name: &str| self.modules.get(name);
        find(name).or_else(|| find(&format!("\\{name}")))
    }

    /// Cells of the whole design.
    pub fn total(&self, target: &Target) -> Usage {
        self.of_module(TOP, target)
    }

    /// Cells of the top itself, by type.
    pub fn cells(&self) -> impl Iterator<Item = (&str, u64)> {
        self.module(TOP).into_iter().flat_map(Module::cells)
    }

    /// Area of a module, the blocks within included, square micrometres.
    pub fn area_um2(&self, module: &str, target: &Target) -> f64 {
        self.of_module(module, target).area_um2
    }

    /// Table sites of a flattened design for 7 series: a site holds a table of six inputs or two small
    /// ones, as Yosys estimates, and the memories made of tables.
    pub fn lut_sites(&self) -> u64 {
        let Some(top) = self.module(TOP) else {
            return 0;
        };
        let tables = |name: &str| name.starts_with("LUT");
        let memories = top.cells().filter(|(name, _)| !tables(name));
        let memories = memories.map(|(name, count)| Target::Xc7.usage(name, count).lut);
        top.estimated_num_lc + memories.sum::<u64>()
    }

    fn of_module(&self, name: &str, target: &Target) -> Usage {
        let mut usage = Usage::default();
        let Some(module) = self.module(name) else {
            return usage;
        };
        usage.area_um2 = module.area;
        for (cell, count) in module.cells() {
            usage += self.of_cell(cell, count, target);
        }
        usage
    }

    /// Of `count` cells of a type, which may be a module.
    fn of_cell(&self, cell: &str, count: u64, target: &Target) -> Usage {
        if self.module(cell).is_none() {
            return target.usage(cell, count);
        }
        let one = self.of_module(cell, target);
        let mut usage = Usage::default();
        for _ in 0..count {
            usage += one;
        }
        usage
    }

    /// Blocks of the top, the largest first; what stands in the top itself under its name.
    pub fn blocks(&self, target: &Target) -> Vec<Block> {
        let mut blocks: BTreeMap<&str, Block> = BTreeMap::new();
        let cells = self.module(TOP).into_iter().flat_map(Module::cells);
        for (cell, count) in cells {
            let is_block = self.module(cell).is_some();
            let name = if is_block { base(cell) } else { TOP };
            let block = blocks.entry(name).or_insert_with(|| Block {
                name: name.to_owned(),
                count: u64::from(!is_block),
                usage: Usage::default(),
            });
            block.count += if is_block { count } else { 0 };
            block.usage += self.of_cell(cell, count, target);
        }
        let mut blocks: Vec<Block> = blocks.into_values().collect();
        blocks.sort_by_key(|block| std::cmp::Reverse((block.usage.lut, block.usage.ff)));
        blocks
    }
}

const TOP: &str = "spin_core";

/// The longest path between registers, in cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// Cells on it.
    pub depth: u64,
    /// The signals on it that a user gave a name, in order.
    pub signals: Vec<String>,
}

/// Reads the last path that `ltp` printed.
pub fn longest_path(log: &str) -> Option<Path> {
    let begin = log.rfind("Longest topological path in ")?;
    let mut lines = log[begin..].lines();
    let depth = lines.next()?.split("(length=").nth(1)?;
    let depth = depth.split(')').next()?.parse().ok()?;
    let signal = |line: &str| {
        let (_, rest) = line.split_once(": ")?;
        let name = rest.split_whitespace().next()?;
        name.strip_prefix('\\').map(str::to_owned)
    };
    let mut signals: Vec<String> = lines.filter_map(signal).collect();
    signals.dedup();
    Some(Path { depth, signals })
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAT: &str = r#"{"modules": {
        "\\spin_core": {"num_cells_by_type": {"LUT2": 3, "lane": 4, "$paramod$1a\\row_memory": 1,
            "$paramod$2b\\row_memory": 2}},
        "\\lane": {"num_cells_by_type": {"LUT6": 5, "FDRE": 2, "cell": 2}},
        "\\cell": {"num_cells_by_type": {"CARRY4": 1}},
        "$paramod$1a\\row_memory": {"num_cells_by_type": {"RAMB36E1": 1}},
        "$paramod$2b\\row_memory": {"num_cells_by_type": {"RAMB18E1": 1}}
    }}"#;

    #[test]
    fn blocks_are_summed_through_the_hierarchy() {
        let stat = Stat::parse(STAT).unwrap();
        let total = stat.total(&Target::Xc7);
        assert_eq!((total.lut, total.ff, total.carry), (23, 8, 8));
        assert_eq!(total.bram36(), 2.0);
        let blocks = stat.blocks(&Target::Xc7);
        let shown: Vec<(&str, u64, u64)> = blocks
            .iter()
            .map(|b| (b.name.as_str(), b.count, b.usage.lut))
            .collect();
        assert_eq!(
            shown,
            [("lane", 4, 20), ("spin_core", 1, 3), ("row_memory", 3, 0)]
        );
        assert!(Stat::parse("{").is_err());
        assert!(
            Stat::parse(r#"{"modules": {}}"#)
                .unwrap_err()
                .contains("spin_core")
        );
    }

    #[test]
    fn the_longest_path() {
        let log = "x\nLongest topological path in spin_core (length=3):\n    0: \\u_a.q [2]\n    \
                   1: $abc$1 (via $abc$2)\n    2: \\u_b.d [0] (via $abc$3)\n\nEnd\n";
        let path = longest_path(log).unwrap();
        assert_eq!(path.depth, 3);
        assert_eq!(path.signals, ["u_a.q", "u_b.d"]);
        assert_eq!(longest_path("nothing"), None);
    }
}
