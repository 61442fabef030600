//! Training: presentations in order, the amplitude schedule, and a position from which to go on.

use super::learner::{Learner, only_prototype};
use super::network::{Decision, Network};
use super::observer::{Observer, Silent};
use super::plan::{ClassEnd, Plan};
use super::prototype::Prototype;
use super::stage::{Blocks, Presentation, Source};
use crate::data::Images;
use crate::encoder::{Encoder, Fitted, Warp};
use crate::spec::{ClassOrder, Learning, Noise, ScheduleStage, Spec, Variation};
use crate::{Error, Result};

/// Most epochs of a run.
pub const MAX_EPOCHS: u32 = 10_000;
/// Presentations between two calls of `progress`.
const FEW: u32 = 64;
/// Most shifted copies of an image.
pub const MAX_EXTRA: u8 = 8;

/// Order of the presentations in an epoch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// Shuffled anew each epoch.
    #[default]
    Shuffled,
    /// As in the file.
    File,
    /// Class after class, file order within a class.
    ByClass,
}

impl Order {
    /// All orders, in the order of their numbers in a weight file.
    pub const ALL: [Order; 3] = [Order::Shuffled, Order::File, Order::ByClass];

    /// Name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Order::Shuffled => "shuffled",
            Order::File => "file",
            Order::ByClass => "by-class",
        }
    }

    /// The order of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// What a training run is made of, apart from data and sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrainOptions {
    /// Passes over the images.
    pub epochs: u32,
    /// Order of the presentations.
    pub order: Order,
    /// Seed of start values, orders and warps.
    pub seed: u64,
    /// Training images are warped.
    pub warp: bool,
    /// Normaliser and code.
    pub encoder: Encoder,
    /// Order of the classes where they come one after the other.
    pub class_order: ClassOrder,
    /// Variants of each utterance that the training images hold beside it: see
    /// [`crate::data::speech`].
    pub copies: u8,
    /// Copies of each image, shifted by a pixel, behind it (scheme "prototype").
    pub extra: u8,
    /// Cells that differ from each other.
    pub variation: Variation,
    /// Noise that the images come with: see [`crate::data::noise`].
    pub noise: Noise,
}

impl Default for TrainOptions {
    fn default() -> Self {
        TrainOptions {
            epochs: 1,
            order: Order::Shuffled,
            seed: 1,
            warp: true,
            encoder: Encoder::default(),
            class_order: ClassOrder::default(),
            copies: 0,
            extra: 0,
            variation: Variation::default(),
            noise: Noise::default(),
        }
    }
}

/// A run of scheme "modulated".
pub type Trainer = TrainerOf<Network>;
/// A run of scheme "prototype".
pub type PrototypeTrainer = TrainerOf<Prototype>;

/// A training run that can stop and go on at any presentation, and ends in the same bits.
#[derive(Clone, Debug)]
pub struct TrainerOf<N> {
    /// The network as it stands.
    pub network: N,
    options: TrainOptions,
    encoder: Fitted,
    num_images: usize,
    presented: u64,
    total: u64,
    plan: Plan,
}

impl<N: Learner> TrainerOf<N> {
    /// Start values from the seed.
    ///
    /// # Errors
    /// [`Error::Input`] where the array has fewer rows than the code, or there is nothing to learn.
    pub fn new(spec: &Spec, options: TrainOptions, images: &Images) -> Result<Self> {
        let mut network = N::start(spec, options.seed)?.network;
        network.vary(options.variation, options.seed)?;
        Self::resume(network, options, images, 0)
    }

    /// Goes on with a network that has seen `presented` presentations of this run.
    ///
    /// # Errors
    /// As [`TrainerOf::new`]; also where `presented` is beyond the run's end.
    pub fn resume(
        network: N,
        options: TrainOptions,
        images: &Images,
        presented: u64,
    ) -> Result<Self> {
        let encoder = {
            let spec = network.spec();
            options.encoder.fit(spec.rows, spec.input_steps())?
        };
        if images.is_empty() {
            return Err(Error::Input(
                "`train_images = 0`: training needs at least one image".into(),
            ));
        }
        if !(1..=MAX_EPOCHS).contains(&options.epochs) {
            return Err(Error::Input(format!(
                "`epochs = {}` is outside 1 to {MAX_EPOCHS}: give --epochs N",
                options.epochs
            )));
        }
        if options.extra > MAX_EXTRA {
            return Err(Error::Input(format!(
                "`train.extra = {}` is outside 0 to {MAX_EXTRA}: give --extra E",
                options.extra
            )));
        }
        let start = N::start(network.spec(), options.seed)?;
        // a run that begins with neurons recruited has fewer to recruit
        let without_copies = match presented {
            0 => network.images_without_copies(),
            _ => start.network.images_without_copies(),
        };
        let without_copies = match (without_copies, options.extra) {
            (None, 1..) => return Err(only_prototype(&format!("train.extra = {}", options.extra))),
            (images, _) => images.unwrap_or(0),
        };
        let labels = images.labels();
        let plan = Plan::new(options, labels, without_copies, start.second, start.stream);
        let total = plan.total();
        if presented > total {
            return Err(Error::Input(format!(
                "the weights have seen {presented} presentations, more than the {total} of {} epochs of {} images: raise --epochs",
                options.epochs,
                images.len()
            )));
        }
        Ok(TrainerOf {
            network,
            options,
            encoder,
            num_images: images.len(),
            presented,
            total,
            plan,
        })
    }

