//! What a pulse and an operation cost: one table of constants, each with unit and evidence.
//!
//! The paper prints no resistance, pulse width, TMR or energy, only amplitudes. Everything else is
//! assumed or of the literature, and can be set in a device file, table `[energy]`.

use super::description::Amplitudes;
use super::sweep::CurveKey;
use super::{Device, SwitchingTables};
use crate::spec::NUM_CODES;
use std::fmt::Write as _;

/// Largest constant: no pulse is longer than this many seconds, no operation costs as many joules.
const MAX_SMALL: f64 = 1.0;
/// Largest resistance, ohm.
const MAX_OHM: f64 = 1e9;

/// Evidence of a constant that is not as assumed.
const GIVEN: &str = "set in the device file";

/// Declares the constants with unit, default, range and evidence, once.
macro_rules! constants {
    ($($(#[$doc:meta])* $name:ident = $default:expr, $low:expr, $high:expr, $evidence:literal;)+) => {
        /// Constants of the energy model; the unit is the end of the name.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct EnergyConstants {
            $($(#[$doc])* pub $name: f64,)+
        }

        /// What a device file gives of them.
        #[derive(Clone, Copy, Debug, Default, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct Given {
            $($name: Option<f64>,)+
        }

        impl Given {
            /// What is given over what is assumed.
            pub(super) fn over(self, assumed: EnergyConstants) -> EnergyConstants {
                EnergyConstants { $($name: self.$name.unwrap_or(assumed.$name),)+ }
            }
        }

        impl Default for EnergyConstants {
            fn default() -> Self {
                EnergyConstants { $($name: $default,)+ }
            }
        }

        impl EnergyConstants {
            /// Name, value and evidence of each, where the codes have these amplitudes. A value other
            /// than the assumed one comes from the device file.
            pub fn rows(&self, amplitudes: &Amplitudes) -> Vec<(&'static str, f64, &'static str)> {
                let assumed = EnergyConstants::assumed(amplitudes);
                vec![$((
                    stringify!($name),
                    self.$name,
                    if self.$name == assumed.$name { $evidence } else { GIVEN },
                ),)+]
            }

            /// Every constant is in its range; the error is a sentence.
            pub(super) fn check(&self) -> Result<(), String> {
                $(if !($low..=$high).contains(&self.$name) {
                    return Err(format!(
                        "`energy.{} = {}` is not a number from {} to {}",
                        stringify!($name), self.$name, $low, $high
                    ));
                })+
                Ok(())
            }
        }
    };
}

constants! {
    /// Length of a write or reset pulse, second.
    pulse_width_s = 10e-9, 0.0, MAX_SMALL,
        "assumed: the paper gives none; default of Commun. Eng. 2025, s44172-025-00376-8, table 1 (0.5 to 75 ns)";
    /// Resistance of the write path (heavy-metal channel and driver), ohm.
    write_path_ohm = 1000.0, 1.0, MAX_OHM,
        "assumed: the paper gives none";
    /// Size of the pulse that resets a pair before each write pulse, volt; 0: no reset pulse.
    reset_volt = 3.96, 0.0, super::sweep::MAX_VOLT,
        "assumed: amplitude code 15, which switches almost surely";
    /// An addition or comparison, joule a bit.
    add_joule_per_bit = 3.75e-15, 0.0, MAX_SMALL,
        "8-bit addition 0.03 pJ at 45 nm, 0.9 V: M. Horowitz, ISSCC 2014";
    /// A bit read from or written to memory, joule.
    memory_joule_per_bit = 3.125e-13, 0.0, MAX_SMALL,
        "64 bits of a 32-Kbyte SRAM 20 pJ at 45 nm: M. Horowitz, ISSCC 2014; a write as a read (assumed)";
    /// A draw: 16 flip-flops and their XOR matrix, joule.
    draw_joule = 1e-13, 0.0, MAX_SMALL,
        "assumed: about as much as a 32-bit addition";
}

impl EnergyConstants {
    /// Those of a device with these amplitudes: reset pulses are as large as code 15.
    pub fn assumed(amplitudes: &Amplitudes) -> Self {
        EnergyConstants {
            reset_volt: amplitudes.reset_volt(),
            ..EnergyConstants::default()
        }
    }

    /// The table `[energy]` of a device file.
    pub fn to_toml(&self, amplitudes: &Amplitudes) -> String {
        let mut text = String::from("[energy]\n");
        for (name, value, evidence) in self.rows(amplitudes) {
            let _ = writeln!(text, "# {evidence}\n{name} = {value:?}");
        }
        text
    }

    /// A pulse of that size: amplitude^2 / resistance x width, joule.
    pub fn pulse_joule(&self, volt: f64) -> f64 {
        volt * volt / self.write_path_ohm * self.pulse_width_s
    }

    /// What the logic and the memories do, joule.
    pub fn operations_joule(&self, operations: &Operations) -> f64 {
        operations.add_bits as f64 * self.add_joule_per_bit
            + operations.memory_bits as f64 * self.memory_joule_per_bit
            + operations.draws as f64 * self.draw_joule
    }
}

/// Work of the logic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Operations {
    /// Bits added or compared.
    pub add_bits: u64,
    /// Bits read from and written to memories.
    pub memory_bits: u64,
    /// Draws.
    pub draws: u64,
}

/// Cells pulsed, by entry of the switching tables: junction, transition, amplitude code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PulseCounts(pub [u64; SwitchingTables::NUM_WORDS]);

impl Default for PulseCounts {
    fn default() -> Self {
        PulseCounts([0; SwitchingTables::NUM_WORDS])
    }
}

impl PulseCounts {
    /// All of them: the learning events.
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }

    /// Energy in the junctions, write and reset pulses, joule.
    pub fn joule(&self, device: &Device) -> f64 {
        let energy = &device.energy;
        let reset = energy.pulse_joule(energy.reset_volt);
        let of_word = |(word, &count): (usize, &u64)| {
            let write = energy.pulse_joule(device.amplitudes.volt(word % NUM_CODES));
            count as f64 * (write + reset)
        };
        self.0.iter().enumerate().map(of_word).sum()
    }

    /// Pulses of a curve.
    pub fn of_curve(&self, key: CurveKey) -> u64 {
        let first = key.index() * NUM_CODES;
        self.0[first..first + NUM_CODES].iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pulse_is_joule_heat() {
        let energy = EnergyConstants {
            pulse_width_s: 2e-9,
            write_path_ohm: 500.0,
            reset_volt: 2.0,
            ..EnergyConstants::default()
        };
        assert!((energy.pulse_joule(2.0) - 16e-12).abs() < 1e-20);
        let mut counts = PulseCounts::default();
        counts.0[17] = 3;
        let mut device = Device {
            energy,
            ..Device::default()
        };
        device.amplitudes.first_volt = 3.0;
        device.amplitudes.step_volt = 1.0;
        // code 1 is 4 V: 64 pJ, and 16 pJ for the reset
        assert!((counts.joule(&device) - 3.0 * 80e-12).abs() < 1e-20);
        assert_eq!((counts.total(), counts.of_curve(CurveKey::ALL[1])), (3, 3));
        assert_eq!(counts.of_curve(CurveKey::ALL[0]), 0);
    }

    #[test]
    fn operations_by_kind() {
        let energy = EnergyConstants {
            add_joule_per_bit: 1.0,
            memory_joule_per_bit: 0.5,
            draw_joule: 0.25,
            ..EnergyConstants::default()
        };
        let operations = Operations {
            add_bits: 3,
            memory_bits: 4,
            draws: 8,
        };
        assert_eq!(energy.operations_joule(&operations), 7.0);
    }

    #[test]
    fn every_constant_has_evidence() {
        let amplitudes = Amplitudes::default();
        for (name, _, evidence) in EnergyConstants::default().rows(&amplitudes) {
            assert!(
                evidence.contains("assumed") || evidence.contains("20"),
                "{name}"
            );
        }
        let given = EnergyConstants {
            pulse_width_s: 1e-9,
            ..EnergyConstants::default()
        };
        let rows = given.rows(&amplitudes);
        assert_eq!((rows[0].2, rows[1].2 == GIVEN), (GIVEN, false));
    }
}
