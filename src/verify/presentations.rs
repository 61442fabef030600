//! A training run and a test behind it, as actions.

use super::parts::{Source, Visit};
use super::session::Action;
use crate::data::Images;
use crate::golden::core::{Event, Last};
use crate::golden::eval::Views;
use crate::golden::{Learner, TrainerOf};
use crate::spec::{Region, Register, spike_row, spike_step};
use crate::{Error, Result};

/// Images between two dumps of the whole state.
const DUMP_EVERY: u64 = 1000;

/// `num_train` presentations of `trainer` from where it stands, learning on, with the amplitude
/// schedule as host writes; then the first `num_test` test images. All is dumped now and then.
#[derive(Clone, Debug)]
pub struct Presentations<'a, N> {
    /// The training run at its start.
    pub trainer: &'a TrainerOf<N>,
    /// Its images.
    pub train: &'a Images,
    /// Presentations from where the trainer stands.
    pub num_train: u64,
    /// Test images.
    pub test: &'a Images,
    /// How many of them, from the first.
    pub num_test: usize,
    /// How a test image is shown: all views but the last with `more`.
    pub views: Views,
}

impl<N: Learner> Source for Presentations<'_, N> {
    fn play(&self, visit: &mut Visit) -> Result<()> {
        let mut trainer = self.trainer.clone();
        let total = trainer.total();
        let until = trainer.presented() + self.num_train;
        let mut network = trainer.network.clone();
        let mut counted = Counted {
            visit,
            num_steps: network.spec().input_steps(),
            images: 0,
        };
        let mut failed = None;
        trainer.visit(self.train, until, |presented, spikes, label| {
            let before = network.codes();
            network.begin(presented, total);
            let changed = network.codes().filter(|_| network.codes() != before);
            let written = changed.map_or(Ok(()), |codes| counted.write(Register::Codes, codes));
            let step = written.and_then(|()| counted.image(spikes, learned(label)));
            failed = step.err();
            failed.is_none()
        })?;
        if let Some(error) = failed {
            return Err(error);
        }
        let encoder = self.trainer.encoder();
        let num_views = self.views.count();
        let mut spikes = Vec::new();
        let test = self.test.images().iter().zip(self.test.labels());
        for (image, &label) in test.take(self.num_test) {
            for view in 0..num_views {
                encoder.encode_view(image, view, &mut spikes);
                let last = Last {
                    learn: false,
                    label,
                    more: view + 1 < num_views,
                };
                counted.image(&spikes, last)?;
            }
        }
        Ok(())
    }
}

fn learned(label: u8) -> Last {
    Last {
        learn: true,
        label,
        more: false,
    }
}

struct Counted<'a, 'b> {
    visit: &'a mut Visit<'b>,
    num_steps: usize,
    images: u64,
}

impl Counted<'_, '_> {
    fn write(&mut self, register: Register, data: u32) -> Result<()> {
        let addr = (Region::Registers as u32) << 28 | register as u32;
        (self.visit)(Action::Write(addr, data))
    }

    /// STEPs from input step `step` on to `wanted`.
    fn steps(&mut self, step: &mut usize, wanted: usize) -> Result<()> {
        (*step..wanted).try_for_each(|_| (self.visit)(Action::Event(Event::Step)))?;
        *step = wanted;
        Ok(())
    }

    /// The spikes of an image with a STEP behind each input step but the last, which LAST ends.
    fn image(&mut self, spikes: &[u16], last: Last) -> Result<()> {
        let mut step = 0;
        for &spike in spikes {
            self.steps(&mut step, spike_step(spike))?;
            (self.visit)(Action::Event(Event::Row(spike_row(spike) as u16)))?;
        }
        self.steps(&mut step, self.num_steps - 1)?;
        (self.visit)(Action::Event(Event::Last(last)))?;
        self.images += 1;
        if self.images.is_multiple_of(DUMP_EVERY) {
            (self.visit)(Action::Dump)?;
        }
        Ok(())
    }
}

impl<N: Learner> Presentations<'_, N> {
    /// Images streamed, each view on its own.
    pub fn num_images(&self) -> u32 {
        (self.num_train + (self.num_test * self.views.count()) as u64) as u32
    }

    /// Checks that there are as many images as asked for.
    ///
    /// # Errors
    /// [`Error::Input`].
    pub fn check(&self) -> Result<()> {
        let left = self.trainer.total() - self.trainer.presented();
        if self.num_train > left {
            return Err(Error::Input(format!(
                "`train_images = {}`: {left} presentations are left, lower --train or raise --epochs",
                self.num_train
            )));
        }
        if self.num_test > self.test.len() {
            return Err(Error::Input(format!(
                "`test_images = {}`: the data have {}, lower --test",
                self.num_test,
                self.test.len()
            )));
        }
        if self.num_train == 0 && self.num_test == 0 {
            return Err(Error::Input(
                "`train_images = 0` and `test_images = 0`: give --train N or --test N".into(),
            ));
        }
        Ok(())
    }
}
