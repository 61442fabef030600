//! **Array of a core that only infers**: its lanes side by side, and the number of the step.
//!
//! - Commands ACC and STEP reach all lanes at once; data are packed, lane 0 lowest.
//! - The spike counts stand from the last STEP of a pass to the first of the next (S1).

pub mod rtl;
