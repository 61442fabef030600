//! Scheme "prototype".

use super::{Core, Proof};

const SEARCH: &[&str] = &["winner.v", "best.v", "table_memory.v"];

/// The proofs.
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
        name: "compartments",
        core: Core::Prototype,
        depth: 6,
        files: &["array.v", "lane.v"],
        mutants: &[
            ("array.v", "clear = ~load", "clear = 4'd0"),
            ("lane.v", "if (capture_i)", "if (1'b1)"),
        ],
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
        name: "row_part",
        core: Core::Prototype,
        depth: 5,
        files: &["row_part.v", "table_memory.v"],
        mutants: &[("row_part.v", "row_q >= (", "row_q > (")],
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
    Proof {
        name: "teach_cell",
        core: Core::Prototype,
        depth: 8,
        files: &[
            "teach_cell.v",
            "amplitude.v",
            "stdp.v",
            "mtj_pair.v",
            "synapse.v",
            "bias_step.v",
            "table_memory.v",
        ],
        mutants: &[
            (
                "teach_cell.v",
                "draw_o = teach_s1_q && ~recruit_i",
                "draw_o = teach_s1_q",
            ),
            (
                "teach_cell.v",
                "(column >> 4) * MASK_FACTOR",
                "(column >> 4)",
            ),
            (
                "amplitude.v",
                "CENTRE_SILENT = 5'd8",
                "CENTRE_SILENT = 5'd7",
            ),
            ("synapse.v", "MOST = 6'h1f", "MOST = 6'h1e"),
            ("teach_cell.v", "if (select_s4_q[n])", "if (select_s3_q[n])"),
            (
                "teach_cell.v",
                "valid_s2_q <= teach_s1_q && |part_s1_q",
                "valid_s2_q <= teach_s1_q",
            ),
        ],
    },
    Proof {
        name: "bias_step",
        core: Core::Prototype,
        depth: 5,
        files: &["bias_step.v", "table_memory.v"],
        mutants: &[
            ("bias_step.v", "step = before_i", "step = after_i"),
            ("bias_step.v", "SP_SILENT = 10'd8", "SP_SILENT = 10'd9"),
            ("bias_step.v", "if (~up_s5_q)", "if (1'b0)"),
            ("bias_step.v", "if (moves_i || recruit_i)", "if (1'b1)"),
        ],
    },
    Proof {
        name: "neuron_memory",
        core: Core::Prototype,
        depth: 4,
        files: &["neuron_update.v", "field.v"],
        mutants: &[
            (
                "field.v",
                "bias_d = bias_q + change_i",
                "bias_d = bias_i + change_i",
            ),
            ("neuron_update.v", "turn = ALL", "turn = turn_i"),
            (
                "field.v",
                "if (host_select_i[1]) begin",
                "if (host_select_i[0]) begin",
            ),
            (
                "neuron_update.v",
                "recruited = 1'b1",
                "recruited = word_i[68]",
            ),
        ],
    },
];
