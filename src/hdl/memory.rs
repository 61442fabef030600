//! The two memory templates, the only hand-written Verilog of the core.

use super::signal::{Sig, Value};
use super::value::Bv;
use rust_hdl::prelude::*;

const ROW_MEMORY: &str = include_str!("templates/row_memory.v");
const TABLE_MEMORY: &str = include_str!("templates/table_memory.v");

/// Up to here a memory without start values is distributed RAM (module `pass_memory`).
const SMALL_DEPTH: usize = 64;

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
        if self._init.is_some() || depth > SMALL_DEPTH {
            return template(ROW_MEMORY.into(), "row_memory", &parameters);
        }
        let text = ROW_MEMORY.replace("row_memory", "pass_memory");
        let text = text.replace("\"block\"", "\"distributed\"");
        template(text, "pass_memory", &parameters)
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
