//! A netlist that a simulator runs: the core as cells, and the models of these that Yosys ships.

use super::target::Target;
use super::tools::{YOSYS, run_yosys, share};
use crate::{Error, Result, files};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

/// The two memories that a target has as blocks; what Yosys knows of most blocks is their outline.
const MEMORIES: [&str; 2] = ["row_memory.v", "cell_memory.v"];

/// A design and where it becomes cells.
pub struct Netlist<'a> {
    /// Names and texts of the Verilog files.
    pub sources: &'a [(String, Vec<u8>)],
    /// Hex files of the memories that have start values: `w1.hex` is of the parameter `W1_INIT`.
    pub images: &'a [(&'static str, String)],
    /// What to map to.
    pub target: &'a Target,
    /// Folder for sources, logs and the netlist; made if absent.
    pub work_dir: PathBuf,
    /// Limit for each call of Yosys.
    pub timeout: Duration,
}

impl Netlist<'_> {
    /// Maps; the Verilog files that make up the core: cells, memories as they were, `netlist.v`.
    ///
    /// # Errors
    /// [`Error::Tool`] for a Yosys that is missing, another, fails or hangs; [`Error::Io`].
    pub fn make(&self) -> Result<Vec<PathBuf>> {
        let dir = &self.work_dir;
        let images = self
            .images
            .iter()
            .map(|(name, text)| (*name, text.as_bytes()));
        let sources = self
            .sources
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_slice()));
        for (name, content) in sources.chain(images) {
            files::replace(&dir.join(name), |out| out.write_all(content))?;
        }
        YOSYS.check_version(dir, "version.log", self.timeout)?;
        run_yosys(&self.script(), dir, "netlist.log", self.timeout)?;
        let path = dir.join("netlist.v");
        let netlist = std::fs::read_to_string(&path).map_err(Error::io(&path))?;
        let cells = cells(&self.models()?, &netlist);
        files::replace(&dir.join("cells.v"), |out| out.write_all(cells.as_bytes()))?;
        let (kept, _) = self.kept_and_mapped();
        let made = ["cells.v", "netlist.v"].into_iter().chain(kept);
        Ok(made.map(|name| dir.join(name)).collect())
    }

    /// Sources that stay as they are, and those that become cells.
    fn kept_and_mapped(&self) -> (Vec<&str>, Vec<&str>) {
        let keeps = !self.target.models_block_ram();
        let names = self.sources.iter().map(|(name, _)| name.as_str());
        names.partition(|name| keeps && MEMORIES.contains(name))
    }

    fn script(&self) -> String {
        let (kept, mapped) = self.kept_and_mapped();
        let kept = match kept.is_empty() {
            true => String::new(),
            false => format!("read_verilog -lib {}; ", kept.join(" ")),
        };
        let init = |(name, _): &(&str, String)| {
            let memory = name.trim_end_matches(".hex").to_uppercase();
            format!(" -set {memory}_INIT \"{name}\"")
        };
        let inits: String = self.images.iter().map(init).collect();
        format!(
            "{kept}read_verilog -defer {}; chparam{inits} spin_core; {}; delete */t:$scopeinfo; \
             write_verilog -noattr netlist.v",
            mapped.join(" "),
            self.target.script(true)
        )
    }

    /// All models that Yosys has of the target's cells.
    fn models(&self) -> Result<String> {
        let share = share()?;
        let read = |name: &&str| {
            let path = share.join(name);
            std::fs::read_to_string(&path).map_err(Error::io(&path))
        };
        self.target.models().iter().map(read).collect()
    }
}

/// Old simulators know no default values of ports.
const HEAD: &str = "`define NO_ICE40_DEFAULT_ASSIGNMENTS\n";

/// Of these modules those that a netlist needs, and the directives between them.
fn cells(models: &str, netlist: &str) -> String {
    let mut needed = words(netlist);
    loop {
        let before = needed.len();
        let text = select(models, &needed);
        needed.extend(words(&text));
        if needed.len() == before {
            return HEAD.to_owned() + &text;
        }
    }
}

fn words(text: &str) -> BTreeSet<String> {
    let of_a_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.split(|c| !of_a_name(c)).map(str::to_owned).collect()
}

fn select(models: &str, names: &BTreeSet<String>) -> String {
    let (mut text, mut inside, mut wanted) = (String::new(), false, false);
    for line in models.lines() {
        if let Some(rest) = line.strip_prefix("module ") {
            let name = words(rest.split(['(', ' ', '#']).next().unwrap_or(rest));
            (inside, wanted) = (true, name.is_subset(names));
        }
        let directive = line.starts_with('`') && !line.starts_with("`include");
        if if inside { wanted } else { directive } {
            text.push_str(line);
            text.push('\n');
        }
        inside &= !line.contains("endmodule");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_cells_need_are_there() {
        let models = "`define X 1\n(* a *)\nmodule A(input i);\n  B b(i);\nendmodule\n\
                      `include \"y.vh\"\nmodule B #(parameter P = 1) (input i); endmodule\n\
                      module C (i);\n  $error(i);\nendmodule\n";
        let found = cells(models, "module top(); A u_a (.i(x)); endmodule");
        let expected = "`define X 1\nmodule A(input i);\n  B b(i);\nendmodule\n\
                        module B #(parameter P = 1) (input i); endmodule\n";
        assert_eq!(found, HEAD.to_owned() + expected);
    }
}
