//! Scheme "modulated": what learns.

use super::{Core, Proof};

/// The proofs.
pub const PROOFS: &[Proof] = &[
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
        name: "column_words",
        core: Core::Modulated,
        depth: 9,
        files: &["column_words.v"],
        mutants: &[
            ("column_words.v", "~(ONES >> offset_q)", "~(ONES >> 1)"),
            ("column_words.v", "if (sum[4])", "if (1'b0)"),
            ("column_words.v", ">> ~offset_q", ">> offset_q"),
        ],
    },
    Proof {
        name: "modulator",
        core: Core::Modulated,
        depth: 4,
        files: &["modulator.v"],
        mutants: &[
            (
                "modulator.v",
                "size_q >= dead_zone_i",
                "size_q > dead_zone_i",
            ),
            ("modulator.v", "|size_q &&", "1'b1 &&"),
            (
                "modulator.v",
                "size_q < breakpoints_i[15:8]",
                "size_q <= breakpoints_i[15:8]",
            ),
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
        name: "pulse_lookup",
        core: Core::Trains,
        depth: 5,
        files: &["pulse_lookup.v", "stdp.v"],
        mutants: &[
            (
                "stdp.v",
                "rule_i[3] ^ rule_i[2] ^ ~causal_i",
                "rule_i[3] ^ rule_i[2] ^ causal_i",
            ),
            ("pulse_lookup.v", "&& ~wide[5]", ""),
            ("pulse_lookup.v", "count_i - 4'd1", "count_i"),
            ("pulse_lookup.v", "if (wide[4])", "if (1'b0)"),
        ],
    },
    Proof {
        name: "pulse_lookup",
        core: Core::Pairs,
        depth: 5,
        files: &["pulse_lookup.v", "stdp.v"],
        mutants: &[
            (
                "stdp.v",
                "rule_i[3] ^ rule_i[2] ^ ~causal_i",
                "rule_i[3] ^ rule_i[2] ^ causal_i",
            ),
            ("pulse_lookup.v", "&& ~wide[5]", ""),
            ("pulse_lookup.v", "count_i - 4'd1", "count_i"),
            ("pulse_lookup.v", "if (wide[4])", "if (1'b0)"),
        ],
    },
    Proof {
        name: "teacher",
        core: Core::Modulated,
        depth: 8,
        files: &[
            "teacher.v",
            "modulator.v",
            "pulse_lookup.v",
            "stdp.v",
            "readout_cell.v",
            "weight_choice.v",
            "teach_store.v",
            "pass_memory.v",
        ],
        mutants: &[
            ("teacher.v", "~fill_i && fired;", "~fill_i;"),
            (
                "teacher.v",
                "turn_1_q || turn_3_q) begin",
                "turn_3_q) begin",
            ),
            (
                "teacher.v",
                "pulse_lookup_second = turn_2_q",
                "pulse_lookup_second = 1'b0",
            ),
            ("teacher.v", "we_i(turn_4_q)", "we_i(turn_3_q)"),
            (
                "teacher.v",
                "pulse_lookup_second = teach_store_positive",
                "pulse_lookup_second = 1'b0",
            ),
        ],
    },
    Proof {
        name: "teach_store_bounded_10",
        core: Core::Modulated,
        depth: 10,
        files: &["teach_store.v", "pass_memory.v"],
        mutants: &[("teach_store.v", "NONE = 3'd4", "NONE = 3'd3")],
    },
    Proof {
        name: "readout_cell",
        core: Core::Modulated,
        depth: 4,
        files: &["readout_cell.v"],
        mutants: &[
            (
                "readout_cell.v",
                "(({2'd0, word_i} << 1) | 18'd1)",
                "({2'd0, word_i} << 1)",
            ),
            ("readout_cell.v", "switched_q && ~at_limit_q", "switched_q"),
            (
                "readout_cell.v",
                "taught_q || host_q",
                "switched_q || host_q",
            ),
        ],
    },
    Proof {
        name: "hidden_rows",
        core: Core::Trains,
        depth: 6,
        files: &["hidden_rows.v"],
        mutants: &[
            ("hidden_rows.v", "&& (replay_row_i == row_q)", ""),
            ("hidden_rows.v", "row_d = 5'd0", "row_d = row_q"),
            ("hidden_rows.v", "if (spiked)", "if (1'b1)"),
            (
                "hidden_rows.v",
                "active_s1_q <= spiked || last",
                "active_s1_q <= spiked",
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
        name: "pair_cell",
        core: Core::Pairs,
        depth: 8,
        files: &["pair_cell.v", "persistent_pair.v"],
        mutants: &[
            ("persistent_pair.v", "~((word_i << 8)", "((word_i << 8)"),
            ("persistent_pair.v", "| (to_p_i & 2'd2)", "| 2'd2"),
            (
                "pair_cell.v",
                "direction = directions_q[3:2]",
                "direction = directions_q[1:0]",
            ),
            ("pair_cell.v", "|(pulse & ~direction)", "|(~direction)"),
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
];
