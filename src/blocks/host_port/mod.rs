//! **Host port**: valid and ready, one access at a time, between images only.
//!
//! - Map: `spec::Region`. An access takes seven cycles: in the first it is checked, in the second
//!   it acts; `host_rvalid_o` ends it, writes too.
//! - A cell is read and replaced through the datapath's own ports: no second port anywhere.
//! - Outside the map, the one weight without a positive counterpart (-64, -128; persistent pairs have none), or, on a core of causal
//!   types, a rule whose acausal gate is open: nothing is written, 0 is read, a sticky error bit is set. Writes to what is read-only are ignored.

pub mod rtl;
