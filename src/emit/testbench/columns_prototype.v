
  localparam integer PARTS = {{parts}};
  localparam integer DRIVE_BITS = {{drive_bits}};

  // The lanes' accumulators, held from the cycle of `capture` to the next clock edge but one.
  reg [PARTS*DRIVE_BITS-1:0] lane_drives [0:LANES-1];
  genvar lane;
  generate
    for (lane = 0; lane < LANES; lane = lane + 1) begin : gen_probe
      always @(posedge clk) begin
        if ({{capture}} !== 1'b0) begin
          lane_drives[lane] <= dut.u_array.gen_lane[lane].u_lane.drives_q;
        end
      end
    end
  endgenerate

  // Lane `lane_idx` holds this column.
  task check_column(input [31:0] column);
    integer part;
    reg [DRIVE_BITS-1:0] drive;
    reg [31:0] wide;
    begin
      for (part = 0; part < PARTS; part = part + 1) begin
        drive = lane_drives[lane_idx][part*DRIVE_BITS +: DRIVE_BITS];
        wide = {{(32-DRIVE_BITS){drive[DRIVE_BITS-1]}}, drive};
        digest_columns = mix(digest_columns, {column[29:0], part[1:0]});
        digest_columns = mix(digest_columns, wide);
        if (in_window(num_captured) && !aborted) begin
          $fdisplay(trace_fd, "%0d column %0d %0d %0d @%0d", num_captured, column, part,
                    $signed(wide), cycle);
        end
      end
    end
  endtask

  // One word of the neuron memory a cycle.
  task check_second_write;
    begin
      if ({{second_we}} !== 1'b0) begin
        {{second}}_padded[{{SECOND}}_WORD_BITS-1:0] = {{second_wdata}};
        digest_{{second}} = mix(digest_{{second}}, {{(32-{{SECOND}}_ADDR_BITS){1'b0}}, {{second_waddr}}});
        mix_{{second}}(digest_{{second}}, digest_{{second}});
        if (in_window(num_done)) begin
          $fdisplay(trace_fd, "%0d {{second}} %0d %h %h @%0d", num_done, {{second_waddr}},
                    {{second_wdata}}, {{second_memory}}[{{second_waddr}}], cycle);
        end
      end
    end
  endtask
