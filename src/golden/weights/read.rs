//! From bytes to a checkpoint; nothing is believed before it is checked.

use sha2::{Digest, Sha256};

use super::write::CODES;
use super::{Checkpoint, DIGEST_BYTES, MAGIC, NAME_BYTES, VERSION};
use crate::blocks::draw::golden::Lfsr;
use crate::device::{Rule, SwitchingTables};
use crate::encoder::Encoder;
use crate::golden::counters::Counters;
use crate::golden::network::Network;
use crate::golden::train::{Order, TrainOptions};
use crate::spec::{Learning, MAX_SIDE, NUM_CLASSES, Spec, W1_BITS, W2_BITS};

/// Room for the header, with some to spare.
const HEADER_ROOM: usize = 1024;
/// No weight file is longer.
pub(super) const MAX_BYTES: u64 =
    (HEADER_ROOM + (MAX_SIDE + 1) * MAX_SIDE + MAX_SIDE * NUM_CLASSES) as u64;
/// Largest value of a 16-bit register.
const WORD_MAX: u32 = u16::MAX as u32;
/// Largest value of an 8-bit register.
const BYTE_MAX: u32 = u8::MAX as u32;
/// Largest amplitude code.
const CODE_MAX: u8 = 15;

/// A check's outcome: the place and the value.
type Checked<T> = Result<T, String>;

pub(super) fn parse(content: &[u8]) -> Checked<Checkpoint> {
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
    if version != VERSION {
        return Err(format!("version {version}, this program reads {VERSION}"));
    }
    let spec = spec(&mut cursor)?;
    if Sha256::digest(body).as_slice() != digest {
        return Err(format!(
            "SHA-256 does not match its {} bytes: the file is damaged or incomplete",
            content.len()
        ));
    }
    let options_bytes = cursor.take::<5>("options")?;
    let seed = cursor.long("seed")?;
    let epochs = cursor.word("epochs")?;
    let options = options(options_bytes, seed, epochs)?;
    let train_images = cursor.word("train_images")?;
    let presented = cursor.long("presented")?;
    let data = name(cursor.take::<NAME_BYTES>("data")?)?;
    let mut network = Network::zeroed(&spec).map_err(|e| e.to_string())?;
    state(&mut cursor, &mut network)?;
    weights(&mut cursor, &mut network)?;
    if !cursor.left.is_empty() {
        return Err(format!("{} bytes too many", cursor.left.len()));
    }
    Ok(Checkpoint {
        network,
        options,
        data,
        train_images,
        presented,
    })
}

fn spec(cursor: &mut Cursor) -> Checked<Spec> {
    let mut side = |what| cursor.word(what).map(|n| n as usize);
    let (rows, columns, lanes) = (side("rows")?, side("columns")?, side("lanes")?);
    let bits = cursor.take::<3>("bits")?;
    let expected = [W1_BITS, W2_BITS, NUM_CLASSES].map(|n| n as u8);
    if bits != expected {
        return Err(format!(
            "bits and classes are {bits:?}, this program has {expected:?}"
        ));
    }
    Spec::new(rows, columns, lanes).map_err(|e| e.to_string())
}

fn options(bytes: [u8; 5], seed: u64, epochs: u32) -> Checked<TrainOptions> {
    let [code, normaliser, warp, order, _] = bytes;
    let flag = |what: &str, value: u8| match value {
        0 | 1 => Ok(value == 1),
        _ => Err(format!("{what} is {value}, not 0 or 1")),
    };
    Ok(TrainOptions {
        epochs,
        order: *Order::ALL
            .get(usize::from(order))
            .ok_or_else(|| format!("order {order} is not 0 to 2"))?,
        seed,
        warp: flag("warp", warp)?,
        encoder: Encoder {
            code: *CODES
                .get(usize::from(code))
                .ok_or_else(|| format!("code {code} is not 0 to 2"))?,
            normaliser: flag("normaliser", normaliser)?,
        },
    })
}

