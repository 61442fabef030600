`default_nettype none

// Host port of a core that only infers: each access is answered once, and does what the map says.
//
// Proved: none is taken while another is under way, each is answered two cycles later; a word of W1
// holds the cells written since the last word, lane 0 the last one, padding lanes 0, and is issued
// with its lane 0 alone; a cell of W2 is written to its column and class alone; registers and the
// three counters are read; whatever else is asked for writes nothing, reads 0 and sets the host's
// error bit; an error bit stays until reset.
// Assumed: a word issued is written in the next cycle, and none else.
module formal_infer_host (
  input wire clk_i,
  input wire rst_ni,
  input wire host_valid_i,
  input wire host_write_i,
  input wire [31:0] host_addr_i,
  input wire [31:0] host_wdata_i,
  input wire quiet_i,
  input wire [31:0] counter_i,
  input wire error_row_i,
  input wire error_step_i,
  input wire error_label_i
);
  localparam [1:0] CYCLES = 2'd2;
  localparam [13:0] LAST_ROW = 14'd6;
  localparam [23:0] COLUMNS = 24'd5;
  wire host_ready_o;
  wire host_rvalid_o;
  wire [31:0] host_rdata_o;
  wire busy_o;
  wire w1_issue_o;
  wire [2:0] w1_row_o;
  wire w1_pass_o;
  wire [20:0] w1_word_o;
  wire [9:0] w2_we_o;
  wire [2:0] w2_column_o;
  wire [7:0] w2_weight_o;
  wire [1:0] counter_o;
  reg w1_written_i = 1'b0;

  host_port u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire [1:0] \u_dut.timer_q ;
  (* hierconn *) wire \u_dut.write_q ;
  (* hierconn *) wire [31:0] \u_dut.addr_q ;
  (* hierconn *) wire [7:0] \u_dut.data_q ;
  (* hierconn *) wire [31:0] \u_dut.rdata_q ;
  (* hierconn *) wire [20:0] \u_dut.word_q ;
  (* hierconn *) wire [4:0] \u_dut.errors_q ;

  // The access under way, 0 where there is none; cells written since the last word, the last first.
  reg [1:0] age = 2'd0;
  reg write;
  reg [31:0] addr;
  reg [7:0] data;
  reg signed [6:0] cells [0:2];
  reg [4:0] errors;
  reg [31:0] value;
  wire taken = host_valid_i && host_ready_o;
  wire first = age == 2'd1;

  wire [3:0] region = addr[31:28];
  wire [13:0] row = addr[27:14];
  wire [11:0] pass = addr[13:2];
  wire [1:0] lane = addr[1:0];
  wire [23:0] column = addr[27:4];
  wire [3:0] class = addr[3:0];
  wire of_array = row <= LAST_ROW && lane < 2'd3 && pass < 12'd2 && 3 * pass + lane < COLUMNS;
  wire w1 = write && region == 4'd1 && of_array && data[6:0] != 7'h40;
  wire w2 = write && region == 4'd2 && column < COLUMNS && class < 4'd10 && data != 8'h80;
  wire counter = region == 4'd7 && addr[27:0] < 28'd3;
  reg [31:0] shown;
  reg known;
  always @* begin
    known = region == 4'd0 || counter;
    shown = 32'd0;
    if (counter) shown = counter_i;
    else if (region == 4'd0) begin
      case (addr[27:0])
        0: shown = 32'h53504c01;
        1: shown = {16'd6, 16'd5};
        2: shown = {16'd3, 16'd2};
        4: shown = 32'd100;
        10: shown = errors;
        default: known = 1'b0;
      endcase
    end
  end

  always @(posedge clk_i) begin
    age <= taken ? 2'd1 : first ? CYCLES : 2'd0;
    if (taken) {write, addr, data} <= {host_write_i, host_addr_i, host_wdata_i[7:0]};
    w1_written_i <= rst_ni && w1_issue_o;
    if (first && w1) {cells[2], cells[1], cells[0]} <= {cells[1], cells[0], data[6:0]};
    if (w1_written_i) {cells[2], cells[1], cells[0]} <= 21'd0;
    if (first) value <= shown;
    // one cause a cycle
    errors <= errors |
        {first && !w1 && !w2 && !known, 1'b0, error_label_i, error_step_i, error_row_i};
    if (!rst_ni) begin
      age <= 2'd0;
      {cells[2], cells[1], cells[0]} <= 21'd0;
      errors <= 5'd0;
    end
  end

  always @* begin
    assume (error_label_i + error_step_i + error_row_i + first <= 1);
    if (started) begin
      assert (age <= CYCLES && \u_dut.timer_q == age && \u_dut.errors_q == errors);
      assert (\u_dut.word_q == {cells[2], cells[1], cells[0]});
      if (host_ready_o) assert (age == 2'd0);
      if (age == 2'd0 && quiet_i) assert (host_ready_o);
      assert (busy_o == (host_valid_i || age != 2'd0));
      assert (host_rvalid_o == (age == CYCLES));
      if (age != 2'd0) begin
        assert (\u_dut.write_q == write && \u_dut.addr_q == addr && \u_dut.data_q == data);
      end
      if (age == CYCLES) assert (\u_dut.rdata_q == value && host_rdata_o == value);
      if (w1_written_i) assert (age == CYCLES);
      assert (w1_issue_o == (first && w1 && lane == 2'd0));
      if (w1_issue_o) assert (w1_row_o == row && w1_pass_o == pass);
      if (w1_written_i) begin
        assert (w1_word_o == {pass == 12'd1 ? 7'd0 : cells[2], cells[1], cells[0]});
      end
      assert (w2_we_o == (first && w2 ? 10'd1 << class : 10'd0));
      if (w2_we_o != 10'd0) assert (w2_column_o == column && w2_weight_o == data);
      if (first && counter) assert (counter_o == addr[1:0]);
    end
  end
endmodule

`default_nettype wire
