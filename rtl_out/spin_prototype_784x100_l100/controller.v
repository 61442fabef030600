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

module controller (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire launch_i,
  input  wire launch_last_i,
  input  wire learn_i,
  input  wire more_i,
  input  wire [3:0] label_i,
  input  wire capture_i,
  input  wire result_free_i,
  input  wire recruit_i,
  output wire idle_o,
  output wire [3:0] label_o,
  output wire views_o,
  output wire walk_first_o,
  output wire walk_o,
  output wire result_o,
  output wire result_learn_o,
  output wire sweep_o,
  output wire [9:0] row_o,
  output wire update_o,
  output wire [3:0] turn_o,
  output wire done_o
);
  localparam [2:0] IDLE = 3'd0;
  localparam [2:0] ARM = 3'd1;
  localparam [2:0] SCAN = 3'd2;
  localparam [2:0] SCAN_DRAIN = 3'd3;
  localparam [2:0] RESULT = 3'd4;
  localparam [2:0] SWEEP = 3'd5;
  localparam [2:0] SWEEP_DRAIN = 3'd6;
  localparam [2:0] TURNS = 3'd7;
  localparam [3:0] SCAN_FLUSH = 4'd8;
  localparam [3:0] SWEEP_FLUSH = 4'd6;
  localparam [3:0] TURN_FLUSH = 4'd3;
  localparam [6:0] LANE_LAST = 7'h63;
  localparam [6:0] COLUMN_LAST = 7'h63;
  localparam [9:0] ROW_LAST = 10'h30f;
  reg  image_over;
  wire last_turn;
  reg  [2:0] state_d;
  reg  [2:0] state_q;
  reg  [3:0] timer_d;
  reg  [3:0] timer_q;
  reg  [0:0] pass_d;
  reg  [0:0] pass_q;
  reg  [6:0] column_d;
  reg  [6:0] column_q;
  reg  [6:0] lane_d;
  reg  [6:0] lane_q;
  reg  [9:0] row_d;
  reg  [9:0] row_q;
  reg  [3:0] turn_d;
  reg  [3:0] turn_q;
  reg  last_d;
  reg  last_q;
  reg  learn_d;
  reg  learn_q;
  reg  more_d;
  reg  more_q;
  reg  views_d;
  reg  views_q;
  reg  [3:0] label_d;
  reg  [3:0] label_q;

  assign idle_o = state_q == IDLE;
  assign label_o = label_q;
  assign views_o = views_q;
  assign walk_o = state_q == SCAN;
  assign walk_first_o = (state_q == SCAN) && (lane_q == 7'd0);
  assign result_o = (state_q == RESULT) && result_free_i;
  assign result_learn_o = learn_q;
  assign sweep_o = state_q == SWEEP;
  assign row_o = row_q;
  assign update_o = (state_q == TURNS) && (timer_q == 4'd0);
  assign turn_o = turn_q;
  assign last_turn = recruit_i || turn_q[3];
  assign done_o = image_over;

  always @* begin
    state_d = state_q;
    timer_d = timer_q;
    pass_d = pass_q;
    column_d = column_q;
    lane_d = lane_q;
    row_d = row_q;
    turn_d = turn_q;
    last_d = last_q;
    learn_d = learn_q;
    more_d = more_q;
    views_d = views_q;
    label_d = label_q;
    image_over = 1'b0;
    if (state_q == IDLE) begin
      if (launch_i) begin
        state_d = ARM;
        last_d = launch_last_i;
        learn_d = learn_i;
        more_d = more_i;
        label_d = label_i;
      end
    end else if (state_q == ARM) begin
      lane_d = 7'd0;
      if (capture_i) begin
        state_d = SCAN;
      end
    end else if (state_q == SCAN) begin
      timer_d = 4'd0;
      lane_d = lane_q + 7'd1;
      column_d = column_q + 7'd1;
      if ((lane_q == LANE_LAST) || (column_q == COLUMN_LAST)) begin
        state_d = IDLE;
        pass_d = pass_q + 1'b1;
        if (last_q) begin
          state_d = SCAN_DRAIN;
        end
      end
    end else if (state_q == SCAN_DRAIN) begin
      timer_d = timer_q + 4'd1;
      if (timer_q == SCAN_FLUSH) begin
        state_d = RESULT;
        if (more_q) begin
          views_d = 1'b1;
          image_over = 1'b1;
        end
      end
    end else if (state_q == RESULT) begin
      row_d = 10'd0;
      if (result_free_i) begin
        views_d = 1'b0;
        state_d = SWEEP;
        if (~learn_q) begin
          image_over = 1'b1;
        end
      end
    end else if (state_q == SWEEP) begin
      timer_d = 4'd0;
      row_d = row_q + 10'd1;
      if (row_q == ROW_LAST) begin
        state_d = SWEEP_DRAIN;
      end
    end else if (state_q == SWEEP_DRAIN) begin
      turn_d = 4'd1;
      timer_d = timer_q + 4'd1;
      if (timer_q == SWEEP_FLUSH) begin
        timer_d = 4'd0;
        state_d = TURNS;
      end
    end else begin
      timer_d = timer_q + 4'd1;
      if (timer_q == TURN_FLUSH) begin
        timer_d = 4'd0;
        turn_d = turn_q << 1;
        if (last_turn) begin
          image_over = 1'b1;
        end
      end
    end
    if (image_over) begin
      state_d = IDLE;
      pass_d = 1'b0;
      column_d = 7'd0;
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      state_q <= 3'd0;
      timer_q <= 4'd0;
      pass_q <= 1'b0;
      column_q <= 7'd0;
      lane_q <= 7'd0;
      row_q <= 10'd0;
      turn_q <= 4'd1;
      last_q <= 1'b0;
      learn_q <= 1'b0;
      more_q <= 1'b0;
      views_q <= 1'b0;
      label_q <= 4'd0;
    end else begin
      state_q <= state_d;
      timer_q <= timer_d;
      pass_q <= pass_d;
      column_q <= column_d;
      lane_q <= lane_d;
      row_q <= row_d;
      turn_q <= turn_d;
      last_q <= last_d;
      learn_q <= learn_d;
      more_q <= more_d;
      views_q <= views_d;
      label_q <= label_d;
    end
  end
endmodule

`default_nettype wire
