//! The proofs.

/// File of the core, the text before, the text behind.
pub type Mutant = (&'static str, &'static str, &'static str);

/// The core that a block is taken from.
#[derive(Clone, Copy)]
pub enum Core {
    /// Three neurons a class, seven lanes.
    Prototype,
    /// Two passes of three lanes, 20 rows and the bias.
    Modulated,
}

/// A proof: steps of its base case (enough for the mutants), files of the core, mutants.
pub struct Proof {
    /// Of the file and of its top.
    pub name: &'static str,
    /// Of what the files are.
    pub core: Core,
    /// Cycles from reset, and the k of the induction.
    pub depth: u32,
    /// Files of the core.
    pub files: &'static [&'static str],
    /// Faults, each of which fails.
    pub mutants: &'static [Mutant],
}

const SEARCH: &[&str] = &["winner.v", "best.v", "table_memory.v"];

/// All proofs.
pub const PROOFS: &[Proof] = &[
    Proof {
        name: "score",
        core: Core::Prototype,
        depth: 5,
        files: &["score.v"],
        mutants: &[
            ("score.v", "<< 8", "<< 7"),
            ("score.v", "drive_i} << 4", "drive_i} << 3"),
        ],
    },
    Proof {
        name: "scan",
        core: Core::Prototype,
        depth: 8,
        files: &["soma_scan.v", "score.v"],
        mutants: &[
            ("soma_scan.v", "soma = soma + score", "soma = soma - score"),
            (
                "soma_scan.v",
                "valid_f_q <= valid_e_q",
                "valid_f_q <= valid_d_q",
            ),
        ],
    },
    Proof {
        name: "winner",
        core: Core::Prototype,
        depth: 5,
        files: SEARCH,
        mutants: &[
            ("best.v", "(learn_i) > $signed", "(learn_i) >= $signed"),
            ("best.v", "won = WINS_MOST", "won = 7'd0"),
            ("winner.v", "~recruited_i && ~free_before", "~recruited_i"),
        ],
    },
    Proof {
        name: "class",
        core: Core::Prototype,
        depth: 5,
        files: SEARCH,
        mutants: &[
            ("best.v", "(infer_i) > $signed", "(infer_i) < $signed"),
            (
                "winner.v",
                "infer_valid = valid_i && recruited_i",
                "infer_valid = valid_i",
            ),
        ],
    },
    Proof {
        name: "decision",
        core: Core::Prototype,
        depth: 12,
        files: SEARCH,
        mutants: &[("winner.v", "(total) > $signed", "(total) >= $signed")],
    },
    Proof {
        name: "draw",
        core: Core::Modulated,
        depth: 4,
        files: &["draw.v"],
        mutants: &[
            ("draw.v", "_step < 16", "_step < 15"),
            ("draw.v", "TAPS = 16'hb400", "TAPS = 16'hb000"),
        ],
    },
    Proof {
        name: "rewind",
        core: Core::Modulated,
        depth: 6,
        files: &["rewind.v"],
        mutants: &[
            ("rewind.v", "value_o = kept_q", "value_o = state_i"),
            ("rewind.v", "if (mark_i)", "if (mark_i || rewind_i)"),
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
                "assign accept = host_valid_i && quiet_i && (timer_q == 3'd0)",
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
        name: "lane_update",
        core: Core::Modulated,
        depth: 4,
        files: &["synapse_cell.v"],
        mutants: &[
            (
                "synapse_cell.v",
                "- (({2'd0, word} << 1) | 18'd1)",
                "- ({2'd0, word} << 1)",
            ),
            ("synapse_cell.v", "INNER_ONES = 5'h1f", "INNER_ONES = 5'h1e"),
            ("synapse_cell.v", "switched_q && ~at_limit_q", "switched_q"),
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
        name: "pulse_count",
        core: Core::Modulated,
        depth: 3,
        files: &["pulse_count.v", "ones.v", "ones_group.v"],
        mutants: &[(
            "pulse_count.v",
            "if (column_ltd_i[0])",
            "if (column_ltd_i[1])",
        )],
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
        name: "column_store_bounded_10",
        core: Core::Modulated,
        depth: 10,
        files: &["column_store.v", "pass_memory.v"],
        mutants: &[("column_store.v", "we_i(capture_i)", "we_i(1'b1)")],
    },
    Proof {
        name: "teach_store_bounded_10",
        core: Core::Modulated,
        depth: 10,
        files: &["teach_store.v", "pass_memory.v"],
        mutants: &[("teach_store.v", "NONE = 3'd4", "NONE = 3'd3")],
    },
    Proof {
        name: "weight_choice",
        core: Core::Modulated,
        depth: 3,
        files: &["weight_choice.v"],
        mutants: &[("weight_choice.v", "class_i >> 2", "class_i >> 1")],
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
        name: "switching_table_bounded_3",
        core: Core::Modulated,
        depth: 3,
        files: &["switching_table.v", "table_memory.v"],
        mutants: &[(
            "switching_table.v",
            "address = address | 6'h10",
            "address = address | 6'h00",
        )],
    },
    Proof {
        name: "prototype_controller",
        core: Core::Prototype,
        depth: 36,
        files: &["controller.v"],
        mutants: &[
            ("controller.v", "if (timer_q == SCAN_FLUSH)", "if (1'b0)"),
            (
                "controller.v",
                "views_d = 1'b1;\n          image_over = 1'b1;",
                "views_d = 1'b1;",
            ),
        ],
    },
    Proof {
        name: "row_sweep",
        core: Core::Prototype,
        depth: 5,
        files: &["row_sweep.v"],
        mutants: &[("row_sweep.v", "row_s0_q <= row_p1_q", "row_s0_q <= row_i")],
    },
    Proof {
        name: "synapse",
        core: Core::Prototype,
        depth: 2,
        files: &["synapse.v"],
        mutants: &[("synapse.v", "MOST = 6'h1f", "MOST = 6'h1e")],
    },
];
