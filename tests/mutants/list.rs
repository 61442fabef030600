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
        "synapse_cell.v",
        "- (({2'd0, word} << 1) | 18'd1)",
        "- ({2'd0, word} << 1)",
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
        "spin_core.v",
        "issue_teach_s1 && issue_teach_first_s1",
        "issue_teach_s1",
    ),
    Mutant(
        "M missing",
        "synapse_cell.v",
        "word = rotated_i ^ mask_i",
        "word = rotated_i",
    ),
    Mutant(
        "upper limit off by one",
        "synapse_cell.v",
        "INNER_ONES = 5'h1f",
        "INNER_ONES = 5'h1e",
    ),
    Mutant(
        "lower limit off by one",
        "synapse_cell.v",
        "weight_i[6] && ~|inner",
        "weight_i[6] && ~|inner[4:1]",
    ),
    Mutant(
        "threshold: >= to >",
        "lif.v",
        "rests = sum[18]",
        "rests = sum[18] || ~|sum[18:1]",
    ),
    Mutant(
        "window: < to <=",
        "drive.v",
        "below_d = sum[18]",
        "below_d = (sum[18] || sum[18:1] == 18'd0)",
    ),
    Mutant(
        "window: a drive of 0 learns",
        "array.v",
        "operand_d = 16'd1;",
        "operand_d = 16'd0;",
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
        "($signed(sum_at_hand_q) > $signed(best_q))",
        "($signed(sum_at_hand_q) >= $signed(best_q))",
    ),
    Mutant(
        "tie order of the rival",
        "readout.v",
        "($signed(sum_at_hand_q) > $signed(rival_best_q))",
        "($signed(sum_at_hand_q) >= $signed(rival_best_q))",
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
        "if (clear_i) begin\n      seen_flags",
        "if (1'b0) begin\n      seen_flags",
    ),
    Mutant(
        "no drain before the hidden sweep",
        "controller.v",
        "FILL_FLUSH = 4'd4",
        "FILL_FLUSH = 4'd0",
    ),
    Mutant(
        "no drain behind the hidden sweep",
        "controller.v",
        "HIDDEN_FLUSH = 4'd6",
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
        "size_q >= dead_zone_i",
        "size_q > dead_zone_i",
    ),
    Mutant(
        "an amplitude breakpoint moved",
        "modulator.v",
        "size_q < breakpoints_i[23:16]",
        "size_q <= breakpoints_i[23:16]",
    ),
    Mutant(
        "amplitude code wraps instead of clipping",
        "pulse_lookup.v",
        "if (wide[4])",
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
        "teacher.v",
        "pulse_lookup_second = turn_2_q",
        "pulse_lookup_second = 1'b0",
    ),
    Mutant(
        "a reset in mid-image leaves the drive",
        "drive.v",
        "clear_i || ~rst_ni",
        "clear_i",
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
        "no rewind between passes",
        "spin_core.v",
        "registers_lfsr_load || rewind",
        "registers_lfsr_load",
    ),
    Mutant(
        "rewind to the state of another image",
        "rewind.v",
        "if (mark_i)",
        "if (mark_i && kept_q === 16'd0)",
    ),
    Mutant(
        "words of the pass before",
        "spin_core.v",
        ".next_i(rewind || select_next)",
        ".next_i(select_next)",
    ),
    Mutant(
        "lanes filled for the wrong pass",
        "controller.v",
        "REWIND) begin
      pass_d = pass_q + 2'd1;
      base_d = next_base;",
        "REWIND) begin
      pass_d = pass_q + 2'd1;",
    ),
    Mutant(
        "class of the column after",
        "teacher.v",
        ".column_i(column_q),",
        ".column_i(next_column_i),",
    ),
    Mutant(
        "lanes without a pulse keep the last",
        "synapse_cell.v",
        "if (clear_i)",
        "if (1'b0)",
    ),
    Mutant(
        "the host writes another lane",
        "array.v",
        "<< host_lane_i",
        "<< (host_lane_i ^ 1'b1)",
    ),
    Mutant(
        "a rule with the acausal gate is taken",
        "host_port.v",
        "(CAUSAL && ",
        "(1'b0 && ",
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
        "a reset does not end the filling of lanes",
        "controller.v",
        "if (!rst_ni) begin",
        "if (!rst_ni && state_q !== FILL) begin",
    ),
    Mutant(
        "a reset does not end the readout's sweep",
        "controller.v",
        "if (!rst_ni) begin",
        "if (!rst_ni && state_q !== WALK) begin",
    ),
];
