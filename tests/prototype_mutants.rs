//! Faults put into the emitted Verilog of scheme "prototype", each of which the cross-check must
//! reject. A mutant whose pattern is no longer in the text fails too: then it checks nothing.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{Prepared, tools};
use spinloom::golden::{Model, Prototype, start_prototype};
use spinloom::spec::{Compartments, Layout, Spec};
use spinloom::verify::scenario::Scenario;
use spinloom::verify::simulator::Simulator;

/// What is wrong, where, and the text before and behind.
struct Mutant(&'static str, &'static str, &'static str, &'static str);

const MUTANTS: &[Mutant] = &[
    Mutant("wins wrap", "best.v", "won = WINS_MOST", "won = 7'd0"),
    Mutant("off_q", "best.v", "won >> 4", "won >> 3"),
    Mutant("conscience 512", "score.v", "<< 8", "<< 7"),
    Mutant(
        "the recruited flag is not written",
        "neuron_update.v",
        "recruited = 1'b1",
        "recruited = 1'b0",
    ),
    Mutant(
        "dsp index",
        "bias_step.v",
        "step = before_i + WEIGHT_OFFSET",
        "step = after_i + WEIGHT_OFFSET",
    ),
    Mutant(
        "a row in the wrong part",
        "row_part.v",
        "row_q >= (",
        "row_q > (",
    ),
    Mutant(
        "tie order of the winner",
        "best.v",
        "$signed(learn_i) > $signed(learn_q)",
        "$signed(learn_i) >= $signed(learn_q)",
    ),
    Mutant(
        "tie order of the class",
        "winner.v",
        "$signed(total) > $signed(best_q)",
        "$signed(total) >= $signed(best_q)",
    ),
    Mutant(
        "the last free neuron is recruited",
        "winner.v",
        "~recruited_i && ~free_before",
        "~recruited_i",
    ),
    Mutant(
        "free neurons fire",
        "winner.v",
        "infer_valid = valid_i && recruited_i",
        "infer_valid = valid_i",
    ),
    Mutant(
        "views forgotten",
        "winner.v",
        "stored = views_i && ",
        "stored = 1'b0 && ",
    ),
    Mutant(
        "recruiting draws",
        "teach_cell.v",
        "draw_o = teach_s1_q && ~recruit_i",
        "draw_o = teach_s1_q",
    ),
    Mutant(
        "the word of the next column",
        "teach_cell.v",
        ">> ~column[3:0]",
        ">> column[3:0]",
    ),
    Mutant(
        "an amplitude code wraps",
        "amplitude.v",
        "if (code[4])",
        "if (1'b0)",
    ),
    Mutant(
        "the bias moves down as up",
        "bias_step.v",
        "if (~up_s5_q)",
        "if (1'b0)",
    ),
    Mutant(
        "no drain before the update",
        "controller.v",
        "SWEEP_FLUSH = 4'd6",
        "SWEEP_FLUSH = 4'd1",
    ),
    Mutant(
        "silent rows taught as active",
        "row_sweep.v",
        "active_o = active_s0_q",
        "active_o = 1'b1",
    ),
];

fn spec() -> Spec {
    Spec::with_prototype(20, 20, 6, Compartments::Four, Layout::EDGE12).unwrap()
}

/// All recruited, all alike, each compartment one win before its limit.
fn ties() -> Scenario {
    let mut scenario = Scenario::of_size(&spec(), 3, 40, 0).unwrap();
    let mut network: Prototype = start_prototype(&spec(), 3).unwrap().network;
    for column in 0..20 {
        for compartment in 0..4 {
            network.neurons_mut().set(column, compartment, 300, 127);
        }
        network.neurons_mut().set_recruited(column, true);
    }
    scenario.network = Model::from(network);
    scenario
}

fn scenarios() -> Vec<Scenario> {
    let random = (0..5).map(|seed| {
        let stall = [0, 4711 + seed as u32][seed as usize % 2];
        Scenario::of_size(&spec(), 100 + seed, 40, stall).unwrap()
    });
    std::iter::once(ties()).chain(random).collect()
}

#[test]
fn every_mutant_is_rejected() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let prepared: Vec<Prepared> = (0..)
        .zip(scenarios())
        .map(|(k, scenario)| Prepared::new(scenario, &dir.path().join(format!("s{k}"))))
        .collect();
    for (k, run) in prepared.iter().enumerate() {
        let diagnosis = run.simulate(&run.verilog(), Simulator::Icarus, "sound");
        assert_eq!(diagnosis, None, "scenario {k} without a fault");
    }
    let survivors: Vec<&str> = MUTANTS
        .iter()
        .filter(|Mutant(_, file, from, to)| {
            !prepared.iter().any(|run| {
                let mut files = run.verilog();
                let (_, text) = files.iter_mut().find(|(name, _)| name == file).unwrap();
                assert!(text.contains(from), "`{from}` is not in {file}");
                *text = text.replacen(from, to, 1);
                run.simulate(&files, Simulator::Icarus, "mutant").is_some()
            })
        })
        .map(|Mutant(what, ..)| *what)
        .collect();
    assert!(survivors.is_empty(), "not rejected: {survivors:?}");
}
