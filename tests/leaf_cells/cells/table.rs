//! The table of the nine STDP types: type x order x junction state x outcome, on a lane's cell and the
//! lookup that fills it.
//!
//! The junction state is {watched junction, its state before the pulse}: four switching curves. In
//! `reset` mode the pair is reset before each pulse, so that it can switch: a junction that is to be
//! potentiated starts at AP, one that is to be depressed at P. A letter 0 sends no pulse and leaves the
//! junction as it is, whatever its state.

use super::taught::TaughtCell;
use super::unsigned;
use crate::harness::Bench;
use spinloom::blocks::mtj_pair::golden::pulse_cell;
use spinloom::blocks::stdp::golden::{Pulse, is_acausal, pulse};
use spinloom::device::{Junction, Rule, SwitchingTables};
use spinloom::leaf;
use spinloom::spec::Spec;
use std::collections::BTreeSet;

/// Input steps of an image; a column that never fired has this as its step.
const STEPS: u8 = 4;
/// Types in the order of the paper's figure 1d.
pub const TYPES: [&str; 9] = ["PD", "DP", "PP", "DD", "P0", "D0", "0P", "0D", "00"];
/// First step of the row (none: silent) and of the column.
type Steps = (Option<u8>, u8);

/// Orders, with the first steps of row (none: silent) and column that make them.
pub const ORDERS: [(&str, &[Steps]); 4] = [
    ("dt < 0", &[(Some(3), 0), (Some(2), 1)]),
    ("dt = 0", &[(Some(0), 0), (Some(3), 3)]),
    (
        "dt > 0",
        &[(Some(0), 3), (Some(1), STEPS), (Some(3), STEPS)],
    ),
    ("silent", &[(None, 0), (None, STEPS)]),
];
/// Junction states.
pub const STATES: [&str; 4] = ["left AP", "left P", "right AP", "right P"];
/// Outcomes.
pub const OUTCOMES: [&str; 3] = ["switch", "none", "saturated"];

/// Indices of type, order, junction state, outcome.
pub type Bin = [usize; 4];

/// What a bin asks for, from the letters of its type alone.
pub fn is_reachable([kind, order, state, outcome]: Bin) -> bool {
    let letter = TYPES[kind].as_bytes()[usize::from(order % 3 == 0)];
    match letter {
        b'0' => OUTCOMES[outcome] == "none",
        b'P' => STATES[state].ends_with("AP"),
        _ => !STATES[state].ends_with("AP"),
    }
}

/// One line of the table.
struct Case {
    rule: Rule,
    row_step: Option<u8>,
    column_step: u8,
    word: u16,
    weight: i16,
    code: i32,
    /// Of causal and of acausal rows, were both gates open.
    pulses: [Pulse; 2],
}

fn cases(tables: &SwitchingTables) -> Vec<Case> {
    let mut cases = Vec::new();
    for bits in 0..32 {
        let rule = Rule::from_bits(bits);
        let code = 3 + i32::from(bits) % 9;
        // a closed gate must hold back whatever threshold stands there
        let open = Rule {
            gate_causal: true,
            gate_acausal: true,
            ..rule
        };
        let pulses = [false, true].map(|acausal| pulse(open, acausal, code, tables));
        for &(row_step, column_step) in ORDERS.iter().flat_map(|(_, steps)| steps.iter()) {
            for threshold in pulses.map(|pulse| pulse.threshold) {
                for word in [0, threshold - 1, threshold, 0xFFFF] {
                    for weight in [-63, -62, 0, 62, 63] {
                        cases.push(Case {
                            rule,
                            row_step,
                            column_step,
                            word,
                            weight,
                            code,
                            pulses,
                        });
                    }
                }
            }
        }
    }
    cases
}

