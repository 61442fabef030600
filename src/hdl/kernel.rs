//! Kernels: statements grouped by what they drive, and printed.

use super::expr::{Scope, split_index};
use crate::{Error, Result};
use rust_hdl::prelude::VerilogLiteral;
use rust_hdl::prelude::ast::{
    VerilogBlockOrConditional as Otherwise, VerilogExpression as Expr, VerilogLoop,
    VerilogStatement as Statement,
};
use std::collections::BTreeSet;

/// Statements that drive a set of signals nobody else drives.
pub(super) struct Group {
    pub targets: BTreeSet<String>,
    pub statements: Vec<Statement>,
}

/// Splits a kernel into groups, in order of their first statement.
pub(super) fn groups(kernel: &[Statement]) -> Result<Vec<Group>> {
    let mut flat = vec![];
    flatten(kernel, &mut flat);
    let mut groups: Vec<Option<Group>> = vec![];
    for statement in flat {
        let mut merged = Group {
            targets: targets(&statement)?,
            statements: vec![],
        };
        if merged.targets.is_empty() {
            continue;
        }
        let mut place = None;
        for (k, slot) in groups.iter_mut().enumerate() {
            if slot
                .as_ref()
                .is_some_and(|g| !g.targets.is_disjoint(&merged.targets))
            {
                let Some(group) = slot.take() else { continue };
                place = place.or(Some(k));
                merged.targets.extend(group.targets);
                merged.statements.extend(group.statements);
            }
        }
        merged.statements.push(statement);
        match place {
            Some(k) => groups[k] = Some(merged),
            None => groups.push(Some(merged)),
        }
    }
    Ok(groups.into_iter().flatten().collect())
}

/// Unpacks macros; drops comments, clocks of registers and empty loops.
fn flatten(statements: &[Statement], out: &mut Vec<Statement>) {
    for statement in statements {
        match statement {
            Statement::Macro(inner) => flatten(inner, out),
            Statement::Comment(_) => {}
            Statement::Assignment(Expr::Signal(name), _) if name.ends_with("$clock$next") => {}
            Statement::Assignment(Expr::Signal(name), _) if name.ends_with("$clock") => {}
            Statement::Loop(l) if is_empty(l) => {}
            other => out.push(other.clone()),
        }
    }
}

fn is_empty(l: &VerilogLoop) -> bool {
    literal(&l.from) >= literal(&l.to)
}

/// The bound of a loop.
pub(super) fn literal(bound: &VerilogLiteral) -> usize {
    super::node::literal_value(bound) as usize
}

/// Names driven, without index.
pub(super) fn targets(statement: &Statement) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    visit(statement, &mut |target| {
        names.insert(split_index(target).0);
    })?;
    Ok(names)
}

fn visit(statement: &Statement, found: &mut dyn FnMut(&str)) -> Result<()> {
    match statement {
        Statement::Assignment(Expr::Signal(name), _) => found(name),
        Statement::If(c) => {
            for s in &c.then {
                visit(s, found)?;
            }
            match &c.otherwise {
                Otherwise::Block(block) => {
                    for s in block {
                        visit(s, found)?;
                    }
                }
                Otherwise::Conditional(inner) => visit(inner, found)?,
                Otherwise::None => {}
            }
        }
        Statement::Loop(l) => {
            for s in &l.block {
                visit(s, found)?;
            }
        }
        Statement::Macro(inner) => {
            for s in inner {
                visit(s, found)?;
            }
        }
        Statement::Comment(_) => {}
        other => return Err(Error::Design(format!("no print for {other:?}"))),
    }
    Ok(())
}

/// A loop over copies: nothing but assignments to element `i` of signals driven by it alone.
pub(super) fn is_structural(group: &Group) -> Option<&VerilogLoop> {
    let [Statement::Loop(l)] = group.statements.as_slice() else {
        return None;
    };
    let mut seen = BTreeSet::new();
    for statement in &l.block {
        let Statement::Assignment(Expr::Signal(name), value) = statement else {
            return None;
        };
        let (base, index) = split_index(name);
        if index.as_deref() != Some(l.index.as_str())
            || !seen.insert(base)
            || is_value(&l.index, value)
        {
            return None;
        }
    }
    Some(l)
}

