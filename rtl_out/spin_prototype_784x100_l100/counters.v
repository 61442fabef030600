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

module counters (
  input  wire clk_i,
  input  wire rst_ni,
  input  wire image_i,
  input  wire event_i,
  input  wire visit_i,
  input  wire [3:0] spikes_i,
  input  wire draw_i,
  input  wire [1:0] readout_ltp_i,
  input  wire [1:0] readout_ltd_i,
  input  wire [1:0] readout_switched_i,
  input  wire [1:0] readout_saturated_i,
  input  wire [6:0] hidden_ltp_i,
  input  wire [6:0] hidden_ltd_i,
  input  wire lanes_valid_i,
  input  wire [99:0] lanes_switched_i,
  input  wire [99:0] lanes_saturated_i,
  input  wire capture_i,
  input  wire [99:0] lanes_positive_i,
  input  wire [99:0] lanes_negative_i,
  input  wire [99:0] lanes_masked_i,
  input  wire host_i,
  input  wire [3:0] select_i,
  output wire [31:0] value_o
);
  localparam [3:0] TURN_LAST = 4'ha;
  reg  [3:0] now;
  wire [15:0] select;
  reg  [15:0] take;
  wire takes;
  reg  [10:0] waiting;
  reg  [31:0] kept;
  wire [32:0] sum;
  wire unused;
  wire [31:0] counter_memory_rdata;
  wire [6:0] switched_count;
  wire [6:0] saturated_count;
  wire [6:0] positive_count;
  wire [6:0] negative_count;
  wire [6:0] masked_count;
  reg  [3:0] turn_d;
  reg  [3:0] turn_q;
  reg  [3:0] shown_q;
  reg  [15:0] known_d;
  reg  [15:0] known_q;
  reg  [31:0] value_q;
  reg  event_q;
  reg  live_q;
  reg  host_q;
  reg  moving_q;
  reg  [3:0] place_q;
  reg  [10:0] more_q;
  reg  [31:0] word_q;
  reg  lanes_counted_q;
  reg  captured_q;
  reg  [4:0] images_more;
  wire [4:0] images_waiting;
  reg  [4:0] events_more;
  wire [4:0] events_waiting;
  reg  [7:0] hidden_spikes_more;
  wire [7:0] hidden_spikes_waiting;
  reg  [4:0] draws_more;
  wire [4:0] draws_waiting;
  wire [10:0] pulses_ltp_waiting;
  wire [10:0] pulses_ltd_waiting;
  wire [10:0] switches_waiting;
  wire [10:0] saturations_waiting;
  wire [10:0] positive_drive_waiting;
  wire [10:0] negative_drive_waiting;
  wire [10:0] mask_switches_waiting;
  reg  [6:0] switched_d;
  reg  [6:0] switched_q;
  reg  [6:0] saturated_d;
  reg  [6:0] saturated_q;
  reg  [6:0] positive_d;
  reg  [6:0] positive_q;
  reg  [6:0] negative_d;
  reg  [6:0] negative_q;
  reg  [6:0] masked_d;
  reg  [6:0] masked_q;

  pass_memory #(.WIDTH(32), .DEPTH(16), .ADDRESS(4)) u_counter_memory (
    .clk_i(clk_i),
    .we_i(moving_q),
    .waddr_i(place_q),
    .wdata_i(sum[32:1]),
    .raddr_i(now),
    .rdata_o(counter_memory_rdata)
  );

  ones u_switched (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .flags_i(lanes_switched_i),
    .count_o(switched_count)
  );

  ones u_saturated (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .flags_i(lanes_saturated_i),
    .count_o(saturated_count)
  );

  ones u_positive (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .flags_i(lanes_positive_i),
    .count_o(positive_count)
  );

  ones u_negative (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .flags_i(lanes_negative_i),
    .count_o(negative_count)
  );

  ones u_masked (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .flags_i(lanes_masked_i),
    .count_o(masked_count)
  );

  tally u_images (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .more_i(images_more),
    .take_i(take[0]),
    .waiting_o(images_waiting)
  );

  tally u_events (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .more_i(events_more),
    .take_i(take[1]),
    .waiting_o(events_waiting)
  );

  tally_2 u_hidden_spikes (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .more_i(hidden_spikes_more),
    .take_i(take[2]),
    .waiting_o(hidden_spikes_waiting)
  );

  tally u_draws (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .more_i(draws_more),
    .take_i(take[3]),
    .waiting_o(draws_waiting)
  );

  tally_3 u_pulses_ltp (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .more_i({4'd0, {5'd0, readout_ltp_i} | hidden_ltp_i}),
    .take_i(take[4]),
    .waiting_o(pulses_ltp_waiting)
  );

  tally_3 u_pulses_ltd (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .more_i({4'd0, {5'd0, readout_ltd_i} | hidden_ltd_i}),
    .take_i(take[5]),
    .waiting_o(pulses_ltd_waiting)
  );

  tally_3 u_switches (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .more_i({4'd0, switched_q}),
    .take_i(take[6]),
    .waiting_o(switches_waiting)
  );

  tally_3 u_saturations (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .more_i({4'd0, saturated_q}),
    .take_i(take[7]),
    .waiting_o(saturations_waiting)
  );

  tally_3 u_positive_drive (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .more_i({4'd0, positive_q}),
    .take_i(take[8]),
    .waiting_o(positive_drive_waiting)
  );

  tally_3 u_negative_drive (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .more_i({4'd0, negative_q}),
    .take_i(take[9]),
    .waiting_o(negative_drive_waiting)
  );

  tally_3 u_mask_switches (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .more_i({4'd0, masked_q}),
    .take_i(take[10]),
    .waiting_o(mask_switches_waiting)
  );

  assign select = 16'd1 << shown_q;
  assign takes = live_q && ~host_q;
  assign sum = ({22'd0, more_q} << 1) - (({1'b0, ~word_q} << 1) | 33'd1);
  assign unused = sum[0] ^ |(take >> 11);
  assign value_o = value_q;

  always @* begin
    known_d = known_q;
    if (moving_q) begin
      known_d = known_q | (16'd1 << place_q);
    end
  end

  always @* begin
    turn_d = turn_q + 4'd1;
    if (turn_q == TURN_LAST) begin
      turn_d = 4'd0;
    end
  end

  always @* begin
    now = turn_q;
    if (host_q) begin
      now = select_i;
    end
  end

  always @* begin
    take = 16'd0;
    if (takes) begin
      take = select;
    end
  end

  always @* begin
    waiting = 11'd0;
    if (select[0]) begin
      waiting = waiting | {6'd0, images_waiting};
    end
    if (select[1]) begin
      waiting = waiting | {6'd0, events_waiting};
    end
    if (select[2]) begin
      waiting = waiting | {3'd0, hidden_spikes_waiting};
    end
    if (select[3]) begin
      waiting = waiting | {6'd0, draws_waiting};
    end
    if (select[4]) begin
      waiting = waiting | pulses_ltp_waiting;
    end
    if (select[5]) begin
      waiting = waiting | pulses_ltd_waiting;
    end
    if (select[6]) begin
      waiting = waiting | switches_waiting;
    end
    if (select[7]) begin
      waiting = waiting | saturations_waiting;
    end
    if (select[8]) begin
      waiting = waiting | positive_drive_waiting;
    end
    if (select[9]) begin
      waiting = waiting | negative_drive_waiting;
    end
    if (select[10]) begin
      waiting = waiting | mask_switches_waiting;
    end
  end

  always @* begin
    kept = 32'd0;
    if (|(known_q & select)) begin
      kept = counter_memory_rdata;
    end
  end

  always @* begin
    images_more = 5'd0;
    if (image_i) begin
      images_more = 5'd1;
    end
  end

  always @* begin
    events_more = 5'd0;
    if (event_q) begin
      events_more = 5'd1;
    end
  end

  always @* begin
    draws_more = 5'd0;
    if (draw_i) begin
      draws_more = 5'd1;
    end
  end

  always @* begin
    hidden_spikes_more = 8'd0;
    if (visit_i) begin
      hidden_spikes_more = {4'd0, spikes_i};
    end
  end

  always @* begin
    switched_d = {5'd0, readout_switched_i};
    saturated_d = {5'd0, readout_saturated_i};
    if (lanes_counted_q) begin
      switched_d = switched_count;
      saturated_d = saturated_count;
    end
  end

  always @* begin
    positive_d = 7'd0;
    negative_d = 7'd0;
    masked_d = 7'd0;
    if (captured_q) begin
      positive_d = positive_count;
      negative_d = negative_count;
      masked_d = masked_count;
    end
  end

  always @(posedge clk_i) begin
    value_q <= sum[32:1];
    more_q <= waiting;
    word_q <= kept;
    if (!rst_ni) begin
      turn_q <= 4'd0;
      shown_q <= 4'd0;
      known_q <= 16'd0;
      event_q <= 1'b0;
      live_q <= 1'b0;
      host_q <= 1'b0;
      moving_q <= 1'b0;
      place_q <= 4'd0;
      lanes_counted_q <= 1'b0;
      captured_q <= 1'b0;
      switched_q <= 7'd0;
      saturated_q <= 7'd0;
      positive_q <= 7'd0;
      negative_q <= 7'd0;
      masked_q <= 7'd0;
    end else begin
      turn_q <= turn_d;
      shown_q <= now;
      known_q <= known_d;
      event_q <= event_i;
      live_q <= ~host_q;
      host_q <= host_i;
      moving_q <= takes;
      place_q <= shown_q;
      lanes_counted_q <= lanes_valid_i;
      captured_q <= capture_i;
      switched_q <= switched_d;
      saturated_q <= saturated_d;
      positive_q <= positive_d;
      negative_q <= negative_d;
      masked_q <= masked_d;
    end
  end
endmodule

`default_nettype wire
