//! Where the testbench looks into the core: the one list of names inside it.

use crate::spec::Spec;

/// Name in the templates, and what stands there: in a core that learns, and in one that only infers
/// (what that one does not have stays 0). The neurons of a lane are [`super::Own`]'s.
const PROBES: [(&str, &str, &str); 14] = [
    ("image_done", "dut.image_done", "dut.image_done"),
    ("capture", "dut.capture", "dut.capture"),
    (
        "pass",
        "dut.u_controller.pass_q",
        "next_pass[PASS_BITS-1:0]",
    ),
    ("draw_advance", "dut.draw_advance", "1'b0"),
    ("lfsr", "dut.u_draw.state_q", "16'd0"),
    (
        "errors",
        "dut.u_registers.errors_q",
        "dut.u_host_port.errors_q",
    ),
    ("w1_we", "dut.w1_we", "dut.w1_we"),
    ("w1_waddr", "dut.w1_waddr", "dut.w1_waddr"),
    ("w1_wdata", "dut.w1_wdata", "dut.w1_wdata"),
    ("w1_memory", "dut.u_w1_memory.mem", "dut.u_w1_memory.mem"),
    ("second_we", "dut.{{second}}_we", "dut.{{second}}_we"),
    (
        "second_waddr",
        "dut.{{second}}_waddr",
        "dut.{{second}}_waddr",
    ),
    (
        "second_wdata",
        "dut.{{second}}_wdata",
        "dut.{{second}}_wdata",
    ),
    (
        "second_memory",
        "dut.u_{{second}}_memory.mem",
        "dut.u_{{second}}_memory.mem",
    ),
];

/// Counters in the order of [`crate::spec::Counter`], and their registers in a core that only infers.
const COUNTERS: [(&str, &str); crate::spec::Counter::COUNT] = [
    ("images", "dut.u_counters.images_q"),
    ("events", "dut.u_counters.events_q"),
    ("hidden_spikes", "dut.u_counters.spikes_q"),
    ("draws", "32'd0"),
    ("pulses_ltp", "32'd0"),
    ("pulses_ltd", "32'd0"),
    ("switches", "32'd0"),
    ("saturations", "32'd0"),
    ("positive_drive", "32'd0"),
    ("negative_drive", "32'd0"),
    ("mask_switches", "32'd0"),
];

/// Puts the names into a text.
pub(super) fn fill(mut text: String, spec: &Spec) -> String {
    let learns = spec.learns();
    let function = match learns {
        true => include_str!("counter.v"),
        false => "",
    };
    text = text.replace("{{counter_function}}", function);
    for (name, learning, inferring) in PROBES {
        let place = if learns { learning } else { inferring };
        text = text.replace(&format!("{{{{{name}}}}}"), place);
    }
    for (index, (name, register)) in COUNTERS.into_iter().enumerate() {
        let value = match learns {
            true => format!("counter(4'd{index}, dut.u_counters.u_{name}.waiting_q)"),
            false => register.to_owned(),
        };
        text = text.replace(&format!("{{{{count_{name}}}}}"), &value);
    }
    text
}
