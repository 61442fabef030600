`default_nettype none

// A compartment's scores are those of the contract, for every drive, bias, wins and soma.
//
// Proved: the membrane starts at minus the bias and integrates 16 times the drive; two cycles later
// the scores are 7 L + T and 5 L + 3 T - 512 wins, of the soma T of the cycle before, with bias and
// wins. All modulo the widths of the ports, which `spec` shows to hold the worst case.
// Assumed: nothing.
module formal_score (
  input wire clk_i,
  input wire rst_ni,
  input wire signed [6:0] drive_i,
  input wire [16:0] field_i,
  input wire signed [13:0] soma_i
);
  wire signed [13:0] likelihood_o;
  wire [15:0] infer_o;
  wire [17:0] learn_o;
  wire [9:0] bias_o;
  wire [6:0] wins_o;

  score u_dut (
    .clk_i(clk_i),
    .rst_ni(rst_ni),
    .drive_i(drive_i),
    .field_i(field_i),
    .soma_i(soma_i),
    .likelihood_o(likelihood_o),
    .infer_o(infer_o),
    .learn_o(learn_o),
    .bias_o(bias_o),
    .wins_o(wins_o)
  );

  // Cycles since the start: what stands in a stage came in behind it.
  reg [2:0] age = 3'd0;
  reg signed [11:0] membrane_e;
  reg signed [13:0] likelihood_f;
  reg signed [15:0] infer_g;
  reg signed [17:0] learn_g;
  wire signed [17:0] own = likelihood_f;
  wire signed [17:0] soma = soma_i;
  reg [16:0] field_e;
  reg [16:0] field_f;
  reg [16:0] field_g;

  always @(posedge clk_i) begin
    if (age != 3'd7) age <= age + 3'd1;
    // starts at minus the bias, and integrates 16 times each weight
    membrane_e <= 16 * drive_i - $signed({1'b0, field_i[9:0]});
    likelihood_f <= likelihood_o;
    // 7 L + T; 5 L + 3 T - 512 wins
    infer_g <= ((own <<< 3) - own) + soma_i;
    learn_g <= (own <<< 2) + own + (soma <<< 1) + soma - {2'd0, field_f[16:10], 9'd0};
    field_e <= field_i;
    field_f <= field_e;
    field_g <= rst_ni ? field_f : {7'd0, field_f[9:0]};
  end

  always @* begin
    if (age > 0) assert (likelihood_o == membrane_e);
    if (age > 3) begin
      assert (infer_o == infer_g);
      assert (learn_o == learn_g);
      assert ({wins_o, bias_o} == field_g);
    end
  end
endmodule

`default_nettype wire
