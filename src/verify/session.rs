//! Plays a run through the golden core and writes what the testbench plays and expects.

use super::recorder::Recorder;
use super::restore;
use super::stimulus::{DumpRecord, Files, Header, ImageRecord, event_word};
use super::tally::Tally;
use crate::emit::testbench::format;
use crate::emit::{digest, memory_image};
use crate::golden::Silent;
use crate::golden::core::{Core, Event, HostWrite, Last};
use crate::spec::timing::Timing;
use crate::spec::{Counter, Spec};
use crate::{Error, Result};
use std::ops::RangeInclusive;
use std::path::Path;

/// One thing that happens at the ports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// An event.
    Event(Event),
    /// A host write. After the first event of an image it is served at the image's end.
    Write(u32, u32),
    /// A host read, likewise.
    Read(u32),
    /// Reset, this many cycles after the last event was accepted.
    Reset(u32),
    /// LAST, then reset after so many cycles: the image is lost. What teaching had changed by then
    /// is written back by the host.
    AbortedLast(Last, u32),
    /// Everything is compared, the memories too.
    Dump,
}

/// A run of the golden core that is being written down.
pub struct Session {
    spec: Spec,
    core: Core,
    files: Option<Files>,
    recorder: Recorder,
    timing: Timing,
    /// Events, dropped ones too, since the last LAST.
    num_events: u64,
    /// An event of the image at hand was accepted, were it a dropped one.
    open: bool,
    /// The last image was a view: its sums wait for the next.
    in_views: bool,
    /// Nothing is in flight but the image at hand.
    settled: bool,
    /// Nothing but events since the last result.
    back_to_back: bool,
    compare_cycles: bool,
    tally: Tally,
    /// A host access that waits for the end of the image, and the events behind it.
    posted: Option<(Action, Vec<Event>)>,
}

/// What a session does besides comparing.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Compare latency and interval (where the testbench does not stall).
    pub compare_cycles: bool,
    /// Images whose golden trace is kept.
    pub window: Option<RangeInclusive<u32>>,
}

