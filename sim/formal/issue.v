`default_nettype none

// Issue: a slot travels for four cycles, three in scheme "prototype", and no word is read while it
// is written.
//
// Proved: the address read is row x passes + pass of the slot of the cycle before; each command
// arrives in the lanes two cycles later, when its word stands in a register (one cycle later in
// scheme "prototype", which holds no word), and a teaching slot or a host's write comes to the write
// port in the cycle after that with the same address; the write is never of a word that a slot
// reads.
// Assumed: front, controller and host exclude each other and draining states part them: no slot of
// another kind, and no teaching slot of the same word, follows within four cycles.
`ifdef PROTOTYPE
  `define SIZES HELD = 1'b0, PASSES = 5, ROW = 3, PASS = 2, LAST_ROW = 8
`else
  `define SIZES HELD = 1'b1, PASSES = 2, ROW = 4, PASS = 0, LAST_ROW = 20
`endif
module formal_issue #(
  parameter `SIZES
) (
  input wire clk_i,
  input wire rst_ni,
  input wire acc_i,
  input wire settle_i,
  input wire step_i,
  input wire launch_i,
  input wire [ROW:0] row_i,
  input wire [PASS:0] pass_i,
  input wire teach_i,
  input wire [ROW:0] teach_row_i,
  input wire [PASS:0] teach_pass_i,
  input wire host_i,
  input wire host_write_i,
  input wire [ROW:0] host_row_i,
  input wire [PASS:0] host_pass_i
);
  wire [5:0] read_address;
  wire [5:0] write_address;
  wire write_s4;
  wire acc;
  wire settle_s3;
  wire step_s3;
  wire teach_s3;
  wire host;
  wire capture;

  issue u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .acc_i(acc_i),
    .acc_first_i(1'b0),
    .settle_i(settle_i),
    .step_i(step_i),
    .step_first_i(1'b0),
    .launch_i(launch_i),
    .row_i(row_i),
    .pass_i(pass_i),
    .teach_i(teach_i),
    .teach_first_i(1'b0),
    .teach_row_i(teach_row_i),
    .teach_pass_i(teach_pass_i),
    .host_i(host_i),
    .host_write_i(host_write_i),
    .host_row_i(host_row_i),
    .host_pass_i(host_pass_i),
    .read_address_o(read_address),
    .acc_o(acc),
    .settle_s3_o(settle_s3),
    .step_s3_o(step_s3),
    .teach_s3_o(teach_s3),
    .host_o(host),
    .write_s4_o(write_s4),
    .address_o(write_address),
    .capture_o(capture)
  );

  wire [ROW:0] row = host_i ? host_row_i : teach_i ? teach_row_i : row_i;
  wire [PASS:0] pass = host_i ? host_pass_i : teach_i ? teach_pass_i : pass_i;
  wire [5:0] address = row * PASSES + pass;

  // Slots of one to four cycles ago: acc, settle, step, launch, teach, host.
  reg [2:0] age = 3'd0;
  reg [5:0] one;
  reg [5:0] two;
  reg [5:0] three;
  reg [5:0] four;
  reg [5:0] address_1;
  reg [5:0] address_2;
  reg [5:0] address_3;
  reg [5:0] address_4;
  reg write_2;
  reg write_3;
  reg write_4;
  wire [5:0] now = {acc_i, settle_i, step_i, launch_i, teach_i, host_i};
  always @(posedge clk_i) begin
    if (age != 3'd7) age <= age + 3'd1;
    {four, three, two, one} <= rst_ni ? {three, two, one, now} : 24'd0;
    {address_4, address_3, address_2, address_1} <= {address_3, address_2, address_1, address};
    {write_4, write_3, write_2} <= {write_3, write_2, host_write_i};
  end
  // those in the lanes, and those behind
  wire [5:0] in_lanes = HELD ? three : two;
  wire [5:0] behind = HELD ? four : three;
  wire host_writes = HELD ? write_3 : write_2;
  wire write = behind[1] || (behind[0] && (HELD ? write_4 : write_3));
  wire teaches = one[1] || two[1] || three[1] || four[1];
  wire hosts = one[0] || two[0] || three[0] || four[0];
  wire fronts = one[5] || two[5] || three[5] || four[5];

  always @* begin
    if (age == 3'd0) assume (!rst_ni);
    assume (row <= LAST_ROW);
    assume ((acc_i || settle_i || step_i) + teach_i + host_i <= 1);
    if (host_i) assume (!fronts && !hosts && !teaches);
    if (teach_i) assume (!fronts && !hosts);
    if (acc_i) assume (!teaches && !hosts);
    if (teach_i) begin
      assume (!one[1] || address != address_1);
      assume (!two[1] || address != address_2);
      assume (!three[1] || address != address_3);
      assume (!four[1] || address != address_4);
    end
    if (age > 3'd0) begin
      assert ({settle_s3, step_s3, teach_s3} == {three[4:3], three[1]});
      assert (acc == in_lanes[5] && host == (in_lanes[0] && host_writes));
      assert (capture == behind[2]);
      assert (write_s4 == (four[1] || (four[0] && write_4)));
    end
    if (age > 3'd4) begin
      assert (read_address == address_1);
      assert (write_address == (HELD ? address_4 : address_3));
      if (write && (one[5] || one[1] || one[0])) assert (read_address != write_address);
    end
  end
endmodule

`default_nettype wire
