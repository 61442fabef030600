//! Modules: ports, declarations, instances, assignments, processes.

use super::expr::{Scope, Symbol, sized};
use super::kernel::{Group, StatementPrinter, check_defaults, groups, is_structural, literal};
use super::node::{Code, Decl, Node};
use crate::{Error, Result};
use rust_hdl::prelude::AtomKind;
use rust_hdl::prelude::ast::{VerilogExpression as Expr, VerilogStatement as Statement};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Longest line of the Verilog.
const LINE: usize = 100;

/// The body of a module (everything between its name and `endmodule`).
pub(super) struct Body<'a> {
    node: &'a Node,
    /// Module names of the children (`None`: a register).
    modules: &'a [Option<String>],
    scope: Scope,
    /// Port expressions of children, by `child$port`.
    connections: BTreeMap<String, String>,
    assigns: Vec<(String, String)>,
    /// Structural loops: index name, end, child or none, assignments.
    loops: Vec<StructuralLoop>,
    processes: Vec<(BTreeSet<String>, String)>,
    /// Signals driven in a process.
    regs: BTreeSet<String>,
}

struct StructuralLoop {
    index: String,
    end: usize,
    child: Option<String>,
    assigns: Vec<(String, String)>,
}

fn stem(instance: &str) -> &str {
    instance.strip_prefix("u_").unwrap_or(instance)
}

fn bare(port: &str) -> &str {
    ["_ni", "_i", "_o"]
        .iter()
        .find_map(|end| port.strip_suffix(end))
        .unwrap_or(port)
}

/// The net at a child's port.
fn net(child: &Node, port: &Decl) -> String {
    match child.code {
        Code::Register { .. } => format!("{}_{}", child.name, port.name),
        _ => format!("{}_{}", stem(&child.name), bare(&port.name)),
    }
}

fn range(width: usize, scalar: bool) -> String {
    if scalar {
        String::new()
    } else {
        format!("[{}:0] ", width - 1)
    }
}

