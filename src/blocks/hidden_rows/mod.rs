//! **Hidden rows**: which row TEACH_HIDDEN visits next, and what is known of it.
//!
//! - Rows that spiked, ascending, as the replay gives them; on a core of all types all rows, where a
//!   column has a type whose second letter is not 0 (`wants_silent_i`, kept until `clear_i`). The bias
//!   row comes last; it counts as active from step 0 on. `restart_i` begins again, for each pass.
//! - The row is out in the same cycle; `active` and its first step follow the slot to S3.

pub mod rtl;
