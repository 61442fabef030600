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

module controller (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire launch_i,
  input  wire launch_last_i,
  input  wire learn_i,
  input  wire more_i,
  input  wire [3:0] label_i,
  input  wire capture_i,
  input  wire scan_empty_i,
  input  wire within_margin_i,
  input  wire result_free_i,
  input  wire typed_i,
  input  wire last_row_i,
  output wire idle_o,
  output wire [3:0] label_o,
  output wire [2:0] pass_o,
  output wire [6:0] base_o,
  output wire take_o,
  output wire walk_first_o,
  output wire walk_o,
  output wire fill_o,
  output wire fill_first_o,
  output wire first_pass_o,
  output wire decide_o,
  output wire [3:0] class_o,
  output wire result_o,
  output wire result_learn_o,
  output wire teach_o,
  output wire done_o
);
  localparam [3:0] IDLE = 4'd0;
  localparam [3:0] ARM = 4'd1;
  localparam [3:0] SCAN = 4'd2;
  localparam [3:0] SCAN_DRAIN = 4'd3;
  localparam [3:0] DECIDE = 4'd4;
  localparam [3:0] RESULT = 4'd5;
  localparam [3:0] RECALL = 4'd6;
  localparam [3:0] RECALL_LOAD = 4'd7;
  localparam [3:0] WALK = 4'd8;
  localparam [3:0] OUT_DRAIN = 4'd9;
  localparam [3:0] FILL = 4'ha;
  localparam [3:0] FILL_DRAIN = 4'hb;
  localparam [3:0] HIDDEN = 4'hc;
  localparam [3:0] REWIND = 4'hd;
  localparam [3:0] HIDDEN_DRAIN = 4'he;
  localparam [3:0] SCAN_FLUSH = 4'd3;
  localparam [3:0] OUT_FLUSH = 4'd4;
  localparam [3:0] FILL_FLUSH = 4'd4;
  localparam [1:0] WALK_LAST = 2'd3;
  localparam [1:0] FILL_LAST = 2'd0;
  localparam [3:0] HIDDEN_FLUSH = 4'd6;
  localparam [3:0] CLASS_LAST = 4'd9;
  localparam [3:0] DECIDE_LAST = 4'ha;
  localparam [2:0] PASS_LAST = 3'd4;
  localparam [4:0] LANE_LAST = 5'h13;
  localparam [6:0] COLUMN_LAST = 7'h63;
  localparam [6:0] NUM_LANES = 7'h14;
  wire last_pass;
  reg  image_over;
  wire [6:0] next_base;
  wire single_pass;
  wire walking;
  wire filling;
  reg  [1:0] turn_last;
  wire last_turn;
  wire last_lane;
  reg  [3:0] state_d;
  reg  [3:0] state_q;
  reg  [3:0] timer_d;
  reg  [3:0] timer_q;
  reg  [2:0] pass_d;
  reg  [2:0] pass_q;
  reg  [6:0] base_d;
  reg  [6:0] base_q;
  reg  [6:0] column_d;
  reg  [6:0] column_q;
  reg  [4:0] lane_d;
  reg  [4:0] lane_q;
  reg  [1:0] turn_d;
  reg  [1:0] turn_q;
  reg  last_d;
  reg  last_q;
  reg  learn_d;
  reg  learn_q;
  reg  more_d;
  reg  more_q;
  reg  [3:0] label_d;
  reg  [3:0] label_q;
  reg  typed_d;
  reg  typed_q;
  reg  flushed_d;
  reg  flushed_q;
  reg  fills_q;
  reg  fill_first_q;
  reg  done_q;

  assign last_pass = pass_q == PASS_LAST;
  assign single_pass = PASS_LAST == 3'd0;
  assign next_base = base_q + NUM_LANES;
  assign idle_o = state_q == IDLE;
  assign label_o = label_q;
  assign pass_o = pass_q;
  assign base_o = base_q;
  assign class_o = timer_q;
  assign take_o = state_q == SCAN;
  assign decide_o = (state_q == DECIDE) && (timer_q <= CLASS_LAST);
  assign result_o = (state_q == RESULT) && result_free_i;
  assign result_learn_o = learn_q && within_margin_i;
  assign filling = state_q == FILL;
  assign walking = (state_q == WALK) || filling;
  assign last_turn = turn_q == turn_last;
  assign last_lane = (lane_q == LANE_LAST) || (column_q == COLUMN_LAST);
  assign walk_first_o = walking && (lane_q == 5'd0) && (turn_q == 2'd0);
  assign walk_o = walking && (turn_q == 2'd0);
  assign fill_o = fills_q;
  assign fill_first_o = fill_first_q;
  assign first_pass_o = pass_q == 3'd0;
  assign teach_o = state_q == HIDDEN;
  assign done_o = done_q;

  always @* begin
    state_d = state_q;
    timer_d = timer_q;
    pass_d = pass_q;
    base_d = base_q;
    column_d = column_q;
    lane_d = lane_q;
    last_d = last_q;
    turn_d = turn_q;
    learn_d = learn_q;
    more_d = more_q;
    label_d = label_q;
    typed_d = typed_q;
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
      if (capture_i) begin
        state_d = SCAN;
      end
    end else if (state_q == SCAN) begin
      timer_d = 4'd0;
      if (scan_empty_i) begin
        if (last_q) begin
          state_d = SCAN_DRAIN;
        end else begin
          state_d = IDLE;
          pass_d = pass_q + 3'd1;
          base_d = next_base;
        end
      end
    end else if (state_q == SCAN_DRAIN) begin
      timer_d = timer_q + 4'd1;
      if (flushed_q) begin
        timer_d = 4'd0;
        state_d = DECIDE;
        if (more_q) begin
          image_over = 1'b1;
        end
      end
    end else if (state_q == DECIDE) begin
      timer_d = timer_q + 4'd1;
      if (flushed_q) begin
        state_d = RESULT;
      end
    end else if (state_q == RESULT) begin
      typed_d = 1'b0;
      column_d = 7'd0;
      lane_d = 5'd0;
      if (result_free_i) begin
        if (learn_q && within_margin_i) begin
          pass_d = 3'd0;
          base_d = 7'd0;
          state_d = RECALL;
          if (single_pass) begin
            state_d = WALK;
          end
        end else begin
          image_over = 1'b1;
        end
      end
    end else if (state_q == RECALL) begin
      state_d = RECALL_LOAD;
    end else if (state_q == RECALL_LOAD) begin
      state_d = WALK;
    end else if (walking) begin
      timer_d = 4'd0;
      turn_d = turn_q + 2'd1;
      if (last_turn) begin
        turn_d = 2'd0;
        lane_d = lane_q + 5'd1;
        column_d = column_q + 7'd1;
        if (last_lane) begin
          lane_d = 5'd0;
          state_d = OUT_DRAIN;
          if (filling) begin
            state_d = FILL_DRAIN;
          end
        end
      end
    end else if (state_q == OUT_DRAIN) begin
      timer_d = timer_q + 4'd1;
      if (flushed_q) begin
        if (~last_pass) begin
          pass_d = pass_q + 3'd1;
          base_d = next_base;
          state_d = RECALL;
        end else begin
          timer_d = 4'd0;
          pass_d = 3'd0;
          base_d = 7'd0;
          column_d = 7'd0;
          state_d = HIDDEN_DRAIN;
          if (typed_q) begin
            state_d = FILL;
          end
        end
      end
    end else if (state_q == FILL_DRAIN) begin
      timer_d = timer_q + 4'd1;
      if (flushed_q) begin
        state_d = HIDDEN;
      end
    end else if (state_q == HIDDEN) begin
      timer_d = 4'd0;
      if (last_row_i) begin
        state_d = REWIND;
        if (last_pass) begin
          state_d = HIDDEN_DRAIN;
        end
      end
    end else if (state_q == REWIND) begin
      pass_d = pass_q + 3'd1;
      base_d = next_base;
      state_d = FILL;
    end else begin
      timer_d = timer_q + 4'd1;
      if (flushed_q) begin
        image_over = 1'b1;
      end
    end
    if (typed_i) begin
      typed_d = 1'b1;
    end
    if (image_over) begin
      state_d = IDLE;
      pass_d = 3'd0;
      base_d = 7'd0;
    end
  end

  always @* begin
    turn_last = WALK_LAST;
    if (filling) begin
      turn_last = FILL_LAST;
    end
  end

  always @* begin
    flushed_d = 1'b0;
    if (state_q == SCAN_DRAIN) begin
      flushed_d = timer_q == SCAN_FLUSH;
    end else if (state_q == DECIDE) begin
      flushed_d = timer_q == DECIDE_LAST;
    end else if (state_q == OUT_DRAIN) begin
      flushed_d = timer_q == OUT_FLUSH;
    end else if (state_q == FILL_DRAIN) begin
      flushed_d = timer_q == FILL_FLUSH;
    end else if (state_q == HIDDEN_DRAIN) begin
      flushed_d = timer_q == HIDDEN_FLUSH;
    end
  end

  always @(posedge clk_i) begin
    if (!rst_ni) begin
      state_q <= 4'd0;
      timer_q <= 4'd0;
      pass_q <= 3'd0;
      base_q <= 7'd0;
      column_q <= 7'd0;
      lane_q <= 5'd0;
      turn_q <= 2'd0;
      last_q <= 1'b0;
      learn_q <= 1'b0;
      more_q <= 1'b0;
      label_q <= 4'd0;
      typed_q <= 1'b0;
      flushed_q <= 1'b0;
      fills_q <= 1'b0;
      fill_first_q <= 1'b0;
      done_q <= 1'b0;
    end else begin
      state_q <= state_d;
      timer_q <= timer_d;
      pass_q <= pass_d;
      base_q <= base_d;
      column_q <= column_d;
      lane_q <= lane_d;
      turn_q <= turn_d;
      last_q <= last_d;
      learn_q <= learn_d;
      more_q <= more_d;
      label_q <= label_d;
      typed_q <= typed_d;
      flushed_q <= flushed_d;
      fills_q <= filling || (state_q == FILL_DRAIN);
      fill_first_q <= filling && (lane_q == 5'd0) && (turn_q == 2'd0);
      done_q <= image_over;
    end
  end
endmodule

`default_nettype wire
