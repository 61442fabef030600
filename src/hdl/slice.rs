//! Slices, elements, resizes and concatenations.

use super::expr::{Printed, Scope, Symbol, sized, split_index};
use crate::{Error, Result};
use rust_hdl::prelude::ast::{VerilogExpression as Expr, VerilogOp as Op};

impl Scope {
    /// `bits(inner, width)`.
    pub(super) fn cast(&self, inner: &Expr, width: usize) -> Result<Printed> {
        if let Some((symbol, low)) = self.shifted(inner)? {
            let own = symbol.width - low.min(symbol.width);
            let text = slice(symbol, low, width.min(own));
            return Ok(Printed::simple(extend(text, None, own, width), width));
        }
        let printed = self.expr(inner)?;
        match printed.width {
            None => match printed.literal {
                Some(value) => Ok(Printed::simple(sized(width, value), width)),
                None => Ok(Printed::simple(
                    format!("{}[{}:0]", printed.text, width - 1),
                    width,
                )),
            },
            Some(own) if own == width => Ok(Printed {
                signed: false,
                ..printed
            }),
            Some(own) if own < width => {
                let sign = if printed.signed {
                    Some(self.sign_bit(inner, own)?)
                } else {
                    None
                };
                Ok(Printed::simple(
                    extend(printed.text, sign, own, width),
                    width,
                ))
            }
            Some(own) => match unsigned_signal(inner) {
                Some(name) => Ok(Printed::simple(slice(self.symbol(&name)?, 0, width), width)),
                None => Err(Error::Design(format!(
                    "cannot cut `{}` from {own} to {width} bits: give it a name",
                    printed.text
                ))),
            },
        }
    }

    /// `signal >> constant`, for a slice.
    fn shifted(&self, e: &Expr) -> Result<Option<(&Symbol, usize)>> {
        match e {
            Expr::Paren(inner) => self.shifted(inner),
            Expr::Binary(left, Op::Shr, right) => {
                match (unsigned_signal(left), self.constant(right)) {
                    (Some(name), Some(low)) => Ok(Some((self.symbol(&name)?, low as usize))),
                    _ => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    fn sign_bit(&self, e: &Expr, width: usize) -> Result<String> {
        match e {
            Expr::Paren(inner) | Expr::Signed(inner) => self.sign_bit(inner, width),
            Expr::Signal(name) => {
                let (base, index) = split_index(name);
                let symbol = self.symbol(&base)?;
                Ok(match index {
                    Some(index) => format!("{}[{index}*{width} + {}]", symbol.text, width - 1),
                    None if symbol.scalar => symbol.text.clone(),
                    None => format!("{}[{}]", symbol.text, width - 1),
                })
            }
            Expr::Index(base, index) => {
                let symbol = self.whole(base)?;
                let text = match self.constant(index) {
                    Some(i) => format!("{}[{}]", symbol.text, (i as usize + 1) * width - 1),
                    None => {
                        let index = factor(&self.index(index)?);
                        format!("{}[{index}*{width} + {}]", symbol.text, width - 1)
                    }
                };
                Ok(text)
            }
            _ => Err(Error::Design(format!(
                "give the signed value a name: {e:?}"
            ))),
        }
    }

    /// `(bits(a, w) << k) | bits(b, w)` with k bits of b and w - k of a is `{a, b}`.
    pub(super) fn concatenation(
        &self,
        left: &Expr,
        op: &Op,
        right: &Expr,
    ) -> Result<Option<Printed>> {
        let (Op::BitOr, Expr::Cast(low, low_width)) = (op, strip(right)) else {
            return Ok(None);
        };
        let Expr::Binary(high, Op::Shl, shift) = strip(left) else {
            return Ok(None);
        };
        let (Expr::Cast(high, width), Some(shift)) = (strip(high), self.constant(shift)) else {
            return Ok(None);
        };
        let (a, b) = (self.expr(high)?, self.expr(low)?);
        let (Some(a_width), Some(b_width)) = (a.width, b.width) else {
            return Ok(None);
        };
        let exact = width == low_width && b_width == shift as usize && a_width + b_width == *width;
        Ok(exact.then(|| {
            let strip_braces = |text: String| match text.strip_prefix('{') {
                Some(rest) if !rest.starts_with('{') => rest.trim_end_matches('}').to_string(),
                _ => text,
            };
            Printed::simple(format!("{{{}, {}}}", strip_braces(a.text), b.text), *width)
        }))
    }
}

fn strip(e: &Expr) -> &Expr {
    match e {
        Expr::Paren(inner) => strip(inner),
        _ => e,
    }
}

fn unsigned_signal(e: &Expr) -> Option<String> {
    match e {
        Expr::Signal(name) if !name.contains('[') => Some(name.trim_end_matches("$next").into()),
        Expr::Paren(inner) | Expr::Signed(inner) => unsigned_signal(inner),
        _ => None,
    }
}

/// Element `index` of a signal.
pub(super) fn select(symbol: &Symbol, index: &str, constant: Option<u128>) -> String {
    let (text, element) = (&symbol.text, symbol.element);
    match (element, constant) {
        (1, _) if symbol.scalar => text.clone(),
        (_, Some(i)) => slice(symbol, i as usize * element, element),
        (1, None) => format!("{text}[{index}]"),
        (_, None) => format!("{text}[{}*{element} +: {element}]", factor(index)),
    }
}

/// An index as a factor of a product.
pub(super) fn factor(index: &str) -> String {
    match index.contains(' ') && !is_enclosed(index) {
        true => format!("({index})"),
        false => index.to_string(),
    }
}

/// One pair of parentheses around the whole.
fn is_enclosed(text: &str) -> bool {
    let inner = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    inner.is_some_and(|inner| !inner.contains(['(', ')']))
}

/// `width` bits from `low` on.
pub(super) fn slice(symbol: &Symbol, low: usize, width: usize) -> String {
    match (symbol.scalar, width) {
        _ if low == 0 && width == symbol.width => symbol.text.clone(),
        (_, 1) => format!("{}[{low}]", symbol.text),
        _ => format!("{}[{}:{low}]", symbol.text, low + width - 1),
    }
}

fn extend(text: String, sign: Option<String>, own: usize, width: usize) -> String {
    let pad = width - own.min(width);
    match (pad, sign) {
        (0, _) => text,
        (_, None) => format!("{{{}, {text}}}", sized(pad, 0)),
        (_, Some(sign)) => format!("{{{{{pad}{{{sign}}}}}, {text}}}"),
    }
}
