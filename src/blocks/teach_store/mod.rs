//! **Teach store**: what the hidden sweep must know of a column: {rule, switching thresholds}.
//!
//! - Two thresholds, of causal and of acausal rows: on axis Y they are of different transitions. They
//!   are looked up once an image and held, so no lane needs a table or a wide selector (measured
//!   against ten held thresholds and a selector in each lane: smaller).
//! - Filled lane by lane in TEACH_OUT; one pass: registers; more: a word a pass in a memory, read in
//!   the cycle before it is used. Cleared columns get no pulse.

pub mod rtl;
