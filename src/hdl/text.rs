//! The text of a module.

use super::expr::sized;
use super::module::{Body, net, range, stem, text_of};
use super::node::{Code, Node};
use crate::{Error, Result};
use rust_hdl::prelude::AtomKind;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Longest line of the Verilog.
const LINE: usize = 100;

impl Body<'_> {
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
