//! What a description consists of: read from a rust-hdl block by a [`Probe`].

use super::register::{MODULE, REGISTER};
use super::signal::element_bits;
use rust_hdl::prelude::*;

/// A signal, constant or port of a module; `count` copies when it stands in a `Vec`.
pub(super) struct Decl {
    pub name: String,
    pub kind: AtomKind,
    /// Bits of one copy.
    pub width: usize,
    /// Bits of an element of one copy.
    pub element: usize,
    /// Copies in a `Vec`.
    pub count: Option<usize>,
    /// One-bit type: declared without a range.
    pub scalar: bool,
    /// Value of a constant.
    pub value: u128,
}

impl Decl {
    /// Bits of all copies.
    pub fn total_bits(&self) -> usize {
        self.width * self.count.unwrap_or(1)
    }

    /// What `[i]` selects: a copy, or an element of the only one.
    pub fn index_bits(&self) -> usize {
        if self.count.is_some() {
            self.width
        } else {
            self.element
        }
    }

    /// Whether the declaration has no range.
    pub fn is_scalar(&self) -> bool {
        self.scalar && self.count.is_none()
    }
}

/// What a block is made of.
pub(super) enum Code {
    /// A kernel written with `#[hdl_gen]`.
    Kernel(Vec<ast::VerilogStatement>),
    /// A template of ours: module name, parameters of the instance, text.
    Template {
        module: String,
        parameters: String,
        text: String,
    },
    /// A flip-flop, with its reset value.
    Register { reset: Option<u128> },
    /// Anything else is refused.
    Unknown,
}

/// A block: module or register.
pub(super) struct Node {
    pub name: String,
    /// Name of the module, where the block gives one; else that of the first instance.
    pub module: Option<String>,
    pub count: Option<usize>,
    pub decls: Vec<Decl>,
    pub children: Vec<Node>,
    pub code: Code,
}

/// Reads the tree below `block`.
pub(super) fn collect(name: &str, block: &dyn Block) -> Option<Node> {
    let mut collect = Collect::default();
    block.accept(name, &mut collect);
    collect.root
}

#[derive(Default)]
struct Collect {
    stack: Vec<Node>,
    root: Option<Node>,
}

/// `lane$3` is copy 3 in a `Vec` named `lane`.
fn split_copy(name: &str) -> (&str, Option<usize>) {
    match name.rsplit_once('$') {
        Some((stem, copy)) => (stem, copy.parse().ok()),
        None => (name, None),
    }
}

impl Probe for Collect {
    fn visit_start_scope(&mut self, name: &str, block: &dyn Block) {
        let (stem, copy) = split_copy(name);
        let code = if copy.unwrap_or(0) > 0 {
            Code::Unknown
        } else {
            code_of(block)
        };
        self.stack.push(Node {
            name: stem.into(),
            module: module_of(block),
            count: copy.map(|_| 1),
            decls: vec![],
            children: vec![],
            code,
        });
    }

    fn visit_atom(&mut self, name: &str, atom: &dyn Atom) {
        let (stem, copy) = split_copy(name);
        let Some(node) = self.stack.last_mut() else {
            return;
        };
        if let (Some(copy), Some(last)) = (copy, node.decls.last_mut())
            && copy > 0
            && last.name == stem
        {
            last.count = Some(copy + 1);
            return;
        }
        let element = element_bits(atom);
        let constant = atom.kind() == AtomKind::Constant;
        node.decls.push(Decl {
            name: stem.into(),
            kind: atom.kind(),
            width: atom.bits(),
            element,
            count: copy.map(|_| 1),
            scalar: !atom.descriptor().name.starts_with("element:"),
            value: if constant {
                literal_value(&atom.verilog())
            } else {
                0
            },
        });
    }

    fn visit_end_scope(&mut self, name: &str, _: &dyn Block) {
        let Some(node) = self.stack.pop() else { return };
        let Some(parent) = self.stack.last_mut() else {
            self.root = Some(node);
            return;
        };
        match (split_copy(name).1, parent.children.last_mut()) {
            (Some(copy), Some(last)) if copy > 0 && last.name == node.name => {
                last.count = Some(copy + 1);
            }
            _ => parent.children.push(node),
        }
    }
}

fn module_of(block: &dyn Block) -> Option<String> {
    let named = |t: TimingInfo| t.name.strip_prefix(MODULE).map(str::to_string);
    block.timing().into_iter().find_map(named)
}

fn code_of(block: &dyn Block) -> Code {
    if let Some(timing) = block.timing().into_iter().find(|t| t.name == REGISTER) {
        return Code::Register {
            reset: timing.clock.parse().ok(),
        };
    }
    match block.hdl() {
        Verilog::Combinatorial(statements) => Code::Kernel(statements),
        Verilog::Blackbox(BlackBox { code, name }) => {
            let (module, parameters) = name.split_once(' ').unwrap_or((&name, ""));
            Code::Template {
                module: module.into(),
                parameters: parameters.into(),
                text: code,
            }
        }
        _ => Code::Unknown,
    }
}

/// The value of a rust-hdl literal, from its text (its fields are private).
pub(super) fn literal_value(literal: &VerilogLiteral) -> u128 {
    let text = format!("{literal:x}");
    let digits = text.rsplit('h').next().unwrap_or("0");
    u128::from_str_radix(digits, 16).unwrap_or(0)
}
