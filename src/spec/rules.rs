//! The rule table at reset: how each kind of column is pulsed.

use super::{Pairs, Spec};
use crate::{Error, Result};

/// Entries of the rule table, by name in the order of the host map.
pub const RULE_NAMES: [&str; 4] = ["negative", "positive", "label", "rival"];

/// An entry of the rule table, as it is written down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleEntry {
    /// Axis X (both junctions go the same way), else Y (opposite ways).
    pub axis_x: bool,
    /// Positive current.
    pub plus: bool,
    /// The right junction is watched, else the left one.
    pub right: bool,
    /// Pulses where dt >= 0.
    pub causal: bool,
    /// Pulses where dt < 0, or the row is silent.
    pub acausal: bool,
    /// Added to the amplitude code, -4 to 3.
    pub offset: i8,
}

impl RuleEntry {
    /// The nine types: two letters of P, D and 0.
    pub const TYPES: [&str; 9] = ["PD", "DP", "PP", "DD", "P0", "D0", "0P", "0D", "00"];

    /// The least offset, and the largest.
    pub const OFFSETS: [i64; 2] = [-4, 3];

    /// One way of making a type: two different letters along Y, two equal ones along X, a single one
    /// along X, or on persistent pairs along Y, where alone it moves a weight.
    pub fn of_type(name: &str, pairs: Pairs) -> Option<Self> {
        let letters: [u8; 2] = name.as_bytes().try_into().ok()?;
        if !Self::TYPES.contains(&name) {
            return None;
        }
        let [causal, acausal] = letters.map(|letter| letter != b'0');
        let potentiates = |letter: u8| letter == b'P';
        let both = causal && acausal;
        let axis_x = if both {
            letters[0] == letters[1]
        } else {
            pairs == Pairs::Reset
        };
        // along Y a late row sees the current the other way round
        let plus = match (causal, acausal) {
            (true, _) => potentiates(letters[0]),
            (false, true) => potentiates(letters[1]) == axis_x,
            (false, false) => true,
        };
        let turned = both && !axis_x && letters[0] == b'D';
        Some(RuleEntry {
            axis_x,
            plus: plus || turned,
            right: turned,
            causal,
            acausal,
            offset: 0,
        })
    }

    /// The type that an entry's bits make, by its letters: of a causal pair, of an acausal one. On
    /// persistent pairs it is what the left junction does.
    pub fn type_name(bits: u8) -> String {
        let flag = |at: u8| bits >> at & 1 == 1;
        let (axis_x, current) = (flag(4), flag(3) != (flag(2) && !flag(4)));
        let letter = |gate: bool, up: bool| match (gate, up) {
            (false, _) => '0',
            (true, true) => 'P',
            (true, false) => 'D',
        };
        [letter(flag(1), current), letter(flag(0), current == axis_x)]
            .iter()
            .collect()
    }

    /// The bits of the host map: amplitude offset in bits 7 to 5, then axis, polarity, selector, causal
    /// gate, acausal gate.
    pub fn bits(self) -> u8 {
        let flags = [
            self.acausal,
            self.causal,
            self.right,
            self.plus,
            self.axis_x,
        ];
        let flags = flags
            .iter()
            .rev()
            .fold(0, |bits, &flag| bits << 1 | u8::from(flag));
        (self.offset as u8) << 5 | flags
    }
}

impl Pairs {
    /// The rule table at reset: depression where the modulator is negative, potentiation where it is
    /// positive, rows with a spike alone; the readout's label up, its rival down.
    pub fn reset_rules(self) -> [u8; RULE_NAMES.len()] {
        // the readout has no persistent pairs
        let entries = [
            ("D0", self),
            ("P0", self),
            ("P0", Pairs::Reset),
            ("D0", Pairs::Reset),
        ];
        entries.map(|(name, pairs)| RuleEntry::of_type(name, pairs).unwrap_or_default().bits())
    }
}

impl Spec {
    /// The same core with other entries of the rule table at reset (none: as it was).
    ///
    /// # Errors
    /// [`Error::Input`] where a second letter needs types that the core has not.
    pub fn with_rules(mut self, entries: [Option<u8>; RULE_NAMES.len()]) -> Result<Self> {
        for (k, bits) in entries.into_iter().enumerate() {
            let Some(bits) = bits else { continue };
            if !self.has_letters(bits & 1 == 1) {
                return Err(Error::Input(format!(
                    "`rules.{}` has a second letter, on a core of types \"{}\": give --types all",
                    RULE_NAMES[k],
                    self.types.name()
                )));
            }
            self.rules[k] = bits;
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_those_of_the_contract() {
        let reset = [0b10010, 0b11010, 0b11010, 0b10010];
        assert_eq!(Pairs::Reset.reset_rules(), reset);
        let persistent = [0b00010, 0b01010, 0b11010, 0b10010];
        assert_eq!(Pairs::Persistent.reset_rules(), persistent);
    }

    #[test]
    fn bits_and_types() {
        for (name, pairs) in RuleEntry::TYPES
            .iter()
            .flat_map(|name| [(name, Pairs::Reset), (name, Pairs::Persistent)])
        {
            let bits = RuleEntry::of_type(name, pairs).unwrap().bits();
            assert_eq!(RuleEntry::type_name(bits), **name, "{bits:05b}");
        }
    }

    #[test]
    fn a_second_letter_needs_all_types() {
        let rule = |name| RuleEntry::of_type(name, Pairs::Reset).map(RuleEntry::bits);
        let spec = Spec::new(4, 4, 4).unwrap();
        let taken = spec.clone().with_rules([None, rule("00"), None, None]);
        assert_eq!(taken.unwrap().rules, [0b10010, 0b11000, 0b11010, 0b10010]);
        let refused = spec.with_rules([None, rule("0P"), None, None]).unwrap_err();
        assert!(
            refused.to_string().contains("`rules.positive`"),
            "{refused}"
        );
    }
}
