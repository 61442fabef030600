// Generated: do not edit.
// spinloom 0.1.0, spec 8bf83b27c2ea7170
// spinloom generate --array 784x100 --lanes 20 --seed 1
//
// scheme           modulated
// rows             784
// columns          100
// lanes            20
// passes           5
// w1_bits          7
// event_bits       10
// word_bits        16
// amplitude_codes  16
// w2_bits          8
// membrane_bits    20
// drive_bits       17
// sum_bits         21
// count_bits       4
// threshold        1024
// margin           2048
// window           1200
// dead_zone        8
// code_hidden      10
// code_readout     8
// breakpoints      16 32 64 128
// types            causal
// rules            12 1a 1a 12
// seed             1
// lfsr_start       0x8ca4

`default_nettype none

module lif (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire acc_i,
  input  wire [6:0] weight_i,
  input  wire settle_i,
  input  wire step_i,
  input  wire step_last_i,
  input  wire step_first_i,
  input  wire [15:0] operand_i,
  input  wire [0:0] silent_i,
  output wire [3:0] count_o,
  output wire fired_o,
  output wire in_window_o,
  output wire positive_o,
  output wire negative_o
);
  reg  [19:0] addend;
  wire [20:0] sum;
  wire unused;
  wire rests;
  wire [16:0] drive_drive;
  wire [17:0] drive_sum;
  wire drive_in_window;
  wire drive_positive;
  wire drive_negative;
  reg  [17:0] beyond_d;
  reg  [17:0] beyond_q;
  reg  [19:0] membrane_d;
  reg  [19:0] membrane_q;
  reg  [3:0] count_d;
  reg  [3:0] count_q;
  reg  rested_d;
  reg  rested_q;

  drive u_drive (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .acc_i(acc_i),
    .weight_i(weight_i),
    .operand_i(operand_i),
    .sign_i(step_first_i),
    .not_positive_i(drive_sum[17]),
    .test_i(step_i && ~step_first_i),
    .clear_i(step_last_i),
    .silent_i(silent_i),
    .drive_o(drive_drive),
    .sum_o(drive_sum),
    .in_window_o(drive_in_window),
    .positive_o(drive_positive),
    .negative_o(drive_negative)
  );

  assign sum = ({1'b0, membrane_q} << 1) - (({1'b0, ~addend} << 1) | 21'd1);
  assign unused = sum[0];
  assign rests = sum[20] || silent_i;
  assign count_o = count_q;
  assign fired_o = |count_q;
  assign in_window_o = drive_in_window;
  assign positive_o = drive_positive;
  assign negative_o = drive_negative;

  always @* begin
    beyond_d = beyond_q;
    membrane_d = membrane_q;
    count_d = count_q;
    rested_d = rested_q;
    if (step_i) begin
      membrane_d = sum[20:1];
      rested_d = rests;
      if (~rests) begin
        count_d = count_q + 4'd1;
      end
    end
    if (settle_i) begin
      beyond_d = drive_sum;
      membrane_d = 20'd0;
      rested_d = 1'b0;
      count_d = 4'd0;
    end
  end

  always @* begin
    addend = {{3{drive_drive[16]}}, drive_drive};
    if (~rested_q) begin
      addend = {{2{beyond_q[17]}}, beyond_q};
    end
  end

  always @(posedge clk_i) begin
    beyond_q <= beyond_d;
    membrane_q <= membrane_d;
    count_q <= count_d;
    if (!rst_ni) begin
      rested_q <= 1'b0;
    end else begin
      rested_q <= rested_d;
    end
  end
endmodule

`default_nettype wire
