//! The clock, for the tools that ask for one. Ports are left to the design around the core.

use super::header::{Comment, header};
use super::{Design, File};

/// Clock that the constraints ask for, MHz (assumed: what a small FPGA reaches).
pub const CLOCK_MHZ: u32 = 100;
/// Clock period, ns.
const PERIOD_NS: f64 = 1000.0 / CLOCK_MHZ as f64;

/// Constraints in the languages of the tools: SDC (ASIC, Gowin), XDC (Xilinx), LPF (ECP5), PCF (iCE40).
pub fn files(design: &Design) -> Vec<File> {
    let clock = format!("create_clock -name clk_i -period {PERIOD_NS:.3} [get_ports clk_i]\n");
    let file = |extension: &str, body: &str| {
        let path = format!("constraints/{}/spin_core.{extension}", design.name);
        File::new(path, header(design, Comment::Hash) + body)
    };
    vec![
        file("pcf", &format!("set_frequency clk_i {CLOCK_MHZ}\n")),
        file("sdc", &clock),
        file("xdc", &clock),
        file(
            "lpf",
            &format!("FREQUENCY PORT \"clk_i\" {CLOCK_MHZ} MHZ;\n"),
        ),
    ]
}
