//! The host map as the golden core reads it.

use super::model::Model;
use crate::spec::{Counter, Region, Register, Scheme, Spec};

/// A place of the host map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Register(Register),
    /// Row and column.
    W1(usize, usize),
    /// Column, and class or field.
    Second(usize, usize),
    Threshold(usize),
    Rule(usize),
    /// Column.
    Mask(usize),
    Counter(usize),
}

impl Place {
    /// What lies at a host address, if anything.
    pub(super) fn of(network: &Model, addr: u32) -> Option<Place> {
        let spec = network.spec();
        let second = match spec.scheme {
            Scheme::Modulated => Region::W2,
            Scheme::Prototype(_) => Region::Neurons,
        };
        let index = (addr & 0x0FFF_FFFF) as usize;
        let below = |limit: usize| (index < limit).then_some(index);
        match addr >> 28 {
            r if r == Region::Registers as u32 => {
                let register = REGISTERS.get(index).copied();
                let known = register.filter(|&r| has_register(spec, r));
                known.map(Place::Register)
            }
            r if r == Region::W1 as u32 => Self::w1(spec, index),
            r if r == Region::Neurons as u32 && spec.mask => match Self::w1(spec, index) {
                Some(Place::W1(0, column)) => Some(Place::Mask(column)),
                _ => None,
            },
            r if r == second as u32 => {
                let (column, field) = (index >> 4, network.second_index(index & 15)?);
                (column < spec.columns).then_some(Place::Second(column, field))
            }
            r if r == Region::Counters as u32 && !spec.learns() => {
                below(Spec::NUM_INFERENCE_COUNTERS).map(Place::Counter)
            }
            r if r == Region::Counters as u32 => below(Counter::COUNT).map(Place::Counter),
            _ if !spec.learns() => None,
            r if r == Region::SwitchingTables as u32 => below(64).map(Place::Threshold),
            r if r == Region::RuleTable as u32 => below(4).map(Place::Rule),
            _ => None,
        }
    }

    /// All host addresses at which something lies.
    pub(super) fn addresses(network: &Model) -> Vec<u32> {
        let spec = network.spec();
        let cells = spec.passes() << spec.lane_bits();
        let shape = |region| match region {
            r if r == Region::W1 as usize => (spec.array_rows(), cells),
            _ => (1, cells.max(spec.columns << 4).max(1 << 6)),
        };
        let indices = |region| {
            let (rows, below) = shape(region);
            (0..rows).flat_map(move |row| (0..below).map(move |low| row << 14 | low))
        };
        (0..16)
            .flat_map(|region| indices(region).map(move |index| (region << 28 | index) as u32))
            .filter(|&addr| Place::of(network, addr).is_some())
            .collect()
    }

    fn w1(spec: &Spec, index: usize) -> Option<Place> {
        let (row, low) = (index >> 14, index & 0x3FFF);
        let (pass, lane) = (low >> spec.lane_bits(), low & ((1 << spec.lane_bits()) - 1));
        let column = pass * spec.lanes + lane;
        let inside = row < spec.array_rows() && lane < spec.lanes && column < spec.columns;
        inside.then_some(Place::W1(row, column))
    }
}

fn has_register(spec: &Spec, register: Register) -> bool {
    match register {
        Register::Version | Register::Array | Register::Lanes => true,
        Register::Threshold | Register::Errors => true,
        Register::Mask => spec.mask,
        _ => spec.learns(),
    }
}

/// Registers by index.
const REGISTERS: [Register; 12] = [
    Register::Version,
    Register::Array,
    Register::Lanes,
    Register::Codes,
    Register::Threshold,
    Register::Window,
    Register::Margin,
    Register::DeadZone,
    Register::Breakpoints,
    Register::Lfsr,
    Register::Errors,
    Register::Mask,
];
