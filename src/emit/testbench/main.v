
  reg [31:0] start_w1;
  reg [31:0] start_{{second}};
  reg [31:0] pair_stimulus;
  reg [31:0] pair_expected;
  reg [31:0] magic;

  task open_files;
    begin
      if ($value$plusargs("stimulus=%s", name)) stim_fd = $fopen(name, "rb");
      else stim_fd = $fopen(STIMULUS, "rb");
      if ($value$plusargs("expected=%s", name)) want_fd = $fopen(name, "rb");
      else want_fd = $fopen(EXPECTED, "rb");
      if (stim_fd == 0) mismatch("stimulus_missing", 0, 0, 32'd1, 32'd0);
      else if (want_fd == 0) mismatch("expected_missing", 0, 0, 32'd1, 32'd0);
      stall = STALL;
      if (!$value$plusargs("stall=%d", stall)) stall = STALL;
      tracing = 1'b0;
      window_from = 32'd0;
      window_to = 32'hFFFF_FFFF;
      if (!$value$plusargs("from=%d", window_from)) window_from = 32'd0;
      if (!$value$plusargs("to=%d", window_to)) window_to = 32'hFFFF_FFFF;
      wave_first = 32'd0;
      if (!$value$plusargs("first=%d", wave_first)) wave_first = 32'd0;
      if ($value$plusargs("trace=%s", name)) begin
        trace_fd = $fopen(name, "w");
        tracing = trace_fd != 0;
        if (!tracing) mismatch("trace_file", 0, 0, 32'd1, 32'd0);
      end
      dumping = 1'b0;
      dump_on = 1'b0;
      if ($value$plusargs("vcd=%s", vcd_name)) dumping = 1'b1;
      load_memories;
    end
  endtask

  // The files belong together and to this core, and the memories hold what the model started from.
  task check_start;
    begin
      expect_stimulus("stimulus_magic", STIMULUS_MAGIC);
      expect_stimulus("rows", ROWS);
      expect_stimulus("num_columns", COLUMNS);
      expect_stimulus("lanes", LANES);
      next_stimulus(pair_stimulus);
      next_stimulus(start_w1);
      next_stimulus(start_{{second}});
      next_expected(magic);
      compare("expected_magic", 0, 0, EXPECTED_MAGIC, magic);
      next_expected(pair_expected);
      compare("file_pair", 0, 0, pair_stimulus, pair_expected);
      compare_memories(start_w1, start_{{second}});
    end
  endtask

  initial begin
    clk = 1'b0;
    rst_n = 1'b0;
    ev_valid = 1'b0;
    ev_kind = 2'd0;
    ev_data = {EVENT_BITS{1'b0}};
    res_ready = 1'b0;
    host_valid = 1'b0;
    host_write = 1'b0;
    host_addr = 32'd0;
    host_wdata = 32'd0;
    running = 1'b0;
    finished = 1'b0;
    cycle = 32'd0;
    idle_cycles = 32'd0;
    progress = 1'b0;
    stim_pos = 0;
    stim_len = 0;
    want_pos = 0;
    want_len = 0;
    w1_padded = {W1_CHUNKS{32'd0}};
    {{second}}_padded = {{{SECOND}}_CHUNKS{32'd0}};
    stim_digest = DIGEST_START;
    want_digest = DIGEST_START;
    num_sent = 32'd0;
    num_captured = 32'd0;
    num_done = 32'd0;
    num_told = 32'd0;
    image_open = 1'b0;
    aborted = 1'b0;
    open_cycle = 32'd0;
    last_result_cycle = 32'd0;
    digest_columns = DIGEST_START;
    digest_w1 = DIGEST_START;
    digest_{{second}} = DIGEST_START;
    next_pass = 32'd0;
    capture_seen = 1'b0;
    capture_pass = 32'd0;
    draw_seen = 1'b0;
    draw_image = 32'd0;
    held_result = 1'b0;
    held_payload = 5'd0;
    phase = PHASE_FETCH;
    op = 32'd0;
    event_pending = 1'b0;
    event_on = 1'b0;
    pending_kind = 2'd0;
    pending_data = {EVENT_BITS{1'b0}};
    host_pending = 1'b0;
    host_on = 1'b0;
    host_waiting = 1'b0;
    host_is_read = 1'b0;
    pending_addr = 32'd0;
    pending_word = 32'd0;
    wait_cycles = 32'd0;
    again = 1'b0;
    rates = 12'd0;
    #1;
    open_files;
    noise = stall ^ 32'h2545_F491;
    if (noise == 32'd0) noise = 32'd1;
    if (!finished) check_start;
    #3;
    if (!finished) running = 1'b1;
  end

  // 10 ns; reset lasts eight edges.
  always #5 clk = !clk;

  always @(posedge clk) begin
    cycle = cycle + 32'd1;
    progress = 1'b0;
    if (running && cycle == 32'd8) begin
      rst_n <= 1'b1;
    end else if (running && cycle > 32'd8) begin
      if (rst_n) begin
        check_control;
        check_columns;
        check_writes;
        check_done;
        check_result;
        end_dump;
        accept_event;
        accept_host;
      end
      next_noise;
      again = running;
      while (again) next_record;
      if (rst_n && phase != PHASE_RESET_LOW && running) present;
      idle_cycles = progress ? 32'd0 : idle_cycles + 32'd1;
      if (idle_cycles > WATCHDOG) mismatch("watchdog", num_done, {28'd0, phase}, 32'd0, cycle);
    end
  end
endmodule

`default_nettype wire
