//! Rules of plasticity: how a pair is excited and read, and the type letters that follow.

/// Axis of the write current.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Axis {
    /// The junctions switch in opposite senses.
    Y = 0,
    /// The junctions switch together.
    X = 1,
}

/// Sign of the write current.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// Negative.
    Minus = 0,
    /// Positive.
    Plus = 1,
}

/// The junction that the local selector watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Junction {
    /// Left junction.
    Left = 0,
    /// Right junction.
    Right = 1,
}

/// What a switch does to the weight; the number is the transition's index in the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// AP to P: conductance and weight go up.
    Potentiate = 0,
    /// P to AP: conductance and weight go down.
    Depress = 1,
}

impl Direction {
    /// Change of the weight on a switch.
    pub fn step(self) -> i16 {
        match self {
            Direction::Potentiate => 1,
            Direction::Depress => -1,
        }
    }
}

/// One letter of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Letter {
    /// Pulses potentiate.
    P,
    /// Pulses depress.
    D,
    /// No pulse.
    Zero,
}

impl Letter {
    /// As printed.
    pub fn symbol(self) -> char {
        match self {
            Letter::P => 'P',
            Letter::D => 'D',
            Letter::Zero => '0',
        }
    }
}

/// An entry of the rule table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rule {
    /// Axis of the current.
    pub axis: Axis,
    /// Sign of the current for causal pairs; on axis Y acausal pairs see the opposite order.
    pub polarity: Polarity,
    /// Junction watched.
    pub selector: Junction,
    /// Pulses where the row spiked before or with the column (dt >= 0).
    pub gate_causal: bool,
    /// Pulses where the row spiked later or not at all (dt < 0).
    pub gate_acausal: bool,
    /// Added to the amplitude code, -4 to 3.
    pub offset: i8,
}

impl Rule {
    /// Bits of an entry: amplitude offset (two's complement) in bits 7 to 5; axis, polarity, selector,
    /// causal gate, acausal gate in bits 4 to 0.
    pub const BITS: usize = 8;

    /// +X, left junction, causal pairs only.
    pub const P0: Rule = Rule {
        axis: Axis::X,
        polarity: Polarity::Plus,
        selector: Junction::Left,
        gate_causal: true,
        gate_acausal: false,
        offset: 0,
    };
    /// -X, left junction, causal pairs only.
    pub const D0: Rule = Rule {
        polarity: Polarity::Minus,
        ..Rule::P0
    };

    /// +Y, left junction, both orders.
    pub const PD: Rule = Rule {
        axis: Axis::Y,
        polarity: Polarity::Plus,
        selector: Junction::Left,
        gate_causal: true,
        gate_acausal: true,
        offset: 0,
    };

    /// The entry of these bits.
    pub fn from_bits(bits: u8) -> Self {
        let bit = |i: u32| (bits >> i) & 1 == 1;
        Rule {
            axis: if bit(4) { Axis::X } else { Axis::Y },
            polarity: if bit(3) {
                Polarity::Plus
            } else {
                Polarity::Minus
            },
            selector: if bit(2) {
                Junction::Right
            } else {
                Junction::Left
            },
            gate_causal: bit(1),
            gate_acausal: bit(0),
            offset: bits as i8 >> 5,
        }
    }

    /// The bits of the entry.
    pub fn bits(self) -> u8 {
        (self.offset as u8) << 5
            | (self.axis as u8) << 4
            | (self.polarity as u8) << 3
            | (self.selector as u8) << 2
            | u8::from(self.gate_causal) << 1
            | u8::from(self.gate_acausal)
    }

    /// What a pulse does: on axis X the polarity alone decides, on axis Y the order and the
    /// junction watched turn it round.
    pub fn direction(self, acausal: bool) -> Direction {
        let plus = self.polarity == Polarity::Plus;
        let potentiates = match self.axis {
            Axis::X => plus,
            Axis::Y => plus ^ acausal ^ (self.selector == Junction::Right),
        };
        if potentiates {
            Direction::Potentiate
        } else {
            Direction::Depress
        }
    }

    /// The pulse of a pair in that order, if its gate is open.
    pub fn pulse(self, acausal: bool) -> Option<Direction> {
        let gate = if acausal {
            self.gate_acausal
        } else {
            self.gate_causal
        };
        gate.then(|| self.direction(acausal))
    }

    /// The two letters of the STDP type: dt >= 0, dt < 0.
    pub fn letters(self) -> [Letter; 2] {
        [false, true].map(|acausal| match self.pulse(acausal) {
            Some(Direction::Potentiate) => Letter::P,
            Some(Direction::Depress) => Letter::D,
            None => Letter::Zero,
        })
    }

    /// The type as text, for example `P0`.
    pub fn type_name(self) -> String {
        self.letters().map(Letter::symbol).iter().collect()
    }
}

/// The rule table of scheme "modulated".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleTable {
    /// In the order of the host map: modulator negative, modulator positive, readout label,
    /// readout rival.
    pub entries: [Rule; 4],
}

impl RuleTable {
    /// Modulator below 0.
    pub const NEGATIVE: usize = 0;
    /// Modulator above 0.
    pub const POSITIVE: usize = 1;
    /// Readout lane of the label.
    pub const LABEL: usize = 2;
    /// Readout lane of the rival.
    pub const RIVAL: usize = 3;
}

impl Default for RuleTable {
    fn default() -> Self {
        RuleTable {
            entries: [Rule::D0, Rule::P0, Rule::P0, Rule::D0],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn bits_round_trip() {
        for bits in 0..=255 {
            assert_eq!(Rule::from_bits(bits).bits(), bits);
        }
        assert_eq!((Rule::P0.bits(), Rule::D0.bits()), (0b11010, 0b10010));
    }

    #[test]
    fn exactly_nine_types() {
        let names: BTreeSet<String> = (0..32).map(|b| Rule::from_bits(b).type_name()).collect();
        let expected = ["00", "0D", "0P", "D0", "DD", "DP", "P0", "PD", "PP"];
        assert_eq!(names.iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn axes_as_in_the_paper() {
        let rule = |axis, polarity, selector| Rule {
            axis,
            polarity,
            selector,
            gate_causal: true,
            gate_acausal: true,
            offset: 0,
        };
        use {Axis::*, Junction::*, Polarity::*};
        assert_eq!(rule(Y, Plus, Left).type_name(), "PD");
        assert_eq!(rule(Y, Plus, Right).type_name(), "DP");
        for junction in [Left, Right] {
            assert_eq!(rule(X, Plus, junction).type_name(), "PP");
            assert_eq!(rule(X, Minus, junction).type_name(), "DD");
        }
    }
}
