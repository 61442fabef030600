//! The network behind the ports of a core, of either scheme.

use super::counters::Counters;
use super::network::{Decision, Network};
use super::observer::Observer;
use super::prototype::{Prototype, start_prototype};
use super::start::start_network;
use crate::Result;
use crate::blocks::draw::golden::Lfsr;
use crate::device::{Rule, RuleTable, SwitchingTables};
use crate::spec::timing::ImageWork;
use crate::spec::{Counter, Learning, NUM_CLASSES, Pairs, Scheme, Spec};
use std::borrow::Cow;

/// A network with its registers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Model {
    /// Scheme "modulated".
    Modulated(Box<Network>),
    /// Scheme "prototype".
    Prototype(Box<PrototypeModel>),
}

/// Scheme "prototype", with the registers that it keeps for the host alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrototypeModel {
    network: Prototype,
    learning: Learning,
    rules: RuleTable,
}

impl From<Network> for Model {
    fn from(network: Network) -> Self {
        Model::Modulated(Box::new(network))
    }
}

impl From<&Network> for Model {
    fn from(network: &Network) -> Self {
        network.clone().into()
    }
}

impl From<&Prototype> for Model {
    fn from(network: &Prototype) -> Self {
        network.clone().into()
    }
}

impl From<&Model> for Model {
    fn from(model: &Model) -> Self {
        model.clone()
    }
}

impl From<Prototype> for Model {
    fn from(network: Prototype) -> Self {
        Model::Prototype(Box::new(PrototypeModel {
            learning: network.spec().learning.clone(),
            rules: reset_rules(network.rule),
            network,
        }))
    }
}

/// Entry 0 is the rule; the others are free.
fn reset_rules(rule: Rule) -> RuleTable {
    let none = Rule::from_bits(0);
    RuleTable {
        entries: [rule, none, none, none],
    }
}

macro_rules! either {
    ($self:expr, $network:ident => $value:expr) => {
        match $self {
            Model::Modulated($network) => $value,
            Model::Prototype(model) => {
                let $network = &model.network;
                $value
            }
        }
    };
}

macro_rules! either_mut {
    ($self:expr, $network:ident => $value:expr) => {
        match $self {
            Model::Modulated($network) => $value,
            Model::Prototype(model) => {
                let $network = &mut model.network;
                $value
            }
        }
    };
}

impl Model {
    /// A new network of the scheme of `spec`, as [`start_network`] and [`start_prototype`] draw it.
    ///
    /// # Errors
    /// As these.
    pub fn start(spec: &Spec, seed: u64) -> Result<Self> {
        Ok(match spec.scheme {
            Scheme::Modulated => start_network(spec, seed)?.0.into(),
            Scheme::Prototype(_) => start_prototype(spec, seed)?.network.into(),
        })
    }

    /// The network of scheme "modulated".
    pub fn modulated(&self) -> Option<&Network> {
        match self {
            Model::Modulated(network) => Some(network),
            Model::Prototype(_) => None,
        }
    }

    /// The sizes.
    pub fn spec(&self) -> &Spec {
        either!(self, network => network.spec())
    }

    /// The random state.
    pub fn lfsr(&self) -> Lfsr {
        either!(self, network => network.lfsr)
    }

    /// Another random state.
    pub fn set_lfsr(&mut self, lfsr: Lfsr) {
        either_mut!(self, network => network.lfsr = lfsr);
    }

    /// The counters.
    pub fn counters(&self) -> &Counters {
        either!(self, network => &network.counters)
    }

    /// The switching tables.
    pub fn tables(&self) -> &SwitchingTables {
        either!(self, network => &network.tables)
    }

    /// The same, to be written.
    pub fn tables_mut(&mut self) -> &mut SwitchingTables {
        either_mut!(self, network => &mut network.tables)
    }

    /// The registers.
    pub fn learning(&self) -> &Learning {
        match self {
            Model::Modulated(network) => &network.learning,
            Model::Prototype(model) => &model.learning,
        }
    }

    /// The same, to be written.
    pub fn learning_mut(&mut self) -> &mut Learning {
        match self {
            Model::Modulated(network) => &mut network.learning,
            Model::Prototype(model) => &mut model.learning,
        }
    }

    /// Entry of the rule table.
    pub fn rule(&self, index: usize) -> Rule {
        match self {
            Model::Modulated(network) => network.rules.entries[index],
            Model::Prototype(model) => model.rules.entries[index],
        }
    }

    /// Writes an entry of the rule table.
    pub fn set_rule(&mut self, index: usize, rule: Rule) {
        match self {
            Model::Modulated(network) => network.rules.entries[index] = rule,
            Model::Prototype(model) => {
                // the register has no amplitude offset
                model.rules.entries[index] = Rule { offset: 0, ..rule };
                model.network.rule = model.rules.entries[0];
            }
        }
    }

    /// The junction of the mask is in P: the column is silent.
    pub fn is_silent(&self, column: usize) -> bool {
        self.modulated()
            .is_some_and(|network| network.silent()[column])
    }

    /// Writes a junction of the mask.
    pub fn set_silent(&mut self, column: usize, silent: bool) {
        if let Model::Modulated(network) = self {
            network.set_silent(column, silent);
        }
    }

