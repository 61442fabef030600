//! **Weight choice**: one weight of a word of W2.
//!
//! - In: the word and a class. Out: the weight of that class, a cycle later: of each four one is taken
//!   to a register, of these one is shown, as the word comes late out of its memory.

pub mod rtl;
