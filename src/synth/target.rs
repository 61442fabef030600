//! What a design is mapped to: the Yosys script, and what its cells are.

use super::usage::Usage;
use std::path::PathBuf;

/// A family of FPGAs, or a library of standard cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Lattice iCE40.
    Ice40,
    /// Lattice ECP5.
    Ecp5,
    /// Xilinx 7 series.
    Xc7,
    /// Gowin GW1N, GW2A.
    Gowin,
    /// Gates of Yosys itself; memories left out.
    Generic,
    /// Standard cells of a liberty file; memories left out.
    Liberty(PathBuf),
}

/// Names on the command line, but for `liberty=FILE`.
pub const NAMES: &[(&str, Target)] = &[
    ("ice40", Target::Ice40),
    ("ecp5", Target::Ecp5),
    ("xc7", Target::Xc7),
    ("gowin", Target::Gowin),
    ("generic", Target::Generic),
];

/// Where a script reads the liberty file, in its own folder.
pub const LIBERTY_FILE: &str = "cells.lib";

impl Target {
    /// `ice40`, `ecp5`, `xc7`, `gowin`, `generic`, `liberty=FILE`.
    ///
    /// # Errors
    /// What is wrong with another text.
    pub fn parse(text: &str) -> Result<Self, String> {
        if let Some(path) = text.strip_prefix("liberty=") {
            return match path {
                "" => Err("`liberty=` names no file".into()),
                path => Ok(Target::Liberty(path.into())),
            };
        }
        let known = NAMES.iter().find(|(name, _)| *name == text);
        known.map(|(_, target)| target.clone()).ok_or_else(|| {
            format!("`{text}` is not ice40, ecp5, xc7, gowin, generic or liberty=FILE")
        })
    }

    /// Name in tables and folders.
    pub fn name(&self) -> &'static str {
        match self {
            Target::Liberty(_) => "liberty",
            other => {
                let known = NAMES.iter().find(|(_, target)| target == other);
                known.map_or("?", |(name, _)| name)
            }
        }
    }

    /// Memories are mapped to blocks of the target, not left out.
    pub fn maps_memories(&self) -> bool {
        !matches!(self, Target::Generic | Target::Liberty(_))
    }

    /// Commands from sources read to a mapped netlist; flattened, or module by module.
    pub fn script(&self, flatten: bool) -> String {
        self.script_without(flatten, BLOCK_MEMORIES)
    }

    /// The same; a target without memories leaves out these modules, a selection of Yosys.
    pub fn script_without(&self, flatten: bool, memories: &str) -> String {
        // after elaboration: before it, `blackbox` only warns and the memory becomes flip-flops
        let without = match memories {
            "" => String::new(),
            memories => format!("; blackbox {memories}"),
        };
        let option = |text: &'static str, wanted: bool| if wanted { text } else { "" };
        match self {
            Target::Ice40 => format!(
                "{AS_REGISTERS}; synth_ice40 -abc9 -device hx{} -top spin_core",
                option(" -noflatten", !flatten)
            ),
            Target::Ecp5 => {
                let synth = format!("synth_ecp5{}", option(" -noflatten", !flatten));
                format!(
                    "{synth} -run :map_luts -top spin_core; techmap -map +/lattice/latches_map.v; \
                     abc9 -W {ECP5_WIRE_PS}; clean; {synth} -run map_cells: -top spin_core"
                )
            }
            Target::Xc7 => format!(
                "synth_xilinx -family xc7 -noiopad{} -top spin_core",
                option(" -flatten", flatten)
            ),
            Target::Gowin => format!(
                "synth_gowin -noiopads{} -top spin_core",
                option(" -noflatten", !flatten)
            ),
            Target::Generic => format!(
                "{ELABORATE}{without}; synth{} -top spin_core; abc -g simple; opt_clean",
                option(" -flatten", flatten)
            ),
            Target::Liberty(_) => format!(
                "{ELABORATE}{without}; synth{} -top spin_core; dfflibmap -liberty {LIBERTY_FILE}; \
                 abc -liberty {LIBERTY_FILE}; opt_clean",
                option(" -flatten", flatten)
            ),
        }
    }

    /// Models of its cells, in the folder that Yosys shares; none: gates become expressions.
    pub fn models(&self) -> &'static [&'static str] {
        match self {
            Target::Ice40 => &["ice40/cells_sim.v"],
            Target::Ecp5 => &["lattice/common_sim.vh", "lattice/ccu2c_sim.vh"],
            Target::Xc7 => &["xilinx/cells_sim.v"],
            Target::Gowin => &["gowin/cells_sim.v"],
            Target::Generic | Target::Liberty(_) => &[],
        }
    }

    /// Among the models is that of its block RAM; of others there is an outline at most.
    pub fn models_block_ram(&self) -> bool {
        *self == Target::Ice40
    }

    /// What `count` cells of a type are.
    pub fn usage(&self, cell: &str, count: u64) -> Usage {
        let mut usage = Usage::default();
        match self {
            Target::Xc7 => xc7(cell, count, &mut usage),
            Target::Ecp5 => ecp5(cell, count, &mut usage),
            Target::Ice40 => ice40(cell, count, &mut usage),
            Target::Gowin => gowin(cell, count, &mut usage),
            Target::Generic | Target::Liberty(_) => {
                if is_flip_flop(cell) {
                    usage.ff = count;
                } else {
                    usage.lut = count;
                }
            }
        }
        usage
    }
}