    /// Registers, counters and sums to their reset values.
    pub fn reset(&mut self, lfsr: Lfsr) {
        match self {
            Model::Modulated(network) => {
                network.learning = network.spec().learning.clone();
                network.rules = super::network::reset_rules(network.spec());
            }
            Model::Prototype(model) => {
                model.learning = model.network.spec().learning.clone();
                model.rules = reset_rules(Rule::PD);
                model.network.rule = Rule::PD;
            }
        }
        either_mut!(self, network => {
            network.lfsr = lfsr;
            network.counters = Default::default();
            network.clear_sums();
        });
    }

    /// A view.
    pub fn infer(&mut self, rows: &[u16], observer: &mut impl Observer) {
        either_mut!(self, network => network.infer(rows, observer));
    }

    /// An image.
    pub fn present(
        &mut self,
        rows: &[u16],
        label: Option<u8>,
        observer: &mut impl Observer,
    ) -> Decision {
        either_mut!(self, network => network.present(rows, label, observer))
    }

    /// What the image seen last made the core do, but for its events; `draws` before it.
    pub fn work(&self, draws: u32, taught: bool) -> ImageWork {
        let drawn = self.counters().get(Counter::Draws).wrapping_sub(draws);
        match self {
            Model::Modulated(network) => {
                let fires = |counts: &[i16]| counts.iter().filter(|&&c| c > 0).count() as u64;
                let cycles = |counts: &[i16]| counts.iter().map(|&c| c.max(1) as u64).sum();
                let counts = network.counts();
                let lanes = network.spec().lanes;
                ImageWork {
                    visited: match network.spec().learns() {
                        true => counts.chunks(lanes).map(fires).collect(),
                        false => counts.chunks(lanes).map(cycles).collect(),
                    },
                    // one draw for the mask, one a neuron that fired, one a row
                    swept_rows: match taught {
                        true => u64::from(drawn - network.mask_draws()) - fires(counts),
                        false => 0,
                    },
                    ..ImageWork::default()
                }
            }
            Model::Prototype(_) => ImageWork {
                recruited: taught && drawn == 0,
                ..ImageWork::default()
            },
        }
    }

    /// Weights of a row of the synapse array.
    pub fn w1_row(&self, row: usize) -> &[i16] {
        match self {
            Model::Modulated(network) => network.w1_row(row),
            Model::Prototype(model) => model.network.weights(row),
        }
    }

    /// What the cells of a row hold: weights, or the states of persistent pairs.
    pub fn w1_cells(&self, row: usize) -> Cow<'_, [i16]> {
        match self.spec().pairs {
            Pairs::Reset => Cow::Borrowed(self.w1_row(row)),
            Pairs::Persistent => {
                let pairs = self
                    .modulated()
                    .map_or(&[][..], |network| network.pairs_row(row));
                Cow::Owned(pairs.iter().map(|&pair| pair.into()).collect())
            }
        }
    }

    /// Writes a cell of the synapse array: a weight, or a persistent pair.
    pub fn set_w1_cell(&mut self, row: usize, column: usize, cell: i16) {
        match self {
            Model::Modulated(network) => match network.spec().pairs {
                Pairs::Reset => network.set_w1(row, column, cell),
                Pairs::Persistent => network.set_pair(row, column, cell as u8 & 3),
            },
            Model::Prototype(model) => model.network.set_weight(row, column, cell),
        }
    }

    /// Fields of a column in the second memory, the lowest first: value and bits. Readout weights
    /// are two's complement.
    pub fn second_fields(&self, column: usize) -> Vec<(u32, usize)> {
        match self {
            Model::Modulated(network) => {
                let weights = network.w2_row(column);
                let field = |&w: &i16| (w as u32 & 0xFF, crate::spec::W2_BITS);
                weights.iter().map(field).collect()
            }
            Model::Prototype(model) => {
                let (neurons, sizes) = (model.network.neurons(), model.network.sizes());
                let parts = 0..sizes.num_compartments();
                let mut fields: Vec<(u32, usize)> = parts
                    .flat_map(|part| {
                        let bias = neurons.biases(part)[column] as u32;
                        let wins = u32::from(neurons.wins(part)[column]);
                        let wins_bits = crate::spec::prototype::WINS_BITS;
                        [(bias, sizes.bias_bits()), (wins, wins_bits)]
                    })
                    .collect();
                fields.push((u32::from(neurons.recruited()[column]), 1));
                fields
            }
        }
    }

    /// Number of a field as the host counts them; none where it is no field.
    pub fn second_index(&self, field: usize) -> Option<usize> {
        match self {
            Model::Modulated(_) => (field < NUM_CLASSES).then_some(field),
            Model::Prototype(model) => {
                let fields = 2 * model.network.sizes().num_compartments();
                match field {
                    8 => Some(fields),
                    _ => (field < fields).then_some(field),
                }
            }
        }
    }

    /// Writes a field (by [`Self::second_index`]) of a column in the second memory, cut to its bits.
    pub fn set_second(&mut self, column: usize, index: usize, data: u32) {
        match self {
            Model::Modulated(network) => network.set_w2(column, index, (data as i8).into()),
            Model::Prototype(model) => {
                let fields = 2 * model.network.sizes().num_compartments();
                let part = index / 2;
                let neurons = model.network.neurons_mut();
                if index == fields {
                    return neurons.set_recruited(column, data & 1 == 1);
                }
                let bias = neurons.biases(part)[column] as u32;
                let wins = neurons.wins(part)[column];
                match index % 2 {
                    0 => neurons.set(column, part, data, wins),
                    _ => neurons.set(column, part, bias, (data & 127) as u8),
                }
            }
        }
    }
}
