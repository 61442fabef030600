//! The configuration file: TOML, every unknown key refused, every fault reported.

use super::layer::Layer;
use crate::{Error, Result};
use std::io::Read;
use std::path::Path;

/// No configuration is longer.
const MAX_BYTES: u64 = 1 << 20;

/// Reads TOML.
///
/// # Errors
/// [`Error::Io`] where the file cannot be read, [`Error::File`] where it is not TOML.
pub fn read_table(path: &Path) -> Result<toml::Table> {
    let file = std::fs::File::open(path).map_err(Error::io(path))?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(Error::io(path))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Error::file(
            path,
            format!("longer than {MAX_BYTES} bytes: this is no configuration"),
        ));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Error::file(path, format!("byte {at} is not UTF-8: save it as UTF-8"))
    })?;
    text.parse().map_err(|e| not_toml(path, &text, &e))
}

/// The layer that the table of file `name` holds; what is wrong in it is added to `faults`.
pub fn layer(name: &str, table: &toml::Table, faults: &mut Vec<String>) -> Layer {
    let mut layer = Layer::default();
    visit(name, "", table, &mut layer, faults);
    layer
}

/// The place and the first line of the parser's complaint.
fn not_toml(path: &Path, text: &str, error: &toml::de::Error) -> Error {
    let start = error.span().map_or(0, |span| span.start);
    let line = text
        .as_bytes()
        .iter()
        .take(start)
        .filter(|b| **b == b'\n')
        .count()
        + 1;
    let what = error.message().lines().collect::<Vec<_>>().join(", ");
    Error::file(path, format!("line {line}: {what}"))
}

fn visit(
    name: &str,
    prefix: &str,
    table: &toml::Table,
    layer: &mut Layer,
    faults: &mut Vec<String>,
) {
    for (key, value) in table {
        let key = format!("{prefix}{key}");
        if let (toml::Value::Table(section), true) = (value, prefix.is_empty()) {
            let section_prefix = format!("{key}.");
            if Layer::keys().any(|known| known.starts_with(&section_prefix)) {
                visit(name, &section_prefix, section, layer, faults);
                continue;
            }
        }
        match layer.set(&key, value) {
            Some(Ok(())) => {}
            Some(Err(fault)) => faults.push(format!("{name}: `{key}`: {fault}")),
            None => faults.push(format!("{name}: unknown key `{key}`: {}", known(prefix))),
        }
    }
}

/// The keys that may stand where the unknown one stood.
fn known(prefix: &str) -> String {
    let mut names: Vec<String> = Layer::keys()
        .filter_map(|key| key.strip_prefix(prefix))
        .map(|key| match key.split_once('.') {
            Some((section, _)) => format!("[{section}]"),
            None => key.to_owned(),
        })
        .collect();
    names.dedup();
    format!("known are {}", names.join(", "))
}
