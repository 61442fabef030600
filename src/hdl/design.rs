//! From a described block to Verilog files: one module a file, equal modules shared.

use super::module::Body;
use super::node::{Code, Node, collect};
use crate::{Error, Result};
use rust_hdl::prelude::Block;
use std::collections::{BTreeMap, BTreeSet};

/// A printed module; the file name is the module name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// Name.
    pub name: String,
    /// Text from `` `default_nettype none`` on.
    pub text: String,
}

/// Prints `block` as module `top` and everything below it; the top comes last.
///
/// # Errors
/// [`Error::Design`] where a kernel breaks a rule of this layer (width, latch, double driver).
pub fn print(top: &str, parameters: &[(&str, &str)], block: &dyn Block) -> Result<Vec<Module>> {
    let root = collect(top, block).ok_or_else(|| Error::Design(format!("`{top}` is empty")))?;
    let mut printer = Printer::default();
    printer.module(&root, Some(parameters))?;
    Ok(printer.modules)
}

#[derive(Default)]
struct Printer {
    modules: Vec<Module>,
    by_body: BTreeMap<String, String>,
    names: BTreeSet<String>,
}

impl Printer {
    /// Prints `node` unless an equal module is there; gives the name.
    fn module(&mut self, node: &Node, parameters: Option<&[(&str, &str)]>) -> Result<String> {
        if let Code::Template { module, text, .. } = &node.code {
            if self.names.insert(module.clone()) {
                self.modules.push(Module {
                    name: module.clone(),
                    text: text.clone(),
                });
            }
            return Ok(module.clone());
        }
        let mut children = vec![];
        for child in &node.children {
            children.push(match child.code {
                Code::Register { .. } => None,
                _ => Some(self.module(child, None)?),
            });
        }
        let body = Body::new(node, &children)
            .and_then(|body| body.print(parameters.unwrap_or_default()))
            .map_err(|e| match e {
                Error::Design(text) => Error::Design(format!("in `{}`: {text}", node.name)),
                other => other,
            })?;
        if let Some(name) = self.by_body.get(&body) {
            return Ok(name.clone());
        }
        let instance = node.name.strip_prefix("u_").unwrap_or(&node.name);
        let stem = node.module.as_deref().unwrap_or(instance).to_string();
        let mut name = stem.clone();
        let mut number = 2;
        while !self.names.insert(name.clone()) {
            name = format!("{stem}_{number}");
            number += 1;
        }
        let text = format!(
            "`default_nettype none\n\nmodule {name}{body}endmodule\n\n`default_nettype wire\n"
        );
        self.by_body.insert(body, name.clone());
        self.modules.push(Module {
            name: name.clone(),
            text,
        });
        Ok(name)
    }
}
