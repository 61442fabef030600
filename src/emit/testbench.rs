//! The self-checking testbench `tb`: pure Verilog-2005, for Icarus and Verilator alike.
//!
//! It streams a stimulus file into `spin_core`, compares with an expected file as it goes, and
//! prints one line `PASS` or `FAIL`; before `FAIL` stands one line
//! `MISMATCH image=.. field=.. place=.. expected=.. got=.. cycle=..` (values in hexadecimal).
//! The file formats are those of [`format`]. Plusargs: `+stimulus= +expected= +w1= +w2= +stall=`
//! beat the parameters; `+trace=FILE +from=K +to=K` writes text lines for those images, `+vcd=FILE`
//! all their signals; `+first=N` tells readers of that dump that image 0 is number N of a run. Its text has one size for all arrays.

use super::digest;
use crate::spec::{self, InputCode, Scheme, Spec};

/// Layout of the two binary files (32-bit words, most significant byte first).
///
/// Stimulus: `STIMULUS_MAGIC, rows, columns, lanes, pair, digest of W1, digest of W2`, then records
/// whose first word has the kind in bits 31..28, then `END, number of images with a record`.
/// Expected: `EXPECTED_MAGIC, pair`, then, in the order of the stimulus, `IMAGE_WORDS` for each LAST
/// and `DUMP_WORDS` for each dump.
pub mod format {
    /// First word of a stimulus file.
    pub const STIMULUS_MAGIC: u32 = 0x5350_4C53;
    /// First word of an expected file.
    pub const EXPECTED_MAGIC: u32 = 0x5350_4C45;
    /// Words of an expected image: flags (bit 0 result, 1 learn, 7..4 class, 8 latency compared,
    /// 9 interval compared), digests of columns, W1 writes, W2 writes, then LFSR, draws, hidden
    /// spikes, LTP pulses, LTD pulses, switches, saturations, latency, interval.
    pub const IMAGE_WORDS: usize = 13;
    /// Words of an expected dump: the counters, error bits, LFSR, digests of W1 and W2.
    pub const DUMP_WORDS: usize = crate::spec::Counter::COUNT + 4;

    /// ROW: the row in bits 15..0.
    pub const OP_ROW: u32 = 0 << 28;
    /// STEP.
    pub const OP_STEP: u32 = 1 << 28;
    /// LAST: {more, learn, label} in bits 5..0, [`LAST_ABORTED`].
    pub const OP_LAST: u32 = 2 << 28;
    /// An event of the reserved kind 3.
    pub const OP_RESERVED: u32 = 3 << 28;
    /// Host write: two more words, address and data; [`HOST_POSTED`].
    pub const OP_WRITE: u32 = 4 << 28;
    /// Host read: two more words, address and data expected; [`HOST_POSTED`].
    pub const OP_READ: u32 = 5 << 28;
    /// Reset, after the number of cycles in bits 27..0.
    pub const OP_RESET: u32 = 6 << 28;
    /// Wait until nothing is in flight, then compare counters, error bits, LFSR and memories.
    pub const OP_DUMP: u32 = 7 << 28;
    /// Wait likewise, then compare three more words and end: the number of images, the digest of
    /// the expected file, the digest of this one up to the word before.
    pub const OP_END: u32 = 15 << 28;
    /// Of a LAST: no record is expected, a reset follows and takes the image away.
    pub const LAST_ABORTED: u32 = 1 << 16;
    /// Of a host access: events go on while it waits for the image's end.
    pub const HOST_POSTED: u32 = 1;
}

const PARTS: [&str; 6] = [
    include_str!("testbench/declare.v"),
    include_str!("testbench/common.v"),
    include_str!("testbench/results.v"),
    "{{probes}}",
    include_str!("testbench/drive.v"),
    include_str!("testbench/main.v"),
];

