//! Writes the stimulus and the expected file; see [`crate::emit::testbench::format`].

use crate::emit::digest;
use crate::emit::testbench::format;
use crate::golden::core::{Event, Last};
use crate::spec::Counter;
use crate::spec::timing::ImageCycles;
use crate::{Error, Result};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// What the testbench compares when an image is complete.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImageRecord {
    /// Class and learn flag of the result; none for a view.
    pub result: Option<(u8, bool)>,
    /// Digest of every (column, count, membrane).
    pub columns: u32,
    /// Digest of all writes to W1 so far.
    pub w1_writes: u32,
    /// Digest of all writes to W2 so far.
    pub w2_writes: u32,
    /// LFSR afterwards.
    pub lfsr: u16,
    /// Counters draws, hidden spikes, LTP pulses, LTD pulses, switches, saturations.
    pub counters: [u32; 6],
    /// Cycles, where they are known.
    pub latency: Option<u64>,
    /// Cycles since the result before, where events came back to back.
    pub interval: Option<u64>,
}

impl ImageRecord {
    /// Takes over cycles that are to be compared.
    pub fn set_cycles(&mut self, cycles: ImageCycles, back_to_back: bool) {
        self.latency = Some(cycles.latency);
        self.interval = back_to_back.then_some(cycles.interval);
    }

    fn words(&self) -> [u32; format::IMAGE_WORDS] {
        let (class, learn) = self.result.unwrap_or_default();
        let flags = u32::from(self.result.is_some())
            | u32::from(learn) << 1
            | u32::from(class) << 4
            | u32::from(self.latency.is_some()) << 8
            | u32::from(self.interval.is_some()) << 9;
        let [draws, spikes, ltp, ltd, switches, saturations] = self.counters;
        [
            flags,
            self.columns,
            self.w1_writes,
            self.w2_writes,
            u32::from(self.lfsr),
            draws,
            spikes,
            ltp,
            ltd,
            switches,
            saturations,
            self.latency.unwrap_or(0) as u32,
            self.interval.unwrap_or(0) as u32,
        ]
    }
}

/// What a dump compares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DumpRecord {
    /// All counters, in the order of [`crate::spec::Counter`].
    pub counters: [u32; Counter::COUNT],
    /// Error bits.
    pub errors: u32,
    /// LFSR.
    pub lfsr: u16,
    /// Digest of all of W1.
    pub w1: u32,
    /// Digest of all of W2.
    pub w2: u32,
}

/// First words of both files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Rows, columns, lanes.
    pub sizes: [u32; 3],
    /// Digest of W1 at the start.
    pub w1: u32,
    /// Digest of W2 at the start.
    pub w2: u32,
}

/// The two files while they are written.
pub struct Files {
    stimulus: Words,
    expected: Words,
    num_images: u32,
}

impl Files {
    /// Starts both files in `dir`: `stimulus.bin` and `expected.bin`.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn create(dir: &Path, header: &Header, pair: u32) -> Result<Self> {
        let mut stimulus = Words::create(&dir.join("stimulus.bin"))?;
        let mut expected = Words::create(&dir.join("expected.bin"))?;
        stimulus.put(&[format::STIMULUS_MAGIC])?;
        stimulus.put(&header.sizes)?;
        stimulus.put(&[pair, header.w1, header.w2])?;
        expected.put(&[format::EXPECTED_MAGIC, pair])?;
        Ok(Files {
            stimulus,
            expected,
            num_images: 0,
        })
    }

    /// An event; a LAST is followed by [`Files::image`].
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn event(&mut self, event: Event) -> Result<()> {
        self.stimulus.put(&[event_word(event)])
    }

    /// A LAST whose image a reset takes away.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn aborted_last(&mut self, last: Last) -> Result<()> {
        let word = event_word(Event::Last(last)) | format::LAST_ABORTED;
        self.stimulus.put(&[word])
    }

    /// What is expected of the image whose LAST was written.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn image(&mut self, record: &ImageRecord) -> Result<()> {
        self.num_images += 1;
        self.expected.put(&record.words())
    }

    /// A host access: a read compares with `data`.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn host(&mut self, write: bool, posted: bool, addr: u32, data: u32) -> Result<()> {
        let op = if write {
            format::OP_WRITE
        } else {
            format::OP_READ
        };
        let posted = if posted { format::HOST_POSTED } else { 0 };
        self.stimulus.put(&[op | posted, addr, data])
    }

    /// Reset after `delay` cycles.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn reset(&mut self, delay: u32) -> Result<()> {
        self.stimulus.put(&[format::OP_RESET | delay & 0x0FFF_FFFF])
    }

    /// A dump.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn dump(&mut self, record: &DumpRecord) -> Result<()> {
        self.stimulus.put(&[format::OP_DUMP])?;
        self.expected.put(&record.counters)?;
        let rest = [record.errors, u32::from(record.lfsr), record.w1, record.w2];
        self.expected.put(&rest)
    }

    /// Ends both files.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn finish(mut self) -> Result<()> {
        let expected = self.expected.digest;
        self.stimulus
            .put(&[format::OP_END, self.num_images, expected])?;
        self.stimulus.put(&[self.stimulus.digest])?;
        self.stimulus.finish()?;
        self.expected.finish()
    }
}

/// The record of an event: its kind, and `ev_data`.
pub(super) fn event_word(event: Event) -> u32 {
    match event {
        Event::Row(row) => format::OP_ROW | u32::from(row),
        Event::Step => format::OP_STEP,
        Event::Reserved => format::OP_RESERVED,
        Event::Last(Last { learn, label, more }) => {
            let flag = |set, bit| if set { bit } else { 0 };
            let flags = flag(learn, format::LAST_LEARN) | flag(more, format::LAST_MORE);
            format::OP_LAST | flags | u32::from(label) & format::LAST_LABEL
        }
    }
}

struct Words {
    path: PathBuf,
    file: BufWriter<File>,
    /// Of all words so far.
    digest: u32,
}

impl Words {
    fn create(path: &Path) -> Result<Self> {
        let file = File::create(path).map_err(Error::io(path))?;
        Ok(Words {
            path: path.to_path_buf(),
            file: BufWriter::with_capacity(1 << 16, file),
            digest: digest::START,
        })
    }

    fn put(&mut self, words: &[u32]) -> Result<()> {
        self.digest = digest::mix_all(self.digest, words);
        words
            .iter()
            .try_for_each(|word| self.file.write_all(&word.to_be_bytes()))
            .map_err(Error::io(&self.path))
    }

    fn finish(mut self) -> Result<()> {
        self.file.flush().map_err(Error::io(&self.path))
    }
}
