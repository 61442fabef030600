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

module neuron_update (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire load_i,
  input  wire recruit_i,
  input  wire [59:0] places_i,
  input  wire [67:0] biases_i,
  input  wire [27:0] wins_i,
  input  wire [3:0] moved_i,
  input  wire [16:0] change_i,
  input  wire [3:0] turn_i,
  input  wire update_i,
  input  wire host_i,
  input  wire host_write_i,
  input  wire [6:0] host_column_i,
  input  wire [3:0] host_field_i,
  input  wire [16:0] host_data_i,
  input  wire [96:0] word_i,
  output wire [6:0] column_o,
  output wire we_o,
  output reg  [6:0] write_column_o,
  output wire [96:0] word_o,
  output wire [17:0] host_value_o
);
  localparam [3:0] ALL = 4'hf;
  reg  [14:0] place;
  wire [6:0] column;
  wire [95:0] fields;
  wire [95:0] next_field;
  reg  [3:0] turn;
  wire [15:0] host_flags;
  wire [7:0] host_pairs;
  wire host_recruited;
  wire unused;
  wire host_write;
  reg  recruited;
  reg  [17:0] value;
  wire [95:0] field_field;
  wire [71:0] field_host_value;
  reg  host_e_q;
  reg  we_e_q;
  reg  [96:0] word_e_q;

  genvar lane;
  generate
    for (lane = 0; lane < 4; lane = lane + 1) begin : gen_field
      field u_field (
        .clk_i(clk_i),
        .rst_ni(rst_ni),
        .load_i(load_i),
        .bias_i(biases_i[lane*17 +: 17]),
        .moved_i(moved_i[lane]),
        .change_i(change_i),
        .field_i(fields[lane*24 +: 24]),
        .replace_i(turn[lane]),
        .wins_i(wins_i[lane*7 +: 7]),
        .host_select_i(host_pairs[lane*2 +: 2]),
        .host_write_i(host_write),
        .host_data_i(host_data_i),
        .field_o(field_field[lane*24 +: 24]),
        .host_value_o(field_host_value[lane*18 +: 18])
      );
    end
  endgenerate
  generate
    for (lane = 0; lane < 4; lane = lane + 1) begin : gen_next_field
      assign next_field[lane*24 +: 24] = field_field[lane*24 +: 24];
    end
  endgenerate

  assign column = place[14:8];
  assign column_o = column;
  assign host_flags = 16'd1 << host_field_i;
  assign unused = ^host_flags;
  assign host_pairs = host_flags[7:0];
  assign host_recruited = host_flags[8];
  assign host_write = host_i && host_write_i;
  assign fields = word_i[95:0];
  assign host_value_o = value;
  assign we_o = we_e_q;
  assign word_o = word_e_q;

  always @* begin : comb_place
    integer k;
    place = 15'd0;
    for (k = 0; k < 4; k = k + 1) begin
      if (turn_i[k]) begin
        place = place | places_i[k*15 +: 15];
      end
    end
  end

  always @* begin
    turn = 4'd0;
    if (update_i) begin
      turn = turn_i;
      if (recruit_i) begin
        turn = ALL;
      end
    end
  end

  always @* begin
    recruited = word_i[96];
    if (update_i) begin
      recruited = 1'b1;
    end else if (host_write && host_recruited) begin
      recruited = host_data_i[0];
    end
  end

  always @* begin : comb_value
    integer m;
    value = 18'd0;
    if (host_recruited) begin
      value = {17'd0, word_i[96]};
    end
    for (m = 0; m < 4; m = m + 1) begin
      value = value | field_host_value[m*18 +: 18];
    end
  end

  always @* begin
    write_column_o = column;
    if (host_e_q) begin
      write_column_o = host_column_i;
    end
  end

  always @(posedge clk_i) begin
    word_e_q <= {recruited, next_field};
    if (!rst_ni) begin
      host_e_q <= 1'b0;
      we_e_q <= 1'b0;
    end else begin
      host_e_q <= host_i;
      we_e_q <= update_i || host_write;
    end
  end
endmodule

`default_nettype wire
