//! The faults.

/// What is wrong, where, and the text before and behind.
pub struct Mutant(
    pub &'static str,
    pub &'static str,
    pub &'static str,
    pub &'static str,
);

/// Those of the contract that concern scheme "modulated", and more.
pub const MUTANTS: &[Mutant] = &[
    Mutant(
        "switching: < to <=",
        "mtj_pair.v",
        "word_i < threshold_i",
        "word_i <= threshold_i",
    ),
    Mutant(
        "draw: another state than the one advanced to",
        "draw.v",
        "assign state_o = state_q",
        "assign state_o = jump",
    ),
    Mutant("draw: 15 steps", "draw.v", "_step < 16", "_step < 15"),
    Mutant(
        "a draw per pass",
        "controller.v",
        "(state_q == HIDDEN) && (pass_q == 2'd0)",
        "(state_q == HIDDEN)",
    ),
    Mutant(
        "M missing",
        "lane.v",
        "word = rotated_i ^ mask_i",
        "word = rotated_i",
    ),
    Mutant(
        "upper limit off by one",
        "synapse.v",
        "MOST = 7'h3f",
        "MOST = 7'h3e",
    ),
    Mutant(
        "lower limit off by one",
        "synapse.v",
        "LEAST = 7'h41",
        "LEAST = 7'h40",
    ),
    Mutant(
        "threshold: >= to >",
        "lif.v",
        "spike = ~sum[20]",
        "spike = ~sum[20] && |sum[20:1]",
    ),
    Mutant(
        "window: < to <=",
        "drive.v",
        "below_d = sum[18]",
        "below_d = (sum[18] || sum[18:1] == 18'd0)",
    ),
    Mutant(
        "window: a drive of 0 learns",
        "drive.v",
        "~drive_negative && |drive_q",
        "~drive_negative",
    ),
    Mutant(
        "margin: < to <=",
        "readout.v",
        "$signed(difference) < $signed",
        "$signed(difference) <= $signed",
    ),
    Mutant(
        "tie order of the class",
        "readout.v",
        "($signed(sum) > $signed(best_q))",
        "($signed(sum) >= $signed(best_q))",
    ),
    Mutant(
        "tie order of the rival",
        "readout.v",
        "($signed(sum) > $signed(rival_best_q))",
        "($signed(sum) >= $signed(rival_best_q))",
    ),
    Mutant(
        "the bias row as an event: bias twice",
        "front.v",
        "{1'b0, ev_data_i} < NUM_ROWS",
        "{1'b0, ev_data_i} <= NUM_ROWS",
    ),
    Mutant(
        "stale bitmap",
        "train_buffer.v",
        "|(summary_q & insert_flag) && ~clear_i",
        "|(summary_q & insert_flag)",
    ),
    Mutant(
        "no drain before the hidden sweep",
        "controller.v",
        "OUT_FLUSH = 4'd5",
        "OUT_FLUSH = 4'd1",
    ),
    Mutant(
        "no drain behind the hidden sweep",
        "controller.v",
        "HIDDEN_FLUSH = 4'd5",
        "HIDDEN_FLUSH = 4'd0",
    ),
    Mutant(
        "last pass skipped",
        "front.v",
        "PASS_LAST = 2'd3",
        "PASS_LAST = 2'd2",
    ),
    Mutant(
        "count dropped from the readout",
        "class_sum.v",
        "if (count_i[1])",
        "if (1'b0)",
    ),
    Mutant(
        "result overwritten under back-pressure",
        "controller.v",
        "if (result_free_i) begin",
        "if (1'b1) begin",
    ),
    Mutant(
        "learn flag sticky",
        "front.v",
        "learn_d = wants_learning && label_in_range",
        "learn_d = learn_q || wants_learning && label_in_range",
    ),
    Mutant(
        "gates swapped",
        "stdp.v",
        "pulse_o = rule_i[1]",
        "pulse_o = rule_i[0]",
    ),
    Mutant(
        "selector ignored on axis Y",
        "stdp.v",
        "rule_i[3] ^ rule_i[2]",
        "rule_i[3]",
    ),
    Mutant(
        "dead zone: < to <=",
        "modulator.v",
        "size >= dead_zone_i",
        "size > dead_zone_i",
    ),
    Mutant(
        "an amplitude breakpoint moved",
        "modulator.v",
        "size < breakpoints_i[23:16]",
        "size <= breakpoints_i[23:16]",
    ),
    Mutant(
        "amplitude code wraps instead of clipping",
        "modulator.v",
        "if (wide > MOST)",
        "if (1'b0)",
    ),
    Mutant(
        "a view is learned",
        "front.v",
        "ev_data_i[4] && ~ev_data_i[5]",
        "ev_data_i[4]",
    ),
    Mutant(
        "rival taught as the label",
        "readout_update.v",
        "new_weight[k*8 +: 8] = rival_cell_weight",
        "new_weight[k*8 +: 8] = label_cell_weight",
    ),
    Mutant(
        "a reset in mid-image leaves the drive",
        "front.v",
        "fresh_q <= 1'b1;",
        "fresh_q <= fresh_q;",
    ),
    Mutant(
        "an event beats the host",
        "front.v",
        "(open_q || ~host_busy_i)",
        "(open_q || 1'b1)",
    ),
    Mutant(
        "draw: use before advance",
        "draw.v",
        "assign state_o = state_q;",
        "reg [15:0] before_q;
  always @(posedge clk_i) begin
    if (!rst_ni) before_q <= 16'd1;
    else if (load_i) before_q <= value_i;
    else if (advance_i) before_q <= state_q;
  end
  assign state_o = before_q;",
    ),
    Mutant(
        "D taken after the update",
        "teacher.v",
        "  modulator u_modulator (
    .label_weight_i(label_weight_e_q),
    .rival_weight_i(rival_weight_e_q),",
        "  wire [7:0] early_label, early_rival;
  readout_cell u_early_label (
    .pulse_i(visit_e_q && label_stdp_pulse), .ltp_i(label_stdp_ltp),
    .word_i((state_i << label_i) | ((state_i >> 1) >> ~label_i)),
    .threshold_i(label_table_threshold), .weight_i(label_weight_e_q), .weight_o(early_label),
    .ltp_o(), .ltd_o(), .switched_o(), .saturated_o()
  );
  readout_cell u_early_rival (
    .pulse_i(visit_e_q && rival_stdp_pulse), .ltp_i(rival_stdp_ltp),
    .word_i((state_i << rival_i) | ((state_i >> 1) >> ~rival_i)),
    .threshold_i(rival_table_threshold), .weight_i(rival_weight_e_q), .weight_o(early_rival),
    .ltp_o(), .ltd_o(), .switched_o(), .saturated_o()
  );
  modulator u_modulator (
    .label_weight_i(early_label),
    .rival_weight_i(early_rival),",
    ),
    Mutant(
        "label late",
        "front.v",
        "assign label_o = label_q",
        "assign label_o = ev_data_i[3:0]",
    ),
    Mutant(
        "the host is served behind malformed events",
        "front.v",
        "open_d = 1'b1",
        "open_d = open_q || insert",
    ),
    Mutant(
        "a reset does not end the hidden sweep",
        "controller.v",
        "if (!rst_ni) begin",
        "if (!rst_ni && state_q !== HIDDEN) begin",
    ),
    Mutant(
        "a reset does not end the readout's sweep",
        "controller.v",
        "if (!rst_ni) begin",
        "if (!rst_ni && state_q !== WALK) begin",
    ),
];