/// What the probes find in a core that only infers; what it does not have stays 0.
const WITHOUT_LEARNING: [(&str, &str); 16] = [
    ("dut.draw_advance", "1'b0"),
    ("dut.u_draw.state_q", "16'd0"),
    ("dut.u_controller.pass_q", "next_pass[PASS_BITS-1:0]"),
    ("dut.u_registers.errors_q", "dut.u_host_port.errors_q"),
    (
        "(dut.u_counters.known_q[index] ? dut.u_counters.u_counter_memory.mem[index] : 32'd0)\n              + (dut.u_counters.moving_q && dut.u_counters.place_q == index ?\n                 dut.u_counters.more_q : 32'd0)\n              + waiting",
        "(index < 4'd3) ? waiting : 32'd0",
    ),
    (
        "dut.u_counters.u_images.waiting_q",
        "dut.u_counters.images_q",
    ),
    (
        "dut.u_counters.u_events.waiting_q",
        "dut.u_counters.events_q",
    ),
    (
        "dut.u_counters.u_hidden_spikes.waiting_q",
        "dut.u_counters.spikes_q",
    ),
    ("dut.u_counters.u_draws.waiting_q", "32'd0"),
    ("dut.u_counters.u_pulses_ltp.waiting_q", "32'd0"),
    ("dut.u_counters.u_pulses_ltd.waiting_q", "32'd0"),
    ("dut.u_counters.u_switches.waiting_q", "32'd0"),
    ("dut.u_counters.u_saturations.waiting_q", "32'd0"),
    ("dut.u_counters.u_positive_drive.waiting_q", "32'd0"),
    ("dut.u_counters.u_negative_drive.waiting_q", "32'd0"),
    ("dut.u_counters.u_mask_switches.waiting_q", "32'd0"),
];

/// What a testbench looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sight {
    /// RTL: ports and, by name, what is inside.
    #[default]
    Inside,
    /// A netlist: ports alone, and its start weights are its own. Dumps compare nothing: the stimulus
    /// has host reads before them.
    Ports,
}

/// Parameters of the RTL, which a netlist has lost.
const INIT: &str = " #(\n    .W1_INIT(W1_INIT),\n    .{{SECOND}}_INIT({{SECOND}}_INIT)\n  )";

/// The text of `tb.v` for a core of this size, without a file header.
pub fn testbench(spec: &Spec, sight: Sight) -> String {
    let own = Own::of(spec);
    let (init, probes) = match sight {
        Sight::Inside => (INIT, [own.columns, include_str!("testbench/check.v")]),
        Sight::Ports => ("", ["", include_str!("testbench/ports.v")]),
    };
    let numbers = [
        ("rows", spec.rows),
        ("columns", spec.columns),
        ("lanes", spec.lanes),
        ("passes", spec.passes()),
        ("pass_bits", spec.pass_bits()),
        ("event_bits", spec.event_bits()),
        ("w1_addr_bits", spec::index_bits(spec.w1_depth())),
        ("second_addr_bits", spec::index_bits(spec.columns)),
        ("w1_depth", spec.w1_depth()),
        ("w1_word_bits", spec.w1_word_bits()),
        ("second_depth", spec.columns),
        ("second_word_bits", spec.second_word_bits()),
        ("image_words", format::IMAGE_WORDS),
        ("dump_words", format::DUMP_WORDS),
        ("steps", spec::NUM_STEPS),
        ("threshold", spec.learning.threshold as usize),
        (
            "compartments",
            spec.prototype().map_or(0, |sizes| sizes.num_compartments()),
        ),
    ];
    let constants = [
        ("stimulus_magic", format::STIMULUS_MAGIC),
        ("expected_magic", format::EXPECTED_MAGIC),
        ("digest_prime", digest::PRIME),
        ("digest_start", digest::START),
    ];
    let mut text = PARTS.concat().replace("{{init}}", init);
    text = text.replace("{{probes}}", &probes.concat());
    text = text.replace("{{drive_probe}}", own.drive_probe);
    text = text.replace("{{membrane}}", own.membrane);
    text = text.replace("{{neuron}}", own.neuron);
    text = text.replace("{{second}}", own.second);
    text = text.replace("{{SECOND}}", &own.second.to_uppercase());
    if !spec.learns() {
        for (from, to) in WITHOUT_LEARNING {
            text = text.replace(from, to);
        }
    }
    for (name, value) in numbers.into_iter().chain(own.numbers) {
        text = text.replace(&format!("{{{{{name}}}}}"), &value.to_string());
    }
    for (name, value) in constants {
        text = text.replace(&format!("{{{{{name}}}}}"), &format!("{value:08X}"));
    }
    text
}

