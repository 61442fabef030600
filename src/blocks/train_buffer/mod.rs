//! **Train buffer**: which rows an image has shown, and their replay in ascending order.
//!
//! - A bitmap in three levels: chunks of rows and groups of chunks in table memories, a flag a group. A
//!   chunk is of this image where its bit in the group's word is set, a group where its flag is; so
//!   clearing the flags clears all.
//! - `new_o` in the same cycle; `start_i` prepares a replay, whose first row stands two cycles later;
//!   then one row a cycle without a gap, as often as wanted. `clear_i` ends it; nothing is entered between
//!   `start_i` and the replay's end or `clear_i`.
//! - Invariant: the replay gives exactly the rows entered since `clear_i`, each once.

pub mod rtl;