    /// The options.
    pub fn options(&self) -> &TrainOptions {
        &self.options
    }

    /// How images become events of this array.
    pub fn encoder(&self) -> Fitted {
        self.encoder
    }

    /// Images of an epoch.
    pub fn num_images(&self) -> usize {
        self.num_images
    }

    /// Presentations so far.
    pub fn presented(&self) -> u64 {
        self.presented
    }

    /// Presentations of the whole run.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// Ends of the classes, of every epoch, where the run goes class by class.
    pub fn class_ends(&self) -> Vec<ClassEnd> {
        self.plan.class_ends()
    }

    /// Presents images up to presentation `until` (at most the run's end). `progress` gets the
    /// number presented after every few, and stops the run by returning false.
    ///
    /// # Errors
    /// [`Error::Input`] where `images` are not as many as the run began with.
    pub fn run(
        &mut self,
        images: &Images,
        until: u64,
        mut progress: impl FnMut(u64) -> bool + Send,
    ) -> Result<()> {
        let mut taught = 0;
        self.run_observed(images, until, &mut Silent, |presented, _| {
            taught += 1;
            taught % FEW != 0 || progress(presented)
        })
    }

    /// The same, watched: `each` gets the number presented and the decision after each image.
    ///
    /// # Errors
    /// As [`TrainerOf::run`].
    pub fn run_observed(
        &mut self,
        images: &Images,
        until: u64,
        observer: &mut (impl Observer + Send),
        mut each: impl FnMut(u64, Decision) -> bool + Send,
    ) -> Result<()> {
        let total = self.total();
        self.visit_with(images, until, |network, presented, presentation| {
            network.begin(presented, total);
            let label = Some(presentation.label);
            let decision = network.present(&presentation.spikes, label, observer);
            each(presented + 1, decision)
        })
    }

    /// Hands out the presentations up to `until` without teaching them: `each` gets the number
    /// presented before, the spikes and the label, and stops by returning false.
    ///
    /// # Errors
    /// As [`TrainerOf::run`].
    pub fn visit(
        &mut self,
        images: &Images,
        until: u64,
        mut each: impl FnMut(u64, &[u16], u8) -> bool + Send,
    ) -> Result<()> {
        self.visit_with(images, until, |_, presented, presentation| {
            each(presented, &presentation.spikes, presentation.label)
        })
    }

    fn visit_with(
        &mut self,
        images: &Images,
        until: u64,
        mut each: impl FnMut(&mut N, u64, &Presentation) -> bool + Send,
    ) -> Result<()> {
        if images.len() != self.num_images {
            return Err(Error::Input(format!(
                "{} training images, but the run began with {}: give the same --data and --train",
                images.len(),
                self.num_images
            )));
        }
        let until = until.min(self.total());
        let source = Source {
            images,
            encoder: self.encoder,
            warp: self.options.warp.then(|| Warp::new(self.options.seed)),
        };
        let mut blocks = Blocks::default();
        let mut goes_on = true;
        while goes_on && self.presented < until {
            let (epoch, items) = self.plan.rest(self.presented, images.labels());
            let wanted = usize::try_from(until - self.presented).unwrap_or(usize::MAX);
            let items = &items[..items.len().min(wanted)];
            let (network, presented) = (&mut self.network, &mut self.presented);
            goes_on = blocks.run(&source, epoch, items, |presentation| {
                *presented += 1;
                each(network, *presented - 1, presentation)
            });
        }
        Ok(())
    }
}

/// Sets the amplitude codes of presentation `image` of `total`.
pub fn set_stage(learning: &mut Learning, schedule: &[ScheduleStage], image: u64, total: u64) {
    let stage = Learning::stage(schedule, image, total);
    learning.code_hidden = stage.hidden;
    learning.code_readout = stage.readout;
}
