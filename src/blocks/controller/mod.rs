//! **Controller** of scheme "modulated": from a pass's results to a taught image.
//!
//! - IDLE until the front launches a pass; ARM until the lanes' results are captured; SCAN the
//!   neurons that fired; after the last pass SCAN_DRAIN, DECIDE (one class a cycle), RESULT (waits
//!   for a free result register).
//! - Taught images: by passes RECALL, RECALL_LOAD (several passes only), WALK all columns ascending,
//!   four cycles each (TEACH_OUT), OUT_DRAIN. Then, unless every type is 00, TEACH_HIDDEN pass by pass:
//!   FILL the lanes with their thresholds, FILL_DRAIN, HIDDEN, a row a cycle, ascending and the bias
//!   last; REWIND between passes; HIDDEN_DRAIN. The rows are those that spiked; all, where a column has
//!   a type whose second letter is not 0.
//! - So no threshold is kept but those of the pass at hand. Every pass sees the same draws.
//! - Draining states separate sweeps and images, so no address is read while it is written.
//! - Cycles: `spec::timing`. State after reset: IDLE.

mod flush;
pub mod rtl;
