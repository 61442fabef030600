`default_nettype none

// Weight choice: the weight shown is that of the class named in the cycle before.
//
// Proved, for all words and classes.
// Assumed: classes are in range.
module formal_weight_choice (
  input wire clk_i,
  input wire rst_ni,
  input wire [79:0] word_i,
  input wire [3:0] class_i
);
  wire [7:0] weight;

  weight_choice u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .word_i(word_i),
    .class_i(class_i),
    .weight_o(weight)
  );

  reg runs = 1'b0;
  reg [7:0] expected;
  always @(posedge clk_i) begin
    runs <= rst_ni;
    expected <= word_i[class_i*8 +: 8];
  end

  always @* begin
    assume (class_i < 4'd10);
    if (runs) assert (weight == expected);
  end
endmodule

`default_nettype wire
