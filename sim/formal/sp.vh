// sp(w) = round(64 ln(1 + e^(w / 4))) of weights -31 to 31, ten bits each
wire [629:0] sp;
genvar n;
generate
  for (n = 0; n < 63; n = n + 1) begin : gen_sp
    assign sp[10*n +: 10] = $rtoi(64.0 * $ln(1.0 + $exp((n - 31) / 4.0)) + 0.5);
  end
endgenerate