fn name(bytes: [u8; NAME_BYTES]) -> Checked<String> {
    let used = bytes.iter().position(|&b| b == 0).unwrap_or(NAME_BYTES);
    let printable = bytes[..used].iter().all(u8::is_ascii_graphic);
    match std::str::from_utf8(&bytes[..used]) {
        Ok(name) if printable => Ok(name.to_owned()),
        _ => Err("the name of the data is not printable ASCII".into()),
    }
}

fn state(cursor: &mut Cursor, network: &mut Network) -> Checked<()> {
    network.learning = learning(cursor)?;
    let state = u16::from_le_bytes(cursor.take("LFSR")?);
    network.lfsr = Lfsr::new(state).ok_or("LFSR is 0, where it would stay")?;
    for (entry, bits) in network
        .rules
        .entries
        .iter_mut()
        .zip(cursor.take::<4>("rules")?)
    {
        if bits >> Rule::BITS != 0 {
            return Err(format!(
                "rule 0x{bits:02x} has more than {} bits",
                Rule::BITS
            ));
        }
        *entry = Rule::from_bits(bits);
    }
    network.tables = SwitchingTables::default();
    for word in network.tables.words_mut() {
        *word = u16::from_le_bytes(cursor.take("switching tables")?);
    }
    let mut counters = Counters::default();
    for counter in &mut counters.0 {
        *counter = cursor.word("counters")?;
    }
    network.counters = counters;
    Ok(())
}

fn learning(cursor: &mut Cursor) -> Checked<Learning> {
    let mut register = |what: &str, limit: u32| match cursor.word(what) {
        Ok(value) if value > limit => Err(format!("{what} {value} exceeds {limit}")),
        other => other,
    };
    let (threshold, margin) = (
        register("threshold", WORD_MAX)?,
        register("margin", WORD_MAX)?,
    );
    let window = register("window", WORD_MAX)?;
    let dead_zone = register("dead zone", BYTE_MAX)?;
    let mut breakpoints = [0; 4];
    for breakpoint in &mut breakpoints {
        *breakpoint = register("breakpoint", BYTE_MAX)?;
    }
    let [code_hidden, code_readout] = cursor.take("amplitude codes")?;
    match [code_hidden, code_readout]
        .iter()
        .find(|&&code| code > CODE_MAX)
    {
        Some(code) => Err(format!("amplitude code {code} exceeds {CODE_MAX}")),
        None => Ok(Learning {
            threshold,
            margin,
            window,
            dead_zone,
            breakpoints,
            code_hidden,
            code_readout,
        }),
    }
}

fn weights(cursor: &mut Cursor, network: &mut Network) -> Checked<()> {
    let spec = network.spec().clone();
    let mut weight = |array: &str, limit: i32, row: usize, column: usize| {
        let [byte] = cursor.take::<1>(array)?;
        let weight = i16::from(byte as i8);
        if i32::from(weight).abs() > limit {
            return Err(format!(
                "{array}[{row}][{column}] = {weight} is outside -{limit} to {limit}"
            ));
        }
        Ok(weight)
    };
    for row in 0..spec.rows_with_bias() {
        for column in 0..spec.columns {
            network.set_w1(row, column, weight("W1", spec.w1_max(), row, column)?);
        }
    }
    for column in 0..spec.columns {
        for class in 0..NUM_CLASSES {
            network.set_w2(column, class, weight("W2", spec.w2_max(), column, class)?);
        }
    }
    Ok(())
}

struct Cursor<'a> {
    left: &'a [u8],
}

impl Cursor<'_> {
    fn take<const N: usize>(&mut self, what: &str) -> Checked<[u8; N]> {
        match self.left.split_first_chunk::<N>() {
            Some((taken, left)) => {
                self.left = left;
                Ok(*taken)
            }
            None => Err(format!("the file ends before {what}")),
        }
    }

    fn word(&mut self, what: &str) -> Checked<u32> {
        self.take(what).map(u32::from_le_bytes)
    }

    fn long(&mut self, what: &str) -> Checked<u64> {
        self.take(what).map(u64::from_le_bytes)
    }
}
