//! **Teacher**: TEACH_OUT, a hidden column in four cycles, and the filling of the lanes before a sweep.
//!
//! - TEACH_OUT, of one column, its word of W2 standing at the port: 0 a draw where it fired; the label's
//!   weight is picked, and stands a cycle later; 1 the rival's; the label's pulse is looked up; 2 both
//!   stand, so the modulator begins; the label's weight again, the rival's pulse; 3 the label's junction
//!   switches or not; 4, 5 (0 and 1 of the next column) likewise the rival; the label's cell, then the
//!   rival's is written back, the column's class kept. So one mux, one lookup, one comparison, one step serve both.
//! - The modulator is taken before the word changes. Both cells of a column see one draw.
//! - Filling: a lane takes as many cycles as it holds thresholds (one; on a core of all types two, the
//!   acausal one first; of persistent pairs each for both junctions, the right one first), looked up from its column's class and sent to the lane two cycles later.
//! - Paper, section III: a dopamine-like modulator chooses the type (metaplasticity).

pub mod rtl;
