//! Memory words as the hardware holds them, and the `$readmemh` files made of them.

use super::digest;
use crate::spec::{Scheme, Spec};

/// One memory word, in chunks of 32 bits, the lowest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    chunks: Vec<u32>,
}

impl Word {
    /// Packs cells as two's complement numbers of `bits` bits, the first lowest, into a word of
    /// `slots` such numbers (the rest 0). Keeps its allocation.
    pub fn pack(&mut self, weights: impl IntoIterator<Item = i16>, bits: usize, slots: usize) {
        let fields = weights.into_iter().map(|weight| (weight as u32, bits));
        self.pack_fields(fields, slots * bits);
    }

    /// Packs numbers of the widths given beside them, the first lowest, into a word of `total` bits.
    pub fn pack_fields(&mut self, fields: impl IntoIterator<Item = (u32, usize)>, total: usize) {
        self.chunks.clear();
        self.chunks.resize(total.div_ceil(32), 0);
        let mut at = 0;
        for (value, bits) in fields {
            let value = (u64::from(value) & ((1 << bits) - 1)) << (at % 32);
            if let Some(low) = self.chunks.get_mut(at / 32) {
                *low |= value as u32;
            }
            if let Some(high) = self.chunks.get_mut(at / 32 + 1) {
                *high |= (value >> 32) as u32;
            }
            at += bits;
        }
    }

    /// The chunks, the lowest first: what digests go over.
    pub fn chunks(&self) -> &[u32] {
        &self.chunks
    }

    /// Hexadecimal text of exactly the digits that `bits` bits need.
    pub fn hex(&self, bits: usize) -> String {
        let mut text = String::with_capacity(self.chunks.len() * 8);
        for chunk in self.chunks.iter().rev() {
            text.push_str(&format!("{chunk:08x}"));
        }
        text.split_off(text.len().saturating_sub(bits.div_ceil(4)))
    }
}

/// Calls `visit(address, word)` for the words of one row of W1; `weights` are what the cells of
/// its columns hold.
pub fn w1_row_words(
    spec: &Spec,
    row: usize,
    weights: &[i16],
    word: &mut Word,
    mut visit: impl FnMut(u32, &Word),
) {
    let columns = weights.get(..spec.columns).unwrap_or(weights);
    for (pass, lanes) in columns.chunks(spec.lanes).enumerate() {
        word.pack(lanes.iter().copied(), spec.w1_bits(), spec.lanes);
        visit((row * spec.passes() + pass) as u32, word);
    }
}

/// Hex file of W1 from its rows in order, bias row last.
pub fn w1_hex(spec: &Spec, rows: impl Iterator<Item = impl AsRef<[i16]>>) -> String {
    let (mut text, mut word) = (String::new(), Word::default());
    for (row, weights) in rows.enumerate() {
        w1_row_words(spec, row, weights.as_ref(), &mut word, |_, w| {
            text.push_str(&w.hex(spec.w1_word_bits()));
            text.push('\n');
        });
    }
    text
}

/// Names of the hex files of both memories.
pub fn file_names(spec: &Spec) -> [&'static str; 2] {
    match spec.scheme {
        Scheme::Modulated => ["w1.hex", "w2.hex"],
        Scheme::Prototype(_) => ["w1.hex", "neuron.hex"],
    }
}

/// Hex file of the second memory from the fields of its columns in order.
pub fn second_hex(spec: &Spec, columns: impl Iterator<Item = Vec<(u32, usize)>>) -> String {
    let (mut text, mut word) = (String::new(), Word::default());
    let bits = spec.second_word_bits();
    for fields in columns {
        word.pack_fields(fields, bits);
        text.push_str(&word.hex(bits));
        text.push('\n');
    }
    text
}

/// Digest of all of W1, address by address.
pub fn w1_digest(spec: &Spec, rows: impl Iterator<Item = impl AsRef<[i16]>>) -> u32 {
    let (mut sum, mut word) = (digest::START, Word::default());
    for (row, weights) in rows.enumerate() {
        w1_row_words(spec, row, weights.as_ref(), &mut word, |_, w| {
            sum = digest::mix_all(sum, w.chunks());
        });
    }
    sum
}

/// Digest of all of the second memory, address by address.
pub fn second_digest(spec: &Spec, columns: impl Iterator<Item = Vec<(u32, usize)>>) -> u32 {
    let (mut sum, mut word) = (digest::START, Word::default());
    for fields in columns {
        word.pack_fields(fields, spec.second_word_bits());
        sum = digest::mix_all(sum, word.chunks());
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_padded_and_ordered() {
        let spec = Spec::new(1, 3, 2).unwrap();
        let rows: [&[i16]; 2] = [&[-1, 1, 63], &[0, -63, 2]];
        assert_eq!(w1_hex(&spec, rows.into_iter()), "00ff\n003f\n2080\n0002\n");
    }

    #[test]
    fn a_weight_may_cross_a_chunk() {
        let mut word = Word::default();
        word.pack([0, 0, 0, 0, -1], 7, 5);
        assert_eq!(word.chunks(), [0xF000_0000, 0x7]);
        assert_eq!(word.hex(35), "7f0000000");
    }
}
