//! One image of a run, and the network that it meets.

use super::parts::{Source, Start};
use super::restore;
use super::session::{Action, Options, Session};
use crate::Result;
use crate::golden::Model;
use crate::golden::core::{Event, Last};
use crate::spec::spike;

/// An image on its way into the core.
#[derive(Clone, Debug)]
pub struct Moment {
    /// The network before it.
    pub network: Model,
    /// Its spikes, in order.
    pub spikes: Vec<u16>,
    /// How it ends.
    pub last: Last,
}

/// Plays a run through the golden core as far as image `image`, from 0; none where it has fewer.
///
/// # Errors
/// As [`Source::play`].
pub fn moment(source: &dyn Source, start: &Start, image: u32) -> Result<Option<Moment>> {
    let core = start.core().clone();
    let writes = restore::registers(start.registers(), &core);
    let mut session = Session::start(core, None, &Options::default())?;
    writes
        .into_iter()
        .try_for_each(|write| session.play(write))?;
    let (mut found, mut spikes, mut step) = (None, Vec::new(), 0);
    source.play(&mut |action| {
        if found.is_some() {
            return Ok(());
        }
        if session.num_images() == image
            && let Action::Event(event) = action
        {
            match event {
                Event::Row(row) => spikes.push(spike(step, row)),
                Event::Step => step += 1,
                Event::Reserved => {}
                Event::Last(last) => {
                    found = Some(Moment {
                        network: session.core().network().clone(),
                        spikes: std::mem::take(&mut spikes),
                        last,
                    });
                }
            }
        }
        session.play(action)
    })?;
    Ok(found)
}
