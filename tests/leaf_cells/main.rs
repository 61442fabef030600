//! Leaf cells, four ways to the same numbers: golden model, rust-hdl's simulator, Icarus, Verilator.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cells;
mod harness;

use harness::{Bench, simulators};

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
