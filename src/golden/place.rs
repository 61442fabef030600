//! The host map as the golden core reads it.

use super::model::Model;
use crate::spec::{Region, Register, Scheme, Spec};

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
                REGISTERS.get(index).copied().map(Place::Register)
            }
            r if r == Region::W1 as u32 => Self::w1(spec, index),
            r if r == second as u32 => {
                let (column, field) = (index >> 4, network.second_index(index & 15)?);
                (column < spec.columns).then_some(Place::Second(column, field))
            }
            r if r == Region::SwitchingTables as u32 => below(64).map(Place::Threshold),
            r if r == Region::RuleTable as u32 => below(4).map(Place::Rule),
            r if r == Region::Counters as u32 => below(8).map(Place::Counter),
            _ => None,
        }
    }

    fn w1(spec: &Spec, index: usize) -> Option<Place> {
        let (row, low) = (index >> 14, index & 0x3FFF);
        let (pass, lane) = (low >> spec.lane_bits(), low & ((1 << spec.lane_bits()) - 1));
        let column = pass * spec.lanes + lane;
        let inside = row < spec.array_rows() && lane < spec.lanes && column < spec.columns;
        inside.then_some(Place::W1(row, column))
    }
}

/// Registers by index.
const REGISTERS: [Register; 11] = [
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
];
