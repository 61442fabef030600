//! A device of four different curves, down to the RTL: each junction and transition has its own table.

// helpers of tests: a failing test panics
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{Prepared, tools};
use spinloom::device::show::nine_types;
use spinloom::device::{Device, SwitchingTables};
use spinloom::golden::core::{Core, Event, Last};
use spinloom::golden::{Model, Silent};
use spinloom::rtl;
use spinloom::spec::{Counter, Region, Register, Spec};
use spinloom::verify::scenario::Scenario;
use spinloom::verify::session::Action;
use spinloom::verify::simulator::Simulator;

/// Rules that use every table: hidden depression left, hidden potentiation right, readout label left,
/// readout rival right; {axis, polarity, selector, causal, acausal}.
const RULES: [u32; 4] = [0b10010, 0b11110, 0b11010, 0b10110];

/// Types with acausal letters, two transitions each where both orders count: hidden PD (left) and DP
/// (right), readout label 0P, readout rival PD.
fn rules_with_acausal_letters() -> [u32; 4] {
    let types = nine_types();
    [0, 1, 6, 0].map(|place| u32::from(types[place].bits()))
}

fn four_curves() -> Device {
    let mut device = Device::default();
    for (index, curve) in device.curves.iter_mut().enumerate() {
        curve.centre_volt *= 1.0 + 0.006 * (index as f64 - 1.5);
        curve.slope_per_volt *= 0.7 + 0.2 * index as f64;
    }
    device
}

/// 120 taught images of one or two input steps, everything compared after each tenth; the tables are
/// read through the host port.
fn scenario(lanes: usize, steps: usize) -> Scenario {
    let mut spec = Spec::new(24, 12, lanes).unwrap();
    let mut rules = RULES;
    if steps > 1 {
        spec = spec.with_steps(steps).unwrap();
        rules = rules_with_acausal_letters();
    }
    spec.thresholds = Some(four_curves().tables().to_words());
    let mut scenario = Scenario::of_size(&spec, 5, 0, 0).unwrap();
    let at = |region: Region, index: u32| (region as u32) << 28 | index;
    let register =
        |register: Register, value| Action::Write(at(Region::Registers, register as u32), value);
    let mut actions = vec![
        register(Register::Threshold, 60),
        register(Register::Margin, 65_535),
        register(Register::Window, 65_535),
        register(Register::DeadZone, 0),
    ];
    let rules = (0..).zip(rules);
    actions.extend(rules.map(|(index, bits)| Action::Write(at(Region::RuleTable, index), bits)));
    actions.extend((0..64).map(|index| Action::Read(at(Region::SwitchingTables, index))));
    for image in 0..120u16 {
        // a spike a row at most, as `ttfs` has it: the strong ones first
        for step in 0..steps as u16 {
            let rows = (0..24).filter(|row| {
                let late = (row * 7 + image * 5) % 11;
                late < 4 && late % steps as u16 == step
            });
            if step > 0 {
                actions.push(Action::Event(Event::Step));
            }
            actions.extend(rows.map(|row| Action::Event(Event::Row(row))));
        }
        actions.push(Action::Event(Event::Last(Last {
            learn: true,
            label: (image % 10) as u8,
            more: false,
        })));
        if image % 10 == 9 {
            actions.push(Action::Dump);
        }
    }
    scenario.actions = actions;
    scenario
}

/// Verilog with these tables.
fn verilog(prepared: &Prepared, tables: &[u16; 64]) -> Vec<(String, String)> {
    let scenario = &prepared.scenario;
    let lfsr = scenario.network.lfsr().state();
    let modules = rtl::modules(&scenario.spec, lfsr, tables).unwrap();
    let file = |m: spinloom::hdl::Module| (format!("{}.v", m.name), m.text);
    modules.into_iter().map(file).collect()
}

#[test]
fn four_tables_in_model_and_rtl() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let tables = four_curves().tables().to_words();
    let curves: Vec<&[u16]> = tables.chunks(16).collect();
    assert!((0..4).all(|i| (0..i).all(|j| curves[i] != curves[j])));
    for (lanes, steps) in [(12, 1), (5, 1), (12, 2), (5, 2)] {
        let dir = tempfile::tempdir().unwrap();
        let prepared = Prepared::new(scenario(lanes, steps), dir.path());
        let found = prepared.simulate(&prepared.verilog(), Simulator::Icarus, "device");
        assert_eq!(found, None, "{lanes} lanes, {steps} steps");
    }
    // an RTL with the default table in place of any one of the four is found out
    let default = SwitchingTables::default().to_words();
    for steps in [1, 2] {
        let dir = tempfile::tempdir().unwrap();
        let prepared = Prepared::new(scenario(12, steps), dir.path());
        for curve in 0..4 {
            let mut wrong = tables;
            wrong[16 * curve..][..16].copy_from_slice(&default[..16]);
            let files = verilog(&prepared, &wrong);
            let found = prepared.simulate(&files, Simulator::Icarus, "wrong");
            assert!(
                found.is_some(),
                "table {curve}, {steps} steps: not looked at"
            );
        }
    }
}

/// Pulses by table, so that the test above is about all four.
#[test]
fn the_run_uses_all_four_tables() {
    uses_all_four_tables(&scenario(12, 1));
}

#[test]
fn two_steps_use_all_four_tables() {
    uses_all_four_tables(&scenario(12, 2));
}

fn uses_all_four_tables(scenario: &Scenario) {
    let mut core = Core::new(scenario.network.clone(), scenario.network.lfsr());
    for action in &scenario.actions {
        match *action {
            Action::Event(event) => drop(core.event(event, &mut Silent)),
            Action::Write(addr, data) => drop(core.write(addr, data)),
            _ => {}
        }
    }
    let Model::Modulated(network) = core.network() else {
        panic!("another scheme");
    };
    let pulses: Vec<u64> = network
        .pulsed
        .counts
        .0
        .chunks(16)
        .map(|c| c.iter().sum())
        .collect();
    assert!(pulses.iter().all(|&count| count > 20), "{pulses:?}");
    let counted = [Counter::PulsesLtp, Counter::PulsesLtd].map(|c| network.counters.get(c));
    let by_sign = [pulses[0] + pulses[2], pulses[1] + pulses[3]];
    assert_eq!(counted.map(u64::from), by_sign);
}
