
  // The sums, as drives, before the first step of a pass.
  reg [MEMBRANE_BITS-1:0] lane_drive [0:LANES-1];
  reg step_seen;
  genvar drive_lane;
  generate
    for (drive_lane = 0; drive_lane < LANES; drive_lane = drive_lane + 1) begin : gen_drive_probe
      always @(posedge clk) begin
        if (dut.u_array.step_i && !step_seen) begin
          lane_drive[drive_lane] <=
            $signed(dut.u_array.gen_lane[drive_lane].u_lane.sum_q) >>> {{sum_shift}};
        end
      end
    end
  endgenerate
  always @(posedge clk) step_seen <= dut.u_array.step_i && !dut.u_array.step_last_i;
