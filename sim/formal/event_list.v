`default_nettype none

// Event list: a replay gives the rows of an image, each once.
//
// Proved: `new_o` is true for a row that has not come since the last clear; a replay gives every
// row that came, in the order in which they came, the first one a cycle after its start, and ends;
// `busy_o` lasts for eight cycles from reset.
// Assumed: rows are in range, entered only where new, not while busy and not behind a replay's
// start; a replay begun is ended, one at least before the clear.
module formal_event_list (
  input wire clk_i,
  input wire rst_ni,
  input wire clear_i,
  input wire insert_i,
  input wire [2:0] row_i,
  input wire start_i,
  input wire next_i
);
  localparam [2:0] ROWS = 3'd6;
  wire new_o;
  wire valid_o;
  wire [2:0] row_o;
  wire busy_o;

  event_list u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire [2:0] \u_dut.length_q ;
  (* hierconn *) wire [2:0] \u_dut.place_q ;
  (* hierconn *) wire [2:0] \u_dut.u_list_memory.mem[0] ;
  (* hierconn *) wire [2:0] \u_dut.u_list_memory.mem[1] ;
  (* hierconn *) wire [2:0] \u_dut.u_list_memory.mem[2] ;
  (* hierconn *) wire [2:0] \u_dut.u_list_memory.mem[3] ;
  (* hierconn *) wire [2:0] \u_dut.u_list_memory.mem[4] ;
  (* hierconn *) wire [2:0] \u_dut.u_list_memory.mem[5] ;
  (* hierconn *) wire [2:0] \u_dut.u_list_memory.mem[6] ;
  (* hierconn *) wire [2:0] \u_dut.u_list_memory.mem[7] ;
  (* hierconn *) wire \u_dut.u_seen_memory.mem[0] ;
  (* hierconn *) wire \u_dut.u_seen_memory.mem[1] ;
  (* hierconn *) wire \u_dut.u_seen_memory.mem[2] ;
  (* hierconn *) wire \u_dut.u_seen_memory.mem[3] ;
  (* hierconn *) wire \u_dut.u_seen_memory.mem[4] ;
  (* hierconn *) wire \u_dut.u_seen_memory.mem[5] ;
  (* hierconn *) wire \u_dut.u_seen_memory.mem[6] ;
  (* hierconn *) wire \u_dut.u_seen_memory.mem[7] ;
  reg [2:0] list [0:7];
  wire [7:0] seen = {
      \u_dut.u_seen_memory.mem[7] , \u_dut.u_seen_memory.mem[6] , \u_dut.u_seen_memory.mem[5] ,
      \u_dut.u_seen_memory.mem[4] , \u_dut.u_seen_memory.mem[3] , \u_dut.u_seen_memory.mem[2] ,
      \u_dut.u_seen_memory.mem[1] , \u_dut.u_seen_memory.mem[0] };

  // Rows entered, how many, and when each; the replay's place, and whether one has ended.
  reg [5:0] entered = 6'd0;
  reg [2:0] number = 3'd0;
  reg [2:0] order [0:5];
  reg replays = 1'b0;
  reg complete = 1'b0;
  reg [2:0] place = 3'd0;
  reg [3:0] cleaned = 4'd0;
  wire done = complete || (replays && place == number);
  always @(posedge clk_i) begin
    cleaned <= cleaned == 4'd8 ? cleaned : cleaned + 4'd1;
    if (insert_i) begin
      entered <= entered | 6'd1 << row_i;
      order[row_i] <= number;
      number <= number + 3'd1;
    end
    if (start_i) {replays, place, complete} <= {4'b1000, done};
    else if (next_i) place <= place + 3'd1;
    if (clear_i) {entered, number, replays, complete} <= 11'd0;
    if (!rst_ni) {entered, number, replays, complete, place, cleaned} <= 18'd0;
  end

  integer j;
  always @* begin
    list[0] = \u_dut.u_list_memory.mem[0] ;
    list[1] = \u_dut.u_list_memory.mem[1] ;
    list[2] = \u_dut.u_list_memory.mem[2] ;
    list[3] = \u_dut.u_list_memory.mem[3] ;
    list[4] = \u_dut.u_list_memory.mem[4] ;
    list[5] = \u_dut.u_list_memory.mem[5] ;
    list[6] = \u_dut.u_list_memory.mem[6] ;
    list[7] = \u_dut.u_list_memory.mem[7] ;
    assume (row_i < ROWS);
    if (busy_o) assume (!insert_i && !start_i && !next_i && !clear_i);
    if (insert_i) assume (new_o && !replays && !start_i && !next_i && !clear_i);
    if (start_i) assume (!replays || done || place == 3'd0);
    if (next_i) assume (replays && valid_o && !start_i);
    if (clear_i) assume (done && !start_i && !next_i);
    if (started) begin
      assert (busy_o == (cleaned != 4'd8));
      if (busy_o) begin
        assert (\u_dut.place_q == cleaned && \u_dut.length_q == 0 && entered == 0 && !replays);
        for (j = 0; j < 6; j = j + 1) if (j < cleaned) assert (!seen[j]);
      end else begin
        assert (\u_dut.length_q == number && number <= ROWS);
        assert (number == entered[0] + entered[1] + entered[2] + entered[3] + entered[4] +
            entered[5]);
        for (j = 0; j < 6; j = j + 1) begin
          assert (seen[j] == (entered[j] && !complete && !(replays && place > order[j])));
          if (entered[j]) assert (order[j] < number && list[order[j]] == j);
          if (j < number) assert (list[j] < ROWS && entered[list[j]] && order[list[j]] == j);
        end
        if (!replays) assert (new_o == !entered[row_i] && !complete);
        if (replays) begin
          assert (place <= number && \u_dut.place_q == place);
          assert (valid_o == (place != number));
          if (valid_o) assert (entered[row_o] && order[row_o] == place && row_o == list[place]);
        end
      end
    end
  end
endmodule

`default_nettype wire
