//! Start values of a network, from its seed.

use super::Prototype;
use crate::Result;
use crate::golden::learner::Start;
use crate::golden::start::nonzero;
use crate::random::Stream;
use crate::spec::Spec;

/// A new network, the second LFSR (of the shifted copies), and the stream that goes on with the
/// order of each epoch.
///
/// Drawn in this order: LFSR, second LFSR. No weight is drawn: recruiting gives them.
///
/// # Errors
/// As [`Prototype::zeroed`].
pub fn start_prototype(spec: &Spec, seed: u64) -> Result<Start<Prototype>> {
    let mut stream = Stream::new(seed);
    let mut network = Prototype::zeroed(spec)?;
    network.lfsr = nonzero(&mut stream)?;
    let second = nonzero(&mut stream)?;
    Ok(Start {
        network,
        second,
        stream,
    })
}
