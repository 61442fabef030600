`timescale 1ns / 1ps
`default_nettype none

// One process computes in order with blocking assignments and drives with non-blocking ones.
/* verilator lint_off BLKSEQ */

module tb;
  // Files. A plusarg (+stimulus= +expected= +w1= +{{second}}= +stall=) beats the parameter, so that one
  // build serves many runs.
  parameter STIMULUS = "stimulus.bin";
  parameter EXPECTED = "expected.bin";
  parameter W1_INIT = "w1.hex";
  parameter {{SECOND}}_INIT = "{{second}}.hex";
  // Seed of the pseudo-random stalls on all ports; 0: none, and then cycles are compared too.
  parameter [31:0] STALL = 32'd0;

  localparam integer ROWS = {{rows}};
  localparam integer COLUMNS = {{columns}};
  localparam integer LANES = {{lanes}};
  localparam integer PASSES = {{passes}};
  localparam integer PASS_BITS = {{pass_bits}};
  localparam integer EVENT_BITS = {{event_bits}};
  localparam integer W1_ADDR_BITS = {{w1_addr_bits}};
  localparam integer {{SECOND}}_ADDR_BITS = {{second_addr_bits}};
  localparam integer W1_DEPTH = {{w1_depth}};
  localparam integer W1_WORD_BITS = {{w1_word_bits}};
  localparam integer {{SECOND}}_DEPTH = {{second_depth}};
  localparam integer {{SECOND}}_WORD_BITS = {{second_word_bits}};
  localparam integer W1_CHUNKS = (W1_WORD_BITS + 31) / 32;
  localparam integer {{SECOND}}_CHUNKS = ({{SECOND}}_WORD_BITS + 31) / 32;
  // Cycles without any progress after which the run fails.
  localparam integer WATCHDOG = 4 * (W1_DEPTH + 32 * PASSES + COLUMNS + ROWS) + 10000;
  // Words read from a file at once.
  localparam integer CHUNK = 4096;
  // Images between the acceptance of LAST and the later of completion and result.
  localparam integer RING = 64;
  // Cycles of silence that follow the last result before memories are compared.
  localparam integer SETTLE_CYCLES = 16;

  // Formats: see verify/stimulus.rs.
  localparam [31:0] STIMULUS_MAGIC = 32'h{{stimulus_magic}};
  localparam [31:0] EXPECTED_MAGIC = 32'h{{expected_magic}};
  localparam integer IMAGE_WORDS = {{image_words}};
  localparam integer DUMP_WORDS = {{dump_words}};
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

  spin_core{{init}} dut (
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
  reg [31:0] digest_{{second}};
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
  wire [31:0] wave_compartments = {{compartments}};
  /* verilator lint_on UNUSED */
