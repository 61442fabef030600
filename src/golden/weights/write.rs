//! Bytes of a weight file.

use sha2::{Digest, Sha256};

use super::{Checkpoint, MAGIC, NAME_BYTES, VERSION};
use crate::encoder::Code;
use crate::golden::train::Order;
use crate::spec::{NUM_CLASSES, W1_BITS, W2_BITS};

/// Codes by their numbers in the file.
pub(super) const CODES: [Code; 3] = [Code::Edge16, Code::Edge12, Code::Raw];

pub(super) fn bytes(checkpoint: &Checkpoint) -> Vec<u8> {
    let mut out = Vec::new();
    header(&mut out, checkpoint);
    state(&mut out, checkpoint);
    let network = &checkpoint.network;
    for row in 0..network.spec().rows_with_bias() {
        out.extend(network.w1_row(row).iter().map(|&weight| weight as u8));
    }
    for column in 0..network.spec().columns {
        out.extend(network.w2_row(column).iter().map(|&weight| weight as u8));
    }
    let digest = Sha256::digest(&out);
    out.extend(digest);
    out
}

fn header(out: &mut Vec<u8>, checkpoint: &Checkpoint) {
    let spec = checkpoint.network.spec();
    let options = &checkpoint.options;
    out.extend(MAGIC);
    words(out, [VERSION]);
    words(out, [spec.rows, spec.columns, spec.lanes].map(|n| n as u32));
    out.extend([W1_BITS, W2_BITS, NUM_CLASSES].map(|n| n as u8));
    let number = |found: Option<usize>| found.unwrap_or(0) as u8;
    out.extend([
        number(CODES.iter().position(|&c| c == options.encoder.code)),
        u8::from(options.encoder.normaliser),
        u8::from(options.warp),
        number(Order::ALL.iter().position(|&o| o == options.order)),
        0,
    ]);
    out.extend(options.seed.to_le_bytes());
    words(out, [options.epochs, checkpoint.train_images]);
    out.extend(checkpoint.presented.to_le_bytes());
    let mut name = [0; NAME_BYTES];
    for (to, from) in name.iter_mut().zip(checkpoint.data.bytes()) {
        *to = from;
    }
    out.extend(name);
}

fn state(out: &mut Vec<u8>, checkpoint: &Checkpoint) {
    let network = &checkpoint.network;
    let learning = &network.learning;
    words(
        out,
        [
            learning.threshold,
            learning.margin,
            learning.window,
            learning.dead_zone,
        ],
    );
    words(out, learning.breakpoints);
    out.extend([learning.code_hidden, learning.code_readout]);
    out.extend(network.lfsr.state().to_le_bytes());
    out.extend(network.rules.entries.map(|rule| rule.bits()));
    out.extend(network.tables.words().flat_map(|word| word.to_le_bytes()));
    words(out, network.counters.0);
}

fn words<const N: usize>(out: &mut Vec<u8>, words: [u32; N]) {
    out.extend(words.iter().flat_map(|word| word.to_le_bytes()));
}
