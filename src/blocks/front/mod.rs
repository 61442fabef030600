//! **Front**: the event port, and the order of issue slots.
//!
//! - Events {ROW, STEP, LAST}; LAST carries {more, learn, label}. With T = 1 a STEP is beyond the
//!   last step. Dropped, with a sticky error bit: a row or a label out of range, a step; dropped
//!   silently: a row seen before. No result depends on the order of rows.
//! - One slot a cycle: an event, the bias with LAST, eight STEPs; for each further pass the rows again
//!   in ascending order, the bias, eight STEPs. The last STEP of a pass waits for the readout.
//! - An image to be learned holds `ev_ready_o` low until it is done; else the next may follow at once.
//! - Reset in mid-image: LOAD, nothing remembered.

pub mod rtl;
