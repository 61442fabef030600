`default_nettype none

// Pulse count: a row is counted with the pulses of as many columns as were filled in.
//
// Proved: since the last clear, as many as there were columns of each sign (a pass has three),
// those of the causal side for a row that spiked, of the acausal side for a silent one; nothing
// without a row.
// Assumed: at most three columns are filled between two clears.
module formal_pulse_count (
  input wire clk_i,
  input wire rst_ni,
  input wire clear_i,
  input wire [1:0] column_ltp_i,
  input wire [1:0] column_ltd_i,
  input wire row_i,
  input wire active_i
);
  wire [1:0] ltp;
  wire [1:0] ltd;

  pulse_count u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .clear_i(clear_i),
    .column_ltp_i(column_ltp_i),
    .column_ltd_i(column_ltd_i),
    .row_i(row_i),
    .active_i(active_i),
    .lanes_valid_i(1'b0),
    .lanes_ltp_i(3'd0),
    .lanes_ltd_i(3'd0),
    .ltp_o(ltp),
    .ltd_o(ltd)
  );

  (* hierconn *) wire [1:0] \u_dut.causal_ltp_q ;
  (* hierconn *) wire [1:0] \u_dut.causal_ltd_q ;
  (* hierconn *) wire [1:0] \u_dut.acausal_ltp_q ;
  (* hierconn *) wire [1:0] \u_dut.acausal_ltd_q ;

  // wider than the block's, so that a wrap is seen
  reg started = 1'b0;
  reg [2:0] filled = 3'd0;
  reg [2:0] causal_ltp = 3'd0;
  reg [2:0] causal_ltd = 3'd0;
  reg [2:0] acausal_ltp = 3'd0;
  reg [2:0] acausal_ltd = 3'd0;
  wire fills = |{column_ltp_i, column_ltd_i};

  always @(posedge clk_i) begin
    started <= 1'b1;
    filled <= filled + {2'd0, fills};
    causal_ltp <= causal_ltp + {2'd0, column_ltp_i[0]};
    causal_ltd <= causal_ltd + {2'd0, column_ltd_i[0]};
    acausal_ltp <= acausal_ltp + {2'd0, column_ltp_i[1]};
    acausal_ltd <= acausal_ltd + {2'd0, column_ltd_i[1]};
    if (!rst_ni || clear_i) {filled, causal_ltp, causal_ltd, acausal_ltp, acausal_ltd} <= 15'd0;
  end

  always @* begin
    if (!started) assume (!rst_ni);
    if (fills && !clear_i) assume (filled < 3'd3);
    if (started) begin
      assert (filled <= 3'd3 && causal_ltp <= filled && causal_ltd <= filled);
      assert (acausal_ltp <= filled && acausal_ltd <= filled);
      assert ({1'b0, \u_dut.causal_ltp_q } == causal_ltp);
      assert ({1'b0, \u_dut.causal_ltd_q } == causal_ltd);
      assert ({1'b0, \u_dut.acausal_ltp_q } == acausal_ltp);
      assert ({1'b0, \u_dut.acausal_ltd_q } == acausal_ltd);
      assert ({1'b0, ltp} == (!row_i ? 3'd0 : active_i ? causal_ltp : acausal_ltp));
      assert ({1'b0, ltd} == (!row_i ? 3'd0 : active_i ? causal_ltd : acausal_ltd));
    end
  end
endmodule

`default_nettype wire
