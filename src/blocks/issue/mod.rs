//! **Issue**: who has the slot, the address of W1, and the commands as they travel.
//!
//! - Word address = row x passes + pass. S0 a slot is issued, S1 W1 reads, S2 the word is there. Scheme
//!   "modulated": S3 it stands in a register, and the lanes add, step, or decide about switches; S4 it is
//!   written back. Scheme "prototype" starts on it in S2; S3 is its write stage for the address.
//! - The front, the controller and the host never issue in the same cycle.

pub mod rtl;
