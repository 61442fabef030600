`default_nettype none

// Host port: every access is answered exactly once, seven cycles after it was taken.
//
// Proved: none is taken while another is under way; each is answered, and nothing else; what is
// written, issued or told as an error belongs to it, in its second cycle alone, and of these three
// no two; a read writes nothing; an answer stands with the data of the place that was read.
// Assumed: nothing.
module formal_host_port (
  input wire clk_i,
  input wire rst_ni,
  input wire host_valid_i,
  input wire host_write_i,
  input wire [31:0] host_addr_i,
  input wire [31:0] host_wdata_i,
  input wire quiet_i,
  input wire [31:0] register_i,
  input wire [7:0] rule_i,
  input wire [31:0] counter_i,
  input wire [6:0] w1_i,
  input wire [7:0] w2_i,
  input wire mask_i,
  input wire [15:0] table_i
);
  localparam [2:0] CYCLES = 3'd7;

  wire host_ready;
  wire host_rvalid;
  wire [31:0] host_rdata;
  wire active;
  wire w1_issue;
  wire w2_issue;
  wire w1_write;
  wire w2_write;
  wire register_write;
  wire rule_write;
  wire mask_write;
  wire table_we;
  wire error;
  wire [31:0] data;

  host_port u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .host_valid_i(host_valid_i),
    .host_ready_o(host_ready),
    .host_write_i(host_write_i),
    .host_addr_i(host_addr_i),
    .host_wdata_i(host_wdata_i),
    .host_rvalid_o(host_rvalid),
    .host_rdata_o(host_rdata),
    .quiet_i(quiet_i),
    .active_o(active),
    .register_i(register_i),
    .rule_i(rule_i),
    .counter_i(counter_i),
    .w1_i(w1_i),
    .w2_i(w2_i),
    .mask_i(mask_i),
    .table_i(table_i),
    .w1_issue_o(w1_issue),
    .w1_write_o(w1_write),
    .w2_issue_o(w2_issue),
    .w2_write_o(w2_write),
    .data_o(data),
    .register_write_o(register_write),
    .mask_write_o(mask_write),
    .rule_write_o(rule_write),
    .error_o(error),
    .table_we_o(table_we)
  );

  // The access under way: cycles since it was taken, 0 where there is none.
  reg started = 1'b0;
  reg [2:0] age = 3'd0;
  reg write;
  reg [31:0] addr;
  reg [31:0] wdata;
  reg [31:0] seen;
  wire taken = host_valid_i && host_ready;
  always @(posedge clk_i) begin
    started <= 1'b1;
    if (!rst_ni) age <= 3'd0;
    else if (taken) age <= 3'd1;
    else if (age == CYCLES) age <= 3'd0;
    else if (age != 3'd0) age <= age + 3'd1;
    if (taken) begin
      write <= host_write_i;
      addr <= host_addr_i;
      wdata <= host_wdata_i;
    end
    if (age == 3'd5) seen <= register_i;
  end

  (* hierconn *) wire [2:0] \u_dut.timer_q ;
  (* hierconn *) wire [31:0] \u_dut.addr_q ;
  (* hierconn *) wire [31:0] \u_dut.rdata_q ;
  (* hierconn *) wire \u_dut.write_q ;
  wire any_write = register_write || rule_write || mask_write || table_we;
  wire any_issue = w1_issue || w2_issue;
  wire margin_read = addr == 32'd6 && age == CYCLES;

  always @* begin
    if (!started) assume (!rst_ni);
    if (started) begin
      if (host_ready) assert (age == 3'd0);
      if (age == 3'd0 && quiet_i) assert (host_ready);
      assert (\u_dut.timer_q == age && active == (age != 3'd0));
      assert (host_rvalid == (age == CYCLES));
      if (age != 3'd0) begin
        assert (\u_dut.addr_q == addr && \u_dut.write_q == write);
        assert (data == wdata && w1_write == write && w2_write == write);
      end
      if (any_write || any_issue || error) assert (age == 3'd2);
      if (any_write) assert (write && !any_issue && !error);
      if (any_issue) assert (!error && !(w1_issue && w2_issue));
      // one that has no place in the map
      if (age == 3'd2 && addr[31:28] == 4'd9) assert (error);
      if (margin_read) assert (\u_dut.rdata_q == seen);
      if (margin_read && host_rvalid) assert (host_rdata == seen);
    end
  end
endmodule

`default_nettype wire