/// What a scheme has of its own: how columns are watched, and its second memory.
struct Own {
    columns: &'static str,
    /// Path of a neuron in its lane.
    neuron: &'static str,
    /// Its membrane, of the lane's path `neuron`.
    membrane: &'static str,
    /// What it watches beside it.
    drive_probe: &'static str,
    second: &'static str,
    numbers: [(&'static str, usize); 3],
}

impl Own {
    fn of(spec: &Spec) -> Self {
        match &spec.scheme {
            Scheme::Modulated if !spec.learns() => Own {
                columns: include_str!("testbench/columns_modulated.v"),
                neuron: "",
                // it loses the threshold a spike
                membrane: "\n            ($signed(lane_drive[lane]) * {{steps}})\n            \
                           - ($signed({28'd0, dut.u_array.gen_lane[lane].u_lane.count_q}) * {{threshold}})",
                drive_probe: include_str!("testbench/drive_probe.v"),
                second: "w2",
                numbers: [
                    ("membrane_bits", spec.membrane_bits()),
                    ("count_bits", spec::COUNT_BITS),
                    ("sum_shift", spec.sum_shift() as usize),
                ],
            },
            Scheme::Modulated => Own {
                columns: include_str!("testbench/columns_modulated.v"),
                neuron: match spec.code {
                    InputCode::Hold => ".gen_lif[0].u_lif",
                    InputCode::Pulse(_) => ".gen_pulse_lif[0].u_pulse_lif",
                },
                membrane: match spec.code {
                    // kept less the threshold, but for a spike in the last step
                    InputCode::Hold => {
                        "\n            $signed(dut.u_array.gen_lane[lane].u_lane.gen_lif[0].u_lif.membrane_q)\n            \
                         + (dut.u_array.gen_lane[lane].u_lane.gen_lif[0].u_lif.rested_q\n               \
                         ? $signed({1'b0, dut.u_registers.threshold_q}) : 17'sd0)"
                    }
                    InputCode::Pulse(_) => {
                        "\n            dut.u_array.gen_lane[lane].u_lane.gen_pulse_lif[0].u_pulse_lif.membrane_q"
                    }
                },
                drive_probe: "",
                second: "w2",
                numbers: [
                    ("membrane_bits", spec.membrane_bits()),
                    ("count_bits", spec::COUNT_BITS),
                    ("sum_shift", 0),
                ],
            },
            Scheme::Prototype(sizes) => Own {
                columns: include_str!("testbench/columns_prototype.v"),
                neuron: "",
                membrane: "",
                drive_probe: "",
                second: "neuron",
                numbers: [
                    ("parts", sizes.num_compartments()),
                    ("drive_bits", sizes.drive_bits()),
                    ("sum_shift", 0),
                ],
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_filled_and_does_not_grow_with_the_array() {
        for sight in [Sight::Inside, Sight::Ports] {
            let small = testbench(&Spec::new(4, 2, 2).unwrap(), sight);
            let large = testbench(&Spec::new(4096, 4096, 64).unwrap(), sight);
            assert_eq!(small.lines().count(), large.lines().count());
            for text in [small, large] {
                assert!(text.is_ascii());
                let leftover = text
                    .lines()
                    .find(|l| l.contains("{{") && l.contains("_bits}}"));
                assert_eq!(leftover, None);
                assert!(!text.contains("{{rows}}"));
                assert_eq!(text.contains("dut."), sight == Sight::Inside);
            }
        }
    }
}
