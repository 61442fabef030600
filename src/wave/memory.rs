//! What a memory of the core holds, as far as its ports have shown it.

use super::word::Word;
use std::collections::HashMap;

/// The ports of a memory, as numbers of watched signals; a read takes a cycle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ports {
    pub we: usize,
    pub waddr: usize,
    pub wdata: usize,
    pub raddr: usize,
    pub rdata: usize,
}

/// A write of one cycle.
#[derive(Clone, Debug)]
pub(super) struct Written {
    /// Word address.
    pub address: u32,
    /// Cells written, where cells have a write enable each; else 1.
    pub enables: u32,
    /// The word before, if a read or a write has shown it.
    pub old: Option<Word>,
    /// The data.
    pub new: Word,
}

/// A memory, followed from clock edge to clock edge.
#[derive(Clone, Debug)]
pub(super) struct Shadow {
    ports: Ports,
    /// Bits of a cell with a write enable of its own; 0: words are written whole.
    cell_bits: usize,
    words: HashMap<u32, Word>,
    read: Option<u32>,
}

impl Shadow {
    /// Nothing is known yet.
    pub fn new(ports: Ports, cell_bits: usize) -> Self {
        Shadow {
            ports,
            cell_bits,
            words: HashMap::new(),
            read: None,
        }
    }

    /// One edge: takes what was read, and gives what is written.
    pub fn edge(&mut self, now: &[Word]) -> Option<Written> {
        let Ports {
            we,
            waddr,
            wdata,
            raddr,
            rdata,
        } = self.ports;
        if let Some(address) = self.read.take().filter(|_| now[rdata].known()) {
            self.words.insert(address, now[rdata].clone());
        }
        self.read = now[raddr].known().then(|| now[raddr].low());
        if !now[we].known() || now[we].low() == 0 {
            return None;
        }
        let (address, enables) = (now[waddr].low(), now[we].low());
        // a read in the same cycle gives the word before
        self.read = self.read.filter(|&read| read != address);
        let old = self.words.remove(&address);
        let new = &now[wdata];
        let whole = match self.cell_bits {
            0 => Some(new.clone()),
            bits => old.clone().map(|word| {
                let cells = (0..u32::BITS as usize).filter(|cell| enables >> cell & 1 == 1);
                cells.fold(word, |word, cell| {
                    word.with_field(cell * bits, bits, new.low())
                })
            }),
        };
        self.words.extend(whole.map(|word| (address, word)));
        Some(Written {
            address,
            enables,
            old,
            new: new.clone(),
        })
    }
}
