//! Training: presentations in order, the amplitude schedule, and a position from which to go on.

use super::network::{Decision, Network};
use super::observer::{Observer, Silent};
use super::stage::{BLOCK, Blocks, Presentation, Source};
use super::start::start_network;
use crate::data::Images;
use crate::encoder::{Encoder, Fitted, Warp};
use crate::random::Stream;
use crate::spec::{Learning, Spec};
use crate::{Error, Result};

/// Most epochs of a run.
pub const MAX_EPOCHS: u32 = 10_000;

/// Order of the presentations in an epoch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// Shuffled anew each epoch.
    #[default]
    Shuffled,
    /// As in the file.
    File,
    /// Classes 0 to 9 one after the other, file order within a class.
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
}

impl Default for TrainOptions {
    fn default() -> Self {
        TrainOptions {
            epochs: 1,
            order: Order::Shuffled,
            seed: 1,
            warp: true,
            encoder: Encoder::default(),
        }
    }
}

/// A training run that can stop and go on at any presentation, and ends in the same bits.
#[derive(Clone, Debug)]
pub struct Trainer {
    /// The network as it stands.
    pub network: Network,
    options: TrainOptions,
    encoder: Fitted,
    num_images: usize,
    presented: u64,
    shuffler: Stream,
    /// Order of the epoch in progress.
    indices: Vec<u32>,
}

impl Trainer {
    /// Start values from the seed.
    ///
    /// # Errors
    /// [`Error::Input`] where the array has fewer rows than the code, or there is nothing to learn.
    pub fn new(spec: &Spec, options: TrainOptions, images: &Images) -> Result<Self> {
        let (network, _) = start_network(spec, options.seed)?;
        Self::resume(network, options, images, 0)
    }

    /// Goes on with a network that has seen `presented` presentations of this run.
    ///
    /// # Errors
    /// As [`Trainer::new`]; also where `presented` is beyond the run's end.
    pub fn resume(
        network: Network,
        options: TrainOptions,
        images: &Images,
        presented: u64,
    ) -> Result<Self> {
        let encoder = options.encoder.fit(network.spec().rows)?;
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
        let (_, shuffler) = start_network(network.spec(), options.seed)?;
        let mut trainer = Trainer {
            network,
            options,
            encoder,
            num_images: images.len(),
            presented,
            shuffler,
            indices: (0..images.len() as u32).collect(),
        };
        if presented > trainer.total() {
            return Err(Error::Input(format!(
                "the weights have seen {presented} presentations, more than the {} of {} epochs of {} images: raise --epochs",
                trainer.total(),
                options.epochs,
                images.len()
            )));
        }
        if options.order == Order::ByClass {
            let labels = images.labels();
            trainer.indices.sort_by_key(|&index| labels[index as usize]);
        }
        // orders of the epochs begun before; the one at the position is drawn when it begins
        let begun = presented.div_ceil(images.len() as u64);
        for _ in 0..begun {
            trainer.begin_epoch();
        }
        Ok(trainer)
    }

    fn begin_epoch(&mut self) {
        if self.options.order == Order::Shuffled {
            self.shuffler.shuffle(&mut self.indices);
        }
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
        u64::from(self.options.epochs) * self.num_images as u64
    }

    /// Presents images up to presentation `until` (at most the run's end). `progress` gets the
    /// number presented after every few hundred, and stops the run by returning false.
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
            taught % BLOCK != 0 || progress(presented)
        })
    }

    /// The same, watched: `each` gets the number presented and the decision after each image.
    ///
    /// # Errors
    /// As [`Trainer::run`].
    pub fn run_observed(
        &mut self,
        images: &Images,
        until: u64,
        observer: &mut (impl Observer + Send),
        mut each: impl FnMut(u64, Decision) -> bool + Send,
    ) -> Result<()> {
        let total = self.total();
        self.visit_with(images, until, |network, presented, presentation| {
            set_stage(&mut network.learning, presented, total);
            let label = Some(presentation.label);
            let decision = network.present(&presentation.rows, label, observer);
            each(presented + 1, decision)
        })
    }

    /// Hands out the presentations up to `until` without teaching them: `each` gets the number
    /// presented before, the active rows and the label, and stops by returning false.
    ///
    /// # Errors
    /// As [`Trainer::run`].
    pub fn visit(
        &mut self,
        images: &Images,
        until: u64,
        mut each: impl FnMut(u64, &[u16], u8) -> bool + Send,
    ) -> Result<()> {
        self.visit_with(images, until, |_, presented, presentation| {
            each(presented, &presentation.rows, presentation.label)
        })
    }

    fn visit_with(
        &mut self,
        images: &Images,
        until: u64,
        mut each: impl FnMut(&mut Network, u64, &Presentation) -> bool + Send,
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
        let epoch_length = self.num_images as u64;
        let mut goes_on = true;
        while goes_on && self.presented < until {
            let (epoch, position) = (self.presented / epoch_length, self.presented % epoch_length);
            if position == 0 {
                self.begin_epoch();
            }
            let end = epoch_length.min(position + until - self.presented);
            let indices = &self.indices[position as usize..end as usize];
            let (network, presented) = (&mut self.network, &mut self.presented);
            goes_on = blocks.run(&source, epoch, indices, |presentation| {
                *presented += 1;
                each(network, *presented - 1, presentation)
            });
        }
        Ok(())
    }
}

/// Sets the amplitude codes of presentation `image` of `total`.
pub fn set_stage(learning: &mut Learning, image: u64, total: u64) {
    let stage = Learning::stage(image, total);
    learning.code_hidden = stage.hidden;
    learning.code_readout = stage.readout;
}
