//! **Host port of a core that only infers**: valid and ready, one access at a time, between images only.
//!
//! - Map: `spec::Region`, of it registers version, array, lanes, threshold (built in, read only) and errors,
//!   the first three counters, and the weights, which are write only. An access takes two cycles;
//!   `host_rvalid_o` ends it, writes too. Writes to what is read only are ignored.
//! - W1 is written a word at a time: a write to one of its cells shifts the word register up by a lane and
//!   puts the cell in lane 0; a write to lane 0 then writes the word and clears the register. So the host
//!   writes the lanes of a word from the highest down. Lanes past the last column are written as 0.
//! - W2 is written cell by cell.
//! - All else, a weight read, and the one weight without a positive counterpart (-64, -128): nothing is
//!   written, 0 is read, a sticky error bit is set. Error bits stay until reset.

pub mod rtl;
