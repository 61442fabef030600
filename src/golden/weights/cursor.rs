//! Takes a file apart, from its beginning.

use crate::device::{Rule, SwitchingTables};
use crate::golden::counters::Counters;
use crate::golden::energy::Pulsed;

/// A check's outcome: the place and the value.
pub type Checked<T> = Result<T, String>;

/// What is left of a file.
pub struct Cursor<'a> {
    pub left: &'a [u8],
}

impl Cursor<'_> {
    /// The next `N` bytes.
    pub fn take<const N: usize>(&mut self, what: &str) -> Checked<[u8; N]> {
        match self.left.split_first_chunk::<N>() {
            Some((taken, left)) => {
                self.left = left;
                Ok(*taken)
            }
            None => Err(format!("the file ends before {what}")),
        }
    }

    /// One byte.
    pub fn byte(&mut self, what: &str) -> Checked<u8> {
        self.take::<1>(what).map(|[byte]| byte)
    }

    /// 16 bits.
    pub fn short(&mut self, what: &str) -> Checked<u16> {
        self.take(what).map(u16::from_le_bytes)
    }

    /// 32 bits.
    pub fn word(&mut self, what: &str) -> Checked<u32> {
        self.take(what).map(u32::from_le_bytes)
    }

    /// 64 bits.
    pub fn long(&mut self, what: &str) -> Checked<u64> {
        self.take(what).map(u64::from_le_bytes)
    }

    /// A byte that is 0 or 1.
    pub fn flag(&mut self, what: &str) -> Checked<bool> {
        match self.byte(what)? {
            0 => Ok(false),
            1 => Ok(true),
            value => Err(format!("{what} is {value}, not 0 or 1")),
        }
    }

    /// A weight of an array.
    pub fn weight(&mut self, array: &str, limit: i32, row: usize, column: usize) -> Checked<i16> {
        let weight = i16::from(self.byte(array)? as i8);
        if i32::from(weight).abs() > limit {
            return Err(format!(
                "{array}[{row}][{column}] = {weight} is outside -{limit} to {limit}"
            ));
        }
        Ok(weight)
    }

    /// An entry of a rule table.
    pub fn rule(&mut self) -> Checked<Rule> {
        self.byte("rules").map(Rule::from_bits)
    }

    /// Switching thresholds.
    pub fn tables(&mut self) -> Checked<SwitchingTables> {
        let mut tables = SwitchingTables::default();
        for word in tables.words_mut() {
            *word = self.short("switching tables")?;
        }
        Ok(tables)
    }

    /// Some 32-bit words.
    pub fn words<const N: usize>(&mut self, what: &str) -> Checked<[u32; N]> {
        let mut words = [0; N];
        for word in &mut words {
            *word = self.word(what)?;
        }
        Ok(words)
    }

    /// What was pulsed.
    pub fn pulsed(&mut self) -> Checked<Pulsed> {
        let mut pulsed = Pulsed::default();
        for count in &mut pulsed.counts.0 {
            *count = self.long("pulse counts")?;
        }
        pulsed.rows = self.long("rows swept")?;
        pulsed.draws = self.long("draws")?;
        Ok(pulsed)
    }

    /// The counters.
    pub fn counters(&mut self) -> Checked<Counters> {
        let mut counters = Counters::default();
        for counter in &mut counters.0 {
            *counter = self.word("counters")?;
        }
        Ok(counters)
    }
}
