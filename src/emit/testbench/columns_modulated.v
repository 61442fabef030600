
  /* verilator lint_off WIDTH */
  localparam integer MEMBRANE_BITS = {{membrane_bits}};
  localparam integer COUNT_BITS = {{count_bits}};

  // The lanes' results, held from the cycle of `capture` to the next clock edge but one.
  reg [MEMBRANE_BITS-1:0] lane_membrane [0:LANES-1];
  reg [COUNT_BITS-1:0] lane_count [0:LANES-1];
{{drive_probe}}  genvar lane;
  generate
    for (lane = 0; lane < LANES; lane = lane + 1) begin : gen_probe
      always @(posedge clk) begin
        if ({{capture}} !== 1'b0) begin
          lane_membrane[lane] <={{membrane}};
          lane_count[lane] <=
            dut.u_array.gen_lane[lane].u_lane{{neuron}}.count_q;
        end
      end
    end
  endgenerate

  // Lane `lane_idx` holds this column.
  task check_column(input [31:0] column);
    reg [31:0] membrane;
    begin
      membrane = {{(32-MEMBRANE_BITS){lane_membrane[lane_idx][MEMBRANE_BITS-1]}},
                  lane_membrane[lane_idx]};
      digest_columns = mix(digest_columns, {column[27:0], lane_count[lane_idx]});
      digest_columns = mix(digest_columns, membrane);
      if (in_window(num_captured) && !aborted) begin
        $fdisplay(trace_fd, "%0d column %0d %0d %0d @%0d", num_captured, column,
                  lane_count[lane_idx], $signed(membrane), cycle);
      end
    end
  endtask

  // One cell of W2 a cycle.
  task check_second_write;
    integer class_idx;
    begin
      if ({{second_we}} !== 10'd0) begin
        for (class_idx = 0; class_idx < 10; class_idx = class_idx + 1) begin
          if ({{second_we}}[class_idx] !== 1'b0) begin
            digest_w2 = mix(digest_w2, {{(28-W2_ADDR_BITS){1'b0}}, {{second_waddr}}, class_idx[3:0]});
            digest_w2 = mix(digest_w2, {24'd0, {{second_wdata}}});
            if (in_window(num_done)) begin
              w2_padded[W2_WORD_BITS-1:0] = {{second_memory}}[{{second_waddr}}];
              $fdisplay(trace_fd, "%0d w2 %0d %0d %0d %0d @%0d", num_done, {{second_waddr}},
                        class_idx, $signed({{second_wdata}}),
                        $signed(w2_padded[8*class_idx +: 8]), cycle);
            end
          end
        end
      end
    end
  endtask
  /* verilator lint_on WIDTH */
