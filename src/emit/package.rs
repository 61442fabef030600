//! Everything that is generated for one core: Verilog, simulation files, constraints, manifest.

pub mod constraints;
mod header;
mod manifest;

#[cfg(test)]
mod tests;

use super::testbench::{Sight, testbench};
use crate::Result;
use crate::rtl::modules;
use crate::spec::{Compartments, InputCode, Pairs, Spec, Types, W1_BITS};
use header::{Comment, header};

/// A file: where it goes, from the output folder, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Folders and name, separated by `/`.
    pub path: String,
    /// Content.
    pub content: Vec<u8>,
}

impl File {
    fn new(path: String, content: impl Into<Vec<u8>>) -> Self {
        File {
            path,
            content: content.into(),
        }
    }
}

/// A core with its name and start values.
#[derive(Clone, Debug)]
pub struct Design<'a> {
    /// Sizes and registers.
    pub spec: &'a Spec,
    /// Folder below `rtl_out`, `sim` and `constraints`.
    pub name: &'a str,
    /// Seed of the start values.
    pub seed: u64,
    /// State of the LFSR after reset.
    pub lfsr_start: u16,
    /// Switching thresholds after reset: junction, transition, code.
    pub tables: [u16; 64],
    /// Device file that the thresholds come from; it goes into the package. None: the default device.
    pub device: Option<&'a str>,
    /// Name of the weights file that the memory images are of. None: start values.
    pub weights: Option<&'a str>,
}

impl<'a> Design<'a> {
    /// Of the default device, with start values.
    pub fn new(
        spec: &'a Spec,
        name: &'a str,
        seed: u64,
        lfsr_start: u16,
        tables: [u16; 64],
    ) -> Self {
        Design {
            spec,
            name,
            seed,
            lfsr_start,
            tables,
            device: None,
            weights: None,
        }
    }

    /// The call that makes these files again.
    pub fn command(&self) -> String {
        let spec = self.spec;
        let scheme = match spec.prototype().map(|sizes| sizes.compartments()) {
            None if !spec.learns() => "--preset inference ",
            None if spec.pairs == Pairs::Persistent => "--preset persistent ",
            None => "",
            Some(Compartments::Four) => "--preset mnist-sequence ",
            Some(Compartments::One) => "--preset mnist-sequence --compartments 1 ",
        };
        let mut command = format!(
            "spinloom generate {scheme}--array {}x{} --lanes {} --seed {}",
            spec.rows, spec.columns, spec.lanes, self.seed
        );
        if spec.weight_bits != W1_BITS {
            command += &format!(" --weight-bits {}", spec.weight_bits);
        }
        if spec.code != InputCode::Hold {
            // every code in time has the same core
            command += &format!(" --code ttfs --steps {}", spec.input_steps());
        }
        if spec.types != Types::of_code(spec.code) {
            command += &format!(" --types {}", spec.types.name());
        }
        if spec.mask {
            command += &format!(" --mask-target {}", spec.learning.mask_target);
        }
        if self.device.is_some() {
            command += &format!(" --device {}", self.device_path());
        }
        if let Some(weights) = self.weights {
            command += &format!(" --weights {weights}");
        }
        if self.name != spec.default_name() {
            command += &format!(" --name {}", self.name);
        }
        command
    }

    /// Verilog of the core, one module a file, the top `spin_core` last.
    ///
    /// # Errors
    /// As [`modules`].
    pub fn verilog(&self) -> Result<Vec<File>> {
        let header = header(self, Comment::Slashes);
        let folder = format!("rtl_out/{}", self.name);
        let files = modules(self.spec, self.lfsr_start, &self.tables)?
            .into_iter()
            .map(|m| File::new(format!("{folder}/{}.v", m.name), header.clone() + &m.text));
        Ok(files.collect())
    }

    /// The same as names without folders and texts.
    ///
    /// # Errors
    /// As [`modules`].
    pub fn texts(&self) -> Result<Vec<(String, Vec<u8>)>> {
        let files = self.verilog()?.into_iter();
        let texts = files.filter_map(|f| Some((f.path.rsplit('/').next()?.to_owned(), f.content)));
        Ok(texts.collect())
    }

    /// All files; `vectors` are what the testbench reads: name and content.
    ///
    /// # Errors
    /// As [`Design::verilog`].
    pub fn files(&self, vectors: Vec<(String, Vec<u8>)>) -> Result<Vec<File>> {
        let mut files = self.verilog()?;
        let sim = format!("sim/{}", self.name);
        let bench = header(self, Comment::Slashes) + &testbench(self.spec, Sight::Inside);
        files.push(File::new(format!("{sim}/tb.v"), bench));
        files.push(File::new(format!("{sim}/README.md"), self.sim_readme()));
        files.extend(
            vectors
                .into_iter()
                .map(|(name, content)| File::new(format!("{sim}/{name}"), content)),
        );
        if let Some(device) = self.device {
            let text = header(self, Comment::Hash) + device;
            files.push(File::new(self.device_path(), text));
        }
        files.extend(self.constraints());
        files.push(manifest::file(self, &files)?);
        Ok(files)
    }

    /// Where the device file goes.
    fn device_path(&self) -> String {
        format!("rtl_out/{}/device.toml", self.name)
    }

    /// The clock, in the languages of the tools.
    pub fn constraints(&self) -> Vec<File> {
        constraints::files(self)
    }

    fn sim_readme(&self) -> String {
        let name = self.name;
        format!(
            "# Simulation of `{name}`\n\n\
             Made by `{command}`: do not edit. `tb.v` plays `stimulus.bin` and compares results, membranes,\n\
             weights, random state and cycles with `expected.bin`, which the golden model wrote. It prints one\n\
             line, `PASS` or `FAIL`. In this folder, either of:\n\n    \
             verilator --binary --timing -O3 --timescale 1ns/1ps --x-assign fast --x-initial fast -Wno-fatal -Wno-WIDTH -MAKEFLAGS \"OPT_FAST=-O2\" --unroll-count 8192 --top-module tb ../../rtl_out/{name}/*.v tb.v && ./obj_dir/Vtb\n\n    \
             iverilog -g2005 -s tb -o tb.vvp ../../rtl_out/{name}/*.v tb.v && vvp -n tb.vvp\n\n\
             `+stall=SEED` stalls all ports at random, `+vcd=waves.vcd +from=K +to=K` writes the signals of image K\n\
             (Verilator: built with `--trace`), `+trace=trace.txt` every column, draw and memory write as text.\n",
            command = self.command()
        )
    }
}
