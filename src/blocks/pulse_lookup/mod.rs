//! **Pulse lookup**: from a rule and an amplitude to what is sent: whether, which way, and with what
//! switching threshold.
//!
//! - One at a time: label and rival of a readout column, and each side of a hidden column; of
//!   persistent pairs each junction of each side.
//! - Code: readout R + ((count - 1) >> 1), hidden A + the modulator's offset (-3 to +1); to both the
//!   offset of the rule's entry (-4 to 3) is added. Codes clip at 15; below 0 no pulse is sent.
//! - Out, two cycles later (the table is read in the second): pulse, direction, threshold (0 where no pulse is sent). A switching table of
//!   64 words with one port, that of the host too.

pub mod rtl;
