//! Modules: ports, declarations, instances, assignments, processes.

use super::expr::{Scope, Symbol};
use super::kernel::{Group, StatementPrinter, check_defaults, groups, is_structural, literal};
use super::node::{Code, Decl, Node};
use crate::{Error, Result};
use rust_hdl::prelude::AtomKind;
use rust_hdl::prelude::ast::{VerilogExpression as Expr, VerilogStatement as Statement};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The body of a module (everything between its name and `endmodule`).
pub(super) struct Body<'a> {
    pub(super) node: &'a Node,
    /// Module names of the children (`None`: a register).
    pub(super) modules: &'a [Option<String>],
    pub(super) scope: Scope,
    /// Port expressions of children, by `child$port`.
    pub(super) connections: BTreeMap<String, String>,
    pub(super) assigns: Vec<(String, String)>,
    /// Structural loops: index name, end, child or none, assignments.
    pub(super) loops: Vec<StructuralLoop>,
    pub(super) processes: Vec<(BTreeSet<String>, String)>,
    /// Signals driven in a process.
    pub(super) regs: BTreeSet<String>,
}

/// A loop that prints as `generate for`.
pub(super) struct StructuralLoop {
    pub index: String,
    pub end: usize,
    pub child: Option<String>,
    pub assigns: Vec<(String, String)>,
}

/// An instance name without its prefix.
pub(super) fn stem(instance: &str) -> &str {
    instance.strip_prefix("u_").unwrap_or(instance)
}

fn bare(port: &str) -> &str {
    ["_ni", "_i", "_o"]
        .iter()
        .find_map(|end| port.strip_suffix(end))
        .unwrap_or(port)
}

/// The net at a child's port.
pub(super) fn net(child: &Node, port: &Decl) -> String {
    match child.code {
        Code::Register { .. } => format!("{}_{}", child.name, port.name),
        _ => format!("{}_{}", stem(&child.name), bare(&port.name)),
    }
}

/// A range, where the declaration has one.
pub(super) fn range(width: usize, scalar: bool) -> String {
    if scalar {
        String::new()
    } else {
        format!("[{}:0] ", width - 1)
    }
}

/// Name in the Verilog.
pub(super) fn text_of(decl: &Decl) -> String {
    match decl.kind {
        AtomKind::Constant => decl.name.to_uppercase(),
        _ => decl.name.clone(),
    }
}

impl<'a> Body<'a> {
    pub fn new(node: &'a Node, modules: &'a [Option<String>]) -> Result<Self> {
        let mut scope = Scope::default();
        let mut add = |name: String, symbol: Symbol| match scope.symbols.insert(name, symbol) {
            Some(old) => Err(Error::Design(format!("two signals named `{}`", old.text))),
            None => Ok(()),
        };
        for decl in &node.decls {
            let symbol = Symbol {
                text: text_of(decl),
                width: decl.total_bits(),
                element: decl.index_bits(),
                scalar: decl.is_scalar(),
                value: (decl.kind == AtomKind::Constant).then_some(decl.value),
            };
            add(decl.name.clone(), symbol)?;
        }
        for child in &node.children {
            for port in &child.decls {
                let symbol = Symbol {
                    text: net(child, port),
                    width: port.total_bits() * child.count.unwrap_or(1),
                    element: if child.count.is_some() {
                        port.total_bits()
                    } else {
                        port.element
                    },
                    scalar: port.is_scalar() && child.count.is_none(),
                    value: None,
                };
                add(format!("{}${}", child.name, port.name), symbol)?;
            }
        }
        let mut body = Body {
            node,
            modules,
            scope,
            connections: BTreeMap::new(),
            assigns: vec![],
            loops: vec![],
            processes: vec![],
            regs: BTreeSet::new(),
        };
        let Code::Kernel(kernel) = &node.code else {
            return Err(Error::Design(format!("`{}` has no kernel", node.name)));
        };
        for group in groups(kernel)? {
            body.sort(&group)?;
        }
        Ok(body)
    }

    fn is_child_input(&self, name: &str) -> bool {
        self.node.children.iter().any(|c| {
            !matches!(c.code, Code::Register { .. })
                && c.decls.iter().any(|d| {
                    d.kind == AtomKind::InputParameter && name == format!("{}${}", c.name, d.name)
                })
        })
    }

    /// Decides how a group is printed.
    fn sort(&mut self, group: &Group) -> Result<()> {
        if let [Statement::Assignment(Expr::Signal(name), value)] = group.statements.as_slice() {
            let name = name.trim_end_matches("$next");
            if !name.contains('[') {
                let (target, width) = self.scope.reference(name)?;
                let value = self.scope.expr(value)?.fit(width, &target)?;
                if self.is_child_input(name) {
                    self.connections.insert(name.into(), value);
                } else {
                    self.assigns.push((target, value));
                }
                return Ok(());
            }
        }
        if let Some(l) = is_structural(group) {
            return self.structural(l);
        }
        check_defaults(group)?;
        let mut printer = StatementPrinter {
            scope: &self.scope,
            out: String::new(),
            loop_indices: BTreeSet::new(),
        };
        printer.block(&group.statements, 2)?;
        let (text, indices) = (printer.out, printer.loop_indices);
        let names = group.targets.iter().map(|t| Ok(self.scope.reference(t)?.0));
        let names = names.collect::<Result<BTreeSet<String>>>()?;
        let first = names.first().cloned().unwrap_or_default();
        let mut process = String::new();
        if indices.is_empty() {
            process.push_str("  always @* begin\n");
        } else {
            let indices = indices.into_iter().collect::<Vec<_>>().join(", ");
            let _ = writeln!(
                process,
                "  always @* begin : comb_{first}\n    integer {indices};"
            );
        }
        process.push_str(&text);
        process.push_str("  end\n");
        self.regs.extend(names.iter().cloned());
        self.processes.push((names, process));
        Ok(())
    }

    fn structural(&mut self, l: &rust_hdl::prelude::ast::VerilogLoop) -> Result<()> {
        let mut child = None;
        let mut assigns = vec![];
        for statement in &l.block {
            let Statement::Assignment(Expr::Signal(name), value) = statement else {
                continue;
            };
            let (target, width) = self.scope.reference(name)?;
            let value = self.scope.expr(value)?.fit(width, &target)?;
            let (base, _) = super::expr::split_index(name);
            if self.is_child_input(&base) {
                child = base.split('$').next().map(str::to_string);
                self.connections.insert(base, value);
            } else {
                assigns.push((target, value));
            }
        }
        self.loops.push(StructuralLoop {
            index: l.index.clone(),
            end: literal(&l.to),
            child,
            assigns,
        });
        Ok(())
    }
}
