// Generated: do not edit.
// spinloom 0.1.0, spec 1916890c83eace2a
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
// seed             1
// lfsr_start       0x8ca4

`default_nettype none

module lif (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire acc_i,
  input  wire acc_first_i,
  input  wire [6:0] weight_i,
  input  wire step_i,
  input  wire step_first_i,
  input  wire [15:0] threshold_i,
  input  wire [15:0] window_i,
  output wire [3:0] count_o,
  output wire fired_o,
  output wire in_window_o
);
  localparam [0:0] PULSE_CODE = 1'b0;
  reg  [16:0] drive_base;
  reg  [19:0] membrane_base;
  reg  [3:0] count_base;
  reg  [19:0] addend;
  wire [19:0] sum;
  wire spike;
  wire drive_negative;
  reg  [16:0] drive_d;
  reg  [16:0] drive_q;
  reg  [19:0] membrane_d;
  reg  [19:0] membrane_q;
  reg  [3:0] count_d;
  reg  [3:0] count_q;
  reg  in_window_d;
  reg  in_window_q;

  assign sum = membrane_base + addend;
  assign spike = $signed(sum) >= $signed({4'd0, threshold_i});
  assign drive_negative = drive_q[16];
  assign count_o = count_q;
  assign fired_o = |count_q;
  assign in_window_o = in_window_q;

  always @* begin
    drive_d = drive_q;
    if (acc_i) begin
      drive_d = drive_base + {{10{weight_i[6]}}, weight_i};
    end
  end

  always @* begin
    membrane_d = membrane_q;
    if (PULSE_CODE && acc_i) begin
      membrane_d = sum;
    end
    count_d = count_q;
    in_window_d = in_window_q;
    if (step_i) begin
      membrane_d = sum;
      count_d = count_base;
      if (spike) begin
        membrane_d = sum - {4'd0, threshold_i};
        count_d = count_base + 4'd1;
      end
      in_window_d = $signed(drive_q) < $signed({1'b0, window_i});
      if (drive_q == 17'd0) begin
        in_window_d = 1'b0;
      end
      if (drive_negative) begin
        in_window_d = 1'b0;
      end
    end
  end

  always @* begin
    drive_base = drive_q;
    if (acc_first_i) begin
      drive_base = 17'd0;
    end
  end

  always @* begin
    membrane_base = membrane_q;
    addend = {{3{drive_q[16]}}, drive_q};
    if (PULSE_CODE) begin
      addend = 20'd0;
      if (acc_i) begin
        addend = {{13{weight_i[6]}}, weight_i};
        if (acc_first_i) begin
          membrane_base = 20'd0;
        end
      end
    end else if (step_first_i) begin
      membrane_base = 20'd0;
    end
  end

  always @* begin
    count_base = count_q;
    if (step_first_i) begin
      count_base = 4'd0;
    end
  end

  always @(posedge clk_i) begin
    drive_q <= drive_d;
    membrane_q <= membrane_d;
    count_q <= count_d;
    if (!rst_ni) begin
      in_window_q <= 1'b0;
    end else begin
      in_window_q <= in_window_d;
    end
  end
endmodule

`default_nettype wire
