//! Faults put into the emitted Verilog, each of which the cross-check must reject and place. A
//! mutant whose pattern is no longer in the text fails too: then it checks nothing.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{Prepared, tools};
use spinloom::golden::core::{Event, Last};
use spinloom::golden::{Network, Silent};
use spinloom::spec::{Region, Register, Spec};
use spinloom::verify::scenario::Scenario;
use spinloom::verify::session::Action;
use spinloom::verify::simulator::Simulator;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Four passes with padding, columns of two groups of 16.
fn spec() -> Spec {
    Spec::new(20, 22, 6).unwrap()
}

/// What is wrong, where, and the text before and behind.
struct Mutant(&'static str, &'static str, &'static str, &'static str);

const MUTANTS: &[Mutant] = &[
    Mutant(
        "switching: < to <=",
        "mtj_pair.v",
        "word_i < threshold_i",
        "word_i <= threshold_i",
    ),
    Mutant(
        "draw: another state than the one advanced to",
        "draw.v",
        "assign state_o = state_q",
        "assign state_o = jump",
    ),
    Mutant("draw: 15 steps", "draw.v", "_step < 16", "_step < 15"),
    Mutant(
        "a draw per pass",
        "controller.v",
        "(state_q == HIDDEN) && (pass_q == 2'd0)",
        "(state_q == HIDDEN)",
    ),
    Mutant(
        "M missing",
        "lane.v",
        "word = rotated_i ^ mask_i",
        "word = rotated_i",
    ),
    Mutant(
        "upper limit off by one",
        "synapse.v",
        "MOST = 7'h3f",
        "MOST = 7'h3e",
    ),
    Mutant(
        "lower limit off by one",
        "synapse.v",
        "LEAST = 7'h41",
        "LEAST = 7'h40",
    ),
    Mutant(
        "threshold: >= to >",
        "lif.v",
        "$signed(sum) >= $signed",
        "$signed(sum) > $signed",
    ),
    Mutant(
        "window: < to <=",
        "lif.v",
        "$signed(drive_q) < $signed({1'b0, window_i})",
        "$signed(drive_q) <= $signed({1'b0, window_i})",
    ),
    Mutant(
        "window: a drive of 0 learns",
        "lif.v",
        "if (drive_q == 17'd0)",
        "if (drive_q == 17'd1)",
    ),
    Mutant(
        "margin: < to <=",
        "readout.v",
        "$signed(difference) < $signed",
        "$signed(difference) <= $signed",
    ),
    Mutant(
        "tie order of the class",
        "readout.v",
        "($signed(sum) > $signed(best_q))",
        "($signed(sum) >= $signed(best_q))",
    ),
    Mutant(
        "tie order of the rival",
        "readout.v",
        "($signed(sum) > $signed(rival_best_q))",
        "($signed(sum) >= $signed(rival_best_q))",
    ),
    Mutant(
        "the bias row as an event: bias twice",
        "front.v",
        "{1'b0, ev_data_i} < NUM_ROWS",
        "{1'b0, ev_data_i} <= NUM_ROWS",
    ),
    Mutant(
        "stale bitmap",
        "train_buffer.v",
        "|(summary_q & insert_flag) && ~clear_i",
        "|(summary_q & insert_flag)",
    ),
    Mutant(
        "no drain before the hidden sweep",
        "controller.v",
        "OUT_FLUSH = 4'd5",
        "OUT_FLUSH = 4'd1",
    ),
    Mutant(
        "no drain behind the hidden sweep",
        "controller.v",
        "HIDDEN_FLUSH = 4'd5",
        "HIDDEN_FLUSH = 4'd0",
    ),
    Mutant(
        "last pass skipped",
        "front.v",
        "PASS_LAST = 2'd3",
        "PASS_LAST = 2'd2",
    ),
    Mutant(
        "count dropped from the readout",
        "class_sum.v",
        "product = product + (weight << 1)",
        "product = product",
    ),
    Mutant(
        "result overwritten under back-pressure",
        "controller.v",
        "if (result_free_i) begin",
        "if (1'b1) begin",
    ),
    Mutant(
        "learn flag sticky",
        "front.v",
        "learn_d = wants_learning && label_in_range",
        "learn_d = learn_q || wants_learning && label_in_range",
    ),
    Mutant(
        "gates swapped",
        "stdp.v",
        "pulse_o = rule_i[1]",
        "pulse_o = rule_i[0]",
    ),
    Mutant(
        "selector ignored on axis Y",
        "stdp.v",
        "rule_i[3] ^ rule_i[2]",
        "rule_i[3]",
    ),
    Mutant(
        "dead zone: < to <=",
        "modulator.v",
        "size >= dead_zone_i",
        "size > dead_zone_i",
    ),
    Mutant(
        "an amplitude breakpoint moved",
        "modulator.v",
        "size < breakpoints_i[23:16]",
        "size <= breakpoints_i[23:16]",
    ),
    Mutant(
        "amplitude code wraps instead of clipping",
        "modulator.v",
        "if (wide > MOST)",
        "if (1'b0)",
    ),
    Mutant(
        "a view is learned",
        "front.v",
        "ev_data_i[4] && ~ev_data_i[5]",
        "ev_data_i[4]",
    ),
    Mutant(
        "rival taught as the label",
        "teacher.v",
        "new_weight[k*8 +: 8] = rival_cell_weight",
        "new_weight[k*8 +: 8] = label_cell_weight",
    ),
    Mutant(
        "a reset in mid-image leaves the drive",
        "front.v",
        "fresh_q <= 1'b1;",
        "fresh_q <= fresh_q;",
    ),
    Mutant(
        "an event beats the host",
        "front.v",
        "(open_q || ~host_busy_i)",
        "(open_q || 1'b1)",
    ),
];

