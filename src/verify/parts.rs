//! Cuts a run into parts that can be simulated side by side: part k starts from state k and must
//! end in state k + 1.

use super::restore;
use super::session::{Action, Options, Session};
use super::tally::Tally;
use crate::Result;
use crate::golden::Model;
use crate::golden::core::Core;
use std::path::PathBuf;

/// Takes actions one by one.
pub type Visit<'a> = dyn FnMut(Action) -> Result<()> + Send + 'a;

/// A run that can be played again and again, always the same.
pub trait Source: Sync {
    /// Hands out all actions in order.
    ///
    /// # Errors
    /// Those of `visit`, and of the source itself.
    fn play(&self, visit: &mut Visit) -> Result<()>;
}

impl Source for [Action] {
    fn play(&self, visit: &mut Visit) -> Result<()> {
        self.iter().try_for_each(|&action| visit(action))
    }
}

impl Source for Vec<Action> {
    fn play(&self, visit: &mut Visit) -> Result<()> {
        self.as_slice().play(visit)
    }
}

/// One part of a run.
#[derive(Clone, Debug, Default)]
pub struct Part {
    /// Images before it.
    pub first_image: u32,
    /// Where its files go; none: it is played, not written.
    pub dir: Option<PathBuf>,
    /// Images of it to be traced, counted from its start.
    pub window: Option<std::ops::RangeInclusive<u32>>,
}

/// What playing a part gave.
#[derive(Clone, Debug, Default)]
pub struct Played {
    /// Images in it.
    pub num_images: u32,
    /// Golden trace of its window.
    pub trace: String,
    /// Sums over it.
    pub tally: Tally,
}

/// Plays `source` from `start` through the golden core, part by part. `progress` gets the number of
/// images after each.
///
/// # Errors
/// Those of the source, and [`crate::Error::Io`].
pub fn play(
    source: &dyn Source,
    start: &Start,
    parts: &[Part],
    compare_cycles: bool,
    progress: &(dyn Fn(u32) + Sync),
) -> Result<Vec<Played>> {
    let mut played = Vec::new();
    let mut coming = parts.iter();
    let open = |core: Core, saved: &Model, part: Option<&Part>| -> Result<Session> {
        let part = part.cloned().unwrap_or_default();
        let options = Options {
            compare_cycles,
            window: part.window,
        };
        let writes = restore::registers(saved, &core);
        let mut session = Session::start(core, part.dir.as_deref(), &options)?;
        writes.into_iter().try_for_each(|w| session.play(w))?;
        Ok(session)
    };
    let mut session = Some(open(start.core.clone(), &start.registers, coming.next())?);
    let mut next = coming.next();
    let mut total = 0;
    source.play(&mut |action| {
        let Some(now) = &mut session else {
            return Ok(());
        };
        let before = now.num_images();
        if next.is_some_and(|part| total >= part.first_image) && !now.in_image() {
            if let Some(ended) = session.take() {
                let saved = ended.core().network().clone();
                let mut core = end(ended, &mut played)?;
                core.power_on();
                let mut fresh = open(core, &saved, next)?;
                next = coming.next();
                fresh.play(action)?;
                total += fresh.num_images();
                session = Some(fresh);
            }
            return Ok(());
        }
        now.play(action)?;
        if now.num_images() > before {
            total += 1;
            progress(total);
        }
        Ok(())
    })?;
    if let Some(ended) = session {
        end(ended, &mut played)?;
    }
    Ok(played)
}

fn end(session: Session, played: &mut Vec<Played>) -> Result<Core> {
    played.push(Played {
        num_images: session.num_images(),
        trace: session.trace().to_owned(),
        tally: session.tally(),
    });
    session.finish()
}

/// Where a run begins: a core after reset, and the registers that the host then writes.
#[derive(Clone, Debug)]
pub struct Start {
    core: Core,
    registers: Model,
}

impl Start {
    /// Weights and registers of `network`, on a core whose LFSR is reset to `lfsr_reset`.
    pub fn new(network: impl Into<Model>, lfsr_reset: crate::blocks::draw::golden::Lfsr) -> Self {
        let network = network.into();
        Start {
            core: Core::new(network.clone(), lfsr_reset),
            registers: network,
        }
    }

    /// The core after reset.
    pub fn core(&self) -> &Core {
        &self.core
    }

    /// What the host writes then.
    pub fn registers(&self) -> &Model {
        &self.registers
    }
}
