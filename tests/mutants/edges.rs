//! A run that meets comparisons exactly at equality.

use super::spec;
use spinloom::blocks::draw::golden::word;
use spinloom::golden::core::{Event, Last};
use spinloom::golden::{Network, Observer, Silent};
use spinloom::spec::{Region, Register};
use spinloom::verify::scenario::Scenario;
use spinloom::verify::session::Action;

/// Every learned image first has margin, window or all thresholds set to what it will meet.
pub fn edges() -> Scenario {
    let mut scenario = Scenario::of_size(&spec(), 7, 1, 0).unwrap();
    let mut edges = Edges {
        network: scenario.network.modulated().unwrap().clone(),
        actions: Vec::new(),
    };
    edges.set(Register::Threshold as u32, 90);
    for k in 0..24u16 {
        let rows: Vec<u16> = (0..20).filter(|row| (row * 7 + k * 3) % 5 < 2).collect();
        let label = if k % 3 == 0 { 0 } else { (k % 10) as u8 };
        edges.set(Register::Margin as u32, 65_535);
        match k % 3 {
            0 if k % 2 == 0 => edges.meet_readout(),
            0 => edges.meet_hidden(&rows, label),
            1 => edges.meet_margin(&rows, label),
            _ => edges.meet_window(&rows),
        }
        edges.learn(&rows, label);
    }
    scenario.actions = edges.actions;
    scenario
}

/// The draws of an image.
#[derive(Default)]
struct Draws(Vec<u16>);

impl Observer for Draws {
    fn draw(&mut self, lfsr_after: u16) {
        self.0.push(lfsr_after);
    }
}

/// Actions, and the network as it will be then.
struct Edges {
    network: Network,
    actions: Vec<Action>,
}

impl Edges {
    fn set(&mut self, addr: u32, data: u32) {
        self.actions.push(Action::Write(addr, data));
        let learning = &mut self.network.learning;
        if addr == Register::Threshold as u32 {
            learning.threshold = data;
        } else if addr == Register::Margin as u32 {
            learning.margin = data;
        } else if addr == Register::Window as u32 {
            learning.window = data;
        } else {
            let word = self.network.tables.words_mut().nth((addr & 63) as usize);
            *word.unwrap() = data as u16;
        }
    }

    /// The network after an inference that is not counted.
    fn inferred(&self, rows: &[u16]) -> Network {
        let mut network = self.network.clone();
        network.infer(rows, &mut Silent);
        network
    }

    /// All thresholds equal the word that class 0 meets in the next draw.
    fn meet_readout(&mut self) {
        let mut lfsr = self.network.lfsr;
        let word = lfsr.draw();
        self.meet(word);
    }

    /// All thresholds equal the word that a column in the learning window meets on the first row of
    /// the hidden sweep.
    fn meet_hidden(&mut self, rows: &[u16], label: u8) {
        let network = self.inferred(rows);
        let fired = network.counts().iter().filter(|&&count| count > 0).count();
        let column = (0..network.spec().columns).find(|&column| network.in_window(column));
        let mut draws = Draws::default();
        self.network.clone().present(rows, Some(label), &mut draws);
        if let (Some(column), Some(&state)) = (column, draws.0.get(fired)) {
            self.meet(word(state, column));
        }
    }

    fn meet(&mut self, word: u16) {
        for index in 0..64 {
            self.set((Region::SwitchingTables as u32) << 28 | index, word.into());
        }
    }

    /// The margin equals the label's lead.
    fn meet_margin(&mut self, rows: &[u16], label: u8) {
        let sums = *self.inferred(rows).sums();
        let label = usize::from(label);
        let rivals = (0..sums.len()).filter(|&class| class != label);
        let rival = rivals.map(|class| sums[class]).max().unwrap();
        if let Ok(lead @ 1..) = u32::try_from(sums[label] - rival) {
            self.set(Register::Margin as u32, lead);
        }
    }

    /// The window equals some column's drive.
    fn meet_window(&mut self, rows: &[u16]) {
        let network = self.inferred(rows);
        let drives = network.drives().iter().copied();
        if let Some(drive) = drives.filter(|&drive| drive > 0).min() {
            self.set(Register::Window as u32, drive as u32);
        }
    }

    fn learn(&mut self, rows: &[u16], label: u8) {
        let events = rows.iter().map(|&row| Event::Row(row));
        let last = Last {
            learn: true,
            label,
            more: false,
        };
        let events = events.chain([Event::Last(last)]);
        self.actions.extend(events.map(Action::Event));
        self.network.present(rows, Some(label), &mut Silent);
    }
}
