//! The signals that a story is read from.

use super::dump::{Dump, Signal};
use super::memory::Ports;
use crate::{Error, Result};

/// What a dump is of: constants that the testbench puts into it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Core {
    /// `modulated` or `prototype`.
    pub scheme: &'static str,
    /// Rows without the bias.
    pub rows: u32,
    /// Columns.
    pub columns: u32,
    /// Lanes.
    pub lanes: u32,
    /// Compartments of a neuron; 0 in scheme "modulated".
    pub compartments: u32,
    /// Bits of a cell of W1; 2: a persistent pair.
    pub w1_bits: u32,
    /// It has hardware that learns: without, an image has no draws, pulses or switches.
    pub learns: bool,
}

impl Core {
    /// Groups of lanes that follow one another.
    pub fn passes(&self) -> u32 {
        self.columns.div_ceil(self.lanes.max(1)).max(1)
    }
}

/// Names of the constants, below the testbench.
pub(super) const CONSTANTS: [&str; 4] = [
    "wave_rows",
    "wave_columns",
    "wave_lanes",
    "wave_compartments",
];

/// Numbers of watched signals.
pub(super) struct Taps {
    pub clk: usize,
    pub rst_n: usize,
    pub constants: [usize; 4],
    pub first: usize,
    pub cycle: usize,
    pub num_sent: usize,
    pub num_captured: usize,
    pub num_done: usize,
    pub num_told: usize,
    pub ev_valid: usize,
    pub ev_ready: usize,
    pub ev_kind: usize,
    pub ev_data: usize,
    pub res_valid: usize,
    pub res_ready: usize,
    pub res_class: usize,
    pub res_learn: usize,
    pub capture: usize,
    /// Pass whose results the lanes hold; of a core that only infers, its first column.
    pub pass: usize,
    pub done: usize,
    /// None in a core that only infers, which has counts and no times of spikes.
    pub learning: Option<Learning>,
    pub w1: Ports,
    pub second: Ports,
    /// Bits of a word of both memories, and cells of the second with an enable each.
    pub widths: [u32; 2],
    pub enables: u32,
    /// Spike counts, lane by lane; none in scheme "prototype".
    pub counts: Vec<usize>,
    /// A class has fired, and which; scheme "prototype" alone.
    pub class_fired: Option<[usize; 2]>,
}

/// Numbers of what only a core that learns has.
pub(super) struct Learning {
    /// An integration step is done; with it: the first of its pass.
    pub step: usize,
    pub step_first: usize,
    pub draw: usize,
    pub lfsr: usize,
    /// Cells pulsed up, pulsed down, switched, switched at the limit: readout or whole core.
    pub readout: [usize; 4],
    /// Hidden cells pulsed up, pulsed down; lanes that switched, that did at the limit.
    pub hidden: [usize; 4],
    pub lanes_valid: usize,
}

/// Watches signals by path; remembers the first that is missing.
struct Finder<'a> {
    dump: &'a mut Dump,
    missing: Option<String>,
}

impl Finder<'_> {
    fn get(&mut self, path: String) -> usize {
        match self.dump.find(&path).cloned() {
            Some(signal) => self.dump.watch(&signal),
            None => {
                self.missing.get_or_insert(path);
                0
            }
        }
    }

    fn width(&self, path: &str) -> u32 {
        self.dump.find(path).map_or(0, |signal| signal.width)
    }

    fn memory(&mut self, path: &str) -> Ports {
        let mut port = |name: &str| self.get(format!("{path}.{name}"));
        Ports {
            we: port("we_i"),
            waddr: port("waddr_i"),
            wdata: port("wdata_i"),
            raddr: port("raddr_i"),
            rdata: port("rdata_o"),
        }
    }
}

/// The scope of the core: it has a controller and the event port.
pub(super) fn core_scope(signals: &[Signal]) -> Option<String> {
    signals.iter().find_map(|signal| {
        let scope = signal.path.strip_suffix(".u_controller.state_q")?;
        let port = format!("{scope}.ev_valid_i");
        signals
            .iter()
            .any(|other| other.path == port)
            .then(|| scope.to_owned())
    })
}

