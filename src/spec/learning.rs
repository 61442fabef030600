//! Run-time registers of scheme "modulated" and their reset values (measured: see the README).

use super::InputCode;

/// One stage of the amplitude schedule: from `from_percent` of all presentations on, the hidden
/// array pulses around code `hidden` and the readout from code `readout`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScheduleStage {
    /// Share of all presentations (image number >= p E N) from which the stage holds, percent.
    pub from_percent: u32,
    /// Amplitude code A of the hidden array.
    pub hidden: u8,
    /// Amplitude code R of the readout.
    pub readout: u8,
}

/// The registers that hold the learning rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learning {
    /// LIF threshold, membrane units.
    pub threshold: u32,
    /// Nothing is learned when O_y - O_r reaches it.
    pub margin: u32,
    /// Learning window: a column learns where 0 < I < window.
    pub window: u32,
    /// Modulator below which a column does not learn.
    pub dead_zone: u32,
    /// Modulator sizes that move the amplitude: -1 below each of the first three, +1 from the
    /// fourth on.
    pub breakpoints: [u32; 4],
    /// Amplitude code A of the hidden array (4 bits).
    pub code_hidden: u8,
    /// Amplitude code R of the readout (4 bits).
    pub code_readout: u8,
}

impl Learning {
    /// Views that may be summed before a decision (power of two above the five in use).
    pub const MAX_VIEWS: usize = 8;

    /// Amplitude schedule over a training run.
    pub const SCHEDULE: [ScheduleStage; 6] = [
        ScheduleStage {
            from_percent: 0,
            hidden: 10,
            readout: 8,
        },
        ScheduleStage {
            from_percent: 40,
            hidden: 9,
            readout: 7,
        },
        ScheduleStage {
            from_percent: 60,
            hidden: 8,
            readout: 6,
        },
        ScheduleStage {
            from_percent: 75,
            hidden: 7,
            readout: 5,
        },
        ScheduleStage {
            from_percent: 85,
            hidden: 6,
            readout: 4,
        },
        ScheduleStage {
            from_percent: 93,
            hidden: 5,
            readout: 3,
        },
    ];

    /// Defaults; the margin is 2048, from 400 columns on 4096.
    pub fn for_columns(columns: usize) -> Self {
        Learning {
            threshold: 1024,
            margin: if columns >= 400 { 4096 } else { 2048 },
            window: 1200,
            dead_zone: 8,
            breakpoints: [16, 32, 64, 128],
            code_hidden: Self::SCHEDULE[0].hidden,
            code_readout: Self::SCHEDULE[0].readout,
        }
    }

    /// Defaults of an input code: pulse codes drive less and fire less (chosen on held-out training
    /// images, code ttfs, T = 4).
    pub fn for_code(columns: usize, code: InputCode) -> Self {
        let held = Self::for_columns(columns);
        match code {
            InputCode::Hold => held,
            InputCode::Pulse(_) => Learning {
                threshold: 256,
                margin: held.margin / 4,
                ..held
            },
        }
    }

    /// Both amplitude codes as register `codes` holds them.
    pub fn codes(&self) -> u32 {
        u32::from(self.code_readout) << 4 | u32::from(self.code_hidden)
    }

    /// The stage in force for presentation `image` (counted from 0 over all epochs) of `total`.
    pub fn stage(image: u64, total: u64) -> ScheduleStage {
        let reached = |s: &&ScheduleStage| image * 100 >= u64::from(s.from_percent) * total;
        *Self::SCHEDULE
            .iter()
            .rev()
            .find(reached)
            .unwrap_or(&Self::SCHEDULE[0])
    }
}
