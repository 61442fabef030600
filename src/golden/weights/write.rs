//! Bytes of a weight file.

use sha2::{Digest, Sha256};

use super::{Checkpoint, MAGIC, NAME_BYTES, Stored, VERSION};
use crate::encoder::Code;
use crate::golden::energy::Pulsed;
use crate::golden::train::Order;
use crate::spec::prototype::WEIGHT_BITS;
use crate::spec::{NUM_CLASSES, Scheme, W1_BITS, W2_BITS};

/// Number of scheme "modulated" in the file.
pub(super) const MODULATED: u8 = 0;
/// Number of scheme "prototype" in the file.
pub(super) const PROTOTYPE: u8 = 1;

pub(super) fn bytes<N: Stored>(checkpoint: &Checkpoint<N>) -> Vec<u8> {
    let mut out = Vec::new();
    header(&mut out, checkpoint);
    checkpoint.network.append(&mut out);
    let digest = Sha256::digest(&out);
    out.extend(digest);
    out
}

fn header<N: Stored>(out: &mut Vec<u8>, checkpoint: &Checkpoint<N>) {
    let spec = checkpoint.network.spec();
    let options = &checkpoint.options;
    out.extend(MAGIC);
    words(out, [VERSION]);
    words(out, [spec.rows, spec.columns, spec.lanes].map(|n| n as u32));
    out.push(spec.input_steps() as u8);
    let (scheme, sizes) = match &spec.scheme {
        Scheme::Modulated => (MODULATED, [W1_BITS, W2_BITS, NUM_CLASSES]),
        Scheme::Prototype(sizes) => (
            PROTOTYPE,
            [WEIGHT_BITS, sizes.num_compartments(), NUM_CLASSES],
        ),
    };
    out.push(scheme);
    out.extend(sizes.map(|n| n as u8));
    let number = |found: Option<usize>| found.unwrap_or(0) as u8;
    out.extend([
        number(Code::ALL.iter().position(|&c| c == options.encoder.code)),
        u8::from(options.encoder.normaliser),
        u8::from(options.warp),
        number(Order::ALL.iter().position(|&o| o == options.order)),
        options.extra,
        options.copies,
    ]);
    words(out, options.variation.milli());
    words(out, options.noise.milli());
    out.extend(options.class_order.classes());
    out.extend(options.seed.to_le_bytes());
    words(out, [options.epochs, checkpoint.train_images]);
    out.extend(checkpoint.presented.to_le_bytes());
    let mut name = [0; NAME_BYTES];
    for (to, from) in name.iter_mut().zip(checkpoint.data.bytes()) {
        *to = from;
    }
    out.extend(name);
    out.push(u8::from(checkpoint.learned.oh));
    let digests = checkpoint.learned.digests();
    words(out, [digests.len() as u32]);
    out.extend(digests.iter().flat_map(|digest| digest.to_le_bytes()));
    words(out, [checkpoint.stages.len() as u32]);
    for stage in &checkpoint.stages {
        out.push(stage.class);
        words(out, stage.images);
        words(out, stage.correct);
    }
}

/// Appends what was pulsed.
pub(super) fn pulsed(out: &mut Vec<u8>, pulsed: &Pulsed) {
    let rest = [pulsed.rows, pulsed.draws];
    let all = pulsed.counts.0.iter().chain(&rest);
    out.extend(all.flat_map(|count| count.to_le_bytes()));
}

/// Appends 32-bit words.
pub(super) fn words<const N: usize>(out: &mut Vec<u8>, words: [u32; N]) {
    out.extend(words.iter().flat_map(|word| word.to_le_bytes()));
}
