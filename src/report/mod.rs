//! One self-contained HTML page of what a command found out: no outside reference, readable without
//! JavaScript, in light and dark. It shows the object that `--json` prints and decides nothing.

mod matrix;
pub mod pareto;
pub mod sweep;
#[cfg(test)]
mod tests;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::{Map, Value};

const STYLE: &str = include_str!("style.css");

/// What a command found out, as `--json` prints it.
pub type Found = Map<String, Value>;

/// The page of `found`; `command` makes it again.
pub fn page(command: &str, found: &Found) -> String {
    let title = title(found);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "spinloom: " (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (title) }
                pre { (command) }
                (facts(found))
                (matrix::section(found))
            }
        }
    };
    page.into_string()
}

fn title(found: &Found) -> String {
    let text = |key: &str| found.get(key).and_then(Value::as_str).unwrap_or("?");
    format!(
        "{} core, scheme \"{}\", on {}",
        text("array"),
        text("scheme"),
        text("data")
    )
}

/// Every key that is a number, a word or a switch.
fn facts(found: &Found) -> Markup {
    let plain = |value: &&Value| !value.is_object() && !value.is_array();
    html! {
        h2 { "The run" }
        table class="facts" {
            @for (key, value) in found.iter().filter(|(_, value)| plain(value)) {
                tr {
                    th { (key) }
                    td { (word(value)) }
                }
            }
        }
    }
}

/// A value without quotation marks; a fraction with four digits at most.
fn word(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => "-".to_owned(),
        Value::Number(number) if number.is_f64() => {
            let number = number.as_f64().unwrap_or(f64::NAN);
            let text = format!("{number:.4}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        other => other.to_string(),
    }
}
