//! What a training run teaches and an evaluation judges: the networks of both schemes.

use super::counters::Counters;
use super::energy::{self, Pulsed};
use super::model::Model;
use super::network::{Decision, Network};
use super::observer::Observer;
use super::prototype::{Prototype, start_prototype};
use super::start::start_modulated;
use super::train::set_stage;
use crate::blocks::draw::golden::Lfsr;
use crate::device::energy::Operations;
use crate::random::Stream;
use crate::spec::{NUM_CLASSES, Spec, Variation};
use crate::{Error, Result};

/// A network at its start, and what goes on from there.
#[derive(Clone, Debug)]
pub struct Start<N> {
    /// The network.
    pub network: N,
    /// The second LFSR: shifts of the copies.
    pub second: Lfsr,
    /// Goes on with the order of each epoch.
    pub stream: Stream,
}

/// A network of either scheme.
pub trait Learner: Clone + Send + Sync + Into<Model> {
    /// Start values from the seed.
    ///
    /// # Errors
    /// [`Error::Design`] where the core is of the other scheme.
    fn start(spec: &Spec, seed: u64) -> Result<Start<Self>>;

    /// The sizes.
    fn spec(&self) -> &Spec;

    /// The same network on a core with the lanes, the STDP types and the plasticity of `spec`, which change
    /// no result.
    ///
    /// # Errors
    /// As [`Spec::new`].
    fn on_core(self, spec: &Spec) -> Result<Self>;

    /// The counters.
    fn counters(&self) -> &Counters;

    /// State of the LFSR.
    fn lfsr(&self) -> u16;

    /// FNV-1a (64 bit) over the weights of the array.
    fn digest(&self) -> u64;

    /// Presentation `image` of `total` comes next.
    fn begin(&mut self, image: u64, total: u64);

    /// Register `codes` as it stands; none where the core has no schedule.
    fn codes(&self) -> Option<u32>;

    /// Lets cells differ from each other.
    ///
    /// # Errors
    /// [`Error::Input`] where there are too many.
    fn vary(&mut self, variation: Variation, seed: u64) -> Result<()>;

    /// What was pulsed since the start.
    fn pulsed(&self) -> &Pulsed;

    /// What the logic did in teaching since the start.
    fn teaching_operations(&self) -> Operations;

    /// What the logic does to judge this many events, images and firing neurons.
    fn inference_operations(&self, events: u64, images: u64, firing: u64) -> Operations;

    /// Images of a class that are sent without copies, as they recruit its neurons; none where the
    /// scheme takes no copies.
    fn images_without_copies(&self) -> Option<usize>;

    /// Integrates an image and adds it to the sums.
    fn infer(&mut self, rows: &[u16], observer: &mut impl Observer);

    /// The class by the sums.
    fn decide(&self) -> u8;

    /// Sum of the views of each class; none of a class that the network does not know.
    fn class_sums(&self) -> [Option<i64>; NUM_CLASSES];

    /// Forgets the views summed so far.
    fn clear_sums(&mut self);

    /// Infers, decides, teaches where a label is given.
    fn present(
        &mut self,
        rows: &[u16],
        label: Option<u8>,
        observer: &mut impl Observer,
    ) -> Decision;

    /// Neurons (scheme "prototype": compartments) that fired in the last image.
    fn num_firing(&self) -> u64;

    /// Weights added for this many events, images and firing neurons.
    fn synaptic_operations(&self, events: u64, images: u64, firing: u64) -> u64;
}

impl Learner for Network {
    fn start(spec: &Spec, seed: u64) -> Result<Start<Self>> {
        start_modulated(spec, seed)
    }

    fn spec(&self) -> &Spec {
        self.spec()
    }

    fn on_core(self, spec: &Spec) -> Result<Self> {
        self.on_core(spec)
    }

    fn counters(&self) -> &Counters {
        &self.counters
    }

    fn lfsr(&self) -> u16 {
        self.lfsr.state()
    }

    fn digest(&self) -> u64 {
        self.w1_digest()
    }

    fn begin(&mut self, image: u64, total: u64) {
        let schedule = self.spec().schedule();
        set_stage(&mut self.learning, schedule, image, total);
    }

