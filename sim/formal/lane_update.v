`default_nettype none

// The lane's update is its contract, and every weight stays inside its range.
//
// Proved, in the cycle behind a teaching slot: where the row spiked not after the column and the
// random word is below the threshold loaded last, the junctions switch and the weight moves by one
// towards the pulse, or stays at plus or minus 63 and is counted as saturated; else nothing moves.
// A host's cell replaces it whole. With it: |w' - w| <= 1, and no weight but -64 is ever outside.
// Assumed: the weight read is inside its range (what was written before is, by this proof).
module formal_lane_update (
  input wire clk_i,
  input wire rst_ni,
  input wire clear_i,
  input wire load_i,
  input wire [15:0] switching_i,
  input wire pulse_i,
  input wire pulse_ltp_i,
  input wire teach_i,
  input wire active_i,
  input wire row_step_i,
  input wire column_step_i,
  input wire [15:0] rotated_i,
  input wire [15:0] mask_i,
  input wire [15:0] next_mask_i,
  input wire carry_i,
  input wire signed [6:0] weight_i,
  input wire host_select_i,
  input wire [6:0] host_weight_i
);
  localparam signed [6:0] MOST = 7'sd63;

  wire signed [6:0] weight;
  wire switched;
  wire saturated;
  wire ltp;
  wire ltd;

  synapse_cell u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .clear_i(clear_i),
    .load_i(load_i),
    .threshold_i(switching_i),
    .pulse_i(pulse_i),
    .ltp_i(pulse_ltp_i),
    .teach_i(teach_i),
    .active_i(active_i),
    .row_step_i(row_step_i),
    .column_step_i(column_step_i),
    .rotated_i(rotated_i),
    .mask_i(mask_i),
    .next_mask_i(next_mask_i),
    .carry_i(carry_i),
    .weight_i(weight_i),
    .host_select_i(host_select_i),
    .host_weight_i(host_weight_i),
    .weight_o(weight),
    .switched_o(switched),
    .saturated_o(saturated),
    .ltp_o(ltp),
    .ltd_o(ltd)
  );

  (* hierconn *) wire [15:0] \u_dut.thresholds_q ;
  (* hierconn *) wire \u_dut.pulses_q ;
  (* hierconn *) wire \u_dut.directions_q ;

  // The pulse that the column was given.
  reg started = 1'b0;
  reg known = 1'b0;
  reg [15:0] threshold;
  reg pulse;
  reg up;
  always @(posedge clk_i) begin
    started <= 1'b1;
    known <= rst_ni && (known || (load_i && !clear_i));
    if (clear_i) begin
      threshold <= 16'd0;
      pulse <= 1'b0;
    end else if (load_i) begin
      threshold <= switching_i;
      pulse <= pulse_i;
      up <= pulse_ltp_i;
    end
  end

  // What the cycle before asked for.
  wire [15:0] word = rotated_i ^ (carry_i ? next_mask_i : mask_i);
  wire causal = teach_i && active_i && column_step_i >= row_step_i;
  wire switches = causal && word < threshold;
  wire limited = up ? weight_i == MOST : weight_i == -MOST;
  reg running = 1'b0;
  reg was_host;
  reg was_switched;
  reg was_limited;
  reg was_up;
  reg was_pulse;
  reg signed [6:0] before;
  reg signed [6:0] expected;
  always @(posedge clk_i) begin
    running <= rst_ni && known;
    was_host <= host_select_i;
    was_switched <= switches;
    was_limited <= limited;
    was_up <= up;
    was_pulse <= causal && pulse;
    before <= weight_i;
    expected <= !switches || limited ? weight_i : up ? weight_i + 7'sd1 : weight_i - 7'sd1;
  end

  always @* begin
    if (!started) assume (!rst_ni);
    assume (weight_i >= -MOST);
    if (host_select_i) assume (!teach_i);
    if (started && known) begin
      assert (\u_dut.thresholds_q == threshold);
      assert (\u_dut.pulses_q == pulse);
      assert (\u_dut.directions_q == up);
    end
    if (running) begin
      assert (switched == was_switched && saturated == (was_switched && was_limited));
      assert (ltp == (was_pulse && was_up) && ltd == (was_pulse && !was_up));
      if (was_host) assert (weight == host_weight_i);
      else begin
        assert (weight == expected);
        assert (weight >= -MOST && weight <= MOST);
        assert (weight - before <= 1 && before - weight <= 1);
      end
    end
  end
endmodule

`default_nettype wire
