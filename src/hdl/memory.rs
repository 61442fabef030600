//! The memory templates, the only hand-written Verilog of the core.

use super::signal::{Sig, Value};
use super::value::Bv;
use rust_hdl::prelude::*;

const ROW_MEMORY: &str = include_str!("templates/row_memory.v");
const CELL_MEMORY: &str = include_str!("templates/cell_memory.v");
const TABLE_MEMORY: &str = include_str!("templates/table_memory.v");

/// Up to here a memory without start values is distributed RAM (module `pass_memory`): words, or bits.
const SMALL_DEPTH: usize = 64;
const SMALL_BITS: usize = 2048;

fn template(code: String, module: &str, parameters: &str) -> Verilog {
    Verilog::Blackbox(BlackBox {
        code,
        name: format!("{module} {parameters}"),
    })
}

/// One write port, one registered read port: block RAM. Never read and written at one address in
/// one cycle.
#[derive(LogicBlock)]
pub struct RowMemory {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Write enable.
    pub we_i: Signal<In, Bit>,
    /// Write address.
    pub waddr_i: Sig<In>,
    /// Write data.
    pub wdata_i: Sig<In>,
    /// Read address.
    pub raddr_i: Sig<In>,
    /// Data of the address of the cycle before.
    pub rdata_o: Sig<Out>,
    _init: Option<&'static str>,
    _words: Vec<Bv>,
}

impl RowMemory {
    /// `depth` words of `count` elements of `element` bits; `init` names a parameter of the
    /// parent that holds the file for `$readmemh`.
    pub fn new(depth: usize, count: usize, element: usize, init: Option<&'static str>) -> Self {
        let address = crate::spec::index_bits(depth);
        RowMemory {
            clk_i: Default::default(),
            we_i: Default::default(),
            waddr_i: Sig::new(address),
            wdata_i: Sig::packed(count, element),
            raddr_i: Sig::new(address),
            rdata_o: Sig::packed(count, element),
            _init: init,
            _words: vec![Bv::packed(count, element); depth],
        }
    }
}

impl Logic for RowMemory {
    fn update(&mut self) {
        if self.clk_i.pos_edge() {
            let read = self.raddr_i.val().raw() as usize;
            self.rdata_o.next = self._words[read];
            if self.we_i.val() {
                let write = self.waddr_i.val().raw() as usize;
                self._words[write] = self.wdata_i.val();
            }
        }
    }
    fn connect(&mut self) {
        self.rdata_o.connect();
    }
    fn hdl(&self) -> Verilog {
        let init = self
            ._init
            .map(|name| format!(", .INIT({name})"))
            .unwrap_or_default();
        let (width, depth) = (self.wdata_i.width(), self._words.len());
        let address = self.raddr_i.width();
        let parameters = format!("#(.WIDTH({width}), .DEPTH({depth}), .ADDRESS({address}){init})");
        let small = depth <= SMALL_DEPTH || depth * width <= SMALL_BITS;
        if self._init.is_some() || !small {
            return template(ROW_MEMORY.into(), "row_memory", &parameters);
        }
        let text = ROW_MEMORY.replace("row_memory", "pass_memory");
        let text = text.replace("\"block\"", "\"distributed\"");
        template(text, "pass_memory", &parameters)
    }
}

/// One registered read port for whole words, one write port for single cells of a word: block RAM. A
/// cell is read and replaced without its neighbours. Never read and written at one address in one cycle.
#[derive(LogicBlock)]
pub struct CellMemory {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Cells to write (one hot, or none).
    pub we_i: Sig<In>,
    /// Write address.
    pub waddr_i: Sig<In>,
    /// Write data of the cell.
    pub wdata_i: Sig<In>,
    /// Read address.
    pub raddr_i: Sig<In>,
    /// Word of the address of the cycle before.
    pub rdata_o: Sig<Out>,
    _init: &'static str,
    _cells: Vec<Vec<Bv>>,
}

