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
    /// Hidden spikes an image that the mask balances to (16 bits); 0: the mask gets no pulses.
    pub mask_target: u32,
    /// Code of the mask (4 bits), 8 is balance.
    pub mask_code: u8,
}

impl Learning {
    /// Views that may be summed before a decision (power of two above the five in use).
    pub const MAX_VIEWS: usize = 8;

    /// Stages of a schedule.
    pub const NUM_STAGES: usize = 6;

    /// Code of a mask that gets no pulse.
    pub const MASK_BALANCED: u8 = 8;

    /// Amplitude schedule over a training run.
    pub const SCHEDULE: [ScheduleStage; Self::NUM_STAGES] = [
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

    /// Amplitudes of persistent pairs, where a switch moves the weight by S or more: switching
    /// probabilities of 0.05 % to 1 % a pulse (chosen on held-out training images).
    pub const PERSISTENT_SCHEDULE: [ScheduleStage; Self::NUM_STAGES] = {
        const HIDDEN: [u8; Learning::NUM_STAGES] = [2, 2, 2, 1, 1, 0];
        let mut stages = Self::SCHEDULE;
        let mut stage = 0;
        while stage < Self::NUM_STAGES {
            stages[stage].hidden = HIDDEN[stage];
            stage += 1;
        }
        stages
    };

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
            mask_target: 0,
            mask_code: Self::MASK_BALANCED,
        }
    }

    /// Register `mask`: code and target.
    pub fn mask(&self) -> u32 {
        u32::from(self.mask_code) << 16 | self.mask_target
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

    /// The same with both amplitude codes as the schedule begins.
    pub fn without_codes(&self) -> Self {
        Learning {
            code_hidden: Self::SCHEDULE[0].hidden,
            code_readout: Self::SCHEDULE[0].readout,
            ..self.clone()
        }
    }

    /// The stage of `schedule` in force for presentation `image` (counted from 0 over all epochs) of
    /// `total`.
    pub fn stage(schedule: &[ScheduleStage], image: u64, total: u64) -> ScheduleStage {
        let reached = |s: &&ScheduleStage| image * 100 >= u64::from(s.from_percent) * total;
        let found = schedule.iter().rev().find(reached);
        *found.unwrap_or(&Self::SCHEDULE[0])
    }
}
