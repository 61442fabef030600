//! SRAM macros of liberty files, and memories made of them.

use super::liberty::Group;
use crate::{Error, Result};
use std::path::{Path, PathBuf};

/// A macro.
#[derive(Clone, Debug, PartialEq)]
pub struct Sram {
    /// Its cell.
    pub name: String,
    /// Words.
    pub words: u64,
    /// Bits of a word.
    pub bits: u64,
    /// Read ports.
    pub ports: u64,
    /// Area, square micrometres.
    pub area_um2: f64,
    /// A read of a word: what the clock pin takes, joule.
    pub read_joule: f64,
    /// Leakage, watt.
    pub leakage_watt: f64,
}

/// Most bits of a word and of an address, and the largest area (a square metre), that are believed.
const MAX_BITS: f64 = 4096.0;
const MAX_ADDRESS: f64 = 32.0;
const MAX_UM2: f64 = 1e12;

impl Sram {
    /// The macros in files and folders (their `.lib` files); a file of a folder that has none is passed
    /// over.
    ///
    /// # Errors
    /// [`Error::Io`]; [`Error::File`] for a file without a macro, or with one that lacks a number.
    pub fn read(places: &[PathBuf]) -> Result<Vec<Self>> {
        let mut found = Vec::new();
        for place in places {
            if !place.is_dir() {
                let macros = Self::of_file(place)?;
                if macros.is_empty() {
                    return Err(Error::file(
                        place,
                        "no cell has a group `memory`: give liberty files of SRAM macros to --sram",
                    ));
                }
                found.extend(macros);
                continue;
            }
            let entries = std::fs::read_dir(place).map_err(Error::io(place))?;
            let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            files.retain(|file| file.extension().is_some_and(|e| e == "lib"));
            files.sort();
            for file in files {
                found.extend(Self::of_file(&file)?);
            }
        }
        Ok(found)
    }

    fn of_file(path: &Path) -> Result<Vec<Self>> {
        let library = Group::read(path)?;
        let cells = library.all("cell");
        let macros = cells.filter_map(|cell| Some((cell, cell.all("memory").next()?)));
        macros
            .map(|(cell, memory)| {
                Self::of_cell(&library, cell, memory).map_err(|what| Error::file(path, what))
            })
            .collect()
    }

    fn of_cell(library: &Group, cell: &Group, memory: &Group) -> std::result::Result<Self, String> {
        let name = cell.arguments.first().cloned().unwrap_or_default();
        let number = |group: &Group, key: &str, most: f64| {
            let found = group.number(key).filter(|n| *n > 0.0 && *n <= most);
            found.ok_or(format!(
                "macro `{name}`: `{key} = {}` is no number above 0 and up to {most}: give the macro's own liberty file",
                group.value(key).unwrap_or("nothing"),
            ))
        };
        let address = number(memory, "address_width", MAX_ADDRESS)?;
        let bits = number(memory, "word_width", MAX_BITS)?;
        let area_um2 = number(cell, "area", MAX_UM2)?;
        let below = cell.below();
        let ports = below
            .iter()
            .filter(|group| group.name == "memory_read")
            .count();
        let leakage = cell.number("cell_leakage_power").unwrap_or(0.0);
        Ok(Sram {
            words: 1 << address as u64,
            bits: bits as u64,
            ports: (ports as u64).max(1),
            area_um2,
            read_joule: super::energy_unit(library) * read_power(&below),
            leakage_watt: super::leakage_unit(library) * leakage,
            name,
        })
    }
}

/// What a clock pin takes where the macro is enabled and reads alone.
fn read_power(groups: &[&Group]) -> f64 {
    let clocks = groups
        .iter()
        .filter(|group| group.value("clock") == Some("true"));
    let powers = clocks.flat_map(|pin| pin.all("internal_power"));
    let reads = powers.filter(|power| {
        let when: String = power
            .value("when")
            .unwrap_or("")
            .split_whitespace()
            .collect();
        let on = |pin: &str| {
            when.split('&')
                .any(|term| term.trim_matches(['(', ')']) == pin)
        };
        on("A_MEN") && on("A_REN") && on("!A_WEN")
    });
    reads.map(super::swing).fold(0.0, f64::max)
}

/// A memory on macros.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fit {
    /// Macro and how many.
    pub macros: Vec<(String, u64)>,
    /// Of all, square micrometres.
    pub area_um2: f64,
    /// A read: one bank of each slice, joule.
    pub read_joule: f64,
    /// Leakage of all, watt.
    pub leakage_watt: f64,
}

/// The smallest macros for a memory of one read and one write port: slices side by side, each of as
/// many banks as its depth takes; of macros with one port at least two, interleaved by address, since a
/// word is read while another is written.
pub fn fit(words: u64, bits: u64, macros: &[Sram]) -> Option<Fit> {
    let banks = |sram: &Sram| {
        words
            .div_ceil(sram.words)
            .max(if sram.ports > 1 { 1 } else { 2 })
    };
    // least area that covers the first n bits, and the macro of its last slice
    let mut least: Vec<(f64, Option<&Sram>)> = vec![(0.0, None)];
    for covered in 1..=bits {
        let options = macros.iter().map(|sram| {
            let (before, _) = least[covered.saturating_sub(sram.bits) as usize];
            (before + banks(sram) as f64 * sram.area_um2, Some(sram))
        });
        least.push(options.min_by(|a, b| a.0.total_cmp(&b.0))?);
    }
    let mut fit = Fit::default();
    let mut left = bits;
    while let Some(sram) = least[left as usize].1 {
        let count = banks(sram);
        fit.area_um2 += count as f64 * sram.area_um2;
        fit.leakage_watt += count as f64 * sram.leakage_watt;
        fit.read_joule += sram.read_joule;
        match fit.macros.iter_mut().find(|(name, _)| *name == sram.name) {
            Some((_, known)) => *known += count,
            None => fit.macros.push((sram.name.clone(), count)),
        }
        left = left.saturating_sub(sram.bits);
    }
    Some(fit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sram(name: &str, words: u64, bits: u64, area_um2: f64) -> Sram {
        Sram {
            name: name.into(),
            words,
            bits,
            ports: 1,
            area_um2,
            read_joule: 1.0,
            leakage_watt: 0.5,
        }
    }

    #[test]
    fn the_smallest_macros() {
        let macros = [
            sram("narrow", 1024, 32, 140.0),
            sram("wide", 1024, 64, 264.0),
        ];
        let fit = |words, bits| fit(words, bits, &macros).unwrap();
        // 3,925 x 140: four banks of 64 + 64 + 32
        let w1 = fit(3925, 140);
        let counts: u64 = w1.macros.iter().map(|(_, count)| count).sum();
        assert_eq!((counts, w1.macros.len()), (12, 2));
        assert_eq!(w1.area_um2, 4.0 * (2.0 * 264.0 + 140.0));
        assert_eq!((w1.read_joule, w1.leakage_watt), (3.0, 6.0));
        // one port: two banks, however few the words
        assert_eq!(fit(10, 8).macros, [("narrow".to_owned(), 2)]);
        let two = [Sram {
            ports: 2,
            ..macros[0].clone()
        }];
        assert_eq!(super::fit(10, 8, &two).unwrap().area_um2, 140.0);
        assert_eq!(super::fit(10, 8, &[]), None);
    }
}
