// Generated: do not edit.
// spinloom 0.1.0, spec cb0586dde7e5d80f
// spinloom generate --preset mnist-sequence --array 784x100 --lanes 100 --seed 1
//
// scheme           prototype
// rows             784
// columns          100
// lanes            100
// passes           1
// w1_bits          6
// event_bits       10
// word_bits        16
// amplitude_codes  16
// group            10
// compartments     4
// drive_bits       14
// bias_bits        17
// wins_bits        7
// likelihood_bits  19
// soma_bits        21
// learn_score_bits 23
// infer_score_bits 23
// class_sum_bits   28
// sp               0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 1
//                  1 2 2 3 4 5 6 8 10 13 16 20 25 30 37 44
//                  53 62 73 84 96 109 122 136 150 165 180 195 210 226 241 257
//                  273 289 305 320 336 352 368 384 400 416 432 448 464 480 496
// seed             1
// lfsr_start       0x8ca4

`default_nettype none

module teach_cell (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire teach_i,
  input  wire active_i,
  input  wire [3:0] part_i,
  input  wire recruit_i,
  input  wire [59:0] places_i,
  input  wire [7:0] offsets_i,
  input  wire [15:0] state_i,
  input  wire [599:0] word_i,
  input  wire [4:0] rule_i,
  input  wire host_i,
  input  wire [6:0] host_lane_i,
  input  wire [5:0] host_weight_i,
  input  wire [9:0] address_i,
  input  wire table_we_i,
  input  wire [5:0] table_addr_i,
  input  wire table_host_i,
  input  wire [15:0] table_data_i,
  output wire draw_o,
  output wire [5:0] host_weight_o,
  output wire [15:0] table_data_o,
  output wire ltp_o,
  output wire ltd_o,
  output wire switched_o,
  output wire saturated_o,
  output wire we_o,
  output wire [9:0] address_o,
  output wire [599:0] word_o,
  output wire [3:0] moved_o,
  output wire [16:0] change_o
);
  localparam [5:0] START_ACTIVE = 6'd8;
  localparam [5:0] START_SILENT = 6'h38;
  localparam [15:0] MASK_FACTOR = 16'h9e37;
  reg  [14:0] place;
  reg  [1:0] offset;
  wire [15:0] column;
  reg  [6:0] lane;
  wire [99:0] select;
  reg  [5:0] picked;
  wire [15:0] rotated;
  reg  [5:0] weight;
  reg  [599:0] next_weight;
  wire unused;
  wire [3:0] amplitude_code;
  wire stdp_pulse;
  wire stdp_ltp;
  wire [15:0] switching_table_threshold;
  wire mtj_pair_switched;
  wire [5:0] synapse_weight;
  wire synapse_saturated;
  wire [3:0] bias_step_moved;
  wire [16:0] bias_step_change;
  reg  teach_s1_q;
  reg  active_s1_q;
  reg  [3:0] part_s1_q;
  reg  valid_s2_q;
  reg  active_s2_q;
  reg  [3:0] part_s2_q;
  reg  [14:0] place_s2_q;
  reg  [1:0] offset_s2_q;
  reg  valid_s3_q;
  reg  active_s3_q;
  reg  host_s3_q;
  reg  [3:0] part_s3_q;
  reg  [1:0] offset_s3_q;
  reg  [99:0] select_s3_q;
  reg  [5:0] weight_s3_q;
  reg  [15:0] random_s3_q;
  reg  [599:0] word_s3_q;
  reg  valid_s4_q;
  reg  active_s4_q;
  reg  host_s4_q;
  reg  pulse_s4_q;
  reg  ltp_s4_q;
  reg  [3:0] part_s4_q;
  reg  [99:0] select_s4_q;
  reg  [5:0] weight_s4_q;
  reg  [15:0] random_s4_q;
  reg  [15:0] threshold_s4_q;
  reg  [599:0] word_s4_q;
  reg  [9:0] address_s4_q;
  reg  we_s5_q;
  reg  [599:0] word_s5_q;
  reg  [9:0] address_s5_q;

  amplitude u_amplitude (
    .weight_i(weight_s3_q),
    .active_i(active_s3_q),
    .offset_i(offset_s3_q),
    .code_o(amplitude_code)
  );

  stdp u_stdp (
    .rule_i(rule_i),
    .causal_i(active_s3_q),
    .pulse_o(stdp_pulse),
    .ltp_o(stdp_ltp)
  );

  switching_table u_switching_table (
    .clk_i(clk_i),
    .we_i(table_we_i),
    .host_i(table_host_i),
    .addr_i(table_addr_i),
    .data_i(table_data_i),
    .code_i(amplitude_code),
    .ltp_i(stdp_ltp),
    .selector_i(rule_i[2]),
    .threshold_o(switching_table_threshold)
  );

  mtj_pair u_mtj_pair (
    .pulse_i(pulse_s4_q),
    .word_i(random_s4_q),
    .threshold_i(threshold_s4_q),
    .switched_o(mtj_pair_switched)
  );

  synapse u_synapse (
    .weight_i(weight_s4_q),
    .switched_i(mtj_pair_switched),
    .ltp_i(ltp_s4_q),
    .weight_o(synapse_weight),
    .saturated_o(synapse_saturated)
  );

  bias_step u_bias_step (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .part_i(part_s4_q),
    .moves_i(mtj_pair_switched && ~synapse_saturated),
    .ltp_i(ltp_s4_q),
    .recruit_i(valid_s4_q && recruit_i),
    .active_i(active_s4_q),
    .before_i(weight_s4_q),
    .after_i(weight),
    .moved_o(bias_step_moved),
    .change_o(bias_step_change)
  );

  assign draw_o = teach_s1_q && ~recruit_i;
  assign select = 100'd1 << lane;
  assign host_weight_o = picked;
  assign unused = ^place_s2_q;
  assign column = {9'd0, place_s2_q[14:8]};
  assign rotated = (state_i << column[3:0]) | ((state_i >> 1) >> ~column[3:0]);
  assign table_data_o = switching_table_threshold;
  assign ltp_o = pulse_s4_q && ltp_s4_q;
  assign ltd_o = pulse_s4_q && ~ltp_s4_q;
  assign switched_o = mtj_pair_switched;
  assign saturated_o = synapse_saturated;
  assign we_o = we_s5_q;
  assign address_o = address_s5_q;
  assign word_o = word_s5_q;
  assign moved_o = bias_step_moved;
  assign change_o = bias_step_change;

  always @* begin : comb_offset
    integer k;
    place = 15'd0;
    offset = 2'd0;
    for (k = 0; k < 4; k = k + 1) begin
      if (part_s1_q[k]) begin
        place = place | places_i[k*15 +: 15];
        offset = offset | offsets_i[k*2 +: 2];
      end
    end
  end

  always @* begin
    lane = host_lane_i;
    if (valid_s2_q) begin
      lane = place_s2_q[6:0];
    end
  end

  always @* begin : comb_picked
    integer m;
    picked = 6'd0;
    for (m = 0; m < 100; m = m + 1) begin
      if (select[m]) begin
        picked = picked | word_i[m*6 +: 6];
      end
    end
  end

  always @* begin
    weight = synapse_weight;
    if (recruit_i) begin
      weight = START_SILENT;
      if (active_s4_q) begin
        weight = START_ACTIVE;
      end
    end
    if (host_s4_q) begin
      weight = host_weight_i;
    end
  end

  always @* begin : comb_next_weight
    integer n;
    for (n = 0; n < 100; n = n + 1) begin
      next_weight[n*6 +: 6] = word_s4_q[n*6 +: 6];
      if (select_s4_q[n]) begin
        next_weight[n*6 +: 6] = weight;
      end
    end
  end

  always @(posedge clk_i) begin
    part_s1_q <= part_i;
    part_s2_q <= part_s1_q;
    place_s2_q <= place;
    offset_s2_q <= offset;
    part_s3_q <= part_s2_q;
    offset_s3_q <= offset_s2_q;
    select_s3_q <= select;
    weight_s3_q <= picked;
    random_s3_q <= rotated ^ ((column >> 4) * MASK_FACTOR);
    word_s3_q <= word_i;
    part_s4_q <= part_s3_q;
    select_s4_q <= select_s3_q;
    weight_s4_q <= weight_s3_q;
    random_s4_q <= random_s3_q;
    threshold_s4_q <= switching_table_threshold;
    word_s4_q <= word_s3_q;
    address_s4_q <= address_i;
    word_s5_q <= next_weight;
    address_s5_q <= address_s4_q;
    if (!rst_ni) begin
      teach_s1_q <= 1'b0;
      active_s1_q <= 1'b0;
      valid_s2_q <= 1'b0;
      active_s2_q <= 1'b0;
      valid_s3_q <= 1'b0;
      active_s3_q <= 1'b0;
      host_s3_q <= 1'b0;
      valid_s4_q <= 1'b0;
      active_s4_q <= 1'b0;
      host_s4_q <= 1'b0;
      pulse_s4_q <= 1'b0;
      ltp_s4_q <= 1'b0;
      we_s5_q <= 1'b0;
    end else begin
      teach_s1_q <= teach_i;
      active_s1_q <= active_i;
      valid_s2_q <= teach_s1_q && |part_s1_q;
      active_s2_q <= active_s1_q;
      valid_s3_q <= valid_s2_q;
      active_s3_q <= active_s2_q;
      host_s3_q <= host_i;
      valid_s4_q <= valid_s3_q;
      active_s4_q <= active_s3_q;
      host_s4_q <= host_s3_q;
      pulse_s4_q <= valid_s3_q && ~recruit_i && stdp_pulse;
      ltp_s4_q <= stdp_ltp;
      we_s5_q <= valid_s4_q || host_s4_q;
    end
  end
endmodule

`default_nettype wire
