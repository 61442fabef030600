//! Scheme "modulated": events, neurons, readout, ports.

use super::{Core, Proof};

/// The proofs.
pub const PROOFS: &[Proof] = &[
    Proof {
        name: "front",
        core: Core::Modulated,
        depth: 24,
        files: &["front.v"],
        mutants: &[
            (
                "front.v",
                "last_pass = pass_q == PASS_LAST",
                "last_pass = 1'b1",
            ),
            ("front.v", "state_d = WAIT", "state_d = LOAD"),
            (
                "front.v",
                "wants_learning && label_in_range",
                "wants_learning",
            ),
        ],
    },
    Proof {
        name: "turns",
        core: Core::Modulated,
        depth: 9,
        files: &["front.v", "host_port.v"],
        mutants: &[
            ("front.v", "(open_q || ~host_busy_i)", "1'b1"),
            ("host_port.v", "host_valid_i && quiet_i", "host_valid_i"),
        ],
    },
    Proof {
        name: "issue",
        core: Core::Modulated,
        depth: 6,
        files: &["issue.v"],
        mutants: &[
            (
                "issue.v",
                "address_s4_q <= address_s3_q",
                "address_s4_q <= address_s2_q",
            ),
            ("issue.v", "row_wide << k", "row_wide"),
        ],
    },
    Proof {
        name: "issue",
        core: Core::Prototype,
        depth: 6,
        files: &["issue.v"],
        mutants: &[
            ("issue.v", "host_o = host_s2_q", "host_o = host_s1_q"),
            (
                "issue.v",
                "capture_o = launch_s3_q",
                "capture_o = launch_s2_q",
            ),
        ],
    },
    Proof {
        name: "train_buffer_bounded_15",
        core: Core::Modulated,
        depth: 15,
        files: &["train_buffer.v", "table_memory.v"],
        mutants: &[
            (
                "train_buffer.v",
                "if (clear_i) begin\n      seen_flags",
                "if (1'b0) begin\n      seen_flags",
            ),
            (
                "train_buffer.v",
                "if (clear_i) begin\n      groups_left",
                "if (1'b0) begin\n      groups_left",
            ),
            (
                "train_buffer.v",
                "rows_left_d = other_rows",
                "rows_left_d = 8'd0",
            ),
        ],
    },
    Proof {
        name: "step_buffer",
        core: Core::Trains,
        depth: 8,
        files: &["step_buffer.v"],
        mutants: &[
            ("step_buffer.v", "|(all_new & select)", "|all_new"),
            (
                "step_buffer.v",
                "lowest = all_show & (~all_show",
                "lowest = all_show & (all_show",
            ),
            (
                "step_buffer.v",
                "(sweep_next_i && all_show[k])",
                "sweep_next_i",
            ),
            ("step_buffer.v", "(start_i && select[k])", "start_i"),
        ],
    },
    Proof {
        name: "array",
        core: Core::Modulated,
        depth: 4,
        files: &["array.v"],
        mutants: &[
            ("array.v", "if (settle_s2_i)", "if (settle_i)"),
            ("array.v", "operand_d = 16'd1", "operand_d = 16'd0"),
            ("array.v", "if (host_write_i)", "if (1'b1)"),
            ("array.v", "doubled_i[16 - (lane", "doubled_i[15 - (lane"),
        ],
    },
    Proof {
        name: "lif",
        core: Core::Modulated,
        depth: 11,
        files: &["lif.v", "drive.v"],
        mutants: &[
            ("lif.v", "rests = sum[18]", "rests = sum[18] || ~|sum[18:1]"),
            (
                "drive.v",
                "below_d = sum[18]",
                "below_d = (sum[18] || sum[18:1] == 18'd0)",
            ),
        ],
    },
    Proof {
        name: "pulse_lif",
        core: Core::Trains,
        depth: 8,
        files: &["pulse_lif.v", "drive.v"],
        mutants: &[
            ("pulse_lif.v", "~sum[17] && ~silent_i", "~sum[17]"),
            ("pulse_lif.v", "if (acc_i || spike)", "if (acc_i)"),
            (
                "drive.v",
                "not_positive_d = not_positive_i",
                "not_positive_d = drive_q[16]",
            ),
        ],
    },
    Proof {
        name: "mask",
        core: Core::Masked,
        depth: 5,
        files: &["mask.v", "mask_cell.v", "mtj_pair.v", "table_memory.v"],
        mutants: &[
            ("mask.v", "(spikes_q > target_q)", "(spikes_q >= target_q)"),
            ("mask.v", "(code_q != CODE_MOST)", "1'b1"),
            (
                "mask.v",
                "capture_i && armed_q && has_pulse",
                "capture_i && has_pulse",
            ),
            ("mask_cell.v", "(excess_i && fired_i)", "excess_i"),
            ("mask.v", "OFFSET = 6'h0c", "OFFSET = 6'h0b"),
        ],
    },
    Proof {
        name: "column_store_bounded_10",
        core: Core::Modulated,
        depth: 10,
        files: &["column_store.v", "pass_memory.v"],
        mutants: &[("column_store.v", "we_i(capture_i)", "we_i(1'b1)")],
    },
    Proof {
        name: "spike_times",
        core: Core::Trains,
        depth: 5,
        files: &["spike_times.v", "pass_memory.v"],
        mutants: &[
            (
                "spike_times.v",
                "(step_first_s4_q || (steps_q[k*2 +: 2] == NEVER))",
                "1'b1",
            ),
            ("spike_times.v", "now = step_q + 2'd1", "now = step_q"),
            ("spike_times.v", "we_i(capture_i)", "we_i(1'b1)"),
        ],
    },
    Proof {
        name: "column_scan",
        core: Core::Modulated,
        depth: 7,
        files: &["column_scan.v"],
        mutants: &[
            (
                "column_scan.v",
                "left_d = left_q & ~lowest",
                "left_d = left_q",
            ),
            ("column_scan.v", "base_i + lane", "base_i"),
        ],
    },
    Proof {
        name: "weight_choice",
        core: Core::Modulated,
        depth: 3,
        files: &["weight_choice.v"],
        mutants: &[("weight_choice.v", "class_i[3:2]", "class_i[2:1]")],
    },
    Proof {
        name: "class_sum",
        core: Core::Modulated,
        depth: 9,
        files: &["class_sum.v"],
        mutants: &[("class_sum.v", "if (count_i[1])", "if (1'b0)")],
    },
    Proof {
        name: "readout",
        core: Core::Modulated,
        depth: 15,
        files: &["readout.v"],
        mutants: &[
            (
                "readout.v",
                "($signed(sum_at_hand_q) > $signed(best_q))",
                "($signed(sum_at_hand_q) >= $signed(best_q))",
            ),
            (
                "readout.v",
                "$signed(difference) < $signed",
                "$signed(difference) <= $signed",
            ),
        ],
    },
    Proof {
        name: "controller",
        core: Core::Modulated,
        depth: 34,
        files: &["controller.v"],
        mutants: &[
            ("controller.v", "timer_q == DECIDE_LAST", "1'b0"),
            (
                "controller.v",
                "learn_q && within_margin_i) begin",
                "learn_q) begin",
            ),
        ],
    },
    Proof {
        name: "result",
        core: Core::Modulated,
        depth: 4,
        files: &["result.v"],
        mutants: &[
            ("result.v", "if (result_i)", "if (1'b1)"),
            ("result.v", "if (res_ready_i)", "if (1'b1)"),
        ],
    },
    Proof {
        name: "registers",
        core: Core::Modulated,
        depth: 6,
        files: &["registers.v"],
        mutants: &[
            (
                "registers.v",
                "errors_d = errors_q | 5'd1",
                "errors_d = 5'd1",
            ),
            (
                "registers.v",
                "(index_i == 4'd4) && |word) begin",
                "(index_i == 4'd4)) begin",
            ),
            ("registers.v", "lfsr_write && |word", "lfsr_write"),
        ],
    },
    Proof {
        name: "host_port",
        core: Core::Modulated,
        depth: 10,
        files: &["host_port.v"],
        mutants: &[
            (
                "host_port.v",
                "assign accept = host_valid_i && quiet_i && ~active_q",
                "assign accept = host_valid_i && quiet_i",
            ),
            ("host_port.v", "ACCESS_LAST = 3'd7", "ACCESS_LAST = 3'd6"),
            (
                "host_port.v",
                "table_we_o = acts_q && write_q",
                "table_we_o = acts_q",
            ),
        ],
    },
    Proof {
        name: "counters_bounded_18",
        core: Core::Modulated,
        depth: 18,
        files: &[
            "counters.v",
            "tally.v",
            "tally_2.v",
            "tally_3.v",
            "ones.v",
            "ones_group.v",
            "pass_memory.v",
        ],
        mutants: &[
            ("counters.v", "take = select", "take = 16'd0"),
            (
                "counters.v",
                "known_d = known_q | (16'd1 << place_q)",
                "known_d = 16'd1 << place_q",
            ),
        ],
    },
    Proof {
        name: "memories_bounded_6",
        core: Core::Modulated,
        depth: 6,
        files: &[
            "row_memory.v",
            "cell_memory.v",
            "table_memory.v",
            "pass_memory.v",
        ],
        mutants: &[
            ("row_memory.v", "if (we_i)", "if (1'b1)"),
            ("cell_memory.v", "if (we_i[k])", "if (|we_i)"),
            ("table_memory.v", "mem[waddr_i] <=", "mem[raddr_i] <="),
            ("pass_memory.v", "if (we_i)", "if (1'b1)"),
        ],
    },
];
