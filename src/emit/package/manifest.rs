//! `manifest.json`: what was made, from what, with digests.

use super::header::{parameters, spec_digest};
use super::{Design, File};
use crate::files::hex_digest;
use crate::{Error, Result};
use serde_json::{Map, Value, json};

/// The manifest of `files`.
pub fn file(design: &Design, files: &[File]) -> Result<File> {
    let listed: Vec<Value> = files
        .iter()
        .map(|f| {
            json!({
                "path": f.path,
                "bytes": f.content.len(),
                "sha256": hex_digest(&f.content),
            })
        })
        .collect();
    let parameters: Map<String, Value> = parameters(design)
        .into_iter()
        .map(|(name, value)| {
            let value = value.parse::<u64>().map_or(Value::from(value), Value::from);
            (name.to_owned(), value)
        })
        .collect();
    let manifest = json!({
        "generator": concat!("spinloom ", env!("CARGO_PKG_VERSION")),
        "command": design.command(),
        "name": design.name,
        "top": "spin_core",
        "spec": spec_digest(design),
        "parameters": parameters,
        "files": listed,
    });
    let text = serde_json::to_string_pretty(&manifest);
    let text = text.map_err(|e| Error::Design(e.to_string()))? + "\n";
    Ok(File::new(
        format!("rtl_out/{}/manifest.json", design.name),
        text,
    ))
}