impl Session {
    /// Starts from a core as it is; writes `stimulus.bin`, `expected.bin` and the hex files of
    /// both memories into `dir`, or nothing without one (to trace alone).
    ///
    /// The core is taken to have just been reset.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn start(core: Core, dir: Option<&Path>, options: &Options) -> Result<Self> {
        let spec = core.spec().clone();
        let files = match dir {
            Some(dir) => Some(Self::start_files(&spec, &core, dir)?),
            None => None,
        };
        Ok(Session {
            recorder: Recorder::new(&core, options.window.clone()),
            timing: Timing::new(&spec),
            compare_cycles: options.compare_cycles,
            tally: Tally::default(),
            num_events: 0,
            open: false,
            in_views: false,
            settled: true,
            back_to_back: false,
            posted: None,
            spec,
            core,
            files,
        })
    }

    fn start_files(spec: &Spec, core: &Core, dir: &Path) -> Result<Files> {
        std::fs::create_dir_all(dir).map_err(Error::io(dir))?;
        for (name, text) in memory_files(core) {
            let path = dir.join(name);
            std::fs::write(&path, text).map_err(Error::io(&path))?;
        }
        let header = Header {
            sizes: [spec.rows as u32, spec.columns as u32, spec.lanes as u32],
            w1: memory_image::w1_digest(spec, core.w1_rows()),
            w2: memory_image::second_digest(spec, core.second_rows()),
        };
        let pair = digest::mix_all(header.w1, &[header.w2, u32::from(core.lfsr())]);
        Files::create(dir, &header, pair)
    }

    /// Plays one action.
    ///
    /// # Errors
    /// [`Error::Io`]; [`Error::Design`] for an action that has no place here.
    pub fn play(&mut self, action: Action) -> Result<()> {
        match action {
            Action::Event(Event::Last(last)) => self.last(last),
            Action::Event(event) => self.event(event),
            Action::Write(..) | Action::Read(_) if self.open => {
                if self.posted.is_some() {
                    return Err(misplaced("a second host access inside one image"));
                }
                self.posted = Some((action, Vec::new()));
                Ok(())
            }
            Action::Write(..) | Action::Read(_) => self.host(action, false),
            Action::Reset(delay) => self.reset(delay),
            Action::AbortedLast(last, delay) => self.aborted_last(last, delay),
            Action::Dump => self.dump(),
        }
    }

    fn event(&mut self, event: Event) -> Result<()> {
        self.num_events += 1;
        self.open = true;
        self.trace_event(event);
        self.core.event(event, &mut self.recorder);
        match (&mut self.posted, &mut self.files) {
            (Some((_, behind)), _) => behind.push(event),
            (None, Some(files)) => files.event(event)?,
            (None, None) => {}
        }
        Ok(())
    }

    fn last(&mut self, last: Last) -> Result<()> {
        let event = Event::Last(last);
        self.trace_event(event);
        let pulses = num_pulses(&self.core);
        let Some(outcome) = self.core.event(event, &mut self.recorder) else {
            return Err(misplaced("a LAST without an outcome"));
        };
        self.recorder.end_sweep();
        self.tally.pulses += u64::from(num_pulses(&self.core).wrapping_sub(pulses));
        let mut work = outcome.work;
        work.events = std::mem::take(&mut self.num_events);
        let mut record = ImageRecord {
            result: outcome.result,
            columns: self.recorder.columns,
            w1_writes: self.recorder.w1_writes,
            w2_writes: self.recorder.w2_writes,
            lfsr: self.core.lfsr(),
            counters: image_counters(&self.core),
            latency: None,
            interval: None,
        };
        let cycles = self.timing.image(&work);
        if let Some((class, learn)) = outcome.result {
            if self.compare_cycles {
                record.set_cycles(cycles, self.back_to_back);
                self.tally.cycles(last, cycles, self.back_to_back);
            }
            self.tally.result(last, class, learn);
            self.back_to_back = true;
            self.recorder
                .line(format_args!("result {class} {}", u8::from(learn)));
            self.recorder.line(format_args!(
                "cycles {} {}",
                cycles.latency, cycles.interval
            ));
        }
        let [draws, spikes, ltp, ltd, switches, saturations] = record.counters;
        self.recorder.line(format_args!(
            "done {draws} {spikes} {ltp} {ltd} {switches} {saturations}"
        ));
        (self.open, self.settled, self.in_views) = (false, false, last.more);
        self.recorder.next_image();
        let posted = self.posted.take();
        if let Some((access, behind)) = posted {
            self.host(access, true)?;
            if let Some(files) = &mut self.files {
                behind.into_iter().try_for_each(|e| files.event(e))?;
            }
        }
        if let Some(files) = &mut self.files {
            files.event(event)?;
            files.image(&record)?;
        }
        Ok(())
    }

    fn host(&mut self, access: Action, posted: bool) -> Result<()> {
        self.rest();
        let (write, addr, data) = match access {
            Action::Write(addr, data) => {
                match self.core.write(addr, data) {
                    HostWrite::W1 { row, pass } => {
                        let weights = self.core.w1_cells(row);
                        self.recorder.host_wrote_w1(row, pass, &weights);
                    }
                    HostWrite::Second { column, index } => {
                        let fields = self.core.second_fields(column);
                        self.recorder.host_wrote_second(column, index, fields);
                    }
                    HostWrite::Other => {}
                }
                (true, addr, data)
            }
            Action::Read(addr) => (false, addr, self.core.read(addr)),
            _ => return Err(misplaced("no host access")),
        };
        match &mut self.files {
            Some(files) => files.host(write, posted, addr, data),
            None => Ok(()),
        }
    }

    fn reset(&mut self, delay: u32) -> Result<()> {
        if self.posted.is_some() {
            return Err(misplaced("a reset while a host access waits"));
        }
        if !std::mem::replace(&mut self.settled, true) {
            return Err(misplaced("a reset with images in flight (no dump before)"));
        }
        self.core.reset();
        self.recorder.reset();
        self.timing = Timing::new(&self.spec);
        (self.open, self.in_views, self.back_to_back) = (false, false, false);
        self.num_events = 0;
        match &mut self.files {
            Some(files) => files.reset(delay),
            None => Ok(()),
        }
    }

    /// How far teaching comes is the core's affair: each cell is before it or behind it. The host
    /// writes back those that differ, and a second reset forgets those writes.
    fn aborted_last(&mut self, last: Last, delay: u32) -> Result<()> {
        self.trace_event(Event::Last(last));
        if let Some(files) = &mut self.files {
            files.aborted_last(last)?;
        }
        let mut taught = self.core.clone();
        taught.event(Event::Last(last), &mut Silent);
        self.reset(delay)?;
        let cells = restore::weights(&self.core, &taught);
        if cells.is_empty() {
            return Ok(());
        }
        cells
            .into_iter()
            .try_for_each(|write| self.host(write, false))?;
        self.reset(0)
    }

    fn dump(&mut self) -> Result<()> {
        self.rest();
        self.settled = true;
        let Some(files) = &mut self.files else {
            return Ok(());
        };
        files.dump(&DumpRecord {
            counters: self.core.counters(),
            errors: self.core.errors(),
            lfsr: self.core.lfsr(),
            w1: memory_image::w1_digest(&self.spec, self.core.w1_rows()),
            w2: memory_image::second_digest(&self.spec, self.core.second_rows()),
        })
    }

    fn trace_event(&mut self, event: Event) {
        let word = event_word(event);
        let (kind, data) = (word >> format::KIND_AT, word & format::EVENT_DATA);
        self.recorder.line(format_args!("event {kind} {data}"));
    }

    fn rest(&mut self) {
        self.back_to_back = false;
        self.timing.rest();
    }

    /// Images with a record so far.
    pub fn num_images(&self) -> u32 {
        self.recorder.image
    }

    /// True in the middle of an image or of its views.
    pub fn in_image(&self) -> bool {
        self.open || self.in_views
    }

    /// Cycles and results so far.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// The core as it stands.
    pub fn core(&self) -> &Core {
        &self.core
    }

    /// The golden trace of the window.
    pub fn trace(&self) -> &str {
        self.recorder.trace()
    }

    /// Ends with a dump; gives the core back.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn finish(mut self) -> Result<Core> {
        self.dump()?;
        if let Some(files) = self.files.take() {
            files.finish()?;
        }
        Ok(self.core)
    }
}

/// Names and texts of the hex files of both memories.
pub fn memory_files(core: &Core) -> [(&'static str, String); 2] {
    let spec = core.spec();
    let [w1, second] = memory_image::file_names(spec);
    [
        (w1, memory_image::w1_hex(spec, core.w1_rows())),
        (second, memory_image::second_hex(spec, core.second_rows())),
    ]
}

fn num_pulses(core: &Core) -> u32 {
    let counters = core.counters();
    counters[Counter::PulsesLtp as usize].wrapping_add(counters[Counter::PulsesLtd as usize])
}

/// The counters that are final when an image is complete.
fn image_counters(core: &Core) -> [u32; 6] {
    let counters = core.counters();
    [
        Counter::Draws,
        Counter::HiddenSpikes,
        Counter::PulsesLtp,
        Counter::PulsesLtd,
        Counter::Switches,
        Counter::Saturations,
    ]
    .map(|c| counters[c as usize])
}

fn misplaced(what: &str) -> Error {
    Error::Design(format!("the stimulus has {what}"))
}
