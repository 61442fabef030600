//! Standard cells: which memories go on SRAM macros, what they and the flip-flops take.

pub mod liberty;
pub mod memories;
pub mod sram;

use crate::{Error, Result};
use liberty::Group;
use memories::Memory;
use std::collections::BTreeMap;
use std::path::Path;

/// What one bit of a memory takes in flip-flops, in areas of the smallest one: itself, the multiplexer
/// that holds it, its share of the one that reads. Measured: 100 words of 80 bits in SG13G2.
const FLIP_FLOPS_A_BIT: f64 = 1.7;

/// Joule of the file's unit of internal power: capacitance x voltage^2.
fn energy_unit(library: &Group) -> f64 {
    let farad = match library.values("capacitive_load_unit") {
        [count, unit] => {
            let unit = if unit.eq_ignore_ascii_case("ff") {
                1e-15
            } else {
                1e-12
            };
            count.parse().unwrap_or(1.0) * unit
        }
        _ => 1e-12,
    };
    let volt = scaled(library.value("voltage_unit").unwrap_or("1V"), 'V');
    farad * volt * volt
}

/// Watt of the file's unit of leakage.
fn leakage_unit(library: &Group) -> f64 {
    scaled(library.value("leakage_power_unit").unwrap_or("1nW"), 'W')
}

/// `1nW`, `100mV`: number, prefix, unit; 0 for another text.
fn scaled(text: &str, unit: char) -> f64 {
    let text = text.trim_end_matches(unit);
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic());
    let prefix = match &text[digits.len()..] {
        "" => 1.0,
        "m" => 1e-3,
        "u" => 1e-6,
        "n" => 1e-9,
        "p" => 1e-12,
        "f" => 1e-15,
        _ => 0.0,
    };
    digits.parse::<f64>().unwrap_or(0.0) * prefix
}

/// Rise and fall of a pin together, in the file's unit; of a table the middle value.
fn swing(power: &Group) -> f64 {
    let edge = |name: &str| {
        let values = power
            .all(name)
            .next()
            .map_or(&[][..], |t| t.values("values"));
        let numbers = values.iter().flat_map(|row| row.split([',', ' ']));
        let numbers: Vec<f64> = numbers.filter_map(|n| n.trim().parse().ok()).collect();
        numbers.get(numbers.len() / 2).copied().unwrap_or(0.0)
    };
    edge("rise_power") + edge("fall_power")
}

/// A standard cell.
#[derive(Clone, Debug, Default)]
struct Cell {
    leakage_watt: f64,
    /// Of its clock pin in a cycle, joule: internal (mean over its states) and the pin's capacitance.
    clock_joule: f64,
}

/// A library of standard cells.
#[derive(Clone, Debug)]
pub struct Library {
    cells: BTreeMap<String, Cell>,
    /// Area of the smallest flip-flop, square micrometres.
    flip_flop_um2: f64,
}

impl Library {
    /// Reads a liberty file.
    ///
    /// # Errors
    /// As [`Group::read`], and [`Error::File`] where no cell is a flip-flop.
    pub fn read(path: &Path) -> Result<Self> {
        let library = Group::read(path)?;
        let flip_flops = library.all("cell").filter(|c| c.all("ff").next().is_some());
        let areas = flip_flops.filter_map(|cell| cell.number("area"));
        let flip_flop_um2 = areas.filter(|area| *area > 0.0).reduce(f64::min);
        let flip_flop_um2 = flip_flop_um2.ok_or_else(|| {
            Error::file(
                path,
                "no cell is a flip-flop with an area (group `ff`): give the liberty file of standard cells",
            )
        })?;
        let (energy, leakage) = (energy_unit(&library), leakage_unit(&library));
        let volt = library.number("nom_voltage").unwrap_or(0.0);
        let cells = library.all("cell").map(|cell| {
            let pins = cell
                .all("pin")
                .filter(|pin| pin.value("clock") == Some("true"));
            let of_pin = |pin: &Group| {
                let states: Vec<f64> = pin.all("internal_power").map(swing).collect();
                let mean = states.iter().sum::<f64>() / states.len().max(1) as f64;
                energy * (mean + pin.number("capacitance").unwrap_or(0.0) * volt * volt)
            };
            let found = Cell {
                leakage_watt: leakage * cell.number("cell_leakage_power").unwrap_or(0.0),
                clock_joule: pins.map(of_pin).sum(),
            };
            (cell.arguments.first().cloned().unwrap_or_default(), found)
        });
        Ok(Library {
            cells: cells.collect(),
            flip_flop_um2,
        })
    }

    /// A memory in flip-flops, as estimated before it is mapped, square micrometres.
    pub fn memory_um2(&self, bits: u64) -> f64 {
        bits as f64 * FLIP_FLOPS_A_BIT * self.flip_flop_um2
    }

    /// Leakage in watt, and what the clock pins take in a cycle in joule, of cells by type.
    pub fn power<'a>(&self, cells: impl Iterator<Item = (&'a str, u64)>) -> [f64; 2] {
        let mut sum = [0.0; 2];
        for (name, count) in cells {
            let cell = self.cells.get(name).cloned().unwrap_or_default();
            sum[0] += count as f64 * cell.leakage_watt;
            sum[1] += count as f64 * cell.clock_joule;
        }
        sum
    }
}

/// Area and power of a design in standard cells.
#[derive(Clone, Debug)]
pub struct Asic {
    /// Its memories.
    pub memories: Vec<Memory>,
    /// Of the memories that stay flip-flops, part of the total of the cells, square micrometres.
    pub flip_flop_memories_um2: f64,
    /// Clock pins of all flip-flops in a cycle, joule.
    pub clock_joule: f64,
    /// Leakage of cells and macros, watt.
    pub leakage_watt: f64,
}

impl Asic {
    /// Of these memories, cells of that power, and modules of an area.
    pub fn new(
        memories: Vec<Memory>,
        cells_watt: f64,
        clock_joule: f64,
        area_um2: impl Fn(&str) -> f64,
    ) -> Self {
        let fits = memories.iter().filter_map(|memory| memory.fit.as_ref());
        let macros_watt: f64 = fits.map(|fit| fit.leakage_watt).sum();
        let flip_flops = memories.iter().filter(|memory| memory.fit.is_none());
        Asic {
            flip_flop_memories_um2: flip_flops
                .fold(0.0, |sum, memory| sum + area_um2(&memory.module)),
            clock_joule,
            leakage_watt: cells_watt + macros_watt,
            memories,
        }
    }

    /// Area of all macros, square micrometres.
    pub fn macros_um2(&self) -> f64 {
        let fits = self
            .memories
            .iter()
            .filter_map(|memory| memory.fit.as_ref());
        fits.fold(0.0, |sum, fit| sum + fit.area_um2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units() {
        assert_eq!(scaled("1nW", 'W'), 1e-9);
        assert_eq!(scaled("100mV", 'V'), 0.1);
        assert_eq!(scaled("1V", 'V'), 1.0);
        assert_eq!(scaled("nonsense", 'V'), 0.0);
    }
}
