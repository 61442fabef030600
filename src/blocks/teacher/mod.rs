//! **Teacher**: TEACH_OUT, a hidden column in four cycles, and the filling of the lanes before a sweep.
//!
//! - TEACH_OUT, of one column, its word of W2 standing at the port: 0 a draw where it fired, and the
//!   label's weight; 1 the rival's weight, so the modulator begins; the label's pulse is looked up; 2
//!   the label's weight again, its junction switches or not; the rival's pulse; 3 likewise the rival;
//!   the label's cell is written back, the column's class kept; the rival's cell is written while the
//!   next column begins. So one mux, one lookup, one comparison, one step serve both.
//! - The modulator is taken before the word changes. Both cells of a column see one draw.
//! - Filling: a lane takes as many cycles as it holds thresholds (one; on a core of all types two, the
//!   acausal one first; of persistent pairs each for both junctions, the right one first), looked up from its column's class and sent to the lane a cycle later.
//! - Paper, section III: a dopamine-like modulator chooses the type (metaplasticity).

pub mod rtl;
