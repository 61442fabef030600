`default_nettype none

// A class's sum: count times weight of every column visited, three cycles behind it, and nothing
// else.
//
// Proved: the sum is that of the plain products; it never leaves its width.
// Assumed: counts are at most 8, weights within plus or minus 127; at most 256 columns between
// clears; the readout hands the bits of a count on one cycle after the other.
module formal_class_sum (
  input wire clk_i,
  input wire rst_ni,
  input wire clear_i,
  input wire visit_i,
  input wire [3:0] count_i,
  input wire signed [7:0] weight_i
);
  localparam signed [19:0] MOST = 20'sd1016;

  reg [3:0] count_1;
  reg [3:0] count_2;
  reg [2:0] valid = 3'd0;
  wire signed [16:0] sum;

  class_sum u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .clear_i(clear_i),
    .count_i({count_2[3:2], count_1[1], count_i[0]}),
    .weight_i(weight_i),
    .acc_i(valid[2]),
    .sum_o(sum)
  );

  reg [2:0] age = 3'd0;
  reg signed [11:0] product_1;
  reg signed [11:0] product_2;
  reg signed [11:0] product_3;
  reg signed [19:0] expected = 20'sd0;
  reg [8:0] visits = 9'd0;
  wire signed [4:0] times = {1'b0, count_i};
  wire signed [19:0] bound = MOST * $signed({1'b0, visits});

  always @(posedge clk_i) begin
    if (age != 3'd7) age <= age + 3'd1;
    {count_2, count_1} <= {count_1, count_i};
    valid <= rst_ni ? {valid[1:0], visit_i} : 3'd0;
    product_1 <= times * weight_i;
    {product_3, product_2} <= {product_2, product_1};
    if (clear_i || !rst_ni) begin
      expected <= 20'sd0;
      visits <= 9'd0;
    end else if (valid[2]) begin
      expected <= expected + product_3;
      visits <= visits + 9'd1;
    end
  end

  always @* begin
    if (age < 3'd4) assume (!rst_ni);
    assume (count_i <= 4'd8 && weight_i != -8'sd128);
    assume (visits < 9'd60 || !valid[2]);
    if (age > 3'd0) begin
      assert (product_1 <= MOST && product_1 >= -MOST);
      assert (visits <= 9'd60 && expected <= bound && expected >= -bound);
      assert (sum == expected);
    end
    if (age > 3'd1) assert (product_2 <= MOST && product_2 >= -MOST);
    if (age > 3'd2) assert (product_3 <= MOST && product_3 >= -MOST);
  end
endmodule

`default_nettype wire
