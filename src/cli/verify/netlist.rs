//! What is simulated: the RTL, or the netlist that Yosys makes of it.

use super::super::output::Outcome;
use crate::config::Settings;
use crate::emit::testbench::Sight;
use crate::golden::core::Core;
use crate::synth::{Netlist, Target};
use crate::verify::session::memory_files;
use crate::{Error, Result, files};
use std::path::{Path, PathBuf};

/// A target whose cells can be simulated.
///
/// # Errors
/// What is wrong with another text.
pub fn target(text: &str) -> std::result::Result<Target, String> {
    match Target::parse(text) {
        Ok(Target::Liberty(_)) => {
            Err("a liberty file has no cells to simulate: take generic".into())
        }
        other => other,
    }
}

/// The RTL goes into its folder as it is, or as cells.
pub struct Hardware<'a> {
    pub settings: &'a Settings,
    /// None: RTL.
    pub target: Option<&'a Target>,
    /// Names and texts.
    pub rtl: Vec<(String, Vec<u8>)>,
    /// Where the run begins.
    pub core: &'a Core,
    pub work_dir: &'a Path,
}

impl Hardware<'_> {
    /// The Verilog files.
    pub fn write(&self, outcome: &mut Outcome) -> Result<Vec<PathBuf>> {
        outcome.set("netlist", self.target.map(Target::name));
        let Some(target) = self.target else {
            let write = |(name, text): &(String, Vec<u8>)| {
                let path = self.work_dir.join(name);
                files::replace(&path, |out| out.write_all(text))?;
                Ok(path)
            };
            return self.rtl.iter().map(write).collect();
        };
        if self.settings.verify.jobs > 1 {
            return Err(Error::Input(
                "`--netlist`: its memories hold the start weights of the whole run, leave out --jobs".into(),
            ));
        }
        let mapped = target.models_block_ram();
        outcome.set("memories_mapped", mapped);
        outcome.line(format!(
            "netlist of {}, seen through its ports alone; {}",
            target.name(),
            if mapped {
                "weight memories in block RAM"
            } else {
                "weight memories as in the RTL"
            }
        ));
        let netlist = Netlist {
            sources: &self.rtl,
            images: &memory_files(self.core),
            target,
            work_dir: self.work_dir.to_path_buf(),
            timeout: self.settings.verify.timeout,
        };
        netlist.make()
    }

    pub fn sight(&self) -> Sight {
        self.target.map_or(Sight::Inside, |_| Sight::Ports)
    }
}
