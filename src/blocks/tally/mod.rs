//! **Tally**: what waits of a counter until its turn comes to be added to the memory.
//!
//! - In: what is new, each cycle; now and then `take_i`. Out: what waits. Never overflows, as long as
//!   it is taken every 16 cycles.

pub mod rtl;
