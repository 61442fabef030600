//! State of scheme "prototype".

use super::cursor::{Checked, Cursor};
use super::write::{pulsed, words};
use super::{Checkpoint, Saved, Stored};
use crate::blocks::draw::golden::Lfsr;
use crate::golden::prototype::Prototype;
use crate::spec::prototype::{SP_ENTRIES, WINS_MAX};
use crate::spec::{Scheme, Spec};

/// A row of no part.
const NO_PART: u8 = u8::MAX;

impl Stored for Prototype {
    fn of(saved: Saved) -> Option<Checkpoint<Self>> {
        match saved {
            Saved::Modulated(_) => None,
            Saved::Prototype(saved) => Some(saved),
        }
    }

    fn append(&self, out: &mut Vec<u8>) {
        let (spec, sizes) = (self.spec(), self.sizes());
        out.extend(sizes.parts().iter().map(|part| part.unwrap_or(NO_PART)));
        out.extend(sizes.sp_table().iter().flat_map(|sp| sp.to_le_bytes()));
        out.extend(self.lfsr.state().to_le_bytes());
        out.push(self.rule.bits());
        out.extend(self.tables.words().flat_map(|word| word.to_le_bytes()));
        words(out, self.counters.0);
        for row in 0..spec.rows {
            out.extend(self.weights(row).iter().map(|&weight| weight as u8));
        }
        let neurons = self.neurons();
        for column in 0..spec.columns {
            out.push(u8::from(neurons.recruited()[column]));
            for compartment in 0..sizes.num_compartments() {
                words(out, [neurons.biases(compartment)[column] as u32]);
                out.push(neurons.wins(compartment)[column]);
            }
        }
        pulsed(out, &self.pulsed);
    }
}

/// `spec` has the compartments, but not yet the tables of the file.
pub(super) fn read(cursor: &mut Cursor, spec: Spec) -> Checked<Prototype> {
    let spec = with_tables(cursor, spec)?;
    let mut network = Prototype::zeroed(&spec).map_err(|e| e.to_string())?;
    network.lfsr = Lfsr::new(cursor.short("LFSR")?).ok_or("LFSR is 0, where it would stay")?;
    network.rule = match cursor.rule()? {
        rule if rule.offset == 0 => rule,
        rule => {
            return Err(format!(
                "rule 0x{:02x} has an amplitude offset",
                rule.bits()
            ));
        }
    };
    network.use_tables(cursor.tables()?);
    network.counters = cursor.counters()?;
    for row in 0..spec.rows {
        for column in 0..spec.columns {
            let weight = cursor.weight("weights", spec.w1_max(), row, column)?;
            network.set_weight(row, column, weight);
        }
    }
    let num_compartments = network.sizes().num_compartments();
    let bias_bits = network.sizes().bias_bits();
    for column in 0..spec.columns {
        let recruited = cursor.flag("a recruited bit")?;
        network.neurons_mut().set_recruited(column, recruited);
        for compartment in 0..num_compartments {
            let (bias, wins) = (cursor.word("a bias")?, cursor.byte("wins")?);
            if u64::from(bias) >> bias_bits != 0 {
                return Err(format!(
                    "bias {bias} of column {column} has more than {bias_bits} bits"
                ));
            }
            if wins > WINS_MAX {
                return Err(format!("wins {wins} of column {column} exceed {WINS_MAX}"));
            }
            network.neurons_mut().set(column, compartment, bias, wins);
        }
    }
    network.pulsed = cursor.pulsed()?;
    Ok(network)
}

fn with_tables(cursor: &mut Cursor, mut spec: Spec) -> Checked<Spec> {
    let Some(sizes) = spec.prototype().cloned() else {
        return Err("the scheme is another".into());
    };
    let mut parts = vec![None; spec.rows];
    for part in &mut parts {
        *part = Some(cursor.byte("the parts of rows")?).filter(|&part| part != NO_PART);
    }
    let mut sp = [0; SP_ENTRIES];
    for entry in &mut sp {
        *entry = cursor.short("table sp")?;
    }
    let sizes = sizes.with_parts(parts).and_then(|s| s.with_sp(&sp));
    spec.scheme = Scheme::Prototype(sizes.map_err(|e| e.to_string())?);
    Ok(spec)
}