/// Random runs, and one that meets three comparisons exactly at equality.
fn scenarios() -> Vec<Scenario> {
    let random = (0..10).map(|seed| {
        let stall = [0, 4711 + seed as u32][seed as usize % 2];
        Scenario::of_size(&spec(), 100 + seed, 40, stall).unwrap()
    });
    std::iter::once(edges()).chain(random).collect()
}

/// Every learned image first has margin, window or all thresholds set to what it will meet.
fn edges() -> Scenario {
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
            0 => edges.meet_thresholds(),
            1 => edges.meet_margin(&rows, label),
            _ => edges.meet_window(&rows),
        }
        edges.learn(&rows, label);
    }
    scenario.actions = edges.actions;
    scenario
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
    fn meet_thresholds(&mut self) {
        let mut lfsr = self.network.lfsr;
        let word = lfsr.draw();
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

/// The text with the fault in it; `None` where the pattern is not there exactly once or more.
fn mutated(files: &[(String, String)], mutant: &Mutant) -> Option<Vec<(String, String)>> {
    let Mutant(_, file, before, behind) = *mutant;
    let mut files = files.to_vec();
    let (_, text) = files.iter_mut().find(|(name, _)| name == file)?;
    if !text.contains(before) {
        return None;
    }
    *text = text.replacen(before, behind, 1);
    Some(files)
}

/// The first scenario that rejects the mutant, and where.
fn rejected(prepared: &[Prepared], mutant: &Mutant) -> Result<String, String> {
    let name = mutant.0;
    for one in prepared {
        let files = mutated(&one.verilog(), mutant)
            .ok_or_else(|| format!("{name}: `{}` is not in {}", mutant.2, mutant.1))?;
        if let Some(place) = one.simulate(&files, Simulator::Icarus, name) {
            return Ok(format!("{name}: {place}"));
        }
    }
    Err(format!("{name}: survives"))
}

#[test]
fn every_mutant_is_rejected_and_placed() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let prepare = |(k, scenario)| Prepared::new(scenario, &dir.path().join(format!("{k}")));
    let prepared: Vec<Prepared> = scenarios().into_iter().enumerate().map(prepare).collect();
    for one in &prepared {
        let place = one.simulate(&one.verilog(), Simulator::Icarus, "sound");
        assert_eq!(place, None, "without a fault");
    }
    let next = AtomicUsize::new(0);
    let outcomes = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, |n| n.get()) {
            scope.spawn(|| {
                while let Some(mutant) = MUTANTS.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let outcome = rejected(&prepared, mutant);
                    outcomes.lock().unwrap().push(outcome);
                }
            });
        }
    });
    let outcomes = outcomes.into_inner().unwrap();
    let mut failed: Vec<&str> = Vec::new();
    for outcome in &outcomes {
        match outcome {
            Ok(place) => {
                println!("{place}");
                // a place is a quantity in back quotes with both values
                let placed = place.matches('`').count() >= 2 && place.contains("golden");
                if !placed {
                    failed.push(place);
                }
            }
            Err(why) => failed.push(why),
        }
    }
    assert!(MUTANTS.len() >= 16);
    assert_eq!(outcomes.len(), MUTANTS.len());
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
