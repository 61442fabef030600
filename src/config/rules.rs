//! The rule table of the configuration: `[rules]`, a type's name or all of an entry.

use super::value::{Parsed, Value};
use crate::spec::{Pairs, RuleEntry};

/// An entry: by its type, or as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleChoice {
    /// A name of [`RuleEntry::TYPES`].
    Type(&'static str),
    /// Axis, polarity, selector, gates, offset.
    Entry(RuleEntry),
}

impl RuleChoice {
    /// The bits of the host map, for cells of this kind.
    pub fn bits(self, pairs: Pairs) -> u8 {
        let entry = match self {
            RuleChoice::Type(name) => RuleEntry::of_type(name, pairs).unwrap_or_default(),
            RuleChoice::Entry(entry) => entry,
        };
        entry.bits()
    }
}

impl Value for RuleChoice {
    fn from_text(text: &str) -> Parsed<Self> {
        let known = RuleEntry::TYPES.iter().find(|name| **name == text);
        known.map(|name| RuleChoice::Type(name)).ok_or_else(|| {
            format!(
                "`{text}` is unknown: give {}, or a table of axis, polarity, selector, causal, \
                 acausal and offset",
                RuleEntry::TYPES.join(", ")
            )
        })
    }

    fn from_toml(value: &toml::Value) -> Parsed<Self> {
        let toml::Value::Table(table) = value else {
            return match value {
                toml::Value::String(text) => Self::from_text(text),
                other => Err(format!("{other} is neither a type's name nor a table")),
            };
        };
        let mut entry = RuleEntry {
            causal: true,
            ..RuleEntry::default()
        };
        for (key, value) in table {
            let one_of = |no: &str, yes: &str| match value.as_str() {
                Some(text) if text == no => Ok(false),
                Some(text) if text == yes => Ok(true),
                _ => Err(format!("{key} = {value} is not \"{no}\" or \"{yes}\"")),
            };
            let flag = || {
                let fault = || format!("{key} = {value} is not true or false");
                value.as_bool().ok_or_else(fault)
            };
            match key.as_str() {
                "axis" => entry.axis_x = one_of("y", "x")?,
                "polarity" => entry.plus = one_of("-", "+")?,
                "selector" => entry.right = one_of("left", "right")?,
                "causal" => entry.causal = flag()?,
                "acausal" => entry.acausal = flag()?,
                "offset" => entry.offset = offset(value)?,
                _ => {
                    return Err(format!(
                        "unknown key `{key}`: known are axis, polarity, selector, causal, acausal, \
                         offset"
                    ));
                }
            }
        }
        Ok(RuleChoice::Entry(entry))
    }
}

fn offset(value: &toml::Value) -> Parsed<i8> {
    let [least, most] = RuleEntry::OFFSETS;
    match value.as_integer() {
        Some(offset) if (least..=most).contains(&offset) => Ok(offset as i8),
        _ => Err(format!("offset = {value} is not {least} to {most}")),
    }
}
