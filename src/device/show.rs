//! Text of `device show`: the four switching tables and the nine types, in the paper's words.

use std::fmt::Write as _;

use super::curve::NUM_MEASURED_CODES;
use super::{Axis, Device, Direction, Junction, Polarity, Rule, RuleTable};
use crate::spec::{NUM_CODES, WORD_BITS};

/// One way of making each of the nine types, in the order of the paper's figure 1d.
pub fn nine_types() -> [Rule; 9] {
    let gated = |axis, polarity, gate_causal, gate_acausal| Rule {
        axis,
        polarity,
        selector: Junction::Left,
        gate_causal,
        gate_acausal,
        offset: 0,
    };
    use {Axis::*, Polarity::*};
    [
        gated(Y, Plus, true, true),
        Rule {
            selector: Junction::Right,
            ..gated(Y, Plus, true, true)
        },
        gated(X, Plus, true, true),
        gated(X, Minus, true, true),
        Rule::P0,
        Rule::D0,
        gated(X, Plus, false, true),
        gated(X, Minus, false, true),
        gated(X, Plus, false, false),
    ]
}

/// Switching probability of each amplitude code, for both junctions and both transitions.
pub fn tables(device: &Device) -> String {
    let tables = device.tables();
    let mut text = String::from(
        "Switching thresholds (a junction switches where a 16-bit word is below; probability = threshold / 65536)\n\
         code |volt|  left AP->P     left P->AP     right AP->P    right P->AP\n",
    );
    for code in 0..NUM_CODES {
        let note = if code < NUM_MEASURED_CODES {
            ""
        } else {
            "  extrapolated"
        };
        let _ = write!(text, "{code:4} {:6.3}", device.amplitudes.volt(code));
        for junction in [Junction::Left, Junction::Right] {
            for direction in [Direction::Potentiate, Direction::Depress] {
                let threshold = tables.table(junction, direction)[code];
                let probability = f64::from(threshold) / f64::from(1u32 << WORD_BITS);
                let _ = write!(text, "  {threshold:5} {probability:.4} ");
            }
        }
        text.truncate(text.trim_end().len());
        let _ = writeln!(text, "{note}");
    }
    text
}

/// The nine types: letters, how the pair makes them, what they do.
pub fn types() -> String {
    let mut text = String::from(
        "Nine STDP types (first letter: pre before or with post, dt >= 0; second: pre after post or silent, dt < 0)\n\
         type  bits   current        watched  gates           weight change\n",
    );
    for rule in nine_types() {
        let _ = writeln!(
            text,
            "{:4}  {:05b}  {:13}  {:7}  {:14}  {}",
            rule.type_name(),
            rule.bits(),
            current(rule),
            junction(rule.selector),
            gates(rule),
            effect(rule)
        );
    }
    text
}

/// What each type does in each order, in the paper's words: the junction that may switch.
pub fn orders() -> String {
    let mut text = String::from(
        "What a pulse does (dt = first spike step of the column - first step of the row)\n\
         type  dt < 0, silent row      dt = 0, dt > 0\n",
    );
    for rule in nine_types() {
        let cells = [true, false].map(|acausal| cell(rule, acausal));
        let [acausal, causal] = cells;
        let _ = writeln!(text, "{:4}  {acausal:22}  {causal}", rule.type_name());
    }
    text
}

fn cell(rule: Rule, acausal: bool) -> String {
    let watched = junction(rule.selector);
    match rule.pulse(acausal) {
        Some(Direction::Potentiate) => format!("LTP: {watched} AP->P"),
        Some(Direction::Depress) => format!("LTD: {watched} P->AP"),
        None => "no pulse".to_owned(),
    }
}

/// The constants of the energy model, with unit and evidence.
pub fn energy(device: &Device) -> String {
    let mut text = String::from("Energy model (set in a device file, table [energy])\n");
    for (name, value, evidence) in device.energy.rows(&device.amplitudes) {
        let _ = writeln!(text, "{name:21} {value:<9e}  {evidence}");
    }
    text
}

/// The rule table in force: modulator to type.
pub fn rule_table(table: &RuleTable) -> String {
    let mut text = String::from("Metaplasticity: which type answers the modulator\n");
    let names = [
        (RuleTable::NEGATIVE, "hidden, modulator < 0"),
        (RuleTable::POSITIVE, "hidden, modulator > 0"),
        (RuleTable::LABEL, "readout, label"),
        (RuleTable::RIVAL, "readout, rival"),
    ];
    for (index, name) in names {
        let _ = writeln!(text, "{name:22} {}", table.entries[index].type_name());
    }
    text
}

fn current(rule: Rule) -> String {
    let sign = if rule.polarity == Polarity::Plus {
        '+'
    } else {
        '-'
    };
    match rule.axis {
        Axis::X => format!("{sign}X together"),
        Axis::Y => format!("{sign}Y opposite"),
    }
}

fn junction(junction: Junction) -> &'static str {
    match junction {
        Junction::Left => "left",
        Junction::Right => "right",
    }
}

fn gates(rule: Rule) -> &'static str {
    match (rule.gate_causal, rule.gate_acausal) {
        (true, true) => "both orders",
        (true, false) => "dt >= 0 only",
        (false, true) => "dt < 0 only",
        (false, false) => "no pulse",
    }
}

fn effect(rule: Rule) -> &'static str {
    match rule.type_name().as_str() {
        "PD" => "LTP, reversed order LTD",
        "DP" => "LTD, reversed order LTP",
        "PP" => "pure LTP, irrespective of dt",
        "DD" => "pure LTD, irrespective of dt",
        "P0" => "LTP on causal pairs",
        "D0" => "LTD on causal pairs",
        "0P" => "LTP on acausal pairs",
        "0D" => "LTD on acausal pairs",
        _ => "no change",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{Pairs, RuleEntry};

    #[test]
    fn types_are_made_as_the_configuration_makes_them() {
        let made = RuleEntry::TYPES.map(|name| RuleEntry::of_type(name, Pairs::Reset));
        let bits = nine_types().map(Rule::bits);
        assert_eq!(made.map(|entry| entry.unwrap().bits()), bits);
        for (name, bits) in RuleEntry::TYPES.iter().zip(bits) {
            assert_eq!(Rule::from_bits(bits).type_name(), *name);
        }
        for name in RuleEntry::TYPES {
            let entry = RuleEntry::of_type(name, Pairs::Persistent).unwrap();
            assert_eq!(Rule::from_bits(entry.bits()).type_name(), name);
        }
    }

    #[test]
    fn text() {
        let whole = format!(
            "{}\n{}\n{}\n{}",
            tables(&Device::default()),
            types(),
            orders(),
            rule_table(&RuleTable::default())
        );
        insta::assert_snapshot!(whole);
    }
}