impl CellMemory {
    /// `depth` words of `count` cells of `element` bits; `init` names a parameter of the parent that
    /// holds the file for `$readmemh`.
    pub fn new(depth: usize, count: usize, element: usize, init: &'static str) -> Self {
        let address = crate::spec::index_bits(depth);
        CellMemory {
            clk_i: Default::default(),
            we_i: Sig::new(count),
            waddr_i: Sig::new(address),
            wdata_i: Sig::new(element),
            raddr_i: Sig::new(address),
            rdata_o: Sig::packed(count, element),
            _init: init,
            _cells: vec![vec![Bv::new(element, 0); count]; depth],
        }
    }
}

impl Logic for CellMemory {
    fn update(&mut self) {
        if self.clk_i.pos_edge() {
            let element = self.wdata_i.width();
            let cells = self._cells[self.raddr_i.val().raw() as usize].iter();
            let word = cells.rev().fold(0, |word, c| word << element | c.raw());
            let count = self.we_i.width();
            self.rdata_o.next = Bv::new(count * element, word);
            let write = self.waddr_i.val().raw() as usize;
            for (k, cell) in self._cells[write].iter_mut().enumerate() {
                if self.we_i.val().raw() >> k & 1 == 1 {
                    *cell = self.wdata_i.val();
                }
            }
        }
    }
    fn connect(&mut self) {
        self.rdata_o.connect();
    }
    fn hdl(&self) -> Verilog {
        let (cells, width) = (self.we_i.width(), self.wdata_i.width());
        let (depth, address) = (self._cells.len(), self.raddr_i.width());
        let parameters = format!(
            "#(.CELLS({cells}), .WIDTH({width}), .DEPTH({depth}), .ADDRESS({address}), .INIT({}))",
            self._init
        );
        template(CELL_MEMORY.into(), "cell_memory", &parameters)
    }
}

/// At most 64 words with asynchronous read: distributed RAM, or flip-flops.
#[derive(LogicBlock)]
pub struct TableMemory {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Write enable.
    pub we_i: Signal<In, Bit>,
    /// Write address.
    pub waddr_i: Sig<In>,
    /// Write data.
    pub wdata_i: Sig<In>,
    /// Read address.
    pub raddr_i: Sig<In>,
    /// Data of this cycle's address.
    pub rdata_o: Sig<Out>,
    _words: Vec<u128>,
}

impl TableMemory {
    /// Words of `width` bits with their start values.
    pub fn new(width: usize, words: Vec<u128>) -> Self {
        let address = crate::spec::index_bits(words.len());
        TableMemory {
            clk_i: Default::default(),
            we_i: Default::default(),
            waddr_i: Sig::new(address),
            wdata_i: Sig::new(width),
            raddr_i: Sig::new(address),
            rdata_o: Sig::new(width),
            _words: words,
        }
    }
}

impl Logic for TableMemory {
    fn update(&mut self) {
        if self.clk_i.pos_edge() && self.we_i.val() {
            let write = self.waddr_i.val().raw() as usize;
            self._words[write] = self.wdata_i.val().raw();
        }
        let read = self.raddr_i.val().raw() as usize;
        self.rdata_o.next = Bv::new(self.rdata_o.width(), self._words[read]);
    }
    fn connect(&mut self) {
        self.rdata_o.connect();
    }
    fn hdl(&self) -> Verilog {
        let width = self.wdata_i.width();
        let address = self.raddr_i.width();
        let words: Vec<String> = self
            ._words
            .iter()
            .rev()
            .map(|w| super::expr::sized(width, *w))
            .collect();
        let lines: Vec<String> = words
            .chunks(8)
            .map(|line| format!("      {}", line.join(", ")))
            .collect();
        let init = match self._words.iter().all(|word| *word == 0) {
            true => String::new(),
            false => format!(", .INIT({{\n{}\n    }})", lines.join(",\n")),
        };
        let depth = self._words.len();
        let parameters = format!("#(.WIDTH({width}), .DEPTH({depth}), .ADDRESS({address}){init})");
        template(TABLE_MEMORY.into(), "table_memory", &parameters)
    }
}
