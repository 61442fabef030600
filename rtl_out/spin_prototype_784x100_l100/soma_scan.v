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

module soma_scan (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire walk_first_i,
  input  wire walk_i,
  input  wire [5599:0] drives_i,
  input  wire host_i,
  input  wire [6:0] host_column_i,
  input  wire update_i,
  input  wire [6:0] update_column_i,
  input  wire [96:0] word_i,
  output wire [6:0] read_column_o,
  output wire host_o,
  output wire update_o,
  output wire valid_o,
  output wire recruited_o,
  output wire [91:0] infer_o,
  output wire [91:0] learn_o,
  output wire [67:0] biases_o,
  output wire [27:0] wins_o
);
  localparam [6:0] COLUMN_LAST = 7'h63;
  reg  [55:0] drives_b;
  wire [95:0] fields;
  reg  [20:0] soma;
  wire [91:0] infer;
  wire [91:0] learn;
  wire [67:0] bias;
  wire [27:0] wins;
  wire [83:0] score_likelihood;
  wire [91:0] score_infer;
  wire [91:0] score_learn;
  wire [67:0] score_bias;
  wire [27:0] score_wins;
  reg  [99:0] select_b_d;
  reg  [99:0] select_b_q;
  reg  [6:0] column_d;
  reg  [6:0] column_q;
  reg  valid_b_q;
  reg  [6:0] read_column_d;
  reg  [6:0] read_column_q;
  reg  [55:0] drives_c_q;
  reg  valid_c_q;
  reg  host_c_q;
  reg  update_c_q;
  reg  [55:0] drives_d_q;
  reg  valid_d_q;
  reg  host_d_q;
  reg  update_d_q;
  reg  valid_e_q;
  reg  recruited_e_q;
  reg  valid_f_q;
  reg  recruited_f_q;
  reg  [20:0] soma_f_q;
  reg  valid_g_q;
  reg  recruited_g_q;

  genvar lane;
  generate
    for (lane = 0; lane < 4; lane = lane + 1) begin : gen_score
      score u_score (
        .clk_i(clk_i),
        .rst_ni(rst_ni),
        .drive_i(drives_d_q[lane*14 +: 14]),
        .field_i(fields[lane*24 +: 24]),
        .soma_i(soma_f_q),
        .likelihood_o(score_likelihood[lane*21 +: 21]),
        .infer_o(score_infer[lane*23 +: 23]),
        .learn_o(score_learn[lane*23 +: 23]),
        .bias_o(score_bias[lane*17 +: 17]),
        .wins_o(score_wins[lane*7 +: 7])
      );
    end
  endgenerate
  generate
    for (lane = 0; lane < 4; lane = lane + 1) begin : gen_infer
      assign infer[lane*23 +: 23] = score_infer[lane*23 +: 23];
      assign learn[lane*23 +: 23] = score_learn[lane*23 +: 23];
      assign bias[lane*17 +: 17] = score_bias[lane*17 +: 17];
      assign wins[lane*7 +: 7] = score_wins[lane*7 +: 7];
    end
  endgenerate

  assign read_column_o = read_column_q;
  assign host_o = host_d_q;
  assign update_o = update_d_q;
  assign fields = word_i[95:0];
  assign valid_o = valid_g_q;
  assign recruited_o = recruited_g_q;
  assign infer_o = infer;
  assign learn_o = learn;
  assign biases_o = bias;
  assign wins_o = wins;

  always @* begin
    select_b_d = select_b_q;
    if (walk_first_i) begin
      select_b_d = 100'd1;
    end else if (walk_i) begin
      select_b_d = select_b_q << 1;
    end
  end

  always @* begin
    column_d = column_q;
    if (valid_b_q) begin
      column_d = column_q + 7'd1;
      if (column_q == COLUMN_LAST) begin
        column_d = 7'd0;
      end
    end
  end

  always @* begin : comb_drives_b
    integer k;
    drives_b = 56'd0;
    for (k = 0; k < 100; k = k + 1) begin
      if (select_b_q[k]) begin
        drives_b = drives_b | drives_i[k*56 +: 56];
      end
    end
  end

  always @* begin
    read_column_d = column_q;
    if (host_i) begin
      read_column_d = host_column_i;
    end
    if (update_i) begin
      read_column_d = update_column_i;
    end
  end

  always @* begin : comb_soma
    integer q;
    soma = 21'd0;
    for (q = 0; q < 4; q = q + 1) begin
      soma = soma + score_likelihood[q*21 +: 21];
    end
  end

  always @(posedge clk_i) begin
    read_column_q <= read_column_d;
    drives_c_q <= drives_b;
    drives_d_q <= drives_c_q;
    soma_f_q <= soma;
    if (!rst_ni) begin
      select_b_q <= 100'd0;
      column_q <= 7'd0;
      valid_b_q <= 1'b0;
      valid_c_q <= 1'b0;
      host_c_q <= 1'b0;
      update_c_q <= 1'b0;
      valid_d_q <= 1'b0;
      host_d_q <= 1'b0;
      update_d_q <= 1'b0;
      valid_e_q <= 1'b0;
      recruited_e_q <= 1'b0;
      valid_f_q <= 1'b0;
      recruited_f_q <= 1'b0;
      valid_g_q <= 1'b0;
      recruited_g_q <= 1'b0;
    end else begin
      select_b_q <= select_b_d;
      column_q <= column_d;
      valid_b_q <= walk_i;
      valid_c_q <= valid_b_q;
      host_c_q <= host_i;
      update_c_q <= update_i;
      valid_d_q <= valid_c_q;
      host_d_q <= host_c_q;
      update_d_q <= update_c_q;
      valid_e_q <= valid_d_q;
      recruited_e_q <= word_i[96];
      valid_f_q <= valid_e_q;
      recruited_f_q <= recruited_e_q;
      valid_g_q <= valid_f_q;
      recruited_g_q <= recruited_f_q;
    end
  end
endmodule

`default_nettype wire