impl Taps {
    /// Watches all that a story needs.
    ///
    /// # Errors
    /// [`Error::File`] where the dump is not of a core of this program, or lacks a signal.
    pub fn new(dump: &mut Dump) -> Result<Self> {
        let Some(core) = core_scope(&dump.signals) else {
            let what = "has no signals of a spinloom core: give a file of `verify --vcd`";
            return Err(Error::file(dump.path(), what));
        };
        let bench = core
            .rsplit_once('.')
            .map_or("", |(bench, _)| bench)
            .to_owned();
        let lanes = format!("{core}.u_array.gen_lane[");
        let draws = format!("{core}.u_draw.");
        let learns = dump.signals.iter().any(|s| s.path.starts_with(&draws));
        let count = if learns {
            "lif.count_q"
        } else {
            "u_lane.count_q"
        };
        let counts: Vec<String> = dump
            .signals
            .iter()
            .filter(|s| s.path.starts_with(&lanes) && s.path.ends_with(count))
            .map(|s| s.path.clone())
            .collect();
        let second = ["w2", "neuron"].map(|name| format!("{core}.u_{name}_memory"));
        let second = second
            .iter()
            .find(|path| dump.find(&format!("{path}.we_i")).is_some())
            .unwrap_or(&second[0])
            .clone();
        let winner = format!("{core}.u_winner.fired_o");
        let prototype = dump.find(&winner).is_some();
        let mut find = Finder {
            dump,
            missing: None,
        };
        let w1 = format!("{core}.u_w1_memory");
        let widths = [&w1, &second].map(|path| find.width(&format!("{path}.rdata_o")));
        let enables = find.width(&format!("{second}.we_i"));
        let class_fired = prototype.then(|| {
            let class = format!("{core}.u_winner.class_i_q");
            [winner, class].map(|path| find.get(path))
        });
        let mut bench = |name: &str| find.get(format!("{bench}.{name}"));
        let constants = CONSTANTS.map(&mut bench);
        let [first, cycle] = ["wave_first", "cycle"].map(&mut bench);
        let [num_sent, num_captured, num_done, num_told] =
            ["num_sent", "num_captured", "num_done", "num_told"].map(&mut bench);
        let mut tap = |name: &str| find.get(format!("{core}.{name}"));
        let learning = learns.then(|| Learning {
            step: tap("u_issue.step_s3_o"),
            step_first: tap("u_issue.step_first_s3_o"),
            draw: tap("u_counters.draw_i"),
            lfsr: tap("u_draw.state_q"),
            readout: ["ltp", "ltd", "switched", "saturated"]
                .map(|name| tap(&format!("u_counters.readout_{name}_i"))),
            hidden: [
                "hidden_ltp",
                "hidden_ltd",
                "lanes_switched",
                "lanes_saturated",
            ]
            .map(|name| tap(&format!("u_counters.{name}_i"))),
            lanes_valid: tap("u_counters.lanes_valid_i"),
        });
        let pass = if learns { "pass_q" } else { "column_q" };
        let taps = Taps {
            clk: tap("clk_i"),
            rst_n: tap("rst_ni"),
            constants,
            first,
            cycle,
            num_sent,
            num_captured,
            num_done,
            num_told,
            ev_valid: tap("ev_valid_i"),
            ev_ready: tap("ev_ready_o"),
            ev_kind: tap("ev_kind_i"),
            ev_data: tap("ev_data_i"),
            res_valid: tap("res_valid_o"),
            res_ready: tap("res_ready_i"),
            res_class: tap("res_class_o"),
            res_learn: tap("res_learn_o"),
            capture: tap("capture"),
            pass: tap(&format!("u_controller.{pass}")),
            done: tap("image_done"),
            learning,
            w1: find.memory(&w1),
            second: find.memory(&second),
            widths,
            enables,
            counts: counts.into_iter().map(|path| find.get(path)).collect(),
            class_fired,
        };
        match find.missing {
            None => Ok(taps),
            Some(path) => {
                let what =
                    format!("has no signal `{path}`: make it with `verify --vcd` of this version");
                Err(Error::file(dump.path(), what))
            }
        }
    }
}
