//! The host map: `{region[31:28], index[27:0]}`.

/// Bits 31..28 of a host address. What of it a core that only infers has: `blocks::infer_host`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Region {
    /// [`Register`].
    Registers = 0,
    /// Hidden weights: index = `row << 14 | pass << lane_bits | lane`; data: sign-extended; of persistent
    /// pairs {right, left}, 1 for P.
    W1 = 1,
    /// Readout weights: index = `column << 4 | class`; data: sign-extended.
    W2 = 2,
    /// Switching thresholds: index = `junction << 5 | transition << 4 | code`
    /// (junction: 0 left, 1 right; transition: 0 AP to P, 1 P to AP).
    SwitchingTables = 4,
    /// Mask of scheme "modulated": index = `pass << lane_bits | lane`; data: 1 for a silent neuron.
    /// Scheme "prototype", neurons: index = `column << 4 | field` (2 q bias and 2 q + 1 wins of
    /// compartment q, 8 recruited); data: unsigned.
    Neurons = 6,
    /// STDP rules (scheme "prototype" has the first alone): 0 modulator negative, 1 modulator positive, 2 readout label, 3 readout rival.
    RuleTable = 5,
    /// [`Counter`], read only.
    Counters = 7,
}

/// Index in region [`Region::Registers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Register {
    /// Read only: 0x5350_4C01.
    Version = 0,
    /// Read only: rows << 16 | columns.
    Array = 1,
    /// Read only: lanes << 16 | passes.
    Lanes = 2,
    /// Amplitude codes: readout << 4 | hidden.
    Codes = 3,
    /// LIF threshold (16 bits, not zero: a write of zero is refused).
    Threshold = 4,
    /// Learning window (16 bits).
    Window = 5,
    /// Margin (16 bits).
    Margin = 6,
    /// Modulator dead zone (8 bits).
    DeadZone = 7,
    /// Modulator breakpoints, 8 bits each, the first lowest.
    Breakpoints = 8,
    /// LFSR state (16 bits); a write of zero is refused and sets [`ErrorBit::LfsrZero`].
    Lfsr = 9,
    /// Sticky error bits, see [`ErrorBit`]; cleared by reset alone.
    Errors = 10,
    /// Of a core with a mask: code << 16 | target number of hidden spikes (4 and 16 bits).
    Mask = 11,
}

/// Index in region [`Region::Counters`]: 32 bits, wrapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Counter {
    /// LAST events accepted.
    Images = 0,
    /// ROW events that were neither dropped nor repeated.
    Events = 1,
    /// Spike counts summed over the neurons that the readout visited; scheme "prototype": for each
    /// image, compartments x classes that have a recruited neuron (searches of teaching not counted).
    HiddenSpikes = 2,
    /// Draws.
    Draws = 3,
    /// Cells pulsed towards potentiation.
    PulsesLtp = 4,
    /// Cells pulsed towards depression.
    PulsesLtd = 5,
    /// Junctions switched.
    Switches = 6,
    /// Switches that found the weight at its limit.
    Saturations = 7,
    /// Scheme "modulated": columns whose drive was positive when an image was complete.
    PositiveDrive = 8,
    /// The same, negative.
    NegativeDrive = 9,
    /// Junctions of the mask switched.
    MaskSwitches = 10,
}

impl Counter {
    /// Number of counters.
    pub const COUNT: usize = 11;
}

/// Bit of [`Register::Errors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum ErrorBit {
    /// A row out of range was dropped.
    Row = 0,
    /// A step beyond the last was dropped.
    Step = 1,
    /// A label out of range, or a core that only infers: nothing was learned.
    Label = 2,
    /// A host write of zero to the LFSR was refused.
    LfsrZero = 3,
    /// A host access outside the map.
    HostAddress = 4,
}
