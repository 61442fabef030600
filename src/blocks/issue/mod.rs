//! **Issue**: who has the slot, the address of W1, and the commands as they travel.
//!
//! - Word address = row x passes + pass. S0 a slot is issued, S1 W1 reads, S2 the lanes add, step, or
//!   decide about switches, S3 the word is written back.
//! - The front, the controller and the host never issue in the same cycle.

pub mod rtl;
