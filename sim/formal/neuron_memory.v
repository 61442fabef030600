`default_nettype none

// Neuron memory: what the winners' words become, and what the host reads and writes of one.
//
// Proved: a compartment's bias is the one loaded and all that it moved by since, modulo its width;
// a winner's turn writes that bias and its wins into its compartment of the word read, sets the
// recruited bit, and leaves the rest; a recruited neuron's word gets all compartments at once; the
// word goes to the column it was read from; the host replaces and sees one field alone.
// Assumed: one turn at most is named; host and update take turns, a cycle or more apart.
module formal_neuron_memory (
  input wire clk_i,
  input wire rst_ni,
  input wire load_i,
  input wire recruit_i,
  input wire [43:0] places_i,
  input wire [39:0] biases_i,
  input wire [27:0] wins_i,
  input wire [3:0] moved_i,
  input wire [9:0] change_i,
  input wire [3:0] turn_i,
  input wire update_i,
  input wire host_i,
  input wire host_write_i,
  input wire [4:0] host_column_i,
  input wire [3:0] host_field_i,
  input wire [9:0] host_data_i,
  input wire [68:0] word_i
);
  wire [4:0] column_o;
  wire we_o;
  wire [4:0] write_column_o;
  wire [68:0] word_o;
  wire [10:0] host_value_o;

  neuron_update u_dut (.*);

  `include "reset.vh"

  (* hierconn *) wire [9:0] \u_dut.gen_field[0].u_field.bias_q ;
  (* hierconn *) wire [9:0] \u_dut.gen_field[1].u_field.bias_q ;
  (* hierconn *) wire [9:0] \u_dut.gen_field[2].u_field.bias_q ;
  (* hierconn *) wire [9:0] \u_dut.gen_field[3].u_field.bias_q ;

  reg [9:0] bias [0:3];
  integer k;
  // a word as {recruited, 4 x {wins, bias}}
  reg [68:0] next;
  reg [4:0] column;
  wire [10:0] value = host_field_i == 4'd8 ? word_i[68] :
      host_field_i > 4'd8 ? 0 :
      host_field_i[0] ? word_i[17*host_field_i[2:1] + 10 +: 7] :
      word_i[17*host_field_i[2:1] +: 10];
  always @* begin
    next = word_i;
    column = 5'd0;
    for (k = 0; k < 4; k = k + 1) begin
      if (turn_i[k]) column = places_i[11*k + 6 +: 5];
      if (update_i && (turn_i[k] || recruit_i)) begin
        next[17*k +: 17] = {wins_i[7*k +: 7], bias[k]};
      end
    end
    if (update_i) next[68] = 1'b1;
    if (host_i && host_write_i) begin
      if (host_field_i == 4'd8) next[68] = host_data_i[0];
      else if (host_field_i < 4'd8 && host_field_i[0]) begin
        next[17*host_field_i[2:1] + 10 +: 7] = host_data_i[6:0];
      end else if (host_field_i < 4'd8) next[17*host_field_i[2:1] +: 10] = host_data_i;
    end
  end

  reg known = 1'b0;
  reg writes;
  reg of_host;
  reg [68:0] word;
  always @(posedge clk_i) begin
    for (k = 0; k < 4; k = k + 1) begin
      if (load_i) bias[k] <= biases_i[10*k +: 10];
      else if (moved_i[k]) bias[k] <= bias[k] + change_i;
      if (!rst_ni) bias[k] <= 10'd0;
    end
    known <= rst_ni;
    writes <= update_i || (host_i && host_write_i);
    of_host <= host_i;
    word <= next;
  end

  always @* begin
    assume ((turn_i & (turn_i - 4'd1)) == 4'd0);
    assume (!(update_i && host_i));
    if (started) begin
      assert (\u_dut.gen_field[0].u_field.bias_q == bias[0]);
      assert (\u_dut.gen_field[1].u_field.bias_q == bias[1]);
      assert (\u_dut.gen_field[2].u_field.bias_q == bias[2]);
      assert (\u_dut.gen_field[3].u_field.bias_q == bias[3]);
    end
    assert (column_o == column && host_value_o == value);
    if (known) begin
      assert (we_o == writes);
      if (we_o) assert (word_o == word && write_column_o == (of_host ? host_column_i : column));
    end
  end
endmodule

`default_nettype wire
