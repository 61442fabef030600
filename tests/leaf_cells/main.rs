//! Leaf cells, four ways to the same numbers: golden model, rust-hdl's simulator, Icarus, Verilator.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cells;
mod harness;

use cells::table::{ORDERS, OUTCOMES, STATES, TYPES, is_reachable, table};
use harness::{Bench, simulators};
use spinloom::verify::simulator::Simulator;

#[test]
fn golden_equals_rust_hdl_equals_icarus_equals_verilator() {
    let mut bench = Bench::default();
    cells::stdp(&mut bench);
    cells::mtj_pair(&mut bench);
    cells::persistent_pair(&mut bench);
    cells::synapse(&mut bench, spinloom::spec::W1_BITS);
    cells::readout_cell(&mut bench);
    cells::pulse_lookup(&mut bench, false);
    cells::pulse_lookup(&mut bench, true);
    cells::pair_cell(&mut bench);
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

/// A cell, the text before and behind.
const MUTANTS: &[(Add, &str, &str)] = &[
    (
        cells::persistent_pair,
        "(({2'd0, word_i} << 1) | 18'd1)",
        "({2'd0, word_i} << 1)",
    ),
    (
        cells::persistent_pair,
        "{2'd0, right_word}",
        "{2'd0, word_i}",
    ),
    (cells::pair_cell, "(thresholds_q << 16) | ", ""),
    (cells::pair_cell, "if (clear_i)", "if (1'b0)"),
    (cells::pair_cell, "pair_d = host_pair_i", "pair_d = pair_i"),
    (cells::pair_cell, "if (TWO_SIDES && ~causal)", "if (1'b0)"),
    (
        cells::pair_cell,
        "weight_o = ~WEIGHT + 7'd1",
        "weight_o = WEIGHT",
    ),
    (cells::lif, "~silent_i", "1'b1"),
    (cells::amplitude, "if (code[4])", "if (1'b0)"),
    (cells::score, "<< 8", "<< 7"),
    (cells::score, "<< 3) + others", "<< 3) - others"),
    (cells::best, "(learn_i) > $signed", "(learn_i) >= $signed"),
    (cells::best, "(infer_i) > $signed", "(infer_i) < $signed"),
    (cells::best, "won = WINS_MOST", "won = 7'd0"),
    (cells::best, "won >> 4", "won >> 3"),
    (cells::bias_step, "step = before_i +", "step = after_i +"),
    (cells::bias_step, "if (~up_s5_q)", "if (1'b0)"),
    (cells::row_part, "row_q >= (", "row_q > ("),
    (cells::compartments, "select[k] && ~first_i", "select[k]"),
    (cells::compartments, "clear = ~load", "clear = 4'd0"),
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

/// Nine types x four orders x four junction states x three outcomes: golden model, rust-hdl, Icarus,
/// Verilator; every bin that the letters allow is hit, and no other.
#[test]
fn nine_types_in_every_order_and_state() {
    let mut bench = Bench::default();
    let hit = table(&mut bench);
    let mut faults = Vec::new();
    let mut reachable = 0;
    for k in 0..9 * 4 * 4 * 3 {
        let bin = [k / 48, k / 12 % 4, k / 3 % 4, k % 3];
        reachable += usize::from(is_reachable(bin));
        if is_reachable(bin) != hit.contains(&bin) {
            let [kind, order, state, outcome] = bin;
            let how = if hit.contains(&bin) { "hit" } else { "missed" };
            faults.push(format!(
                "{} {} {} {}: {how}",
                TYPES[kind], ORDERS[order].0, STATES[state], OUTCOMES[outcome]
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    println!("{reachable} reachable bins of 432, all hit");
    for simulator in simulators() {
        bench.run(simulator);
    }
}

/// Faults of the lane, each of which the table rejects.
const LANE_MUTANTS: [(&str, &str, &str); 15] = [
    (
        "dt >= 0 to > 0",
        "column_step_i >= row_step_i",
        "column_step_i > row_step_i",
    ),
    (
        "order turned round",
        "column_step_i >= row_step_i",
        "column_step_i <= row_step_i",
    ),
    (
        "silent rows as causal",
        "active_i && (column_step_i",
        "1'b1 && (column_step_i",
    ),
    (
        "pulse of the other order",
        "if (TWO_SIDES && ~causal)",
        "if (TWO_SIDES && causal)",
    ),
    ("thresholds in one order", "(thresholds_q << 16) | ", ""),
    (
        "causal gate of the other order",
        "pulse_o = rule_i[1]",
        "pulse_o = rule_i[0]",
    ),
    (
        "acausal gate of the other order",
        "pulse_o = rule_i[0]",
        "pulse_o = rule_i[1]",
    ),
    (
        "polarity turned round on axis X",
        "ltp_o = rule_i[3];",
        "ltp_o = ~rule_i[3];",
    ),
    (
        "selector ignored on axis Y",
        "rule_i[3] ^ rule_i[2]",
        "rule_i[3]",
    ),
    (
        "order ignored on axis Y",
        "rule_i[2] ^ ~causal_i",
        "rule_i[2]",
    ),
    ("axes swapped", "if (rule_i[4])", "if (~rule_i[4])"),
    (
        "switching: < to <=",
        "- (({2'd0, word} << 1) | 18'd1)",
        "- ({2'd0, word} << 1)",
    ),
    (
        "upper limit off by one",
        "INNER_ONES = 5'h1f",
        "INNER_ONES = 5'h1e",
    ),
    ("limits swapped", "if (direction)", "if (~direction)"),
    (
        "a closed gate lets through",
        "sent = enable_i && ",
        "sent = enable_i || ",
    ),
];

#[test]
fn the_table_rejects_faults_of_the_lane() {
    let Some(simulator) = simulators().into_iter().next() else {
        return;
    };
    let mut survived = Vec::new();
    for (name, before, behind) in LANE_MUTANTS {
        let mut bench = Bench::default();
        table(&mut bench);
        bench.damage(before, behind);
        if bench.passes(simulator) {
            survived.push(name);
        }
    }
    assert!(survived.is_empty(), "{}", survived.join(", "));
}