fn text_of(decl: &Decl) -> String {
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

    /// The text after `module NAME`.
    pub fn print(&self, parameters: &[(&str, &str)]) -> Result<String> {
        let mut out = String::new();
        if !parameters.is_empty() {
            let list = parameters
                .iter()
                .map(|(n, v)| format!("  parameter {n} = {v}"));
            let _ = write!(out, " #(\n{}\n)", list.collect::<Vec<_>>().join(",\n"));
        }
        let ports = self
            .node
            .decls
            .iter()
            .filter(|d| d.kind.is_parameter())
            .map(|d| {
                let direction = match d.kind {
                    AtomKind::InputParameter => "input  wire ",
                    _ if self.regs.contains(&d.name) => "output reg  ",
                    _ => "output wire ",
                };
                format!(
                    "  {direction}{}{}",
                    range(d.total_bits(), d.is_scalar()),
                    d.name
                )
            });
        let _ = writeln!(out, " (\n{}\n);", ports.collect::<Vec<_>>().join(",\n"));
        let declarations = self.declarations();
        let mut rest = String::new();
        self.contents(&mut rest)?;
        self.constants(&mut out, &rest);
        out.push_str(&declarations);
        out.push_str(&rest);
        Ok(out)
    }

    /// Instances, assignments and processes.
    fn contents(&self, out: &mut String) -> Result<()> {
        for (k, child) in self.node.children.iter().enumerate() {
            if let (Some(module), None) = (&self.modules[k], child.count) {
                out.push('\n');
                self.instance(out, child, module, None, 1)?;
            }
        }
        self.print_loops(out)?;
        if !self.assigns.is_empty() {
            out.push('\n');
        }
        let registers = self.inlined_registers();
        for (target, value) in self
            .assigns
            .iter()
            .filter(|(t, _)| !registers.contains_key(t))
        {
            wrap(out, &format!("  assign {target} = {value};"));
        }
        for (_, process) in &self.processes {
            out.push('\n');
            process.lines().for_each(|line| wrap(out, line));
        }
        self.clocked(out, &registers);
        Ok(())
    }

    /// Registers whose `d` is one expression: `d` needs no net.
    fn inlined_registers(&self) -> BTreeMap<String, String> {
        let is_d = |target: &str| {
            self.node.children.iter().any(|c| {
                matches!(c.code, Code::Register { .. }) && target == format!("{}_d", c.name)
            })
        };
        self.assigns
            .iter()
            .filter(|(t, _)| is_d(t))
            .cloned()
            .collect()
    }

    /// Constants that `rest` names (a slice takes its bounds as numbers).
    fn constants(&self, out: &mut String, rest: &str) {
        let words: BTreeSet<&str> = rest
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .collect();
        for d in self
            .node
            .decls
            .iter()
            .filter(|d| d.kind == AtomKind::Constant)
        {
            let (name, value) = (text_of(d), sized(d.width, d.value));
            if words.contains(name.as_str()) {
                let _ = writeln!(
                    out,
                    "  localparam {}{name} = {value};",
                    range(d.width, false)
                );
            }
        }
    }

    fn declarations(&self) -> String {
        let mut out = String::new();
        let kind = |name: &str| {
            if self.regs.contains(name) {
                "reg "
            } else {
                "wire"
            }
        };
        for d in self
            .node
            .decls
            .iter()
            .filter(|d| d.kind == AtomKind::LocalSignal)
        {
            let range = range(d.total_bits(), d.is_scalar());
            let _ = writeln!(out, "  {} {range}{};", kind(&d.name), d.name);
        }
        let inlined = self.inlined_registers();
        for child in &self.node.children {
            let register = matches!(child.code, Code::Register { .. });
            for port in child.decls.iter().filter(|d| d.kind.is_parameter()) {
                let name = net(child, port);
                let range = range(
                    port.total_bits() * child.count.unwrap_or(1),
                    port.is_scalar() && child.count.is_none(),
                );
                let key = format!("{}${}", child.name, port.name);
                match (register, port.name.as_str()) {
                    (true, "q") => {
                        let _ = writeln!(out, "  reg  {range}{name};");
                    }
                    (true, "d") if !inlined.contains_key(&name) => {
                        let _ = writeln!(out, "  {} {range}{name};", kind(&name));
                    }
                    (true, _) => {}
                    _ if self.connections.contains_key(&key) => {}
                    _ => {
                        let _ = writeln!(out, "  {} {range}{name};", kind(&name));
                    }
                }
            }
        }
        out
    }

    fn instance(
        &self,
        out: &mut String,
        child: &Node,
        module: &str,
        index: Option<&str>,
        depth: usize,
    ) -> Result<()> {
        let pad = " ".repeat(2 * depth);
        let parameters = match &child.code {
            Code::Template { parameters, .. } if !parameters.is_empty() => format!(" {parameters}"),
            _ => String::new(),
        };
        let pins = child
            .decls
            .iter()
            .filter(|d| d.kind.is_parameter())
            .map(|port| {
                let key = format!("{}${}", child.name, port.name);
                let value = match (self.connections.get(&key), index) {
                    (Some(value), _) => value.clone(),
                    (None, Some(index)) => self.scope.reference(&index_name(&key, index))?.0,
                    (None, None) => net(child, port),
                };
                Ok(format!("{pad}  .{}({value})", port.name))
            });
        let pins = pins.collect::<Result<Vec<_>>>()?.join(",\n");
        let text = format!(
            "{pad}{module}{parameters} {} (\n{pins}\n{pad});",
            child.name
        );
        text.lines().for_each(|line| wrap(out, line));
        Ok(())
    }

    fn print_loops(&self, out: &mut String) -> Result<()> {
        let indices: BTreeSet<&str> = self.loops.iter().map(|l| l.index.as_str()).collect();
        if !indices.is_empty() {
            let list = indices.into_iter().collect::<Vec<_>>().join(", ");
            let _ = writeln!(out, "\n  genvar {list};");
        }
        for l in &self.loops {
            let name = match (&l.child, l.assigns.first()) {
                (Some(child), _) => stem(child).to_string(),
                (None, Some((target, _))) => target.split('[').next().unwrap_or("x").to_string(),
                (None, None) => continue,
            };
            let (i, end) = (&l.index, l.end);
            let _ = writeln!(out, "  generate");
            let _ = writeln!(
                out,
                "    for ({i} = 0; {i} < {end}; {i} = {i} + 1) begin : gen_{name}"
            );
            let position = l
                .child
                .as_ref()
                .and_then(|name| self.node.children.iter().position(|c| &c.name == name));
            if let Some(k) = position {
                let child = &self.node.children[k];
                if child.count != Some(end) {
                    return Err(Error::Design(format!("not all of `{name}` are connected")));
                }
                let module = self.modules[k].as_deref().unwrap_or_default();
                self.instance(out, child, module, Some(i), 3)?;
            }
            for (target, value) in &l.assigns {
                wrap(out, &format!("      assign {target} = {value};"));
            }
            let _ = writeln!(out, "    end\n  endgenerate");
        }
        Ok(())
    }

    fn clocked(&self, out: &mut String, inlined: &BTreeMap<String, String>) {
        let (mut reset, mut plain) = (vec![], vec![]);
        for child in &self.node.children {
            let Code::Register { reset: value } = child.code else {
                continue;
            };
            let width = child
                .decls
                .iter()
                .find(|d| d.name == "q")
                .map_or(1, |d| d.width);
            let d = format!("{}_d", child.name);
            let d = inlined.get(&d).cloned().unwrap_or(d);
            match value {
                Some(value) => reset.push((child.name.clone(), sized(width, value), d)),
                None => plain.push((child.name.clone(), d)),
            }
        }
        if reset.is_empty() && plain.is_empty() {
            return;
        }
        let _ = writeln!(out, "\n  always @(posedge clk_i) begin");
        for (name, d) in &plain {
            wrap(out, &format!("    {name}_q <= {d};"));
        }
        if !reset.is_empty() {
            let _ = writeln!(out, "    if (!rst_ni) begin");
            for (name, value, _) in &reset {
                wrap(out, &format!("      {name}_q <= {value};"));
            }
            let _ = writeln!(out, "    end else begin");
            for (name, _, d) in &reset {
                wrap(out, &format!("      {name}_q <= {d};"));
            }
            let _ = writeln!(out, "    end");
        }
        let _ = writeln!(out, "  end");
    }
}

fn index_name(key: &str, index: &str) -> String {
    match key.split_once('$') {
        Some((child, port)) => format!("{child}[{index}]${port}"),
        None => format!("{key}[{index}]"),
    }
}

/// Appends a line, broken at spaces where it is too long.
fn wrap(out: &mut String, line: &str) {
    let indent = line.len() - line.trim_start().len();
    let mut rest = line.to_string();
    while rest.len() > LINE {
        let limit = rest[..LINE]
            .rfind(' ')
            .filter(|at| rest[..*at].trim().len() > 8);
        let Some(at) = limit else { break };
        let _ = writeln!(out, "{}", rest[..at].trim_end());
        rest = format!("{}{}", " ".repeat(indent + 4), rest[at..].trim_start());
    }
    let _ = writeln!(out, "{}", rest.trim_end());
}
