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

module winner (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire valid_i,
  input  wire recruited_i,
  input  wire [91:0] infer_i,
  input  wire [91:0] learn_i,
  input  wire [67:0] biases_i,
  input  wire [27:0] wins_i,
  input  wire [3:0] label_i,
  input  wire views_i,
  output wire [3:0] class_o,
  output wire fired_o,
  output wire recruit_o,
  output wire [59:0] places_o,
  output wire [67:0] biases_o,
  output wire [27:0] wins_o,
  output wire [7:0] offsets_o
);
  localparam [6:0] COLUMN_LAST = 7'h63;
  localparam [6:0] LANE_LAST = 7'h63;
  localparam [3:0] MEMBER_LAST = 4'd9;
  localparam [3:0] CLASS_LAST = 4'd9;
  wire [14:0] place;
  wire first;
  wire last;
  wire any_before;
  wire free_before;
  wire infer_valid;
  wire learn_valid;
  reg  [27:0] sum;
  wire stored;
  reg  [27:0] total;
  wire known;
  wire better;
  reg  [59:0] places;
  reg  [67:0] biases;
  reg  [27:0] wins;
  reg  [7:0] offsets;
  wire [111:0] best_infer;
  wire [59:0] best_place;
  wire [67:0] best_bias;
  wire [27:0] best_wins;
  wire [7:0] best_offset;
  wire [28:0] sum_table_rdata;
  reg  [6:0] column_d;
  reg  [6:0] column_q;
  reg  [0:0] pass_d;
  reg  [0:0] pass_q;
  reg  [6:0] lane_d;
  reg  [6:0] lane_q;
  reg  [3:0] member_d;
  reg  [3:0] member_q;
  reg  [3:0] class_d;
  reg  [3:0] class_q;
  reg  any_d;
  reg  any_q;
  reg  free_d;
  reg  free_q;
  reg  [14:0] free_place_d;
  reg  [14:0] free_place_q;
  reg  done_h_q;
  reg  [3:0] class_h_q;
  reg  done_i_q;
  reg  [3:0] class_i_q;
  reg  any_i_q;
  reg  [27:0] sum_i_q;
  reg  best_known_d;
  reg  best_known_q;
  reg  [27:0] best_d;
  reg  [27:0] best_q;
  reg  [3:0] best_class_d;
  reg  [3:0] best_class_q;

  table_memory #(.WIDTH(29), .DEPTH(16), .ADDRESS(4)) u_sum_table (
    .clk_i(clk_i),
    .we_i(done_i_q),
    .waddr_i(class_i_q),
    .wdata_i({known, total}),
    .raddr_i(class_i_q),
    .rdata_o(sum_table_rdata)
  );

  genvar lane;
  generate
    for (lane = 0; lane < 4; lane = lane + 1) begin : gen_best
      best u_best (
        .clk_i(clk_i),
        .rst_ni(rst_ni),
        .infer_valid_i(infer_valid),
        .infer_first_i(~any_before),
        .infer_i(infer_i[lane*23 +: 23]),
        .learn_valid_i(learn_valid),
        .learn_first_i(first),
        .learn_i(learn_i[lane*23 +: 23]),
        .place_i(place),
        .bias_i(biases_i[lane*17 +: 17]),
        .wins_i(wins_i[lane*7 +: 7]),
        .infer_o(best_infer[lane*28 +: 28]),
        .place_o(best_place[lane*15 +: 15]),
        .bias_o(best_bias[lane*17 +: 17]),
        .wins_o(best_wins[lane*7 +: 7]),
        .offset_o(best_offset[lane*2 +: 2])
      );
    end
  endgenerate

  assign first = member_q == 4'd0;
  assign last = member_q == MEMBER_LAST;
  assign place = ({8'd0, column_q} << 8) | ({14'd0, pass_q} << 7) | {8'd0, lane_q};
  assign any_before = any_q && ~first;
  assign free_before = free_q && (column_q != 7'd0);
  assign infer_valid = valid_i && recruited_i;
  assign learn_valid = valid_i && (class_q == label_i);
  assign stored = views_i && |(sum_table_rdata >> 28);
  assign known = any_i_q || stored;
  assign better = ~best_known_q || ($signed(total) > $signed(best_q));
  assign class_o = best_class_q;
  assign fired_o = done_i_q && any_i_q;
  assign recruit_o = free_q;
  assign places_o = places;
  assign biases_o = biases;
  assign wins_o = wins;
  assign offsets_o = offsets;

  always @* begin
    column_d = column_q;
    pass_d = pass_q;
    lane_d = lane_q;
    member_d = member_q;
    class_d = class_q;
    if (valid_i) begin
      column_d = column_q + 7'd1;
      lane_d = lane_q + 7'd1;
      if (lane_q == LANE_LAST) begin
        lane_d = 7'd0;
        pass_d = pass_q + 1'b1;
      end
      member_d = member_q + 4'd1;
      if (last) begin
        member_d = 4'd0;
        class_d = class_q + 4'd1;
        if (class_q == CLASS_LAST) begin
          class_d = 4'd0;
        end
      end
      if (column_q == COLUMN_LAST) begin
        column_d = 7'd0;
        lane_d = 7'd0;
        pass_d = 1'b0;
      end
    end
  end

  always @* begin
    any_d = any_q;
    free_d = free_q;
    free_place_d = free_place_q;
    if (valid_i) begin
      any_d = any_before || recruited_i;
      free_d = free_before;
      if (learn_valid && ~recruited_i && ~free_before) begin
        free_d = 1'b1;
        free_place_d = place;
      end
    end
  end

  always @* begin
    best_known_d = best_known_q;
    best_d = best_q;
    best_class_d = best_class_q;
    if (done_i_q) begin
      if (class_i_q == 4'd0) begin
        best_class_d = 4'd0;
        best_known_d = known;
        best_d = total;
      end else if (known && better) begin
        best_class_d = class_i_q;
        best_known_d = 1'b1;
        best_d = total;
      end
    end
  end

  always @* begin : comb_sum
    integer q;
    sum = 28'd0;
    for (q = 0; q < 4; q = q + 1) begin
      sum = sum + best_infer[q*28 +: 28];
    end
  end

  always @* begin
    total = 28'd0;
    if (any_i_q) begin
      total = sum_i_q;
    end
    if (stored) begin
      total = total + sum_table_rdata[27:0];
    end
  end

  always @* begin : comb_biases
    integer k;
    for (k = 0; k < 4; k = k + 1) begin
      places[k*15 +: 15] = best_place[k*15 +: 15];
      biases[k*17 +: 17] = best_bias[k*17 +: 17];
      wins[k*7 +: 7] = best_wins[k*7 +: 7];
      offsets[k*2 +: 2] = best_offset[k*2 +: 2];
      if (free_q) begin
        places[k*15 +: 15] = free_place_q;
        biases[k*17 +: 17] = 17'd0;
        wins[k*7 +: 7] = 7'd1;
      end
    end
  end

  always @(posedge clk_i) begin
    free_place_q <= free_place_d;
    class_h_q <= class_q;
    class_i_q <= class_h_q;
    sum_i_q <= sum;
    best_q <= best_d;
    best_class_q <= best_class_d;
    if (!rst_ni) begin
      column_q <= 7'd0;
      pass_q <= 1'b0;
      lane_q <= 7'd0;
      member_q <= 4'd0;
      class_q <= 4'd0;
      any_q <= 1'b0;
      free_q <= 1'b0;
      done_h_q <= 1'b0;
      done_i_q <= 1'b0;
      any_i_q <= 1'b0;
      best_known_q <= 1'b0;
    end else begin
      column_q <= column_d;
      pass_q <= pass_d;
      lane_q <= lane_d;
      member_q <= member_d;
      class_q <= class_d;
      any_q <= any_d;
      free_q <= free_d;
      done_h_q <= valid_i && last;
      done_i_q <= done_h_q;
      any_i_q <= any_q;
      best_known_q <= best_known_d;
    end
  end
endmodule

`default_nettype wire
