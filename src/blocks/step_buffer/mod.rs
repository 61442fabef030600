//! **Step buffer**, of pulse codes alone: which rows spiked in which of the T input steps.
//!
//! - One bitmap a step (a train buffer each). `new_o`: the row was not seen in the step at hand.
//! - Replay for a further pass: step by step, rows ascending within a step. `start_i` prepares the one
//!   of the step at hand, as soon as that is over; it then stands at its first row until its step comes.
//! - Sweep of TEACH_HIDDEN, prepared by `sweep_start_i`: `sweep_row_i` ascends over the rows that spiked (the train buffer beside
//!   holds their union); `first_step_o` is the lowest step whose bitmap has the row, in the same cycle.
//!   The bitmaps that show the row go on with `sweep_next_i`.

pub mod rtl;
