//! Random small cores and random runs of everything the ports allow: what finds most faults.

mod access;

use super::session::Action;
use crate::Result;
use crate::golden::core::{Event, Last};
use crate::golden::{Model, start_network, start_prototype};
use crate::random::Stream;
use crate::spec::prototype::WEIGHT_MAX;
use crate::spec::{
    Compartments, Layout, NUM_CLASSES, NUM_STEPS, Pairs, Register, Scheme, Spec, Types,
};
use access::register;

/// Most rows, and most columns.
const MOST_ROWS: u32 = 40;
const MOST_COLUMNS: u32 = 33;

/// A core, its weights and a run.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Sizes.
    pub spec: Spec,
    /// Start weights and LFSR.
    pub network: Model,
    /// The run.
    pub actions: Vec<Action>,
    /// Seed of the testbench's stalls; 0: none, cycles are compared.
    pub stall: u32,
}

impl Scenario {
    /// Number `seed` of the random cores, with `num_images` images.
    ///
    /// # Errors
    /// None in practice: all sizes are inside the limits.
    pub fn random(seed: u64, num_images: usize) -> Result<Self> {
        let mut stream = Stream::new(seed);
        let rows = 1 + stream.below(MOST_ROWS) as usize;
        let columns = 1 + stream.below(MOST_COLUMNS) as usize;
        let lanes = 1 + stream.below(columns as u32) as usize;
        let stall = stall(&mut stream);
        let steps = [1, 1, 2, 4, 4, 3, 8][stream.below(7) as usize];
        let spec = Spec::new(rows, columns, lanes)?.with_steps(steps)?;
        let spec = match stream.below(3) {
            0 => spec.with_types(Types::Causal)?,
            1 => spec.with_types(Types::All)?,
            _ => spec,
        };
        // with a mask, some of them off until the host sets a target
        let spec = match stream.below(5) {
            0 => spec.with_mask(0)?,
            1 => {
                let target = stream.below(3 * columns as u32 + 2);
                spec.with_mask(target)?
            }
            _ => spec,
        };
        Self::of_size(&spec, seed, num_images, stall)
    }

    /// Number `seed` of the random cores that only infer.
    ///
    /// # Errors
    /// None in practice.
    pub fn random_inference(seed: u64, num_images: usize) -> Result<Self> {
        let mut stream = Stream::numbered(seed, 11);
        let Scenario { spec, stall, .. } = Self::random(seed, 0)?;
        let mut spec = Spec::new(spec.rows, spec.columns, spec.lanes)?;
        // small cores drive little: a lower threshold makes them fire
        spec.learning.threshold = (1 + stream.below(600)) << stream.below(3);
        let mut spec = spec.with_inference()?;
        spec.weight_bits = [7, 5, 4][stream.below(3) as usize];
        Self::of_size(&spec, seed, num_images, stall)
    }

    /// Number `seed` of the random cores whose hidden cells are persistent pairs.
    ///
    /// # Errors
    /// None in practice.
    pub fn random_persistent(seed: u64, num_images: usize) -> Result<Self> {
        let mut scenario = Self::random(seed, 0)?;
        let spec = scenario.spec.with_persistent_pairs()?;
        scenario = Self::of_size(&spec, seed, num_images, scenario.stall)?;
        Ok(scenario)
    }

    /// Number `seed` of the random cores of scheme "prototype".
    ///
    /// # Errors
    /// None in practice.
    pub fn random_prototype(seed: u64, num_images: usize) -> Result<Self> {
        let mut stream = Stream::new(seed);
        let rows = 1 + stream.below(MOST_ROWS) as usize;
        let columns = NUM_CLASSES * (1 + stream.below(3) as usize);
        let lanes = 1 + stream.below(columns as u32) as usize;
        let compartments = [Compartments::One, Compartments::Four][stream.below(2) as usize];
        // windows that fill the array, or that leave rows of no part
        let layout = match stream.below(3) {
            0 if rows >= 4 => Layout {
                side: 2,
                directions: rows / 4,
            },
            1 if rows >= 9 => Layout {
                side: 3,
                directions: rows / 9,
            },
            _ => Layout::EDGE12,
        };
        let spec = Spec::with_prototype(rows, columns, lanes, compartments, layout)?;
        let stall = stall(&mut stream);
        Self::of_size(&spec, seed, num_images, stall)
    }

