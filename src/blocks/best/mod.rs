//! **Best**: the running maxima of one compartment over the columns that the soma scan brings.
//!
//! - In: a column's two scores (signed, `infer_score_bits` and `learn_score_bits`), whether it takes
//!   part in the search of its class, and in that of the label's group; its place, bias and wins.
//! - Out: the best score of the class at hand; place, bias and wins of the winner, the wins with this
//!   one counted (saturating at 127), and what they add to the amplitude code: 2 for 1 to 3 wins,
//!   1 for 4 to 15, 0 from 16 on.
//! - Ties go to the earlier column, which is the lower one: only a higher score takes its place.
//! - Latency one cycle, throughput one column a cycle. Reset: none but of the wins.

pub mod rtl;
