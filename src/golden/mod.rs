//! The golden model: the blocks' plain-integer models composed into the network, trained, judged and
//! saved. No floats in any result, no clock.

pub mod cells;
pub mod core;
pub mod counters;
pub mod curve;
mod digest;
pub mod energy;
pub mod eval;
mod event;
pub mod learner;
pub mod model;
pub mod network;
pub mod observer;
pub mod pace;
mod place;
pub mod plan;
pub mod prototype;
pub mod robustness;
pub mod selection;
pub mod sequence;
mod stage;
mod start;
mod sweep;
pub mod train;
pub mod trial;
pub mod types;
pub mod weights;

pub use counters::Counters;
pub use eval::{Evaluation, evaluate};
pub use learner::Learner;
pub use model::Model;
pub use network::{Decision, Network};
pub use observer::{Observer, Silent};
pub use prototype::{Prototype, start_prototype};
pub use start::start_network;
pub use train::{Order, PrototypeTrainer, TrainOptions, Trainer, TrainerOf};

#[cfg(test)]
mod tests;
