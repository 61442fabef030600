//! **Event list**: the rows of an image in the order in which they came, and whether one has come before.
//!
//! - In place of the train buffer in a core of several passes that only infers: no order matters there.
//! - `new_o` in the same cycle; `start_i` prepares a replay, whose first row stands a cycle later; then one
//!   row a cycle without a gap, as often as wanted, until `clear_i`.
//! - A bit a row tells which have come; a replay takes the bits back, as no row comes behind the first.
//! - After reset `busy_o`, while all bits are cleared: `2^row_bits` cycles.
//! - Invariant: the replay gives exactly the rows entered since `clear_i`, each once.

pub mod rtl;
