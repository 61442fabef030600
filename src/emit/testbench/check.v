
  // counters are narrower while they wait, membranes are kept less the threshold
  /* verilator lint_off WIDTH */
  // A counter is the sum of a word of memory, once it has been written, of what is on the way to it,
  // and of what waits for it.
  function [31:0] counter(input [3:0] index, input [31:0] waiting);
    counter = (dut.u_counters.known_q[index] ? dut.u_counters.u_counter_memory.mem[index] : 32'd0)
              + (dut.u_counters.moving_q && dut.u_counters.place_q == index ?
                 dut.u_counters.more_q : 32'd0)
              + waiting;
  endfunction

  task check_control;
    begin
      check_ports;
      if ((^{dut.image_done, dut.capture, dut.w1_we, dut.{{second}}_we,
             dut.draw_advance}) === 1'bx) begin
        check_known("image_done", dut.image_done);
        check_known("capture", dut.capture);
        check_known("w1_we", dut.w1_we);
        check_known("{{second}}_we", ^dut.{{second}}_we);
        check_known("draw_advance", dut.draw_advance);
      end
    end
  endtask

  task check_writes;
    begin
      if (dut.w1_we !== 1'b0) begin
        w1_padded[W1_WORD_BITS-1:0] = dut.w1_wdata;
        digest_w1 = mix(digest_w1, {{(32-W1_ADDR_BITS){1'b0}}, dut.w1_waddr});
        mix_w1(digest_w1, digest_w1);
        if (in_window(num_done)) begin
          $fdisplay(trace_fd, "%0d w1 %0d %h", num_done, dut.w1_waddr, dut.w1_wdata);
        end
      end
      check_second_write;
      if (draw_seen && in_window(draw_image)) begin
        $fdisplay(trace_fd, "%0d draw %h", draw_image, dut.u_draw.state_q);
      end
      draw_seen = dut.draw_advance;
      draw_image = num_done;
    end
  endtask

  // One cycle after `capture`: the columns of one pass.
  task check_columns;
    reg [31:0] column;
    begin
      if (capture_seen) begin
        if (!aborted) compare("capture_pass", num_captured, next_pass, next_pass, capture_pass);
        for (lane_idx = 0; lane_idx < LANES; lane_idx = lane_idx + 1) begin
          column = next_pass * LANES + lane_idx;
          if (column < COLUMNS) begin
            check_column(column);
          end
        end
        next_pass = next_pass + 32'd1;
        if (next_pass == PASSES) begin
          next_pass = 32'd0;
          if (!aborted) begin
            column_digest[num_captured % RING] = digest_columns;
            num_captured = num_captured + 32'd1;
          end
          digest_columns = DIGEST_START;
        end
      end
      capture_seen = dut.capture;
      capture_pass = {{(32-PASS_BITS){1'b0}}, dut.u_controller.pass_q};
    end
  endtask

  // `image_done`: everything that the image changed is final.
  task check_done;
    integer base;
    begin
      if (dut.image_done !== 1'b0 && !aborted) begin
        progress = 1'b1;
        if (num_done == num_sent) mismatch("image_done_early", num_done, 0, 32'd0, 32'd1);
        if (num_captured == num_done) mismatch("no_capture", num_done, 0, 32'd1, 32'd0);
        base = (num_done % RING) * IMAGE_WORDS;
        compare("columns", num_done, 0, want[base + 1], column_digest[num_done % RING]);
        compare("lfsr", num_done, 0, want[base + 4], {16'd0, dut.u_draw.state_q});
        compare("draws", num_done, 0, want[base + 5],
                counter(4'd3, dut.u_counters.u_draws.waiting_q));
        compare("{{second}}_writes", num_done, 0, want[base + 3], digest_{{second}});
        compare("w1_writes", num_done, 0, want[base + 2], digest_w1);
        compare("hidden_spikes", num_done, 0, want[base + 6],
                counter(4'd2, dut.u_counters.u_hidden_spikes.waiting_q));
        compare("pulses_ltp", num_done, 0, want[base + 7],
                counter(4'd4, dut.u_counters.u_pulses_ltp.waiting_q));
        compare("pulses_ltd", num_done, 0, want[base + 8],
                counter(4'd5, dut.u_counters.u_pulses_ltd.waiting_q));
        compare("switches", num_done, 0, want[base + 9],
                counter(4'd6, dut.u_counters.u_switches.waiting_q));
        compare("saturations", num_done, 0, want[base + 10],
                counter(4'd7, dut.u_counters.u_saturations.waiting_q));
        num_done = num_done + 32'd1;
      end
    end
  endtask

  task compare_dump;
    reg [31:0] word [0:DUMP_WORDS-1];
    integer k;
    begin
      for (k = 0; k < DUMP_WORDS; k = k + 1) next_expected(word[k]);
      compare("count_images", num_done, 0, word[0],
              counter(4'd0, dut.u_counters.u_images.waiting_q));
      compare("count_events", num_done, 0, word[1],
              counter(4'd1, dut.u_counters.u_events.waiting_q));
      compare("count_hidden_spikes", num_done, 0, word[2],
              counter(4'd2, dut.u_counters.u_hidden_spikes.waiting_q));
      compare("count_draws", num_done, 0, word[3],
              counter(4'd3, dut.u_counters.u_draws.waiting_q));
      compare("count_pulses_ltp", num_done, 0, word[4],
              counter(4'd4, dut.u_counters.u_pulses_ltp.waiting_q));
      compare("count_pulses_ltd", num_done, 0, word[5],
              counter(4'd5, dut.u_counters.u_pulses_ltd.waiting_q));
      compare("count_switches", num_done, 0, word[6],
              counter(4'd6, dut.u_counters.u_switches.waiting_q));
      compare("count_saturations", num_done, 0, word[7],
              counter(4'd7, dut.u_counters.u_saturations.waiting_q));
      compare("count_positive_drive", num_done, 0, word[8],
              counter(4'd8, dut.u_counters.u_positive_drive.waiting_q));
      compare("count_negative_drive", num_done, 0, word[9],
              counter(4'd9, dut.u_counters.u_negative_drive.waiting_q));
      compare("count_mask_switches", num_done, 0, word[10],
              counter(4'd10, dut.u_counters.u_mask_switches.waiting_q));
      compare("error_bits", num_done, 0, word[11], {27'd0, dut.u_registers.errors_q});
      compare("dump_lfsr", num_done, 0, word[12], {16'd0, dut.u_draw.state_q});
      compare_memories(word[13], word[14]);
    end
  endtask

  // Whole memories against the next two words: of the stimulus at the start, else as given.
  task compare_memories(input [31:0] expected_w1, input [31:0] expected_{{second}});
    integer address;
    reg [31:0] digest;
    begin
      digest = DIGEST_START;
      for (address = 0; address < W1_DEPTH; address = address + 1) begin
        w1_padded[W1_WORD_BITS-1:0] = dut.u_w1_memory.mem[address];
        mix_w1(digest, digest);
      end
      compare("w1_memory", num_done, 32'd0, expected_w1, digest);
      digest = DIGEST_START;
      for (address = 0; address < {{SECOND}}_DEPTH; address = address + 1) begin
        {{second}}_padded[{{SECOND}}_WORD_BITS-1:0] = dut.u_{{second}}_memory.mem[address];
        mix_{{second}}(digest, digest);
      end
      compare("{{second}}_memory", num_done, 32'd0, expected_{{second}}, digest);
    end
  endtask

  task load_memories;
    begin
      if ($value$plusargs("w1=%s", name)) $readmemh(name, dut.u_w1_memory.mem);
      if ($value$plusargs("{{second}}=%s", name)) $readmemh(name, dut.u_{{second}}_memory.mem);
    end
  endtask
  /* verilator lint_on WIDTH */
