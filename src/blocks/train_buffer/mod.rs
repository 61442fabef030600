//! **Train buffer**: which rows an image has shown, and their replay in ascending order.
//!
//! - A bitmap in three levels: chunks of rows and groups of chunks in table memories, a flag a group. A
//!   chunk is of this image where its bit in the group's word is set, a group where its flag is; so
//!   clearing the flags clears all.
//! - `new_o` in the same cycle; `start_i` prepares a replay, whose first row stands four cycles later;
//!   then one row a cycle without a gap, as often as wanted. Nothing is entered between `start_i` and the
//!   replay's end or `clear_i`, and a replay ends before the next starts; one that starts with `clear_i`
//!   gives nothing.
//! - A replay has memories of its own, as it reads what it needs next: no path runs from it to `new_o`;
//!   they are written a cycle late.
//!   The word at hand has a successor in registers, the row shown stands in one.
//! - Invariant: the replay gives exactly the rows entered since `clear_i`, each once.

pub mod rtl;
