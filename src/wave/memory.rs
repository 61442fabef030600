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
    words: HashMap<u32, Word>,
    read: Option<u32>,
}

impl Shadow {
    /// Nothing is known yet.
    pub fn new(ports: Ports) -> Self {
        Shadow {
            ports,
            words: HashMap::new(),
            read: None,
        }
    }

    /// One edge: takes what was read, and gives what is written. The core reads no word in the cycles
    /// in which it is being written.
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
        let address = now[waddr].low();
        // what follows is read again before it is written again
        let old = self.words.remove(&address);
        Some(Written {
            address,
            enables: now[we].low(),
            old,
            new: now[wdata].clone(),
        })
    }
}