    fn codes(&self) -> Option<u32> {
        self.spec().learns().then(|| self.learning.codes())
    }

    fn vary(&mut self, variation: Variation, seed: u64) -> Result<()> {
        self.vary(variation, seed)
    }

    fn pulsed(&self) -> &Pulsed {
        &self.pulsed
    }

    fn teaching_operations(&self) -> Operations {
        energy::modulated_teaching(self.spec(), &self.pulsed)
    }

    fn inference_operations(&self, events: u64, images: u64, firing: u64) -> Operations {
        energy::modulated_inference(self.spec(), events, images, firing)
    }

    fn images_without_copies(&self) -> Option<usize> {
        None
    }

    fn infer(&mut self, rows: &[u16], observer: &mut impl Observer) {
        self.infer(rows, observer);
    }

    fn decide(&self) -> u8 {
        self.decide()
    }

    fn class_sums(&self) -> [Option<i64>; NUM_CLASSES] {
        self.sums().map(|sum| Some(sum.into()))
    }

    fn clear_sums(&mut self) {
        self.clear_sums();
    }

    fn present(
        &mut self,
        rows: &[u16],
        label: Option<u8>,
        observer: &mut impl Observer,
    ) -> Decision {
        self.present(rows, label, observer)
    }

    fn num_firing(&self) -> u64 {
        self.counts().iter().filter(|&&count| count > 0).count() as u64
    }

    fn synaptic_operations(&self, events: u64, images: u64, firing: u64) -> u64 {
        // the bias row is added once an input step
        (events + images * self.spec().input_steps() as u64) * self.spec().columns as u64
            + firing * NUM_CLASSES as u64
    }
}

impl Learner for Prototype {
    fn start(spec: &Spec, seed: u64) -> Result<Start<Self>> {
        start_prototype(spec, seed)
    }

    fn spec(&self) -> &Spec {
        self.spec()
    }

    fn on_core(self, spec: &Spec) -> Result<Self> {
        self.with_lanes(spec.lanes)
    }

    fn counters(&self) -> &Counters {
        &self.counters
    }

    fn lfsr(&self) -> u16 {
        self.lfsr.state()
    }

    fn digest(&self) -> u64 {
        self.digest()
    }

    fn begin(&mut self, _image: u64, _total: u64) {}

    fn codes(&self) -> Option<u32> {
        None
    }

    fn vary(&mut self, variation: Variation, seed: u64) -> Result<()> {
        self.vary(variation, seed)
    }

    fn pulsed(&self) -> &Pulsed {
        &self.pulsed
    }

    fn teaching_operations(&self) -> Operations {
        energy::prototype_teaching(self.spec(), &self.pulsed)
    }

    fn inference_operations(&self, events: u64, images: u64, _firing: u64) -> Operations {
        energy::prototype_inference(self.spec(), self.sizes(), events, images)
    }

    fn images_without_copies(&self) -> Option<usize> {
        let recruited = self.neurons().recruited();
        let free = |class| recruited[self.group(class)].iter().filter(|r| !**r).count();
        (0..NUM_CLASSES).map(free).max()
    }

    fn infer(&mut self, rows: &[u16], observer: &mut impl Observer) {
        self.infer(rows, observer);
    }

    fn decide(&self) -> u8 {
        self.decide()
    }

    fn class_sums(&self) -> [Option<i64>; NUM_CLASSES] {
        *self.sums()
    }

    fn clear_sums(&mut self) {
        self.clear_sums();
    }

    fn present(
        &mut self,
        rows: &[u16],
        label: Option<u8>,
        observer: &mut impl Observer,
    ) -> Decision {
        self.present(rows, label, observer)
    }

    fn num_firing(&self) -> u64 {
        let known = self.sums().iter().flatten().count();
        (known * self.sizes().num_compartments()) as u64
    }

    fn synaptic_operations(&self, events: u64, _images: u64, _firing: u64) -> u64 {
        events * self.spec().columns as u64
    }
}

/// An option that scheme "modulated" lacks.
pub(super) fn only_prototype(setting: &str) -> Error {
    Error::Input(format!(
        "`{setting}` is of scheme \"prototype\" alone: give --preset mnist-sequence"
    ))
}
