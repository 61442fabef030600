//! Digests of weights.

/// FNV-1a (64 bit) over weights as bytes.
pub(super) fn fnv<'a>(weights: impl Iterator<Item = &'a i16>) -> u64 {
    weights.fold(0xcbf2_9ce4_8422_2325, |hash, &weight| {
        (hash ^ u64::from(weight as u8)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
