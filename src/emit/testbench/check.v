
  // counters are narrower while they wait, membranes are kept less the threshold
  /* verilator lint_off WIDTH */
{{counter_function}}  task check_control;
    begin
      check_ports;
      if ((^{{{image_done}}, {{capture}}, {{w1_we}}, {{second_we}},
             {{draw_advance}}}) === 1'bx) begin
        check_known("image_done", {{image_done}});
        check_known("capture", {{capture}});
        check_known("w1_we", {{w1_we}});
        check_known("{{second}}_we", ^{{second_we}});
        check_known("draw_advance", {{draw_advance}});
      end
    end
  endtask

  task check_writes;
    begin
      if ({{w1_we}} !== 1'b0) begin
        w1_padded[W1_WORD_BITS-1:0] = {{w1_wdata}};
        digest_w1 = mix(digest_w1, {{(32-W1_ADDR_BITS){1'b0}}, {{w1_waddr}}});
        mix_w1(digest_w1, digest_w1);
        if (in_window(num_done)) begin
          $fdisplay(trace_fd, "%0d w1 %0d %h %h @%0d", num_done, {{w1_waddr}}, {{w1_wdata}},
                    {{w1_memory}}[{{w1_waddr}}], cycle);
        end
      end
      check_second_write;
      if (draw_seen && in_window(draw_image)) begin
        $fdisplay(trace_fd, "%0d draw %h @%0d", draw_image, {{lfsr}}, cycle);
      end
      draw_seen = {{draw_advance}};
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
      capture_seen = {{capture}};
      capture_pass = {{(32-PASS_BITS){1'b0}}, {{pass}}};
    end
  endtask

  // `image_done`: everything that the image changed is final.
  task check_done;
    integer base;
    begin
      if ({{image_done}} !== 1'b0 && !aborted) begin
        progress = 1'b1;
        if (num_done == num_sent) mismatch("image_done_early", num_done, 0, 32'd0, 32'd1);
        if (num_captured == num_done) mismatch("no_capture", num_done, 0, 32'd1, 32'd0);
        base = (num_done % RING) * IMAGE_WORDS;
        compare("columns", num_done, 0, want[base + 1], column_digest[num_done % RING]);
        compare("lfsr", num_done, 0, want[base + 4], {16'd0, {{lfsr}}});
        compare("draws", num_done, 0, want[base + 5],
                {{count_draws}});
        compare("{{second}}_writes", num_done, 0, want[base + 3], digest_{{second}});
        compare("w1_writes", num_done, 0, want[base + 2], digest_w1);
        compare("hidden_spikes", num_done, 0, want[base + 6],
                {{count_hidden_spikes}});
        compare("pulses_ltp", num_done, 0, want[base + 7],
                {{count_pulses_ltp}});
        compare("pulses_ltd", num_done, 0, want[base + 8],
                {{count_pulses_ltd}});
        compare("switches", num_done, 0, want[base + 9],
                {{count_switches}});
        compare("saturations", num_done, 0, want[base + 10],
                {{count_saturations}});
        if (in_window(num_done)) begin
          $fdisplay(trace_fd, "%0d done %0d %0d %0d %0d %0d %0d @%0d", num_done,
                    {{count_draws}},
                    {{count_hidden_spikes}},
                    {{count_pulses_ltp}},
                    {{count_pulses_ltd}},
                    {{count_switches}},
                    {{count_saturations}}, cycle);
        end
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
              {{count_images}});
      compare("count_events", num_done, 0, word[1],
              {{count_events}});
      compare("count_hidden_spikes", num_done, 0, word[2],
              {{count_hidden_spikes}});
      compare("count_draws", num_done, 0, word[3],
              {{count_draws}});
      compare("count_pulses_ltp", num_done, 0, word[4],
              {{count_pulses_ltp}});
      compare("count_pulses_ltd", num_done, 0, word[5],
              {{count_pulses_ltd}});
      compare("count_switches", num_done, 0, word[6],
              {{count_switches}});
      compare("count_saturations", num_done, 0, word[7],
              {{count_saturations}});
      compare("count_positive_drive", num_done, 0, word[8],
              {{count_positive_drive}});
      compare("count_negative_drive", num_done, 0, word[9],
              {{count_negative_drive}});
      compare("count_mask_switches", num_done, 0, word[10],
              {{count_mask_switches}});
      compare("error_bits", num_done, 0, word[11], {27'd0, {{errors}}});
      compare("dump_lfsr", num_done, 0, word[12], {16'd0, {{lfsr}}});
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
        w1_padded[W1_WORD_BITS-1:0] = {{w1_memory}}[address];
        mix_w1(digest, digest);
      end
      compare("w1_memory", num_done, 32'd0, expected_w1, digest);
      digest = DIGEST_START;
      for (address = 0; address < {{SECOND}}_DEPTH; address = address + 1) begin
        {{second}}_padded[{{SECOND}}_WORD_BITS-1:0] = {{second_memory}}[address];
        mix_{{second}}(digest, digest);
      end
      compare("{{second}}_memory", num_done, 32'd0, expected_{{second}}, digest);
    end
  endtask

  task load_memories;
    begin
      if ($value$plusargs("w1=%s", name)) $readmemh(name, {{w1_memory}});
      if ($value$plusargs("{{second}}=%s", name)) $readmemh(name, {{second_memory}});
    end
  endtask
  /* verilator lint_on WIDTH */
