//! **Teach cell**: the one synapse cell of scheme "prototype" that is taught on a row, for the whole
//! core; the host's cell goes the same way.
//!
//! - S0 a slot {active row, part}; S1 the word is read, the LFSR advances (not while recruiting; also
//!   for a row of no part); S2 the word is there, the winner's cell is picked and its random word
//!   `rotl16(s, c & 15) ^ M[c >> 4]` made; S3 the amplitude code and the switching threshold; S4 the
//!   junction switches or not, the weight moves by one and saturates; S5 the word is written back
//!   with the one cell replaced; S6 the bias moves by `dsp[min(w, w')]`.
//! - Recruiting writes `START_WEIGHT` or its negative and moves the bias by `sp` of it.
//! - A row of no part is drawn for and not written.
//! - Rule: entry 0 of the rule table; an active row is causal, a silent one acausal.
//! - Throughput: a row a cycle. No address is read between S1 and S5 of itself: rows ascend.

pub mod rtl;
