//! The clock, for the tools that ask for one. Ports are left to the design around the core.

use super::header::{Comment, header};
use super::{Design, File};

/// Clock that the constraints ask for, MHz.
const CLOCK_MHZ: u32 = 100;
/// The same on iCE40: what preset `small` reaches there, with a margin.
const ICE40_CLOCK_MHZ: u32 = 36;

/// Clock in the constraint file of an extension, MHz.
pub fn clock_mhz(extension: &str) -> u32 {
    match extension {
        "pcf" => ICE40_CLOCK_MHZ,
        _ => CLOCK_MHZ,
    }
}

/// Constraints in the languages of the tools: SDC (ASIC, Gowin), XDC (Xilinx), LPF (ECP5), PCF (iCE40).
pub fn files(design: &Design) -> Vec<File> {
    let period_ns = 1000.0 / f64::from(CLOCK_MHZ);
    let clock = format!("create_clock -name clk_i -period {period_ns:.3} [get_ports clk_i]\n");
    let file = |extension: &str, body: &str| {
        let path = format!("constraints/{}/spin_core.{extension}", design.name);
        File::new(path, header(design, Comment::Hash) + body)
    };
    vec![
        file("pcf", &format!("set_frequency clk_i {ICE40_CLOCK_MHZ}\n")),
        file("sdc", &clock),
        file("xdc", &clock),
        file(
            "lpf",
            &format!("FREQUENCY PORT \"clk_i\" {CLOCK_MHZ} MHZ;\n"),
        ),
    ]
}
