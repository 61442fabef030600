//! Host writes that bring a core to a state.

use super::session::Action;
use crate::golden::Model;
use crate::golden::core::Core;
use crate::spec::{Region, Register, Spec};

/// Fields of a column in the second memory, as the host counts them.
const MAX_FIELDS: usize = 16;

/// Host writes that give a core after reset the registers of `saved`.
pub fn registers(saved: &Model, core: &Core) -> Vec<Action> {
    let wanted = Core::with_registers(saved.clone());
    let mask = match wanted.spec().mask {
        true => vec![Register::Mask],
        false => vec![],
    };
    let registers = [
        Register::Codes,
        Register::Threshold,
        Register::Window,
        Register::Margin,
        Register::DeadZone,
        Register::Breakpoints,
        Register::Lfsr,
    ]
    .into_iter()
    .chain(mask)
    .map(|r| (Region::Registers as u32) << 28 | r as u32);
    let tables = (0..64).map(|i| (Region::SwitchingTables as u32) << 28 | i);
    let rules = (0..4).map(|i| (Region::RuleTable as u32) << 28 | i);
    let (mut wanted, mut present) = (wanted, core.clone());
    let junctions = junctions(core.spec());
    registers
        .chain(tables)
        .chain(junctions)
        .chain(rules)
        .filter_map(|addr| {
            let data = wanted.read(addr);
            (data != present.read(addr)).then_some(Action::Write(addr, data))
        })
        .collect()
}

/// Host writes that give every cell in which `wanted` and `other` differ its value in `wanted`.
pub fn weights(wanted: &Core, other: &Core) -> Vec<Action> {
    let spec = wanted.spec();
    let write = |region: Region, index: usize, weight: i16| {
        let addr = (region as u32) << 28 | index as u32;
        Action::Write(addr, i32::from(weight) as u32)
    };
    let w1 = (0..spec.array_rows()).flat_map(|row| {
        let (wanted, other) = (wanted.w1_cells(row), other.w1_cells(row));
        (0..spec.columns).filter_map(move |column| {
            let (pass, lane) = (column / spec.lanes, column % spec.lanes);
            let index = row << 14 | pass << spec.lane_bits() | lane;
            (wanted[column] != other[column]).then(|| write(Region::W1, index, wanted[column]))
        })
    });
    let region = match spec.prototype() {
        Some(_) => Region::Neurons,
        None => Region::W2,
    };
    let second = (0..spec.columns).flat_map(|column| {
        let (wanted_fields, fields) = (wanted.second_fields(column), other.second_fields(column));
        (0..MAX_FIELDS).filter_map(move |field| {
            let index = wanted.network().second_index(field)?;
            let (value, _) = wanted_fields[index];
            let addr = (region as u32) << 28 | (column << 4 | field) as u32;
            (value != fields[index].0).then_some(Action::Write(addr, value))
        })
    });
    let junctions = junctions(spec).filter_map(|addr| {
        let (wanted, other) = (wanted.clone().read(addr), other.clone().read(addr));
        (wanted != other).then_some(Action::Write(addr, wanted))
    });
    w1.chain(second).chain(junctions).collect()
}

/// Addresses of the junctions of the mask, where there is one.
fn junctions(spec: &Spec) -> impl Iterator<Item = u32> {
    let (lanes, lane_bits) = (spec.lanes, spec.lane_bits());
    let columns = if spec.mask { spec.columns } else { 0 };
    (0..columns).map(move |column| {
        let (pass, lane) = (column / lanes, column % lanes);
        let cell = pass << lane_bits | lane;
        (Region::Neurons as u32) << 28 | cell as u32
    })
}
