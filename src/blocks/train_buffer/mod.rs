//! **Train buffer**: which rows an image has shown, and their replay in ascending order.
//!
//! - A bitmap of at most 64 chunks in a table memory; one flag a chunk says whether the memory's word
//!   is of this image, so nothing is cleared word by word.
//! - `new_o` in the same cycle; `start_i` prepares a replay, whose first row stands two cycles later;
//!   then one row a cycle without a gap, as often as wanted.
//! - Invariant: the replay gives exactly the rows entered since `clear_i`, each once.

pub mod rtl;
