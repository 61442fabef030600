//! The value of a signal.

use std::fmt;
use vcd::{Value, Vector};

/// Bits of a chunk.
const CHUNK: usize = 64;

/// A vector of bits of any width; a bit is 0, 1 or unknown (x and z).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// The ones, lowest chunk first, no zero chunk last.
    ones: Vec<u64>,
    /// Likewise the bits that are not known; one that leads stands for all above it.
    unknown: Vec<u64>,
    /// As unknown where nothing has been said yet, and where an x leads.
    open: bool,
}

impl Word {
    /// A value before the first change.
    pub const UNSET: Word = Word {
        ones: Vec::new(),
        unknown: Vec::new(),
        open: true,
    };

    /// Reads a dumped vector, highest bit first; one shorter than its signal goes on with 0, or with x.
    pub fn of(bits: &Vector) -> Self {
        let mut word = Word {
            open: matches!(bits.get(0), Some(Value::X | Value::Z)),
            ..Word::default()
        };
        let leading = bits
            .iter()
            .take_while(|&b| word.open && is_unknown(b))
            .count();
        let rest = bits.len() - leading;
        for (place, bit) in bits.iter().skip(leading).enumerate() {
            let at = rest - 1 - place;
            match bit {
                Value::V0 => {}
                Value::V1 => set(&mut word.ones, at),
                _ => set(&mut word.unknown, at),
            }
        }
        if word.open && rest > 0 {
            // where the unknown bits begin
            set(&mut word.unknown, rest);
        }
        word
    }

    /// Reads a dumped bit.
    pub fn bit(bit: Value) -> Self {
        match bit {
            Value::V0 => Word::default(),
            Value::V1 => Word {
                ones: vec![1],
                ..Word::default()
            },
            _ => Word::UNSET,
        }
    }

    /// Every bit is 0 or 1.
    pub fn known(&self) -> bool {
        !self.open && self.unknown.is_empty()
    }

    /// `bits` (at most 32) bits from bit `at` on; unknown ones are 0.
    pub fn field(&self, at: usize, bits: usize) -> u32 {
        let chunk = |index: usize| self.ones.get(index).copied().unwrap_or(0);
        let (index, shift) = (at / CHUNK, at % CHUNK);
        let wide = u128::from(chunk(index)) | u128::from(chunk(index + 1)) << CHUNK;
        (wide >> shift) as u32 & ((1u64 << bits) - 1) as u32
    }

    /// Likewise, as a two's complement number.
    pub fn signed_field(&self, at: usize, bits: usize) -> i32 {
        let unused = 32 - bits as u32;
        ((self.field(at, bits) << unused) as i32) >> unused
    }

    /// The word with `bits` (at most 32) bits from bit `at` on replaced.
    pub fn with_field(mut self, at: usize, bits: usize, value: u32) -> Self {
        for bit in 0..bits {
            set(&mut self.ones, at + bit);
            if value >> bit & 1 == 0 {
                self.ones[(at + bit) / CHUNK] &= !(1 << ((at + bit) % CHUNK));
            }
        }
        while self.ones.last() == Some(&0) {
            self.ones.pop();
        }
        self
    }

    /// The lowest 32 bits.
    pub fn low(&self) -> u32 {
        self.field(0, 32)
    }

    /// A control signal that is 1.
    pub fn is_high(&self) -> bool {
        self.known() && self.low() == 1
    }

    /// How many bits are 1.
    pub fn count(&self) -> u32 {
        self.ones.iter().map(|chunk| chunk.count_ones()).sum()
    }
}

fn is_unknown(bit: Value) -> bool {
    matches!(bit, Value::X | Value::Z)
}

fn set(chunks: &mut Vec<u64>, at: usize) {
    if chunks.len() <= at / CHUNK {
        chunks.resize(at / CHUNK + 1, 0);
    }
    chunks[at / CHUNK] |= 1 << (at % CHUNK);
}

/// Decimal up to 32 bits, else hexadecimal; binary where a bit is unknown.
impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.ones.as_slice() {
            _ if !self.known() => {
                let bit = |chunks: &[u64], at: usize| {
                    chunks
                        .get(at / CHUNK)
                        .is_some_and(|c| c >> (at % CHUNK) & 1 == 1)
                };
                let top = CHUNK * self.ones.len().max(self.unknown.len());
                let digit = |at: usize| match bit(&self.unknown, at) {
                    true => 'x',
                    false if bit(&self.ones, at) => '1',
                    false => '0',
                };
                let text: String = (0..top).rev().map(digit).collect();
                match text.trim_start_matches('0') {
                    "" => f.write_str("x"),
                    text => f.write_str(text),
                }
            }
            [] => f.write_str("0"),
            [only] if *only <= u64::from(u32::MAX) => write!(f, "{only}"),
            [rest @ .., top] => {
                write!(f, "0x{top:x}")?;
                rest.iter()
                    .rev()
                    .try_for_each(|chunk| write!(f, "{chunk:016x}"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Word {
        Word::of(&text.parse().unwrap())
    }

    #[test]
    fn bits_from_the_top() {
        assert_eq!(word("0101"), word("101"));
        assert_eq!(word("xx01"), word("x01"));
        assert_ne!(word("x01"), word("x1"));
        assert_ne!(word("0x"), word("x"));
        assert!(!word("x01").known() && !word("0x1").known() && word("01").known());
        assert_eq!(word("1110000").signed_field(4, 3), -1);
        assert_eq!(word("10111").count(), 4);
        let wide = format!("101{}1", "0".repeat(61));
        assert_eq!(word(&wide).field(62, 3), 5);
        assert_eq!(word(&wide).to_string(), "0x14000000000000001");
        assert_eq!(word("1011").with_field(1, 2, 2), word("1101"));
        assert_eq!(word("1011").with_field(0, 4, 0), word("0"));
        assert_eq!(word("11").to_string(), "3");
        assert_eq!(word("1x").to_string(), "1x");
        assert_eq!(word("xx").to_string(), "x");
        assert_eq!(Word::bit(Value::X), word("xx"));
        assert_eq!(Word::bit(Value::V1), word("001"));
        assert!(!Word::UNSET.known());
    }
}
