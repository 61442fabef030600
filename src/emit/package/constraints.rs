//! The clock, for the tools that ask for one. Ports are left to the design around the core.

use super::header::{Comment, header};
use super::{Design, File};

/// The one clock.
const PORT: &str = "clk_i";
/// What the constraints ask of it, MHz.
const CLOCK_MHZ: u32 = 100;
/// The same on iCE40: what preset `small` reaches there, with a margin.
const ICE40_CLOCK_MHZ: u32 = 60;
/// A pin of GW2A-18 in PG256 that drives its clock network.
const GOWIN_PIN: &str = "H11";

/// Clock in the constraint file of an extension, MHz.
pub fn clock_mhz(extension: &str) -> u32 {
    match extension {
        "pcf" => ICE40_CLOCK_MHZ,
        _ => CLOCK_MHZ,
    }
}

/// Constraints in the languages of the tools: SDC (ASIC, Gowin), XDC (Xilinx), LPF (ECP5), PCF
/// (iCE40), CST (Gowin: where the clock comes in; its frequency stands in the SDC).
pub fn files(design: &Design) -> Vec<File> {
    let file = |extension: &str| {
        let mhz = clock_mhz(extension);
        let period_ns = 1000.0 / f64::from(mhz);
        let (comment, body) = match extension {
            "pcf" => (Comment::Hash, format!("set_frequency {PORT} {mhz}\n")),
            "lpf" => (
                Comment::Hash,
                format!("FREQUENCY PORT \"{PORT}\" {mhz} MHZ;\n"),
            ),
            "cst" => (
                Comment::Slashes,
                format!("IO_LOC \"{PORT}\" {GOWIN_PIN};\nCLOCK_LOC \"{PORT}\" BUFG;\n"),
            ),
            _ => (
                Comment::Hash,
                format!("create_clock -name {PORT} -period {period_ns:.3} [get_ports {PORT}]\n"),
            ),
        };
        let path = format!("constraints/{}/spin_core.{extension}", design.name);
        File::new(path, header(design, comment) + &body)
    };
    ["pcf", "sdc", "xdc", "lpf", "cst"].map(file).into()
}
