//! **Front**: the event port, and the order of issue slots.
//!
//! - Events {ROW, STEP, LAST}; STEP ends an input step; LAST ends the last one and the image and carries
//!   {more, learn, label}. Dropped, with a sticky error bit: a row or a label out of range, a step
//!   beyond T; dropped silently: a row seen before in this input step. No result depends on the order
//!   of rows. Where STEPs are missing, the steps left follow LAST, and the bias drives alone in them.
//! - One slot a cycle. Hold codes: an event, the bias with LAST, SETTLE, eight STEPs; for each further
//!   pass the rows again in ascending order, the bias, SETTLE, eight STEPs. Pulse codes: in each of the T input steps the
//!   rows, the bias with STEP or LAST, one STEP. The last STEP of a pass waits for the readout.
//! - A core that only infers has no SETTLE, its first STEP of a pass waits for the readout, and an image
//!   that asks to be learned is inferred; the error bit of a label tells so.
//! - An image to be learned holds `ev_ready_o` low until it is done; else the next may follow at once.
//! - Reset in mid-image: LOAD, nothing remembered.

pub mod rtl;
