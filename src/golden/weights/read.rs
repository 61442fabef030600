//! From bytes to a checkpoint; nothing is believed before it is checked.

use sha2::{Digest, Sha256};

use super::cursor::{Checked, Cursor};
use super::write::{MODULATED, PROTOTYPE};
use super::{
    Checkpoint, DIGEST_BYTES, MAGIC, NAME_BYTES, OLD_VERSION, Saved, VERSION, modulated, prototype,
};
use crate::data::speech::Learned;
use crate::encoder::{Code, Encoder};
use crate::golden::learner::Learner;
use crate::golden::sequence::Stage;
use crate::golden::train::{MAX_EPOCHS, MAX_EXTRA, Order, TrainOptions};
use crate::spec::prototype::WEIGHT_BITS;
use crate::spec::{
    ClassOrder, Compartments, Layout, MAX_SIDE, NUM_CLASSES, Noise, Scheme, Spec, Variation,
    W1_BITS, W2_BITS,
};

/// Room for header and tables, with some to spare.
const HEADER_ROOM: usize = 2048;
/// Bytes a row and a column may have beside the array: part; readout weights or neuron.
const SIDE_ROOM: usize = 1 + 21;
/// Bytes of all stages of the longest run.
const STAGES_ROOM: usize = MAX_EPOCHS as usize * NUM_CLASSES * (1 + 8 * NUM_CLASSES);
/// Bytes of the digests of the most recordings that a folder is searched for.
const LEARNED_ROOM: usize = 8 << 20;
/// No weight file is longer.
pub(super) const MAX_BYTES: u64 =
    (HEADER_ROOM + (MAX_SIDE + 1) * MAX_SIDE + SIDE_ROOM * MAX_SIDE + STAGES_ROOM + LEARNED_ROOM)
        as u64;

/// What stands before the state.
struct Header {
    options: TrainOptions,
    data: String,
    learned: Learned,
    train_images: u32,
    presented: u64,
    stages: Vec<Stage>,
}

pub(super) fn parse(content: &[u8]) -> Checked<Saved> {
    if content.len() as u64 > MAX_BYTES {
        return Err(format!("longer than {MAX_BYTES} bytes"));
    }
    if !content.starts_with(&MAGIC) {
        return Err("not a spinloom weight file (it does not begin with SPINLOOM)".into());
    }
    let Some((body, digest)) = content.split_last_chunk::<DIGEST_BYTES>() else {
        return Err(format!("the file ends after {} bytes", content.len()));
    };
    let mut cursor = Cursor { left: body };
    cursor.take::<8>("magic")?;
    let version = cursor.word("version")?;
    if !(OLD_VERSION..=VERSION).contains(&version) {
        return Err(format!(
            "version {version}, this program reads {OLD_VERSION} and {VERSION}"
        ));
    }
    let spec = spec(&mut cursor)?;
    if Sha256::digest(body).as_slice() != digest {
        return Err(format!(
            "SHA-256 does not match its {} bytes: the file is damaged or incomplete",
            content.len()
        ));
    }
    let header = header(&mut cursor, version)?;
    let saved = match spec.scheme {
        Scheme::Modulated => {
            let network = modulated::read(&mut cursor, &spec)?;
            Saved::Modulated(header.with(network)?)
        }
        Scheme::Prototype(_) => {
            let network = prototype::read(&mut cursor, spec)?;
            Saved::Prototype(header.with(network)?)
        }
    };
    if !cursor.left.is_empty() {
        return Err(format!("{} bytes too many", cursor.left.len()));
    }
    Ok(saved)
}

impl Header {
    fn with<N: Learner>(self, mut network: N) -> Checked<Checkpoint<N>> {
        let TrainOptions {
            variation, seed, ..
        } = self.options;
        network.vary(variation, seed).map_err(|e| e.to_string())?;
        Ok(Checkpoint {
            network,
            options: self.options,
            data: self.data,
            learned: self.learned,
            train_images: self.train_images,
            presented: self.presented,
            stages: self.stages,
        })
    }
}

