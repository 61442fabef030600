`default_nettype none

// Result: one decision that waits for its reader.
//
// Proved: a decision given is offered from the next cycle on, once, until it is taken, and does
// not change while it waits; nothing is offered that was not given; `free_o` never lies.
// Assumed: a decision is given only while `free_o` (the controller waits for it).
module formal_result (
  input wire clk_i,
  input wire rst_ni,
  input wire result_i,
  input wire [3:0] class_i,
  input wire learn_i,
  input wire res_ready_i
);
  wire free;
  wire res_valid;
  wire [3:0] res_class;
  wire res_learn;

  result u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .result_i(result_i),
    .class_i(class_i),
    .learn_i(learn_i),
    .free_o(free),
    .res_valid_o(res_valid),
    .res_ready_i(res_ready_i),
    .res_class_o(res_class),
    .res_learn_o(res_learn)
  );

  reg started = 1'b0;
  reg waits = 1'b0;
  reg [4:0] given;
  always @(posedge clk_i) begin
    started <= 1'b1;
    waits <= rst_ni && (result_i || (waits && !res_ready_i));
    if (result_i) given <= {class_i, learn_i};
  end

  always @* begin
    if (!started) assume (!rst_ni);
    if (result_i) assume (free);
    if (started) begin
      assert (res_valid == waits);
      assert (free == (!waits || res_ready_i));
      if (waits) assert ({res_class, res_learn} == given);
    end
  end
endmodule

`default_nettype wire
