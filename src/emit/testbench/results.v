
  /* verilator lint_off WIDTH */
  function in_window(input [31:0] image);
    in_window = tracing && image >= window_from && image <= window_to;
  endfunction

  // A control signal that is x is a mismatch, not a zero.
  task check_known(input [8*20-1:0] field, input value);
    begin
      if (value !== 1'b0 && value !== 1'b1) mismatch(field, num_done, 0, 32'd0, {31'd0, value});
    end
  endtask

  task check_ports;
    begin
      if ((^{ev_ready, res_valid, host_ready, host_rvalid}) === 1'bx) begin
        check_known("ev_ready", ev_ready);
        check_known("res_valid", res_valid);
        check_known("host_ready", host_ready);
        check_known("host_rvalid", host_rvalid);
      end
    end
  endtask

  // Images without a result (views, `more`) are skipped.
  task skip_views;
    begin
      while (num_told != num_sent && want[(num_told % RING) * IMAGE_WORDS][0] === 1'b0) begin
        num_told = num_told + 32'd1;
      end
    end
  endtask

  task check_result;
    integer base;
    begin
      skip_views;
      if (held_result && (res_valid !== 1'b1 || {res_class, res_learn} !== held_payload)) begin
        mismatch("result_unstable", num_told, 0, {27'd0, held_payload},
                 {26'd0, res_valid, res_class, res_learn});
      end
      held_result = res_valid && !res_ready;
      held_payload = {res_class, res_learn};
      if (res_valid && res_ready && !aborted) begin
        progress = 1'b1;
        if (num_told == num_sent) mismatch("result_unexpected", num_told, 0, 32'd0, 32'd1);
        base = (num_told % RING) * IMAGE_WORDS;
        if (in_window(num_told)) begin
          $fdisplay(trace_fd, "%0d result %0d %0d @%0d", num_told, res_class, res_learn, cycle);
          $fdisplay(trace_fd, "%0d cycles %0d %0d @%0d", num_told,
                    cycle - first_cycle[num_told % RING], cycle - last_result_cycle, cycle);
        end
        compare("class", num_told, 0, {28'd0, want[base][7:4]}, {28'd0, res_class});
        compare("learn", num_told, 0, {31'd0, want[base][1]}, {31'd0, res_learn});
        if (stall == 32'd0) begin
          if (want[base][8]) begin
            compare("latency", num_told, 0, want[base + 11], cycle - first_cycle[num_told % RING]);
          end
          if (want[base][9]) begin
            compare("interval", num_told, 0, want[base + 12], cycle - last_result_cycle);
          end
        end
        last_result_cycle = cycle;
        num_told = num_told + 32'd1;
        skip_views;
      end
    end
  endtask
  /* verilator lint_on WIDTH */
