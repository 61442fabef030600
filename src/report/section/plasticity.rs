//! The nine types of plasticity as small plots.

use super::Section;
use crate::Result;
use crate::device::show::nine_types;
use crate::device::{Device, RuleTable};
use crate::report::parts::Parts;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// Amplitude codes that are drawn, weak to strong.
const CODES: [i32; 3] = [5, 8, 11];

/// The types that a pair can be switched to.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Types {
    /// In the order of the paper's figure 1d.
    pub types: Vec<Type>,
    /// Amplitudes that are drawn.
    pub volts: Vec<f64>,
    /// Which type answers what, in the core.
    pub rules: Vec<[String; 2]>,
}

/// A type.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Type {
    /// Its letters.
    pub name: String,
    /// Mean change of the weight by amplitude: acausal (dt < 0, or silent), causal (dt >= 0).
    pub changes: Vec<[f64; 2]>,
}

impl Types {
    /// Of a device, and of the rules of a core where it has several.
    pub fn of(device: &Device, rules: &[(&str, String)]) -> Self {
        let tables = device.tables();
        let types = nine_types().map(|rule| Type {
            name: rule.type_name(),
            changes: CODES
                .map(|code| {
                    [true, false].map(|acausal| {
                        rule.pulse(acausal).map_or(0.0, |direction| {
                            let threshold = tables.threshold(rule.selector, direction, code);
                            f64::from(direction.step()) * f64::from(threshold) / 65536.0
                        })
                    })
                })
                .to_vec(),
        });
        Types {
            types: types.to_vec(),
            volts: CODES
                .map(|code| device.amplitudes.volt(code as usize))
                .to_vec(),
            rules: rules
                .iter()
                .map(|(name, rule)| [(*name).to_owned(), rule.clone()])
                .collect(),
        }
    }

    /// Names of the entries of the rule table in scheme "modulated".
    pub const ENTRIES: [(&'static str, usize); 4] = [
        ("hidden array, modulator above 0", RuleTable::POSITIVE),
        ("hidden array, modulator below 0", RuleTable::NEGATIVE),
        ("readout, label", RuleTable::LABEL),
        ("readout, rival", RuleTable::RIVAL),
    ];
}

impl Section for Types {
    const PART: &'static str = "types";
    const ID: &'static str = "types";
    const TITLE: &'static str = "Nine types of plasticity";
    const MISSING: [&'static str; 2] = [
        "No type was stored; `run` does it.",
        "spinloom run FLAGS --data DATA",
    ];

    fn show(&self, _: &Parts) -> Result<Option<Markup>> {
        let volts: Vec<String> = self.volts.iter().map(|volt| format!("{volt:.2}")).collect();
        let rules: Vec<_> = self.rules.iter().map(|rule| rule.to_vec()).collect();
        Ok(Some(html! {
            p {
                "What a pulse does to a weight on average, by the order of the spikes: left of "
                "the middle line the column fired first (dt < 0, or the row stayed silent), right "
                "of it the row (dt \u{2265} 0). Three pairs of bars: pulses of "
                (volts.join(", ")) " V. Up is potentiation, down is depression; P, D and 0 name "
                "them, causal order first."
            }
            div class="tiles types" { @for kind in &self.types { figure { (picture(kind)) } } }
            @if !rules.is_empty() { (super::table(&["In this run", "Type"], &rules)) }
        }))
    }
}

/// Half the height, and half the width.
const HALF: [f64; 2] = [47.0, 40.0];
/// Width of a bar.
const BAR: f64 = 11.0;

fn picture(kind: &Type) -> Markup {
    let [half_width, half] = HALF;
    let bar = |at: usize, side: usize, change: f64| {
        let from = match side {
            0 => half_width - 3.0 - BAR * (at + 1) as f64,
            _ => half_width + 3.0 + BAR * at as f64,
        };
        html! {
            rect class=(if change > 0.0 { "fill c1" } else { "fill c2" }) x=(from) width=(BAR - 2.0)
                y=(format!("{:.1}", 18.0 + half * (1.0 - change.max(0.0))))
                    height=(format!("{:.1}", half * change.abs())) {}
        }
    };
    let title = format!("Type {}: mean change of the weight", kind.name);
    html! {
        svg class="chart" width="94" height="104" viewBox="0 0 94 104" role="img"
            aria-label=(title) {
            title { (title) }
            path class="grid" d="M47 18V98" {}
            @for (at, sides) in kind.changes.iter().enumerate() {
                @for (side, &change) in sides.iter().enumerate() {
                    @if change != 0.0 { (bar(at, side, change)) }
                }
            }
            path class="axis" d="M6 58H88" {}
            text class="mid" x="47" y="12" font-weight="600" { (kind.name) }
        }
    }
}
