//! The proofs.

mod inference;
mod learning;
mod neurons;
mod prototype;

use spinloom::spec::{Compartments, Layout, Spec, Types};

/// File of the core, the text before, the text behind.
pub type Mutant = (&'static str, &'static str, &'static str);

/// The core that a block is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Core {
    /// Three neurons a class, seven lanes: passes, padding, a first, a middle and a last lane.
    Prototype,
    /// Two passes of three lanes, 20 rows and the bias.
    Modulated,
    /// The same with trains of three steps.
    Trains,
    /// The same with a mask.
    Masked,
    /// The same of persistent pairs, all types.
    Pairs,
    /// Six rows, a padded second pass, a threshold that eight does not divide; it only infers.
    Inferring,
}

impl Core {
    /// All of them.
    pub const ALL: [Core; 6] = [
        Core::Prototype,
        Core::Modulated,
        Core::Trains,
        Core::Masked,
        Core::Pairs,
        Core::Inferring,
    ];

    /// What it is made from.
    pub fn spec(self) -> Spec {
        let modulated = || Spec::new(20, 6, 3);
        let spec = match self {
            Core::Prototype => Spec::with_prototype(8, 30, 7, Compartments::Four, Layout::EDGE12),
            Core::Modulated => modulated(),
            Core::Trains => modulated().and_then(|spec| spec.with_steps(3)),
            Core::Masked => modulated().and_then(|spec| spec.with_mask(20)),
            Core::Pairs => modulated()
                .and_then(|spec| spec.with_types(Types::All))
                .and_then(Spec::with_persistent_pairs),
            Core::Inferring => Spec::new(6, 5, 3)
                .and_then(Spec::with_inference)
                .and_then(|spec| spec.with_threshold(100)),
        };
        spec.unwrap()
    }
}

/// A proof: steps of its base case (enough for the mutants), files of the core, mutants.
pub struct Proof {
    /// Of the file and of its top.
    pub name: &'static str,
    /// Of what the files are.
    pub core: Core,
    /// Cycles from reset, and the k of the induction.
    pub depth: u32,
    /// Files of the core.
    pub files: &'static [&'static str],
    /// Faults, each of which fails.
    pub mutants: &'static [Mutant],
}

/// All proofs.
pub fn proofs() -> impl Iterator<Item = &'static Proof> {
    let lists = [
        neurons::PROOFS,
        learning::PROOFS,
        inference::PROOFS,
        prototype::PROOFS,
    ];
    lists.into_iter().flatten()
}
