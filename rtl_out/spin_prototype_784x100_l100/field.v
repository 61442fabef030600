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

module field (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire load_i,
  input  wire [16:0] bias_i,
  input  wire [0:0] moved_i,
  input  wire [16:0] change_i,
  input  wire [23:0] field_i,
  input  wire replace_i,
  input  wire [6:0] wins_i,
  input  wire [1:0] host_select_i,
  input  wire host_write_i,
  input  wire [16:0] host_data_i,
  output wire [23:0] field_o,
  output reg  [17:0] host_value_o
);
  wire [16:0] old_bias;
  wire [6:0] old_wins;
  reg  [16:0] new_bias;
  reg  [6:0] new_wins;
  reg  [16:0] bias_d;
  reg  [16:0] bias_q;

  assign old_bias = field_i[16:0];
  assign old_wins = field_i[23:17];
  assign field_o = {new_wins, new_bias};

  always @* begin
    bias_d = bias_q;
    if (load_i) begin
      bias_d = bias_i;
    end else if (moved_i) begin
      bias_d = bias_q + change_i;
    end
  end

  always @* begin
    new_bias = old_bias;
    new_wins = old_wins;
    if (replace_i) begin
      new_bias = bias_q;
      new_wins = wins_i;
    end
    if (host_write_i) begin
      if (host_select_i[0]) begin
        new_bias = host_data_i;
      end
      if (host_select_i[1]) begin
        new_wins = host_data_i[6:0];
      end
    end
  end

  always @* begin
    host_value_o = 18'd0;
    if (host_select_i[0]) begin
      host_value_o = {1'b0, old_bias};
    end
    if (host_select_i[1]) begin
      host_value_o = {11'd0, old_wins};
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      bias_q <= 17'd0;
    end else begin
      bias_q <= bias_d;
    end
  end
endmodule

`default_nettype wire
