//! **Controller** of scheme "modulated": from a pass's results to a taught image.
//!
//! - IDLE until the front launches a pass; ARM until the lanes' results are captured; SCAN the
//!   neurons that fired; after the last pass SCAN_DRAIN, DECIDE (one class a cycle), RESULT (waits
//!   for a free result register).
//! - Taught images: by passes RECALL, RECALL_LOAD (several passes only), WALK all columns ascending
//!   (TEACH_OUT), OUT_DRAIN; then HIDDEN, a word a cycle, rows ascending and the bias last
//!   (TEACH_HIDDEN; skipped if every type is 00), HIDDEN_DRAIN. The rows are those that spiked; all,
//!   where a column has a type whose second letter is not 0.
//! - Draining states separate sweeps and images, so no address is read while it is written.
//! - Cycles: `spec::timing`. State after reset: IDLE.

pub mod rtl;