/// Whether `index` stands as a value in `e`, not only as an index (a genvar has no width).
fn is_value(index: &str, e: &Expr) -> bool {
    match e {
        Expr::Signal(name) => name == index,
        Expr::Paren(e) | Expr::Cast(e, _) | Expr::Signed(e) | Expr::Unsigned(e) => {
            is_value(index, e)
        }
        Expr::Unary(_, e) => is_value(index, e),
        Expr::Binary(a, _, b) => is_value(index, a) || is_value(index, b),
        _ => false,
    }
}

/// Every signal that the group drives gets a value, whatever the conditions: else it is a latch.
pub(super) fn check_defaults(group: &Group) -> Result<()> {
    match group
        .targets
        .difference(&always_set(&group.statements))
        .next()
    {
        Some(name) => Err(Error::Design(format!("`{name}` has no default: a latch"))),
        None => Ok(()),
    }
}

/// Signals that `statements` drive in every case.
fn always_set(statements: &[Statement]) -> BTreeSet<String> {
    let mut set = BTreeSet::new();
    for statement in statements {
        match statement {
            Statement::Assignment(Expr::Signal(name), _) => {
                set.insert(split_index(name).0);
            }
            Statement::Loop(l) => set.append(&mut always_set(&l.block)),
            Statement::If(c) => {
                let otherwise = match &c.otherwise {
                    Otherwise::Block(block) => always_set(block),
                    Otherwise::Conditional(inner) => always_set(std::slice::from_ref(inner)),
                    Otherwise::None => continue,
                };
                let then = always_set(&c.then);
                set.extend(then.intersection(&otherwise).cloned());
            }
            _ => {}
        }
    }
    set
}

/// Prints statements of an `always @*` block, and notes the loop indices in use.
pub(super) struct StatementPrinter<'a> {
    pub scope: &'a Scope,
    pub out: String,
    pub loop_indices: BTreeSet<String>,
}

impl StatementPrinter<'_> {
    /// Prints `statements` indented by `depth` levels of two spaces.
    pub fn block(&mut self, statements: &[Statement], depth: usize) -> Result<()> {
        statements.iter().try_for_each(|s| self.statement(s, depth))
    }

    fn line(&mut self, depth: usize, text: &str) {
        self.out
            .push_str(&format!("{:width$}{text}\n", "", width = 2 * depth));
    }

    fn statement(&mut self, statement: &Statement, depth: usize) -> Result<()> {
        match statement {
            Statement::Assignment(Expr::Signal(name), value) => {
                let (target, width) = self.scope.reference(name)?;
                let value = self.scope.expr(value)?.fit(width, &target)?;
                self.line(depth, &format!("{target} = {value};"));
            }
            Statement::If(_) => self.conditional(statement, depth, "if")?,
            Statement::Loop(l) => {
                let i = &l.index;
                self.loop_indices.insert(i.clone());
                let (from, to) = (literal(&l.from), literal(&l.to));
                self.line(
                    depth,
                    &format!("for ({i} = {from}; {i} < {to}; {i} = {i} + 1) begin"),
                );
                self.block(&l.block, depth + 1)?;
                self.line(depth, "end");
            }
            other => return Err(Error::Design(format!("no print for {other:?}"))),
        }
        Ok(())
    }

    fn conditional(&mut self, statement: &Statement, depth: usize, head: &str) -> Result<()> {
        let Statement::If(c) = statement else {
            return Err(Error::Design(format!("not a condition: {statement:?}")));
        };
        let test = self.scope.expr(&c.test)?.fit(1, "a condition")?;
        self.line(depth, &format!("{head} ({test}) begin"));
        self.block(&c.then, depth + 1)?;
        match &c.otherwise {
            Otherwise::None => self.line(depth, "end"),
            Otherwise::Block(block) => {
                self.line(depth, "end else begin");
                self.block(block, depth + 1)?;
                self.line(depth, "end");
            }
            Otherwise::Conditional(inner) => self.conditional(inner, depth, "end else if")?,
        }
        Ok(())
    }
}
