//! Steps: what images make a core do, as a VCD that golden model and RTL write signal for signal.
//!
//! Cycles are the RTL's own affair: where a write stands in its pipeline is no part of what the
//! golden model says (it gives the cycles of a whole image: `latency`). So the time here counts
//! steps: an event, a neuron's integral, the result, a draw, a cell written, the end of an image.
//! Within an image they go phase by phase ([`PHASES`]), and within a phase in the order of the
//! hardware, which is that of the digests that `verify` compares; where images overlap in the RTL,
//! they do not here. Two dumps of one window are equal in scope `arch`, time for time, so that any
//! two viewers show them side by side.
//!
//! Each is made of a [`trace`](crate::emit::testbench::trace): the observer of the golden model and
//! the testbench write their lines each for itself; [`write()`] gives both one form, and [`read()`]
//! finds the story in it.
//!
//! | scope | signals |
//! |---|---|
//! | `arch` | `image` (number in the run), `phase`, `tick` (toggles with each step) |
//! | `arch.core` | constants: sizes |
//! | `arch.event` | `kind`; of a ROW `row`; of a LAST `learn`, `more`, `label` |
//! | `arch.column` | `column`, spike `count`, `membrane`; scheme "prototype": `column`, `compartment`, `drive` |
//! | `arch.result` | `class`, `taught`, and `latency` in cycles where no port stalls |
//! | `arch.draw` | `lfsr` as it is used |
//! | `arch.w2` | `column`, `class`, `cell_before`, `cell` |
//! | `arch.neuron` | in its place in scheme "prototype": `column`, `field` as in the host map, `cell_before`, `cell` |
//! | `arch.w1` | `row`, `column`, `cell_before`, `cell` |
//! | `arch.counters` | since the beginning of the window |
//!
//! A word of W1 or of the neuron memory is a step for each cell that it changes; where it changes
//! none, one step with its first column. A signal that has nothing to say in a step is z; x is what
//! the RTL does not know. The RTL's dump has one signal more, `rtl.cycle`: the place of a step in
//! the dump of all signals.

mod read;
mod write;

pub use read::{is_steps, read};
pub use write::{Window, write};

/// Names of the values of `arch.phase`.
pub const PHASES: [&str; 7] = [
    "ENCODE",
    "INFER",
    "DECIDE",
    "DRAW",
    "TEACH_OUT",
    "TEACH_HIDDEN",
    "DONE",
];

/// Places in [`PHASES`].
const ENCODE: usize = 0;
const INFER: usize = 1;
const DECIDE: usize = 2;
const DRAW: usize = 3;
const TEACH_OUT: usize = 4;
const TEACH_HIDDEN: usize = 5;
const DONE: usize = 6;

/// Number of `arch.neuron.field` of the recruited bit, behind bias and wins of each compartment.
const RECRUITED: usize = 8;

/// A scope and its signals.
type Scope = (&'static str, &'static [&'static str]);

const CORE: Scope = (
    "core",
    &[
        "rows",
        "columns",
        "lanes",
        "compartments",
        "w1_bits",
        "learns",
    ],
);

/// What each phase tells.
fn scopes(prototype: bool) -> [Scope; PHASES.len()] {
    [
        ("event", &["kind", "row", "learn", "more", "label"]),
        match prototype {
            false => ("column", &["column", "count", "membrane"]),
            true => ("column", &["column", "compartment", "drive"]),
        },
        ("result", &["class", "taught", "latency"]),
        ("draw", &["lfsr"]),
        match prototype {
            false => ("w2", &["column", "class", "cell_before", "cell"]),
            true => ("neuron", &["column", "field", "cell_before", "cell"]),
        },
        ("w1", &["row", "column", "cell_before", "cell"]),
        (
            "counters",
            &[
                "draws",
                "hidden_spikes",
                "pulses_ltp",
                "pulses_ltd",
                "switches",
                "saturations",
            ],
        ),
    ]
}
