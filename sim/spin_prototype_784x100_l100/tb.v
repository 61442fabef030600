// Generated: do not edit.
// spinloom 0.1.0, spec cb0586dde7e5d80f
// spinloom generate --preset mnist-sequence --array 784x100 --lanes 100 --seed 1
//
// scheme           prototype
// rows             784
// columns          100
// lanes            100
// passes           1
// w1_bits          6
// event_bits       10
// word_bits        16
// amplitude_codes  16
// group            10
// compartments     4
// drive_bits       14
// bias_bits        17
// wins_bits        7
// likelihood_bits  19
// soma_bits        21
// learn_score_bits 23
// infer_score_bits 23
// class_sum_bits   28
// sp               0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 1
//                  1 2 2 3 4 5 6 8 10 13 16 20 25 30 37 44
//                  53 62 73 84 96 109 122 136 150 165 180 195 210 226 241 257
//                  273 289 305 320 336 352 368 384 400 416 432 448 464 480 496
// seed             1
// lfsr_start       0x8ca4

`timescale 1ns / 1ps
`default_nettype none

// One process computes in order with blocking assignments and drives with non-blocking ones.
/* verilator lint_off BLKSEQ */

module tb;
  // Files. A plusarg (+stimulus= +expected= +w1= +neuron= +stall=) beats the parameter, so that one
  // build serves many runs.
  parameter STIMULUS = "stimulus.bin";
  parameter EXPECTED = "expected.bin";
  parameter W1_INIT = "w1.hex";
  parameter NEURON_INIT = "neuron.hex";
  // Seed of the pseudo-random stalls on all ports; 0: none, and then cycles are compared too.
  parameter [31:0] STALL = 32'd0;

  localparam integer ROWS = 784;
  localparam integer COLUMNS = 100;
  localparam integer LANES = 100;
  localparam integer PASSES = 1;
  localparam integer PASS_BITS = 1;
  localparam integer EVENT_BITS = 10;
  localparam integer W1_ADDR_BITS = 10;
  localparam integer NEURON_ADDR_BITS = 7;
  localparam integer W1_DEPTH = 784;
  localparam integer W1_WORD_BITS = 600;
  localparam integer NEURON_DEPTH = 100;
  localparam integer NEURON_WORD_BITS = 97;
  localparam integer W1_CHUNKS = (W1_WORD_BITS + 31) / 32;
  localparam integer NEURON_CHUNKS = (NEURON_WORD_BITS + 31) / 32;
  // Cycles without any progress after which the run fails.
  localparam integer WATCHDOG = 4 * (W1_DEPTH + 32 * PASSES + COLUMNS + ROWS) + 10000;
  // Words read from a file at once.
  localparam integer CHUNK = 4096;
  // Images between the acceptance of LAST and the later of completion and result.
  localparam integer RING = 64;
  // Cycles of silence that follow the last result before memories are compared.
  localparam integer SETTLE_CYCLES = 16;

  // Formats: see verify/stimulus.rs.
  localparam [31:0] STIMULUS_MAGIC = 32'h53504C53;
  localparam [31:0] EXPECTED_MAGIC = 32'h53504C45;
  localparam integer IMAGE_WORDS = 13;
  localparam integer DUMP_WORDS = 15;
  localparam [3:0] OP_ROW = 4'd0;
  localparam [3:0] OP_STEP = 4'd1;
  localparam [3:0] OP_LAST = 4'd2;
  localparam [3:0] OP_RESERVED = 4'd3;
  localparam [3:0] OP_WRITE = 4'd4;
  localparam [3:0] OP_READ = 4'd5;
  localparam [3:0] OP_RESET = 4'd6;
  localparam [3:0] OP_DUMP = 4'd7;
  localparam [3:0] OP_END = 4'd15;

  localparam [3:0] PHASE_FETCH = 4'd0;
  localparam [3:0] PHASE_EVENT = 4'd1;
  localparam [3:0] PHASE_HOST = 4'd2;
  localparam [3:0] PHASE_HOST_DONE = 4'd3;
  localparam [3:0] PHASE_SETTLE = 4'd4;
  localparam [3:0] PHASE_RESET_WAIT = 4'd5;
  localparam [3:0] PHASE_RESET_LOW = 4'd6;
  localparam [3:0] PHASE_RESET_HIGH = 4'd7;

  reg clk;
  reg rst_n;
  reg ev_valid;
  wire ev_ready;
  reg [1:0] ev_kind;
  reg [EVENT_BITS-1:0] ev_data;
  wire res_valid;
  reg res_ready;
  wire [3:0] res_class;
  wire res_learn;
  reg host_valid;
  wire host_ready;
  reg host_write;
  reg [31:0] host_addr;
  reg [31:0] host_wdata;
  wire host_rvalid;
  wire [31:0] host_rdata;

  spin_core #(
    .W1_INIT(W1_INIT),
    .NEURON_INIT(NEURON_INIT)
  ) dut (
    .clk_i(clk),
    .rst_ni(rst_n),
    .ev_valid_i(ev_valid),
    .ev_ready_o(ev_ready),
    .ev_kind_i(ev_kind),
    .ev_data_i(ev_data),
    .res_valid_o(res_valid),
    .res_ready_i(res_ready),
    .res_class_o(res_class),
    .res_learn_o(res_learn),
    .host_valid_i(host_valid),
    .host_ready_o(host_ready),
    .host_write_i(host_write),
    .host_addr_i(host_addr),
    .host_wdata_i(host_wdata),
    .host_rvalid_o(host_rvalid),
    .host_rdata_o(host_rdata)
  );

  // Run.
  reg running;
  reg finished;
  reg [31:0] cycle;
  reg [31:0] idle_cycles;
  reg progress;

  // Files.
  integer stim_fd;
  integer want_fd;
  integer stim_pos;
  integer stim_len;
  integer want_pos;
  integer want_len;
  reg [8*512-1:0] name;
  reg [31:0] stim_digest;
  reg [31:0] want_digest;
  reg [31:0] stim_chunk [0:CHUNK-1];
  reg [31:0] want_chunk [0:CHUNK-1];

  // Images: sent (LAST accepted), captured, done (image_done seen), told (result seen or none due).
  reg [31:0] num_sent;
  reg [31:0] num_captured;
  reg [31:0] num_done;
  reg [31:0] num_told;
  reg image_open;
  reg aborted;
  reg [31:0] open_cycle;
  reg [31:0] last_result_cycle;
  reg [31:0] want [0:RING*IMAGE_WORDS-1];
  reg [31:0] first_cycle [0:RING-1];
  reg [31:0] column_digest [0:RING-1];

  // Checks.
  reg [31:0] digest_columns;
  reg [31:0] digest_w1;
  reg [31:0] digest_neuron;
  reg [31:0] next_pass;
  integer lane_idx;
  reg capture_seen;
  reg [31:0] capture_pass;
  reg draw_seen;
  reg [31:0] draw_image;
  reg held_result;
  reg [4:0] held_payload;

  // Driver.
  reg [3:0] phase;
  reg [31:0] op;
  reg again;
  reg event_pending;
  reg event_on;
  reg [1:0] pending_kind;
  reg [EVENT_BITS-1:0] pending_data;
  reg host_pending;
  reg host_on;
  reg host_waiting;
  reg host_is_read;
  reg [31:0] pending_addr;
  reg [31:0] pending_word;
  reg [31:0] wait_cycles;

  // Stalls.
  reg [31:0] stall;
  reg [31:0] noise;
  reg [11:0] rates;

  // Window.
  reg tracing;
  integer trace_fd;
  reg dumping;
  reg dump_on;
  reg [31:0] window_from;
  reg [31:0] window_to;
  reg [8*512-1:0] vcd_name;

  // What a reader of the dump must know: the core, and the number of image 0 in the whole run.
  /* verilator lint_off UNUSED */
  reg [31:0] wave_first;
  wire [31:0] wave_rows = ROWS;
  wire [31:0] wave_columns = COLUMNS;
  wire [31:0] wave_lanes = LANES;
  wire [31:0] wave_compartments = 4;
  /* verilator lint_on UNUSED */

  // The digest of everything compared: a bijection of `digest` for each word and of `word` for
  // each digest, so that a single wrong word never passes. An x anywhere makes it x.
  function [31:0] mix(input [31:0] digest, input [31:0] word);
    reg [31:0] product;
    begin
      product = (digest ^ word) * 32'h9E3779B1;
      mix = product ^ (product >> 15);
    end
  endfunction

  localparam [31:0] DIGEST_START = 32'h811C9DC5;

  task verdict(input pass);
    begin
      if (!finished) begin
        finished = 1'b1;
        running = 1'b0;
        if (pass) $display("PASS");
        else $display("FAIL");
        $finish;
      end
    end
  endtask

  // The one line that `verify` reads; `place` is a pass, an address, or 0.
  task mismatch(
    input [8*20-1:0] field,
    input [31:0] image,
    input [31:0] place,
    input [31:0] expected,
    input [31:0] got
  );
    begin
      if (!finished) begin
        $display("MISMATCH image=%0d field=%0s place=%0d expected=%h got=%h cycle=%0d",
                 image, field, place, expected, got, cycle);
        verdict(1'b0);
      end
    end
  endtask

  task compare(
    input [8*20-1:0] field,
    input [31:0] image,
    input [31:0] place,
    input [31:0] expected,
    input [31:0] got
  );
    begin
      if (got !== expected) mismatch(field, image, place, expected, got);
    end
  endtask

  task next_stimulus(output [31:0] word);
    begin
      word = 32'd0;
      if (stim_pos == stim_len) begin
        stim_len = $fread(stim_chunk, stim_fd) / 4;
        stim_pos = 0;
      end
      if (stim_pos < stim_len) begin
        word = stim_chunk[stim_pos];
        stim_pos = stim_pos + 1;
        stim_digest = mix(stim_digest, word);
      end else begin
        mismatch("stimulus_truncated", num_sent, 0, 32'd0, 32'd0);
        word = {OP_END, 28'd0};
      end
    end
  endtask

  task next_expected(output [31:0] word);
    begin
      word = 32'd0;
      if (want_pos == want_len) begin
        want_len = $fread(want_chunk, want_fd) / 4;
        want_pos = 0;
      end
      if (want_pos < want_len) begin
        word = want_chunk[want_pos];
        want_pos = want_pos + 1;
        want_digest = mix(want_digest, word);
      end else begin
        mismatch("expected_truncated", num_sent, 0, 32'd0, 32'd0);
      end
    end
  endtask

  task expect_stimulus(input [8*20-1:0] field, input [31:0] expected);
    reg [31:0] word;
    begin
      next_stimulus(word);
      compare(field, 32'd0, 32'd0, expected, word);
    end
  endtask

  // Both files are whole and end here.
  task check_files_end;
    reg [31:0] digest;
    begin
      expect_stimulus("num_images", num_sent);
      expect_stimulus("expected_digest", want_digest);
      digest = stim_digest;
      expect_stimulus("stimulus_digest", digest);
      if (stim_pos != stim_len || $fread(stim_chunk, stim_fd) != 0) begin
        mismatch("stimulus_overlong", num_sent, 0, 32'd0, 32'd1);
      end
      if (want_pos != want_len || $fread(want_chunk, want_fd) != 0) begin
        mismatch("expected_overlong", num_sent, 0, 32'd0, 32'd1);
      end
    end
  endtask

  // Words of the memories, zeros above them.
  reg [32*W1_CHUNKS-1:0] w1_padded;
  reg [32*NEURON_CHUNKS-1:0] neuron_padded;

  task mix_w1(input [31:0] start, output [31:0] digest);
    integer k;
    begin
      digest = start;
      for (k = 0; k < W1_CHUNKS; k = k + 1) digest = mix(digest, w1_padded[32*k +: 32]);
    end
  endtask

  task mix_neuron(input [31:0] start, output [31:0] digest);
    integer k;
    begin
      digest = start;
      for (k = 0; k < NEURON_CHUNKS; k = k + 1) digest = mix(digest, neuron_padded[32*k +: 32]);
    end
  endtask

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

  localparam integer PARTS = 4;
  localparam integer DRIVE_BITS = 14;

  // The lanes' accumulators, held from the cycle of `capture` to the next clock edge but one.
  reg [PARTS*DRIVE_BITS-1:0] lane_drives [0:LANES-1];
  genvar lane;
  generate
    for (lane = 0; lane < LANES; lane = lane + 1) begin : gen_probe
      always @(posedge clk) begin
        if (dut.capture !== 1'b0) begin
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
      if (dut.neuron_we !== 1'b0) begin
        neuron_padded[NEURON_WORD_BITS-1:0] = dut.neuron_wdata;
        digest_neuron = mix(digest_neuron, {{(32-NEURON_ADDR_BITS){1'b0}}, dut.neuron_waddr});
        mix_neuron(digest_neuron, digest_neuron);
        if (in_window(num_done)) begin
          $fdisplay(trace_fd, "%0d neuron %0d %h %h @%0d", num_done, dut.neuron_waddr,
                    dut.neuron_wdata, dut.u_neuron_memory.mem[dut.neuron_waddr], cycle);
        end
      end
    end
  endtask

  // counters are narrower while they wait, membranes are kept less the threshold
  /* verilator lint_off WIDTH */
  // A counter is the sum of a word of memory, once it has been written, of what is on the way
  // to it, and of what waits for it.
  function [31:0] counter(input [3:0] index, input [31:0] waiting);
    counter = (dut.u_counters.known_q[index] ? dut.u_counters.u_counter_memory.mem[index] : 32'd0)
              + (dut.u_counters.moving_q && dut.u_counters.place_q == index ?
                 dut.u_counters.more_q : 32'd0)
              + waiting;
  endfunction

  task check_control;
    begin
      check_ports;
      if ((^{dut.image_done, dut.capture, dut.w1_we, dut.neuron_we,
             dut.draw_advance}) === 1'bx) begin
        check_known("image_done", dut.image_done);
        check_known("capture", dut.capture);
        check_known("w1_we", dut.w1_we);
        check_known("neuron_we", ^dut.neuron_we);
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
          $fdisplay(trace_fd, "%0d w1 %0d %h %h @%0d", num_done, dut.w1_waddr, dut.w1_wdata,
                    dut.u_w1_memory.mem[dut.w1_waddr], cycle);
        end
      end
      check_second_write;
      if (draw_seen && in_window(draw_image)) begin
        $fdisplay(trace_fd, "%0d draw %h @%0d", draw_image, dut.u_draw.state_q, cycle);
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
        compare("neuron_writes", num_done, 0, want[base + 3], digest_neuron);
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
        if (in_window(num_done)) begin
          $fdisplay(trace_fd, "%0d done %0d %0d %0d %0d %0d %0d @%0d", num_done,
                    counter(4'd3, dut.u_counters.u_draws.waiting_q),
                    counter(4'd2, dut.u_counters.u_hidden_spikes.waiting_q),
                    counter(4'd4, dut.u_counters.u_pulses_ltp.waiting_q),
                    counter(4'd5, dut.u_counters.u_pulses_ltd.waiting_q),
                    counter(4'd6, dut.u_counters.u_switches.waiting_q),
                    counter(4'd7, dut.u_counters.u_saturations.waiting_q), cycle);
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
  task compare_memories(input [31:0] expected_w1, input [31:0] expected_neuron);
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
      for (address = 0; address < NEURON_DEPTH; address = address + 1) begin
        neuron_padded[NEURON_WORD_BITS-1:0] = dut.u_neuron_memory.mem[address];
        mix_neuron(digest, digest);
      end
      compare("neuron_memory", num_done, 32'd0, expected_neuron, digest);
    end
  endtask

  task load_memories;
    begin
      if ($value$plusargs("w1=%s", name)) $readmemh(name, dut.u_w1_memory.mem);
      if ($value$plusargs("neuron=%s", name)) $readmemh(name, dut.u_neuron_memory.mem);
    end
  endtask
  /* verilator lint_on WIDTH */

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
      digest_neuron = DIGEST_START;
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

  reg [31:0] start_w1;
  reg [31:0] start_neuron;
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
      next_stimulus(start_neuron);
      next_expected(magic);
      compare("expected_magic", 0, 0, EXPECTED_MAGIC, magic);
      next_expected(pair_expected);
      compare("file_pair", 0, 0, pair_stimulus, pair_expected);
      compare_memories(start_w1, start_neuron);
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
    neuron_padded = {NEURON_CHUNKS{32'd0}};
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
    digest_neuron = DIGEST_START;
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