    /// The same images taught again and again, each time with a reset, the `each`th cycle later from
    /// one to the next, until all of the image and its teaching was cut; whole images between.
    ///
    /// # Errors
    /// None in practice.
    pub fn resets(spec: &Spec, seed: u64, each: usize) -> Result<Self> {
        let mut scenario = Self::of_size(spec, seed, 0, 0)?;
        let mut writer = Writer {
            spec,
            stream: Stream::numbered(seed, 10),
            actions: Vec::new(),
        };
        for delay in (0..cycles_behind_last(spec)).step_by(each) {
            writer.put(Action::Dump);
            // reset has given all registers their values
            writer.put(register(Register::Threshold, 60));
            writer.put(register(Register::Margin, 65_535));
            writer.events(false);
            let label = writer.stream.below(10) as u8;
            let last = Last {
                learn: true,
                label,
                more: false,
            };
            writer.put(Action::AbortedLast(last, delay));
            writer.put(Action::Dump);
            if writer.one_in(3) {
                writer.image(false);
            }
        }
        scenario.actions = writer.actions;
        Ok(scenario)
    }

    /// A random run on a core of this size.
    ///
    /// # Errors
    /// None in practice.
    pub fn of_size(spec: &Spec, seed: u64, num_images: usize, stall: u32) -> Result<Self> {
        let mut stream = Stream::numbered(seed, 9);
        let network = match spec.scheme {
            Scheme::Modulated => modulated(spec, seed, &mut stream)?,
            Scheme::Prototype(_) => prototype(spec, seed, &mut stream)?,
        };
        let mut writer = Writer {
            spec,
            stream,
            actions: Vec::new(),
        };
        writer.run(num_images);
        Ok(Scenario {
            spec: spec.clone(),
            network,
            actions: writer.actions,
            stall,
        })
    }
}

/// Cycles that pass, at most, from LAST to the end of teaching.
fn cycles_behind_last(spec: &Spec) -> u32 {
    let pass = (spec.input_steps() + 1) * spec.rows + 2 * NUM_STEPS + 20;
    let sweep = spec.rows + 20;
    // integration; a few cycles a column; the rows once more
    (spec.passes() * (pass + sweep) + 8 * spec.columns + 60) as u32
}

fn stall(stream: &mut Stream) -> u32 {
    if stream.below(3) == 0 {
        0
    } else {
        1 + stream.below(u32::MAX - 1)
    }
}

fn modulated(spec: &Spec, seed: u64, stream: &mut Stream) -> Result<Model> {
    let (mut network, _) = start_network(spec, seed)?;
    let reach = [16, 63][stream.below(2) as usize].min(spec.w1_max() as i16);
    for row in 0..spec.rows_with_bias() {
        for column in 0..spec.columns {
            match spec.pairs {
                Pairs::Reset => network.set_w1(row, column, stream.symmetric(reach)),
                Pairs::Persistent => network.set_pair(row, column, stream.below(4) as u8),
            }
        }
    }
    for column in 0..spec.columns {
        for class in 0..NUM_CLASSES {
            network.set_w2(column, class, stream.symmetric(127));
        }
    }
    Ok(network.into())
}

/// Nobody recruited; or all, each with some history; or a mixture.
fn prototype(spec: &Spec, seed: u64, stream: &mut Stream) -> Result<Model> {
    let mut network = start_prototype(spec, seed)?.network;
    let share = stream.below(3);
    let bias_bits = network.sizes().bias_bits();
    let most_bias = [1 << 10.min(bias_bits), 1 << bias_bits][stream.below(2) as usize];
    let most_wins = [4, 20, 128][stream.below(3) as usize];
    for column in 0..spec.columns {
        if stream.below(2) >= share {
            continue;
        }
        for row in 0..spec.rows {
            network.set_weight(row, column, stream.symmetric(WEIGHT_MAX));
        }
        for compartment in 0..network.sizes().num_compartments() {
            let (bias, wins) = (stream.below(most_bias), stream.below(most_wins));
            let neurons = network.neurons_mut();
            neurons.set(column, compartment, bias, wins as u8);
        }
        network.neurons_mut().set_recruited(column, true);
    }
    Ok(network.into())
}

