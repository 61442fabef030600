//! Cores that learn, and cores that only infer.

use super::{InputCode, NUM_STEPS, Pairs, Spec, W1_BITS, signed_bits};
use crate::{Error, Result};

/// Whether a core has hardware that learns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Plasticity {
    /// It learns what it is asked to.
    #[default]
    Learning,
    /// It only infers: weights come from memory images or the host, the threshold is built in.
    Inference,
}

impl Spec {
    /// Counters of a core that only infers: the first of the host map.
    pub const NUM_INFERENCE_COUNTERS: usize = 3;

    /// The core has hardware that learns.
    pub fn learns(&self) -> bool {
        self.plasticity == Plasticity::Learning
    }

    /// The same core without anything that learns.
    ///
    /// # Errors
    /// [`Error::Input`] in scheme "prototype", with several input steps, persistent pairs or a mask.
    pub fn with_inference(mut self) -> Result<Self> {
        let fault = if self.prototype().is_some() {
            "is of scheme \"modulated\" alone"
        } else if self.code != InputCode::Hold {
            "takes one input step: give --code edge16 or raw"
        } else if self.pairs == Pairs::Persistent {
            "has weights, not persistent pairs: leave out --preset persistent where it was trained"
        } else if self.mask {
            "has no mask: leave out --mask-target, also where it was trained"
        } else {
            self.plasticity = Plasticity::Inference;
            return Ok(self);
        };
        Err(Error::Input(format!("a core that only infers {fault}")))
    }

    /// The core that trains the weights of this one.
    pub fn with_learning(mut self) -> Self {
        self.plasticity = Plasticity::Learning;
        self.learning.threshold <<= self.weight_shift();
        self.weight_bits = W1_BITS;
        self
    }

    /// The same core that only infers, made for weights that were trained with this threshold.
    ///
    /// # Errors
    /// As [`Spec::with_weight_bits`].
    pub fn with_threshold(mut self, threshold: u32) -> Result<Self> {
        let bits = std::mem::replace(&mut self.weight_bits, W1_BITS);
        self.learning.threshold = threshold;
        self.with_weight_bits(bits)
    }

    /// The same core that only infers, with hidden weights of fewer bits: trained weights are rounded to
    /// multiples of `2^weight_shift()`, of which weights and threshold are kept.
    ///
    /// # Errors
    /// [`Error::Input`] where the core learns, or the threshold is no such multiple.
    pub fn with_weight_bits(mut self, bits: usize) -> Result<Self> {
        self.weight_bits = bits;
        let shift = self.weight_shift();
        let threshold = self.learning.threshold;
        if shift > 0 && self.learns() {
            return Err(Error::Input(format!(
                "`weight_bits = {bits}`: a core that learns has {W1_BITS}, give --preset inference"
            )));
        }
        if threshold.trailing_zeros() < shift {
            return Err(Error::Input(format!(
                "`weight_bits = {bits}` needs a threshold that is a multiple of {}, not {threshold}: raise \
                 --weight-bits",
                1 << shift
            )));
        }
        self.learning.threshold >>= shift;
        Ok(self)
    }

    /// Low bits of a trained hidden weight that this core does not keep.
    pub fn weight_shift(&self) -> u32 {
        (W1_BITS - self.weight_bits) as u32
    }

    /// What a core that only infers subtracts in a step: the threshold less factors of two that it
    /// shares with the number of steps.
    pub fn step_threshold(&self) -> u32 {
        self.learning.threshold >> (NUM_STEPS.ilog2() - self.sum_shift())
    }

    /// Its sum is the drive shifted up by so many bits.
    pub fn sum_shift(&self) -> u32 {
        let steps = NUM_STEPS.ilog2();
        steps - self.learning.threshold.trailing_zeros().min(steps)
    }

    /// Bits of that sum, of all rows and the bias at the largest weight, less all steps.
    pub fn step_sum_bits(&self) -> usize {
        let drive = self.rows_with_bias() as u64 * self.w1_max() as u64;
        let steps = NUM_STEPS as u64 * u64::from(self.step_threshold());
        signed_bits((drive << self.sum_shift()) + steps)
    }
}