/// What the golden model makes of a case: outputs of the lane, and the bins that it hits.
fn golden(case: &Case) -> ([u128; 5], Vec<Bin>) {
    let acausal = is_acausal(case.column_step, case.row_step);
    let sent = case
        .rule
        .pulse(acausal)
        .map(|_| case.pulses[usize::from(acausal)]);
    let Pulse { threshold, step } = sent.unwrap_or_default();
    let mut weight = case.weight;
    let mut outcome = Default::default();
    if step != 0 {
        outcome = pulse_cell(&mut weight, case.word, threshold, step, 63);
    }
    let outputs = [
        unsigned(weight.into(), 7),
        outcome.switches.into(),
        outcome.saturations.into(),
        (step > 0).into(),
        (step < 0).into(),
    ];
    let kind = TYPES
        .iter()
        .position(|t| *t == case.rule.type_name())
        .unwrap();
    let order = match case.row_step {
        None => 3,
        Some(row) => 1 + (case.column_step > row) as usize - (case.column_step < row) as usize,
    };
    let side = 2 * usize::from(case.rule.selector == Junction::Right);
    let states = match step {
        1 => side..side + 1,
        -1 => side + 1..side + 2,
        _ => side..side + 2,
    };
    let result = match outcome.switches + outcome.saturations {
        0 => 1,
        1 => 0,
        _ => 2,
    };
    let bins = states.map(|state| [kind, order, state, result]);
    (outputs, bins.collect())
}

/// What the host writes, a cycle after it chose the cell.
const HOST_WEIGHT: u128 = 0x2A;

/// Inputs of a cycle in which nothing is taught.
fn idle(case: &Case, causal: bool, load: bool) -> Vec<u128> {
    let mut vector = vec![0; 17];
    vector[0] = 1;
    vector[1] = case.code as u128;
    vector[2] = case.rule.bits().into();
    vector[3] = causal.into();
    vector[4] = load.into();
    vector[16] = HOST_WEIGHT;
    vector
}

/// Puts the table before a cell; the bins that were hit.
pub fn table(bench: &mut Bench) -> BTreeSet<Bin> {
    let spec = Spec::new(40, 1, 1)
        .unwrap()
        .with_steps(STEPS.into())
        .unwrap();
    // four curves that differ everywhere
    let mut tables = SwitchingTables::default();
    for (k, word) in tables.words_mut().enumerate() {
        *word = 500 + 900 * k as u16;
    }
    let cell = leaf!(
        TaughtCell::new(&spec, &tables.to_words()),
        TaughtCell,
        [clk_i],
        [
            rst_ni,
            codes_i,
            rules_i,
            causal_i,
            load_i,
            clear_i,
            teach_i,
            active_i,
            row_step_i,
            column_step_i,
            rotated_i,
            mask_i,
            next_mask_i,
            carry_i,
            weight_i,
            host_select_i,
            host_weight_i
        ],
        [weight_o, switched_o, saturated_o, ltp_o, ltd_o]
    );
    let (mut vectors, mut expected) = (vec![vec![0; 17]], vec![None]);
    let mut hit = BTreeSet::new();
    let (cases, mask) = (cases(&tables), 0x9E37);
    for (k, case) in cases.iter().enumerate() {
        let is_new = k == 0 || cases[k - 1].rule != case.rule;
        if is_new {
            // looked up one after the other, sent to the cell two cycles later
            vectors.push(idle(case, false, false));
            vectors.push(idle(case, true, false));
            vectors.push(idle(case, true, true));
            vectors.push(idle(case, true, true));
            expected.extend([None; 4]);
        }
        let (outputs, bins) = golden(case);
        // now and then the row is not being taught at all, or the host writes instead
        let (taught, host) = (k % 7 != 3, k % 97 == 96);
        let carry = k % 2 == 1;
        let [mask, next_mask] = if carry { [0, mask] } else { [mask, 0] };
        let mut vector = idle(case, true, false);
        vector[6] = u128::from(taught && !host);
        vector[7] = case.row_step.is_some().into();
        vector[8] = case.row_step.unwrap_or(0).into();
        vector[9] = case.column_step.into();
        vector[10] = u128::from(case.word ^ 0x9E37);
        vector[11] = mask;
        vector[12] = next_mask;
        vector[13] = carry.into();
        vector[14] = unsigned(case.weight.into(), 7);
        vector[15] = host.into();
        vectors.push(vector);
        expected.push(Some(match (host, taught) {
            (true, _) => [HOST_WEIGHT, 0, 0, 0, 0],
            (_, true) => outputs,
            (_, false) => [unsigned(case.weight.into(), 7), 0, 0, 0, 0],
        }));
        if taught && !host {
            hit.extend(bins);
        }
    }
    // the outputs of a case come with the next
    vectors.push(idle(&cases[0], true, false));
    let mut expected = std::iter::once(None).chain(expected);
    bench.add("lane", cell, vectors, move |_| {
        match expected.next().flatten() {
            Some(outputs) => outputs.map(Some).to_vec(),
            None => vec![None; 5],
        }
    });
    hit
}
