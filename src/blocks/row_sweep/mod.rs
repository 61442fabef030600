//! **Row sweep**: brings all rows to the teach cell, one a cycle, ascending.
//!
//! - In: the controller's row counter; the train buffer's replay (an active row is one that the
//!   replay shows); the part of the row two cycles later; the places of the winners.
//! - Out: slot S0 with row and the pass of the winner of the row's part, whether the row was active,
//!   and its part.
//! - Why two cycles: the address of a row's word depends on its part's winner.

pub mod rtl;
