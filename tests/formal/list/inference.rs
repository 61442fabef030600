//! Cores that only infer.

use super::{Core, Proof};

/// The proofs.
pub const PROOFS: &[Proof] = &[
    Proof {
        name: "event_list",
        core: Core::Inferring,
        depth: 16,
        files: &["event_list.v", "pass_memory.v", "table_memory.v"],
        mutants: &[
            ("event_list.v", "waddr_i(length_q)", "waddr_i(place_q)"),
            (
                "event_list.v",
                "insert_i || next_i || sweeping_q",
                "insert_i || sweeping_q",
            ),
        ],
    },
    Proof {
        name: "infer_issue",
        core: Core::Inferring,
        depth: 6,
        files: &["issue.v"],
        mutants: &[
            (
                "issue.v",
                "launch_s3_q <= launch_s2_q",
                "launch_s3_q <= launch_s1_q",
            ),
            ("issue.v", "row_wide << k", "row_wide"),
        ],
    },
    Proof {
        name: "infer_array",
        core: Core::Inferring,
        depth: 6,
        files: &["array.v", "lane.v"],
        mutants: &[
            ("lane.v", "step_i && ~difference", "step_i && difference"),
            ("array.v", "number_d = 4'd1", "number_d = 4'd0"),
            ("lane.v", "count_d = number_i", "count_d = 4'd1"),
        ],
    },
    Proof {
        name: "infer_controller",
        core: Core::Inferring,
        depth: 34,
        files: &["controller.v"],
        mutants: &[
            ("controller.v", "if (more_q)", "if (1'b0)"),
            (
                "controller.v",
                "next_number >= count",
                "next_number > count",
            ),
            (
                "controller.v",
                "if (number_q == BIT_LAST)",
                "if (next_number == BIT_LAST)",
            ),
        ],
    },
    Proof {
        name: "infer_readout",
        core: Core::Inferring,
        depth: 5,
        files: &["readout.v", "spike_sum.v"],
        mutants: &[
            ("readout.v", "ahead = ~tops", "ahead = tops"),
            ("readout.v", "if (|ahead)", "if (1'b1)"),
            (
                "spike_sum.v",
                "addend = {{9{weight_i[7]}}, weight_i}",
                "addend = {9'd0, weight_i}",
            ),
        ],
    },
    Proof {
        name: "infer_counters",
        core: Core::Inferring,
        depth: 4,
        files: &["counters.v"],
        mutants: &[
            ("counters.v", "if (event_i)", "if (event_i || spike_i)"),
            ("counters.v", "value = spikes_q", "value = images_q"),
        ],
    },
    Proof {
        name: "infer_host",
        core: Core::Inferring,
        depth: 9,
        files: &["host_port.v"],
        mutants: &[
            ("host_port.v", "&& ~|lane", ""),
            ("host_port.v", "if (w1_written_i)", "if (1'b0)"),
            (
                "host_port.v",
                "errors_d = errors_q | 5'h10",
                "errors_d = 5'h10",
            ),
            ("host_port.v", "(data_q != W2_LOWEST)", "1'b1"),
        ],
    },
];
