//! **Issue**: who has the slot, the address of W1, and the commands as they travel.
//!
//! - Word address = row x passes + pass. S0 a slot is issued, S1 W1 reads, S2 the word is there. Scheme
//!   "modulated": S3 it is held in a register, and the lanes add, step, or decide about switches; S4 it is
//!   written back. Scheme "prototype" holds no word: its lanes add in S2.
//! - The front, the controller and the host never issue in the same cycle.

pub mod rtl;
