//! Start values of a network, from its seed.

use super::Prototype;
use crate::blocks::draw::golden::Lfsr;
use crate::golden::start::nonzero;
use crate::random::Stream;
use crate::spec::Spec;
use crate::{Error, Result};

/// A new network, the second LFSR (of the shifted copies), and the stream that goes on with the
/// order of each epoch.
///
/// Drawn in this order: LFSR, second LFSR. No weight is drawn: recruiting gives them.
///
/// # Errors
/// As [`Prototype::zeroed`].
pub fn start_prototype(spec: &Spec, seed: u64) -> Result<(Prototype, Lfsr, Stream)> {
    let mut stream = Stream::new(seed);
    let mut network = Prototype::zeroed(spec)?;
    let none = || Error::Design("an LFSR of 0".into());
    network.lfsr = nonzero(&mut stream).ok_or_else(none)?;
    let second = nonzero(&mut stream).ok_or_else(none)?;
    Ok((network, second, stream))
}
