
  // Reads the expected record of the image whose LAST was accepted.
  task load_expected;
    integer k;
    integer base;
    begin
      if (num_sent - num_told >= RING || num_sent - num_done >= RING) begin
        mismatch("images_in_flight", num_sent, 0, RING, num_sent - num_told);
      end
      base = (num_sent % RING) * IMAGE_WORDS;
      for (k = 0; k < IMAGE_WORDS; k = k + 1) next_expected(want[base + k]);
      first_cycle[num_sent % RING] = open_cycle;
      num_sent = num_sent + 32'd1;
    end
  endtask

  // The first event of the window is about to be shown.
  task begin_dump;
    begin
      if (dumping && !image_open && num_sent == window_from) begin
        $dumpfile(vcd_name);
        // dumps of the same signals are alike, whatever their names
        vcd_name = {512{8'd0}};
        name = {512{8'd0}};
        $dumpvars(0, tb);
        dumping = 1'b0;
        dump_on = 1'b1;
      end
    end
  endtask

  // The last image of the window is complete.
  task end_dump;
    begin
      if (dump_on && num_done > window_to && num_told > window_to) begin
        dump_on = 1'b0;
        $dumpoff;
      end
    end
  endtask

  task accept_event;
    begin
      if (ev_valid && ev_ready) begin
        progress = 1'b1;
        event_pending = 1'b0;
        event_on = 1'b0;
        phase = PHASE_FETCH;
        if (!image_open) begin
          image_open = 1'b1;
          open_cycle = cycle;
        end
        if (in_window(num_sent)) begin
          $fdisplay(trace_fd, "%0d event %0d %0d @%0d", num_sent, ev_kind, ev_data, cycle);
        end
        if (ev_kind == OP_LAST[1:0]) begin
          image_open = 1'b0;
          if (op[16]) aborted = 1'b1;
          else load_expected;
        end
        ev_valid <= 1'b0;
      end
    end
  endtask

  task accept_host;
    begin
      if (host_valid && host_ready) begin
        host_valid <= 1'b0;
        host_on = 1'b0;
        host_waiting = 1'b1;
      end
      if (host_rvalid) begin
        progress = 1'b1;
        if (!host_waiting) mismatch("host_rvalid", num_done, pending_addr, 32'd0, 32'd1);
        if (host_is_read) begin
          compare("host_read", num_done, pending_addr, pending_word, host_rdata);
        end
        host_waiting = 1'b0;
        host_pending = 1'b0;
      end
    end
  endtask

  // Performs DUMP and END once nothing is in flight.
  task settle;
    begin
      if (num_sent == num_done && num_sent == num_told && !host_pending) begin
        wait_cycles = wait_cycles + 32'd1;
        if (wait_cycles >= SETTLE_CYCLES) begin
          progress = 1'b1;
          phase = PHASE_FETCH;
          if (op[31:28] == OP_DUMP) begin
            compare_dump;
          end else begin
            check_files_end;
            verdict(1'b1);
            again = 1'b0;
          end
        end else begin
          again = 1'b0;
        end
      end else begin
        wait_cycles = 32'd0;
        again = 1'b0;
      end
    end
  endtask

  // Forgets all that reset makes the core forget.
  task enter_reset;
    begin
      rst_n <= 1'b0;
      ev_valid <= 1'b0;
      host_valid <= 1'b0;
      image_open = 1'b0;
      capture_seen = 1'b0;
      draw_seen = 1'b0;
      held_result = 1'b0;
      next_pass = 32'd0;
      digest_columns = DIGEST_START;
      digest_w1 = DIGEST_START;
      digest_{{second}} = DIGEST_START;
      wait_cycles = 32'd0;
      phase = PHASE_RESET_LOW;
    end
  endtask

  task fetch;
    begin
      next_stimulus(op);
      wait_cycles = 32'd0;
      case (op[31:28])
        OP_ROW, OP_STEP, OP_LAST, OP_RESERVED: begin
          event_pending = 1'b1;
          pending_kind = op[29:28];
          pending_data = op[EVENT_BITS-1:0];
          phase = PHASE_EVENT;
        end
        OP_WRITE, OP_READ: phase = PHASE_HOST;
        OP_RESET: phase = PHASE_RESET_WAIT;
        OP_DUMP, OP_END: phase = PHASE_SETTLE;
        default: mismatch("stimulus_record", num_sent, 0, 32'd0, op);
      endcase
    end
  endtask

  task next_record;
    begin
      case (phase)
        PHASE_FETCH: fetch;
        PHASE_HOST: begin
          if (host_pending) begin
            again = 1'b0;
          end else begin
            next_stimulus(pending_addr);
            next_stimulus(pending_word);
            host_pending = 1'b1;
            host_is_read = op[31:28] == OP_READ;
            phase = op[0] ? PHASE_FETCH : PHASE_HOST_DONE;
          end
        end
        PHASE_HOST_DONE: begin
          if (host_pending) again = 1'b0;
          else phase = PHASE_FETCH;
        end
        PHASE_SETTLE: settle;
        PHASE_RESET_WAIT: begin
          again = 1'b0;
          wait_cycles = wait_cycles + 32'd1;
          if (wait_cycles > {4'd0, op[27:0]}) enter_reset;
        end
        PHASE_RESET_LOW: begin
          again = 1'b0;
          wait_cycles = wait_cycles + 32'd1;
          if (wait_cycles == 32'd3) begin
            rst_n <= 1'b1;
            phase = PHASE_RESET_HIGH;
          end
        end
        PHASE_RESET_HIGH: begin
          again = 1'b0;
          aborted = 1'b0;
          phase = PHASE_FETCH;
        end
        default: again = 1'b0;
      endcase
      if (finished) again = 1'b0;
    end
  endtask

  // Valid waits for the stall generator and then for ready; payloads are noise while not valid.
  task present;
    begin
      if (host_pending && !host_on && !host_waiting && !({1'b0, noise[18:16]} < rates[11:8])) begin
        host_on = 1'b1;
        host_valid <= 1'b1;
        host_write <= !host_is_read;
        host_addr <= pending_addr;
        host_wdata <= host_is_read ? noise : pending_word;
      end
      // an image begins behind the access that was posted in the one before
      if (event_pending && !event_on && (image_open || !host_pending || host_on || host_waiting) &&
          !({1'b0, noise[2:0]} < rates[3:0])) begin
        event_on = 1'b1;
        begin_dump;
        ev_valid <= 1'b1;
        ev_kind <= pending_kind;
        ev_data <= pending_data;
      end else if (!event_on) begin
        ev_kind <= noise[31:30];
        ev_data <= noise[EVENT_BITS-1:0];
      end
      res_ready <= !({1'b0, noise[10:8]} < rates[7:4]);
    end
  endtask

  function [3:0] rate(input [2:0] eighths);
    rate = eighths == 3'd7 ? 4'd8 : {1'b0, eighths};
  endfunction

  task next_noise;
    begin
      if (stall != 32'd0) begin
        noise = noise ^ (noise << 13);
        noise = noise ^ (noise >> 17);
        noise = noise ^ (noise << 5);
        // new rates every 256 cycles, in eighths; 8: nothing moves, longer than an image lasts
        if (cycle[7:0] == 8'd0) begin
          rates = {rate(noise[23:21]), rate(noise[26:24]), rate(noise[29:27])};
        end
      end
    end
  endtask
