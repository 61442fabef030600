  // A counter is the sum of a word of memory, once it has been written, and of what waits for it.
  function [31:0] counter(input [3:0] index, input [31:0] waiting);
    counter = (dut.u_counters.known_q[index] ? dut.u_counters.u_counter_memory.mem[index] : 32'd0)
              + waiting;
  endfunction

