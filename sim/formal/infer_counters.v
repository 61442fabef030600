`default_nettype none

// Counters of a core that only infers: the host reads the exact number of images, events, spikes.
//
// Proved: the value is the number since reset of what came, modulo 2^32.
// Assumed: nothing.
module formal_infer_counters (
  input wire clk_i,
  input wire rst_ni,
  input wire image_i,
  input wire event_i,
  input wire spike_i,
  input wire [1:0] select_i
);
  wire [31:0] value_o;

  counters u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire [31:0] \u_dut.images_q ;
  (* hierconn *) wire [31:0] \u_dut.events_q ;
  (* hierconn *) wire [31:0] \u_dut.spikes_q ;

  reg [31:0] images;
  reg [31:0] events;
  reg [31:0] spikes;
  always @(posedge clk_i) begin
    images <= rst_ni ? images + image_i : 32'd0;
    events <= rst_ni ? events + event_i : 32'd0;
    spikes <= rst_ni ? spikes + spike_i : 32'd0;
  end

  always @* begin
    assume (select_i != 2'd3);
    if (started) begin
      assert (\u_dut.images_q == images && \u_dut.events_q == events && \u_dut.spikes_q == spikes);
      assert (value_o == (select_i == 2'd0 ? images : select_i == 2'd1 ? events : spikes));
    end
  end
endmodule

`default_nettype wire
