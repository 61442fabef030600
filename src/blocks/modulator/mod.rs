//! **Modulator**: dopamine's sign and size. It picks the type and the amplitude of each hidden column.
//!
//! - In: the column's readout weights before this image's readout update, label y, rival r, drive I.
//! - `D = W2[y] - W2[r]` (9 bits, signed), `z = |D|`. Type: rule *positive* where D > 0, rule *negative*
//!   where D < 0; no type (00) where z < dead zone, and outside the learning window
//!   `0 < I < window`.
//! - Amplitude offset = (z >= b3) - (z < b2) - (z < b1) - (z < b0): -3 to +1, added to code A, as is the
//!   offset of the rule's entry (-4 to 3).
//! - Out, for each column: rule and offset (4 bits), held through the hidden sweep. The sweep is
//!   skipped where every column's type is 00; a rule with an open gate is a type other than 00, even
//!   where the code is below 0.
//! - The teaching signal reaches a hidden column through its own output weights: no feedback memory.
//! - Paper, sections I and III: neuromodulation tunes polarity and threshold (metaplasticity).

pub mod golden;
pub mod rtl;
