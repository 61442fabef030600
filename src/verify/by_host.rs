//! A run whose state is read through the host port, since nothing inside is seen.

use super::parts::{Source, Visit};
use super::session::Action;
use crate::Result;
use crate::golden::core::{Core, Event};
use crate::spec::{Region, Register};

/// Learning images from one whose LFSR is read to the next.
const LFSR_EACH: u32 = 2;

/// The same run with host reads: of everything before each dump and at the end; of the LFSR at the end of
/// every other image that may teach, posted while the image is on its way.
pub struct ByHost<'a> {
    source: &'a dyn Source,
    all: Vec<u32>,
}

impl<'a> ByHost<'a> {
    /// `core`: any of this run.
    pub fn new(source: &'a dyn Source, core: &Core) -> Self {
        let all = core.addresses();
        ByHost { source, all }
    }

    fn read_all(&self, visit: &mut Visit) -> Result<()> {
        let mut reads = self.all.iter().map(|&addr| Action::Read(addr));
        reads.try_for_each(visit)
    }
}

impl Source for ByHost<'_> {
    fn play(&self, visit: &mut Visit) -> Result<()> {
        const LFSR: u32 = (Region::Registers as u32) << 28 | Register::Lfsr as u32;
        // an image takes one host access
        let (mut free, mut num_learned) = (true, 0);
        self.source.play(&mut |action| {
            match action {
                Action::Event(Event::Last(last)) => {
                    num_learned += u32::from(last.learn);
                    if free && last.learn && num_learned.is_multiple_of(LFSR_EACH) {
                        visit(Action::Read(LFSR))?;
                    }
                    free = true;
                }
                Action::Write(..) | Action::Read(_) => free = false,
                Action::Reset(_) | Action::AbortedLast(..) => free = true,
                Action::Dump => self.read_all(visit)?,
                Action::Event(_) => {}
            }
            visit(action)
        })?;
        self.read_all(visit)
    }
}
