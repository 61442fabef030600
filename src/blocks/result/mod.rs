//! **Result**: one decision that waits for its reader.
//!
//! - In: the class and whether the image is being taught, with `result_i`; only while `free_o`.
//! - Out: `res_valid_o` until `res_ready_i`; the payload is stable meanwhile.
//! - State: valid 0 after reset. Throughput: one result a cycle.

pub mod rtl;
