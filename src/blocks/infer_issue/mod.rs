//! **Issue stages of a core that only infers**: the address of W1, and the commands as they travel.
//!
//! - Word address = row x passes + pass. S0 a slot is issued, S1 W1 reads (or the host writes its word),
//!   S2 the lanes add or step, S3 the lanes hold their results.
//! - Front and host never issue in the same cycle.

pub mod rtl;
