// The first cycle is one of reset; `started` tells that it is over.
reg started = 1'b0;
always @(posedge clk_i) started <= 1'b1;
always @* if (!started) assume (!rst_ni);
