//! Receptive fields: what the hidden neurons look for.

use super::Section;
use crate::Result;
use crate::encoder::{Code, Encoder, Grid};
use crate::golden::Model;
use crate::report::parts::Parts;
use crate::report::picture::field;
use maud::{Markup, html};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Neurons that are shown.
const MOST: usize = 100;
/// Strength of the most, as a share of the weights: stronger ones look alike.
const STRONG: f64 = 0.995;
/// Weights below this share of it are left out.
const WEAK: f64 = 0.4;

/// Weights of hidden neurons.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Fields {
    /// Name of the code.
    pub code: String,
    /// Rows of the array.
    pub rows: usize,
    /// Neurons of the array.
    pub columns: usize,
    /// Scheme "prototype": neurons of a class.
    pub group: Option<usize>,
    /// Weights by row of the neurons shown: `[neuron][row]`.
    pub weights: Vec<Vec<i16>>,
    /// Which neurons these are.
    pub neurons: Vec<usize>,
}

impl Fields {
    /// Of a network: all neurons, or as many spread over them.
    pub fn of(network: &Model, encoder: Encoder) -> Self {
        let spec = network.spec();
        let shown = spec.columns.min(MOST);
        let neurons: Vec<usize> = (0..shown).map(|k| k * spec.columns / shown).collect();
        let rows: Vec<&[i16]> = (0..spec.rows).map(|row| network.w1_row(row)).collect();
        let of_neuron = |&neuron: &usize| rows.iter().map(|row| row[neuron]).collect();
        Fields {
            code: encoder.code.name().to_owned(),
            rows: spec.rows,
            columns: spec.columns,
            group: spec.prototype().map(|_| spec.group()),
            weights: neurons.iter().map(of_neuron).collect(),
            neurons,
        }
    }
}

impl Section for Fields {
    const PART: &'static str = "fields";
    const ID: &'static str = "fields";
    const TITLE: &'static str = "Receptive fields";
    const MISSING: [&'static str; 2] = [
        "No weight was stored; `run` does it.",
        "spinloom run FLAGS --data DATA",
    ];

    fn show(&self, _: &Parts) -> Result<Option<Markup>> {
        let Some(code) = Code::from_name(&self.code) else {
            return Ok(None);
        };
        let grid = Grid::of(code, self.rows);
        let mut sizes: Vec<u16> = self
            .weights
            .iter()
            .flatten()
            .map(|weight| weight.unsigned_abs())
            .collect();
        sizes.sort_unstable();
        let strong = (sizes.len() as f64 * STRONG) as usize;
        let most = sizes.get(strong).copied().unwrap_or(1).max(1);
        let values = |weights: &[i16]| -> Vec<f64> {
            weights
                .iter()
                .take(grid.num_rows())
                .map(|&weight| weight.into())
                .map(|weight: f64| match weight.abs() < WEAK * f64::from(most) {
                    true => 0.0,
                    false => weight,
                })
                .collect()
        };
        let name = |neuron: usize| match self.group {
            Some(group) => format!("neuron {neuron}, of class {}", neuron / group.max(1)),
            None => format!("neuron {neuron}"),
        };
        let mut groups = BTreeMap::<_, Vec<_>>::new();
        for shown in self.neurons.iter().zip(&self.weights) {
            let class = self.group.map(|group| shown.0 / group.max(1));
            groups.entry(class).or_default().push(shown);
        }
        Ok(Some(html! {
            p {
                "Hidden weights after training, by "
                @if self.code == "events" { "the mel band and the stretch of time" }
                @else { "the place and direction of the edge" }
                " that each row stands for: "
                span class="c1" { "blue" } " excites, " span class="c2" { "orange" } " inhibits. "
                "Full strength from \u{b1}" (most) " on; the weaker ones, below "
                (format!("{:.0}", 100.0 * WEAK)) " % of it, are left out. "
                @if self.weights.len() < self.columns {
                    (self.weights.len()) " of " (self.columns) " neurons, evenly spread."
                } @else {
                    "All " (self.columns) " neurons, in order."
                }
            }
            @for (class, shown) in groups {
                @if let Some(class) = class { h3 { "Class " (class) } }
                div class="fields" {
                    @for (neuron, weights) in shown {
                        (field(&grid, &values(weights), most.into(), 82, &name(*neuron)))
                    }
                }
            }
        }))
    }
}
