//! Expressions: names resolved, widths checked, printed with exact widths.

use super::node::literal_value;
use super::slice::{select, slice};
use crate::{Error, Result};
use rust_hdl::prelude::ast::{VerilogExpression as Expr, VerilogOp as Op, VerilogOpUnary as Unary};
use std::collections::BTreeMap;

/// What a name of a kernel stands for.
#[derive(Clone, Debug)]
pub(super) struct Symbol {
    /// Name in the Verilog.
    pub text: String,
    /// Bits of the whole.
    pub width: usize,
    /// Bits that `[i]` selects.
    pub element: usize,
    /// Declared without a range.
    pub scalar: bool,
    /// Value of a constant.
    pub value: Option<u128>,
}

/// A printed expression; literals have no width of their own.
pub(super) struct Printed {
    pub text: String,
    pub width: Option<usize>,
    pub(super) literal: Option<u128>,
    pub(super) signed: bool,
    /// Outermost operator, if any.
    pub(super) operator: Option<&'static str>,
}

impl Printed {
    pub(super) fn simple(text: String, width: usize) -> Self {
        Printed {
            text,
            width: Some(width),
            literal: None,
            signed: false,
            operator: None,
        }
    }

    /// A literal or a loop index: its width comes from its place.
    fn flexible(text: String, literal: Option<u128>) -> Self {
        Printed {
            text,
            width: None,
            literal,
            signed: false,
            operator: None,
        }
    }

    fn operand(&self) -> String {
        if self.operator.is_some() {
            format!("({})", self.text)
        } else {
            self.text.clone()
        }
    }

    /// The operand of `operator`: no parentheses in a chain of one associative operator.
    fn operand_of(&self, operator: &str) -> String {
        match self.operator {
            Some(own) if own == operator && matches!(own, "|" | "&" | "^" | "&&" | "||") => {
                self.text.clone()
            }
            _ => self.operand(),
        }
    }

    /// The text in a place of `width` bits.
    pub fn fit(self, width: usize, place: &str) -> Result<String> {
        match (self.literal, self.width) {
            (Some(value), None) => Ok(sized(width, value)),
            (_, Some(own)) if own == width => Ok(self.text),
            (_, own) => Err(Error::Design(format!(
                "{place} has {width} bits, `{}` has {}",
                self.text,
                own.unwrap_or(0)
            ))),
        }
    }
}

/// A literal of exact width.
pub(super) fn sized(width: usize, value: u128) -> String {
    match (width, value) {
        (1, _) => format!("1'b{value}"),
        (_, 0..=9) => format!("{width}'d{value}"),
        _ => format!("{width}'h{value:0digits$x}", digits = width.div_ceil(4)),
    }
}

/// The names of a module.
#[derive(Default)]
pub(super) struct Scope {
    pub symbols: BTreeMap<String, Symbol>,
}

/// Takes `u_lane[i]$word_o` to (`u_lane$word_o`, index `i`).
pub(super) fn split_index(name: &str) -> (String, Option<String>) {
    let name = name.trim_end_matches("$next");
    match (name.find('['), name.find(']')) {
        (Some(open), Some(close)) => (
            format!("{}{}", &name[..open], &name[close + 1..]),
            Some(name[open + 1..close].to_string()),
        ),
        _ => (name.to_string(), None),
    }
}

fn design(text: String) -> Error {
    Error::Design(text)
}

impl Scope {
    pub fn symbol(&self, name: &str) -> Result<&Symbol> {
        self.symbols
            .get(name)
            .ok_or_else(|| design(format!("no signal `{name}`")))
    }

    /// A signal, or an element of it.
    pub fn reference(&self, name: &str) -> Result<(String, usize)> {
        let (base, index) = split_index(name);
        let symbol = self.symbol(&base)?;
        Ok(match index {
            Some(index) => (select(symbol, &index, index.parse().ok()), symbol.element),
            None => (symbol.text.clone(), symbol.width),
        })
    }

    /// The value of a literal or of a constant.
    pub(super) fn constant(&self, e: &Expr) -> Option<u128> {
        match e {
            Expr::Paren(inner) => self.constant(inner),
            Expr::Literal(literal) => Some(literal_value(literal)),
            Expr::Signal(name) => self.symbols.get(name)?.value,
            _ => None,
        }
    }

    /// Prints `e`.
    pub fn expr(&self, e: &Expr) -> Result<Printed> {
        match e {
            Expr::Paren(inner) => self.expr(inner),
            Expr::Signal(name) => self.name(name),
            Expr::Literal(literal) => {
                let value = literal_value(literal);
                if literal.to_string().starts_with("1'") {
                    return Ok(Printed::simple(sized(1, value), 1));
                }
                Ok(Printed::flexible(value.to_string(), Some(value)))
            }
            Expr::Signed(inner) => Ok(Printed {
                signed: true,
                ..self.expr(inner)?
            }),
            Expr::Unsigned(inner) => self.expr(inner),
            Expr::Cast(inner, width) => self.cast(inner, *width),
            Expr::Index(base, index) => {
                let symbol = self.whole(base)?;
                let constant = self.constant(index);
                let text = select(symbol, &self.index(index)?, constant);
                Ok(Printed::simple(text, symbol.element))
            }
            Expr::Slice(base, width, offset) => {
                let symbol = self.whole(base)?;
                let text = match self.constant(offset) {
                    Some(low) => slice(symbol, low as usize, *width),
                    None => format!("{}[{} +: {width}]", symbol.text, self.index(offset)?),
                };
                Ok(Printed::simple(text, *width))
            }
            Expr::Unary(op, inner) => self.unary(op, inner),
            Expr::Binary(left, op, right) => self.binary(left, op, right),
            Expr::IndexReplace(..) => Err(design("`replace_bit` has no print".into())),
        }
    }

