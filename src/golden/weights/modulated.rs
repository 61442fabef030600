//! State of scheme "modulated".

use super::cursor::{Checked, Cursor};
use super::write::{pulsed, words};
use super::{Checkpoint, Saved, Stored};
use crate::blocks::draw::golden::Lfsr;
use crate::golden::network::Network;
use crate::spec::{Learning, NUM_CLASSES, Pairs, Spec, WORD_BITS};

/// Largest value of a 16-bit register.
const WORD_MAX: u32 = u16::MAX as u32;
/// Largest value of an 8-bit register.
const BYTE_MAX: u32 = u8::MAX as u32;
/// Largest amplitude code.
const CODE_MAX: u8 = 15;

impl Stored for Network {
    fn of(saved: Saved) -> Option<Checkpoint<Self>> {
        match saved {
            Saved::Modulated(saved) => Some(saved),
            Saved::Prototype(_) => None,
        }
    }

    fn append(&self, out: &mut Vec<u8>) {
        let learning = &self.learning;
        out.push(u8::from(self.spec().pairs == Pairs::Persistent));
        out.push(u8::from(self.spec().mask));
        if self.spec().mask {
            words(out, [learning.mask()]);
            out.extend(self.silent().iter().map(|&silent| u8::from(silent)));
        }
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
        out.extend(self.lfsr.state().to_le_bytes());
        out.extend(self.rules.entries.map(|rule| rule.bits()));
        out.extend(self.tables.words().flat_map(|word| word.to_le_bytes()));
        words(out, self.counters.0);
        for row in 0..self.spec().rows_with_bias() {
            match self.spec().pairs {
                Pairs::Reset => out.extend(self.w1_row(row).iter().map(|&weight| weight as u8)),
                Pairs::Persistent => out.extend(self.pairs_row(row)),
            }
        }
        for column in 0..self.spec().columns {
            out.extend(self.w2_row(column).iter().map(|&weight| weight as u8));
        }
        pulsed(out, &self.pulsed);
    }
}

pub(super) fn read(cursor: &mut Cursor, spec: &Spec) -> Checked<Network> {
    let spec = &match cursor.flag("persistent pairs")? {
        false => spec.clone(),
        true => spec
            .clone()
            .with_persistent_pairs()
            .map_err(|e| e.to_string())?,
    };
    let (mut network, mask_register) = masked(cursor, spec)?;
    network.learning = Learning {
        mask_target: mask_register & WORD_MAX,
        mask_code: (mask_register >> WORD_BITS) as u8,
        ..learning(cursor)?
    };
    network.lfsr = Lfsr::new(cursor.short("LFSR")?).ok_or("LFSR is 0, where it would stay")?;
    for entry in &mut network.rules.entries {
        *entry = cursor.rule()?;
    }
    network.use_rules();
    network.use_tables(cursor.tables()?);
    network.counters = cursor.counters()?;
    for row in 0..spec.rows_with_bias() {
        for column in 0..spec.columns {
            if spec.pairs == Pairs::Persistent {
                network.set_pair(row, column, cursor.pair()?);
                continue;
            }
            let weight = cursor.weight("W1", spec.w1_max(), row, column)?;
            network.set_w1(row, column, weight);
        }
    }
    for column in 0..spec.columns {
        for class in 0..NUM_CLASSES {
            let weight = cursor.weight("W2", spec.w2_max(), column, class)?;
            network.set_w2(column, class, weight);
        }
    }
    network.pulsed = cursor.pulsed()?;
    Ok(network)
}

/// A network with its mask, if it has one; its register.
fn masked(cursor: &mut Cursor, spec: &Spec) -> Checked<(Network, u32)> {
    let zeroed = |spec: &Spec| Network::zeroed(spec).map_err(|e| e.to_string());
    if !cursor.flag("mask flag")? {
        return Ok((zeroed(spec)?, Learning::for_columns(spec.columns).mask()));
    }
    let register = cursor.word("mask register")?;
    if register >> (WORD_BITS + 4) > 0 {
        return Err(format!("mask register {register} exceeds 20 bits"));
    }
    let spec = spec.clone().with_mask(register & WORD_MAX);
    let mut network = zeroed(&spec.map_err(|e| e.to_string())?)?;
    for column in 0..network.spec().columns {
        network.set_silent(column, cursor.flag("mask junction")?);
    }
    Ok((network, register))
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
            ..Learning::for_columns(1)
        }),
    }
}
