
  // The digest of everything compared: a bijection of `digest` for each word and of `word` for
  // each digest, so that a single wrong word never passes. An x anywhere makes it x.
  function [31:0] mix(input [31:0] digest, input [31:0] word);
    reg [31:0] product;
    begin
      product = (digest ^ word) * 32'h{{digest_prime}};
      mix = product ^ (product >> 15);
    end
  endfunction

  localparam [31:0] DIGEST_START = 32'h{{digest_start}};

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
  reg [32*{{SECOND}}_CHUNKS-1:0] {{second}}_padded;

  task mix_w1(input [31:0] start, output [31:0] digest);
    integer k;
    begin
      digest = start;
      for (k = 0; k < W1_CHUNKS; k = k + 1) digest = mix(digest, w1_padded[32*k +: 32]);
    end
  endtask

  task mix_{{second}}(input [31:0] start, output [31:0] digest);
    integer k;
    begin
      digest = start;
      for (k = 0; k < {{SECOND}}_CHUNKS; k = k + 1) digest = mix(digest, {{second}}_padded[32*k +: 32]);
    end
  endtask