    fn name(&self, name: &str) -> Result<Printed> {
        if !self.symbols.contains_key(&split_index(name).0) && is_loop_index(name) {
            // a loop index as a value: sized where it stands
            return Ok(Printed::flexible(name.into(), None));
        }
        let (text, width) = self.reference(name)?;
        Ok(Printed::simple(text, width))
    }

    /// The signal that is indexed or sliced: a whole one.
    pub(super) fn whole(&self, base: &Expr) -> Result<&Symbol> {
        match base {
            Expr::Signal(name) => self.symbol(name),
            Expr::Paren(inner) => self.whole(inner),
            _ => Err(design(format!("index a signal, not {base:?}"))),
        }
    }

    /// An index: plain integers, loop indices, signals.
    pub fn index(&self, e: &Expr) -> Result<String> {
        match e {
            Expr::Paren(inner) => match self.index(inner)? {
                text if text.contains(' ') => Ok(format!("({text})")),
                text => Ok(text),
            },
            Expr::Literal(literal) => Ok(literal_value(literal).to_string()),
            Expr::Signal(name) if is_loop_index(name) && !self.symbols.contains_key(name) => {
                Ok(name.clone())
            }
            Expr::Binary(left, op, right) => Ok(format!(
                "{} {} {}",
                self.index(left)?,
                symbol_of(op)?,
                self.index(right)?
            )),
            _ => Ok(self.expr(e)?.text),
        }
    }

    fn unary(&self, op: &Unary, inner: &Expr) -> Result<Printed> {
        let printed = self.expr(inner)?;
        let width = printed
            .width
            .ok_or_else(|| design("an operator on a bare literal".into()))?;
        let operand = printed.operand();
        Ok(match op {
            Unary::Not => Printed::simple(format!("~{operand}"), width),
            Unary::Neg => Printed::simple(format!("-{operand}"), width),
            Unary::Any if width == 1 => printed,
            Unary::Any => Printed::simple(format!("|{operand}"), 1),
            Unary::All => Printed::simple(format!("&{operand}"), 1),
            Unary::Xor => Printed::simple(format!("^{operand}"), 1),
        })
    }

    fn binary(&self, left: &Expr, op: &Op, right: &Expr) -> Result<Printed> {
        if let Some(joined) = self.concatenation(left, op, right)? {
            return Ok(joined);
        }
        let (mut a, mut b) = (self.expr(left)?, self.expr(right)?);
        if matches!(op, Op::Shl | Op::Shr) {
            let width = a.width.ok_or_else(|| design("a shifted literal".into()))?;
            if a.signed {
                return Err(design("arithmetic shifts have no print yet".into()));
            }
            let operator = symbol_of(op)?;
            let by = self
                .constant(right)
                .map_or_else(|| b.operand(), |by| by.to_string());
            let text = format!("{} {operator} {by}", a.operand());
            return Ok(Printed {
                operator: Some(operator),
                ..Printed::simple(text, width)
            });
        }
        let Some(width) = a.width.or(b.width) else {
            return Err(design(format!("no width in `{} ? {}`", a.text, b.text)));
        };
        let signed = a.signed && b.signed;
        for side in [&mut a, &mut b] {
            *side = match (side.literal, side.width) {
                (Some(value), None) => Printed::simple(sized(width, value), width),
                (None, None) => Printed::simple(format!("{}[{}:0]", side.text, width - 1), width),
                (_, Some(own)) if own == width => Printed {
                    text: std::mem::take(&mut side.text),
                    ..*side
                },
                (_, own) => {
                    return Err(design(format!(
                        "`{}` has {} bits beside {width}",
                        side.text,
                        own.unwrap_or(0)
                    )));
                }
            };
        }
        let comparison = matches!(op, Op::Eq | Op::Ne | Op::Lt | Op::Le | Op::Gt | Op::Ge);
        let operator = symbol_of(op)?;
        let side = |p: &Printed| match signed && comparison {
            true => format!("$signed({})", p.text),
            false => p.operand_of(operator),
        };
        let text = format!("{} {operator} {}", side(&a), side(&b));
        let boolean = comparison || matches!(op, Op::LogicalAnd | Op::LogicalOr);
        let width = if boolean { 1 } else { width };
        Ok(Printed {
            operator: Some(operator),
            ..Printed::simple(text, width)
        })
    }
}

fn is_loop_index(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn symbol_of(op: &Op) -> Result<&'static str> {
    Ok(match op {
        Op::Add => "+",
        Op::Sub => "-",
        Op::Mul => "*",
        Op::LogicalAnd => "&&",
        Op::LogicalOr => "||",
        Op::BitXor => "^",
        Op::BitAnd => "&",
        Op::BitOr => "|",
        Op::Shl => "<<",
        Op::Shr => ">>",
        Op::Eq => "==",
        Op::Ne => "!=",
        Op::Lt => "<",
        Op::Le => "<=",
        Op::Gt => ">",
        Op::Ge => ">=",
    })
}