/// What a wire of an ECP5 takes, as routed, in ps. Yosys' own 300 weighs a table as much as a wire; with
/// this the longest paths have fewer tables, and there are no more of them.
const ECP5_WIRE_PS: u32 = 1000;

/// From sources read to modules with their parameters.
pub const ELABORATE: &str = "hierarchy -check -top spin_core";

/// Modules that are block RAM where there is any.
const BLOCK_MEMORIES: &str = "*row_memory* *cell_memory*";

/// iCE40 has no tables that serve as memory: small memories become flip-flops.
const AS_REGISTERS: &str = "hierarchy -check -top spin_core; setattr -unset ram_style */m:mem";

/// Flip-flops of Yosys (`$_DFF_P_`, `$_SDFFE_PN0P_`) and of SG13G2 (`sg13g2_dfrbp_1`).
fn is_flip_flop(cell: &str) -> bool {
    cell.contains("DFF") || cell.contains("_df") || cell.contains("_sdf")
}

fn xc7(cell: &str, count: u64, usage: &mut Usage) {
    match cell {
        "INV" => usage.lut = count,
        _ if cell.starts_with("LUT") => usage.lut = count,
        "SRL16E" | "SRLC32E" | "RAM32X1S" | "RAM64X1S" => usage.lut = count,
        "RAM32X1D" | "RAM64X1D" => usage.lut = 2 * count,
        "RAM32M" | "RAM64M" | "RAM128X1D" => usage.lut = 4 * count,
        "RAMB18E1" => usage.block_ram_kbit = 18 * count,
        "RAMB36E1" => usage.block_ram_kbit = 36 * count,
        "CARRY4" => usage.carry = count,
        "DSP48E1" => usage.dsp = count,
        _ if cell.starts_with("FD") => usage.ff = count,
        _ => {}
    }
}

fn ecp5(cell: &str, count: u64, usage: &mut Usage) {
    match cell {
        "LUT4" | "INV" => usage.lut = count,
        // two LUTs, and the carry between them
        "CCU2C" => {
            usage.lut = 2 * count;
            usage.carry = count;
        }
        // 16 words of 4 bits: the LUTs of two slices, and one more for the write port
        "TRELLIS_DPR16X4" => usage.lut = 6 * count,
        "TRELLIS_FF" => usage.ff = count,
        "DP16KD" | "PDPW16KD" => usage.block_ram_kbit = 18 * count,
        "MULT18X18D" => usage.dsp = count,
        _ => {}
    }
}

fn ice40(cell: &str, count: u64, usage: &mut Usage) {
    match cell {
        "SB_LUT4" => usage.lut = count,
        "SB_CARRY" => usage.carry = count,
        _ if cell.starts_with("SB_DFF") => usage.ff = count,
        _ if cell.starts_with("SB_RAM40_4K") => usage.block_ram_kbit = 4 * count,
        _ if cell.starts_with("SB_SPRAM") => usage.block_ram_kbit = 256 * count,
        _ => {}
    }
}

fn gowin(cell: &str, count: u64, usage: &mut Usage) {
    match cell {
        "INV" => usage.lut = count,
        "ALU" => {
            usage.lut = count;
            usage.carry = count;
        }
        _ if cell.starts_with("LUT") => usage.lut = count,
        _ if cell.starts_with("RAM16S") => usage.lut = 4 * count,
        _ if cell.starts_with("DFF") => usage.ff = count,
        _ if ["SDPB", "SDPX9B", "DPB", "DPX9B", "SPB", "SPX9"].contains(&cell) => {
            usage.block_ram_kbit = 18 * count;
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (name, target) in NAMES {
            assert_eq!(Target::parse(name).as_ref(), Ok(target));
            assert_eq!(target.name(), *name);
        }
        assert_eq!(
            Target::parse("liberty=a/b.lib"),
            Ok(Target::Liberty("a/b.lib".into()))
        );
        assert!(
            Target::parse("liberty=")
                .unwrap_err()
                .contains("names no file")
        );
        assert!(
            Target::parse("xc8")
                .unwrap_err()
                .contains("`xc8` is not ice40")
        );
    }

    #[test]
    fn cells() {
        let usage = |target: Target, cell: &str| target.usage(cell, 3);
        assert_eq!(usage(Target::Xc7, "LUT5").lut, 3);
        assert_eq!(usage(Target::Xc7, "RAM64M").lut, 12);
        assert_eq!(usage(Target::Xc7, "RAMB18E1").block_ram_kbit, 54);
        assert_eq!(usage(Target::Xc7, "FDRE").ff, 3);
        assert_eq!(usage(Target::Ecp5, "CCU2C").lut, 6);
        assert_eq!(usage(Target::Ice40, "SB_DFFESR").ff, 3);
        assert_eq!(usage(Target::Ice40, "SB_RAM40_4KNR").block_ram_kbit, 12);
        assert_eq!(usage(Target::Gowin, "ALU").lut, 3);
        assert_eq!(usage(Target::Generic, "$_SDFFE_PN0P_").ff, 3);
        assert_eq!(usage(Target::Generic, "$_XOR_").lut, 3);
        assert_eq!(usage(Target::Liberty("x".into()), "sg13g2_dfrbp_1").ff, 3);
    }
}
