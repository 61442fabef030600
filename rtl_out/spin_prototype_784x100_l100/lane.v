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

module lane (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire first_i,
  input  wire [1:0] part_i,
  input  wire [3:0] load_i,
  input  wire [3:0] clear_i,
  input  wire [5:0] weight_i,
  input  wire capture_i,
  output wire [55:0] drives_o
);
  reg  [55:0] next_drive;
  wire [3:0] select;
  reg  [13:0] base;
  wire [13:0] weight;
  wire [14:0] sum;
  wire [13:0] total;
  wire unused;
  reg  [55:0] drives_q;
  reg  [55:0] kept_d;
  reg  [55:0] kept_q;

  assign select = 4'd1 << part_i;
  assign weight = {{8{weight_i[5]}}, weight_i};
  assign sum = ({1'b0, weight} << 1) - (({1'b0, ~base} << 1) | 15'd1);
  assign unused = sum[0];
  assign total = sum[14:1];
  assign drives_o = kept_q;

  always @* begin
    kept_d = kept_q;
    if (capture_i) begin
      kept_d = drives_q;
    end
  end

  always @* begin : comb_base
    integer k;
    base = 14'd0;
    for (k = 0; k < 4; k = k + 1) begin
      if (select[k] && ~first_i) begin
        base = base | drives_q[k*14 +: 14];
      end
    end
  end

  always @* begin : comb_next_drive
    integer j;
    for (j = 0; j < 4; j = j + 1) begin
      next_drive[j*14 +: 14] = drives_q[j*14 +: 14];
      if (load_i[j]) begin
        next_drive[j*14 +: 14] = total;
      end
      if (clear_i[j]) begin
        next_drive[j*14 +: 14] = 14'd0;
      end
    end
  end

  always @(posedge clk_i) begin
    kept_q <= kept_d;
    if (!rst_ni) begin
      drives_q <= 56'd0;
    end else begin
      drives_q <= next_drive;
    end
  end
endmodule

`default_nettype wire