fn spec(cursor: &mut Cursor) -> Checked<Spec> {
    let mut side = |what| cursor.word(what).map(|n| n as usize);
    let (rows, columns, lanes) = (side("rows")?, side("columns")?, side("lanes")?);
    let steps = cursor.byte("input steps")?;
    let scheme = cursor.byte("scheme")?;
    let bits = cursor.take::<3>("bits")?;
    let expect = |expected: [usize; 3]| {
        let expected = expected.map(|n| n as u8);
        if bits == expected {
            return Ok(());
        }
        Err(format!(
            "bits and classes are {bits:?}, this program has {expected:?}"
        ))
    };
    let spec = match scheme {
        MODULATED => {
            expect([W1_BITS, W2_BITS, NUM_CLASSES])?;
            Spec::new(rows, columns, lanes)
        }
        PROTOTYPE => {
            let compartments = match bits[1] {
                1 => Compartments::One,
                _ => Compartments::Four,
            };
            expect([WEIGHT_BITS, compartments as usize, NUM_CLASSES])?;
            // the parts of rows come with the state
            Spec::with_prototype(rows, columns, lanes, compartments, Layout::EDGE12)
        }
        other => return Err(format!("scheme {other} is not 0 or 1")),
    };
    let spec = spec.and_then(|spec| spec.with_steps(steps.into()));
    spec.map_err(|e| e.to_string())
}

fn header(cursor: &mut Cursor, version: u32) -> Checked<Header> {
    let code = cursor.byte("code")?;
    let encoder = Encoder {
        code: *Code::ALL
            .get(usize::from(code))
            .ok_or_else(|| format!("code {code} is not 0 to 5"))?,
        normaliser: cursor.flag("normaliser")?,
    };
    let warp = cursor.flag("warp")?;
    if encoder.code == Code::Events && (encoder.normaliser || warp) {
        return Err("events are not normalised or warped".into());
    }
    let order = cursor.byte("order")?;
    let order = *Order::ALL
        .get(usize::from(order))
        .ok_or_else(|| format!("order {order} is not 0 to 2"))?;
    let mut limited = |what: &str, limit: u8| match cursor.byte(what) {
        Ok(value) if value > limit => Err(format!("{what} {value} exceeds {limit}")),
        other => other,
    };
    let extra = limited("extra", MAX_EXTRA)?;
    let copies = cursor.byte("copies")?;
    let variation = Variation::checked(cursor.words("variation")?)?;
    let noise = Noise::checked(cursor.words("noise")?)?;
    let classes = cursor.take::<NUM_CLASSES>("class order")?;
    Ok(Header {
        options: TrainOptions {
            order,
            seed: cursor.long("seed")?,
            epochs: cursor.word("epochs")?,
            warp,
            encoder,
            class_order: ClassOrder::new(&classes).map_err(|e| e.to_string())?,
            copies,
            extra,
            variation,
            noise,
        },
        train_images: cursor.word("train_images")?,
        presented: cursor.long("presented")?,
        data: name(cursor.take::<NAME_BYTES>("data")?)?,
        learned: learned(cursor, version, encoder.code)?,
        stages: stages(cursor)?,
    })
}

fn learned(cursor: &mut Cursor, version: u32, code: Code) -> Checked<Learned> {
    let mut learned = Learned::default();
    if version > OLD_VERSION {
        let oh = cursor.flag("oh")?;
        let count = cursor.word("recordings")?;
        let digests: Checked<Vec<u64>> = (0..count).map(|_| cursor.long("a digest")).collect();
        let digests = digests?;
        if !digests.is_sorted_by(|a, b| a < b) {
            return Err("the digests of the recordings do not rise".into());
        }
        learned = Learned::new(digests, oh);
    }
    match code == Code::Events && learned.is_empty() {
        true => Err("it does not say which recordings were learned".into()),
        false => Ok(learned),
    }
}

fn stages(cursor: &mut Cursor) -> Checked<Vec<Stage>> {
    let count = cursor.word("stages")?;
    // no vector of that size is made before the bytes are there
    let stage = |_| {
        let class = cursor.byte("class of a stage")?;
        if usize::from(class) >= NUM_CLASSES {
            return Err(format!("a stage of class {class}, not below {NUM_CLASSES}"));
        }
        let images = cursor.words("images of a stage")?;
        let correct: [u32; NUM_CLASSES] = cursor.words("correct images of a stage")?;
        if correct
            .iter()
            .zip(&images)
            .any(|(correct, images)| correct > images)
        {
            return Err("more images right than there were in a stage".into());
        }
        Ok(Stage {
            class,
            images,
            correct,
        })
    };
    (0..count).map(stage).collect()
}

fn name(bytes: [u8; NAME_BYTES]) -> Checked<String> {
    let used = bytes.iter().position(|&b| b == 0).unwrap_or(NAME_BYTES);
    let printable = bytes[..used].iter().all(u8::is_ascii_graphic);
    match std::str::from_utf8(&bytes[..used]) {
        Ok(name) if printable => Ok(name.to_owned()),
        _ => Err("the name of the data is not printable ASCII".into()),
    }
}