struct Writer<'a> {
    spec: &'a Spec,
    stream: Stream,
    actions: Vec<Action>,
}

impl Writer<'_> {
    fn one_in(&mut self, n: u32) -> bool {
        self.stream.below(n) == 0
    }

    fn put(&mut self, action: Action) {
        self.actions.push(action);
    }

    fn run(&mut self, num_images: usize) {
        self.start();
        for _ in 0..num_images {
            if self.one_in(4) {
                for _ in 0..1 + self.stream.below(3) {
                    let access = self.access();
                    self.put(access);
                }
            }
            if !self.spec.learns() && self.one_in(8) {
                self.word();
            }
            if self.one_in(8) {
                self.codes();
            }
            if self.one_in(8) {
                self.rules();
            }
            match self.stream.below(16) {
                0 => self.put(Action::Dump),
                1 => self.lost_image(),
                2 | 3 => {
                    for _ in 0..1 + self.stream.below(4) {
                        self.image(true);
                    }
                }
                _ => {}
            }
            self.image(false);
        }
    }

    fn image(&mut self, more: bool) {
        self.events(true);
        let last = self.last(more);
        self.put(Action::Event(Event::Last(last)));
    }

    fn last(&mut self, more: bool) -> Last {
        let known = !self.one_in(12);
        let label = self.stream.below(if known { 10 } else { 16 }) as u8;
        Last {
            learn: self.stream.below(10) < 6,
            label,
            more,
        }
    }

    /// Starts from silence, since what is in flight when reset comes depends on stalls.
    fn lost_image(&mut self) {
        self.put(Action::Dump);
        self.events(false);
        let delay = self.stream.below(60);
        if self.one_in(2) {
            return self.put(Action::Reset(delay));
        }
        let last = self.last(false);
        if !last.learn {
            return self.put(Action::AbortedLast(last, delay));
        }
        let delay = self.stream.below(cycles_behind_last(self.spec));
        self.put(Action::AbortedLast(last, delay));
        self.put(Action::Dump);
    }

    fn events(&mut self, host: bool) {
        let malformed = self.one_in(4);
        let mut posts = host && self.one_in(10);
        if self.one_in(8) {
            let event = self.malformed(&[]);
            self.put(Action::Event(event));
            // nothing but a dropped event so far
            if host && self.one_in(2) {
                posts = false;
                let access = self.access();
                self.put(access);
            }
        }
        // now and then the last steps are left out
        let steps = match self.spec.input_steps() as u32 {
            most if self.one_in(3) => 1 + self.stream.below(most),
            most => most,
        };
        let once = self.one_in(2);
        let mut rows: Vec<u16> = (0..self.spec.rows as u16).collect();
        for step in 0..steps {
            if step > 0 {
                self.put(Action::Event(Event::Step));
            }
            self.stream.shuffle(&mut rows);
            let most = [rows.len() as u32 + 1, 5][self.stream.below(2) as usize];
            let taken = self.stream.below(most).min(rows.len() as u32) as usize;
            for i in 0..taken {
                self.put(Action::Event(Event::Row(rows[i])));
                self.posts(&mut posts);
                if malformed && self.one_in(3) {
                    let event = self.malformed(&rows[..=i]);
                    self.put(Action::Event(event));
                }
            }
            if once {
                rows.drain(..taken);
            }
        }
    }

    /// A host access in the middle of an image, sooner or later.
    fn posts(&mut self, wanted: &mut bool) {
        if *wanted && self.one_in(3) {
            let access = self.access();
            self.put(access);
            *wanted = false;
        }
    }

    fn malformed(&mut self, seen: &[u16]) -> Event {
        match self.stream.below(4) {
            0 => Event::Step,
            1 => Event::Reserved,
            2 if !seen.is_empty() => {
                Event::Row(seen[self.stream.below(seen.len() as u32) as usize])
            }
            _ => {
                let beyond = (1 << self.spec.event_bits()) - self.spec.rows as u32;
                let row = self.spec.rows as u32 + self.stream.below(beyond);
                Event::Row(row as u16)
            }
        }
    }
}
