//! Start values of a network, from its seed.

use super::learner::Start;
use super::network::Network;
use crate::blocks::draw::golden::Lfsr;
use crate::random::Stream;
use crate::spec::{NUM_CLASSES, Pairs, Spec};
use crate::{Error, Result};

/// States of the LFSR: 1 to this.
const LFSR_STATES: u32 = 65_535;
/// Start weights of W1 are -16 to 16.
const W1_REACH: i16 = 16;
/// Start weights of W2 are plus or minus this.
const W2_START: i16 = 16;

/// A new network, and the stream that goes on with the order of each epoch.
///
/// Drawn in this order: LFSR; a second LFSR (unused in this scheme); for each pair of hidden columns
/// ten balanced, shuffled signs, the second column of the pair with the opposite ones; W1 row-major,
/// bias row included (of persistent pairs: both junctions).
///
/// # Errors
/// As [`Network::zeroed`].
pub fn start_network(spec: &Spec, seed: u64) -> Result<(Network, Stream)> {
    start_modulated(spec, seed).map(|start| (start.network, start.stream))
}

/// The same with the second LFSR.
pub(super) fn start_modulated(spec: &Spec, seed: u64) -> Result<Start<Network>> {
    let mut stream = Stream::new(seed);
    let mut network = Network::zeroed(spec)?;
    network.lfsr = nonzero(&mut stream)?;
    let second = nonzero(&mut stream)?;
    for pair in (0..spec.columns).step_by(2) {
        let signs = balanced_signs(&mut stream);
        for (class, sign) in signs.into_iter().enumerate() {
            network.set_w2(pair, class, sign * W2_START);
            if pair + 1 < spec.columns {
                network.set_w2(pair + 1, class, -sign * W2_START);
            }
        }
    }
    let reach = W1_REACH.min(spec.w1_max() as i16);
    for row in 0..spec.rows_with_bias() {
        for column in 0..spec.columns {
            match spec.pairs {
                Pairs::Reset => network.set_w1(row, column, stream.symmetric(reach)),
                Pairs::Persistent => network.set_pair(row, column, stream.below(4) as u8),
            }
        }
    }
    Ok(Start {
        network,
        second,
        stream,
    })
}

/// Start state of an LFSR, 1 to 65535.
pub(super) fn nonzero(stream: &mut Stream) -> Result<Lfsr> {
    let state = 1 + stream.below(LFSR_STATES) as u16;
    Lfsr::new(state).ok_or_else(|| Error::Design("an LFSR starts at 0".into()))
}

fn balanced_signs(stream: &mut Stream) -> [i16; NUM_CLASSES] {
    let mut signs = std::array::from_fn(|class| if class < NUM_CLASSES / 2 { 1 } else { -1 });
    stream.shuffle(&mut signs);
    signs
}
