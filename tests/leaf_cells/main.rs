//! Leaf cells, four ways to the same numbers: golden model, rust-hdl's simulator, Icarus, Verilator.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cells;
mod harness;

use harness::{Bench, simulators};
use spinloom::verify::simulator::Simulator;

#[test]
fn golden_equals_rust_hdl_equals_icarus_equals_verilator() {
    let mut bench = Bench::default();
    cells::stdp(&mut bench);
    cells::mtj_pair(&mut bench);
    cells::synapse(&mut bench, spinloom::spec::W1_BITS);
    cells::synapse(&mut bench, spinloom::spec::W2_BITS);
    cells::lif(&mut bench);
    cells::pulse_lif(&mut bench);
    cells::draw(&mut bench);
    cells::column_words(&mut bench);
    cells::modulator(&mut bench);
    cells::class_sum(&mut bench);
    cells::train_buffer(&mut bench);
    cells::amplitude(&mut bench);
    cells::score(&mut bench);
    cells::best(&mut bench);
    cells::bias_step(&mut bench);
    cells::row_part(&mut bench);
    cells::compartments(&mut bench);
    cells::winner(&mut bench);
    for simulator in simulators() {
        bench.run(simulator);
    }
}

#[test]
fn a_wrong_output_is_found() {
    for simulator in simulators() {
        let mut bench = Bench::default();
        cells::mtj_pair(&mut bench);
        bench.spoil();
        assert!(
            !bench.passes(simulator),
            "{simulator:?} let a wrong output pass"
        );
    }
}

type Add = fn(&mut Bench);

/// A cell of scheme "prototype", the text before and behind.
const MUTANTS: &[(Add, &str, &str)] = &[
    (cells::amplitude, "if (code[4])", "if (1'b0)"),
    (cells::score, "<< 9", "<< 8"),
    (cells::score, "<< 3) - own_infer", "<< 3) + own_infer"),
    (cells::best, "(learn_i) > $signed", "(learn_i) >= $signed"),
    (cells::best, "(infer_i) > $signed", "(infer_i) < $signed"),
    (cells::best, "won = WINS_MOST", "won = 7'd0"),
    (cells::best, "won >> 4", "won >> 3"),
    (cells::bias_step, "step = before_i +", "step = after_i +"),
    (cells::bias_step, "if (~up_s5_q)", "if (1'b0)"),
    (cells::row_part, "row_q >= (", "row_q > ("),
    (cells::compartments, "part_i[k] && ~first_i", "part_i[k]"),
    (cells::winner, "(total) > $signed", "(total) >= $signed"),
    (
        cells::winner,
        "~recruited_i && ~free_before",
        "~recruited_i",
    ),
    (cells::winner, "stored = views_i &&", "stored = 1'b0 &&"),
];

#[test]
fn faults_in_prototype_cells_are_found() {
    if !simulators().contains(&Simulator::Icarus) {
        return;
    }
    for (number, (add, before, behind)) in MUTANTS.iter().enumerate() {
        let mut bench = Bench::default();
        add(&mut bench);
        bench.damage(before, behind);
        assert!(
            !bench.passes(Simulator::Icarus),
            "mutant {number}: `{before}`"
        );
    }
}
