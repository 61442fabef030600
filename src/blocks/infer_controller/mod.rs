//! **Controller of a core that only infers**: from a pass's counts to a result, spike by spike.
//!
//! - IDLE until the front launches a pass; ARM until the counts stand; SCAN: lane after lane, one cycle a
//!   spike (one cycle, too, for a neuron without spikes); after the last column DRAIN, DECIDE (one bit of
//!   the sums a cycle), RESULT (waits for a free result register). A view ends with DRAIN.
//! - The readout so has nothing to multiply. The next pass issues meanwhile; its first STEP waits for IDLE.
//! - Cycles: `spec::timing`. State after reset: IDLE.

pub mod rtl;
