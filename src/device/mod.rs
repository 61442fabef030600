//! The SOT-MTJ pair as the core sees it: four switching tables (left and right junction, AP to P and
//! P to AP), amplitude codes, and the nine STDP types.
//!
//! Paper: section II (pair, sweep of fifteen amplitudes, sigmoid fits) and section III (nine types).
//! The paper prints no fit, so the default curve is assumed; see [`curve`].

pub mod curve;
pub mod description;
pub mod energy;
pub mod fit;
pub mod plot;
mod rule;
pub mod sample;
mod scale;
pub mod show;
pub mod sweep;

pub use curve::SwitchingTables;
pub use description::Device;
pub use rule::{Axis, Direction, Junction, Letter, Polarity, Rule, RuleTable};
