//! The 32-bit digest that testbench and model share: one xor, one product and one shift a word.

/// Odd multiplier (golden ratio), so that a step is a bijection.
pub const PRIME: u32 = 0x9E37_79B1;
/// Digest of nothing.
pub const START: u32 = 0x811C_9DC5;

/// One step. For a given word a bijection of the digest, and the other way round, so a single wrong
/// word always shows; the shift brings high bits down, so two wrong high bits do not cancel.
#[inline]
pub fn mix(digest: u32, word: u32) -> u32 {
    let product = (digest ^ word).wrapping_mul(PRIME);
    product ^ (product >> 15)
}

/// Digest of a sequence, going on from `digest`.
pub fn mix_all(digest: u32, words: &[u32]) -> u32 {
    words.iter().fold(digest, |d, &w| mix(d, w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_flips_of_the_top_bit_do_not_cancel() {
        let clean = mix_all(START, &[1, 2]);
        assert_ne!(clean, mix_all(START, &[1 | 1 << 31, 2 | 1 << 31]));
        assert_ne!(clean, mix_all(START, &[1, 2 | 1 << 31]));
    }
}
