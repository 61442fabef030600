  // A counter is the sum of a word of memory, once it has been written, of what is on the way
  // to it, and of what waits for it.
  function [31:0] counter(input [3:0] index, input [31:0] waiting);
    counter = (dut.u_counters.known_q[index] ? dut.u_counters.u_counter_memory.mem[index] : 32'd0)
              + (dut.u_counters.moving_q && dut.u_counters.place_q == index ?
                 dut.u_counters.more_q : 32'd0)
              + waiting;
  endfunction

