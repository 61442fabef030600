//! A device as a file: four switching curves, the pulse amplitudes of the codes, and what things cost.

use super::curve::{SwitchingTables, threshold_word};
use super::energy::{EnergyConstants, Given};
use super::fit::logistic;
use super::sweep::{CurveKey, Excitation, MAX_VOLT};
use crate::spec::NUM_CODES;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

/// No device file is longer, bytes.
const MAX_BYTES: u64 = 1 << 20;
/// Steepest curve, 1/volt.
const MAX_SLOPE: f64 = 1e6;

/// A switching curve: `P(V) = sigma(slope (V - centre))`, V the signed amplitude.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Curve {
    /// Amplitude at which half of the pulses switch, volt.
    pub centre_volt: f64,
    /// Slope of the logit, 1/volt.
    pub slope_per_volt: f64,
    /// Sign of the pulses: 1 or -1; where it is left out, that of the centre.
    pub pulse_sign: Option<i8>,
}

impl Curve {
    /// Switching probability of a pulse.
    pub fn probability(&self, volt: f64) -> f64 {
        logistic(self.slope_per_volt * (volt - self.centre_volt))
    }

    /// Sign of the pulses: +1 or -1.
    pub fn sign(&self) -> f64 {
        self.pulse_sign
            .map_or(1f64.copysign(self.centre_volt), f64::from)
    }

    /// The same junction under pulses of the other sign.
    pub fn mirrored(&self) -> Self {
        Curve {
            centre_volt: -self.centre_volt,
            slope_per_volt: -self.slope_per_volt,
            pulse_sign: self.pulse_sign.map(|sign| -sign),
        }
    }
}

/// Sizes of the pulse amplitudes by code: `first + step code`.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Amplitudes {
    /// Size of code 0, volt.
    pub first_volt: f64,
    /// What a code adds to the size, volt.
    pub step_volt: f64,
}

impl Default for Amplitudes {
    /// The paper's sweep (section II), the smallest first.
    fn default() -> Self {
        Amplitudes {
            first_volt: 3.66,
            step_volt: 0.02,
        }
    }
}

impl Amplitudes {
    /// Size of the pulses of a code, volt.
    pub fn volt(&self, code: usize) -> f64 {
        self.first_volt + self.step_volt * code as f64
    }

    /// Size of the reset pulse where nothing says otherwise: the largest code, to the microvolt.
    pub fn reset_volt(&self) -> f64 {
        micro(self.volt(NUM_CODES - 1).min(MAX_VOLT))
    }
}

/// Everything that is known of the junctions.
#[derive(Clone, Debug, PartialEq)]
pub struct Device {
    /// Amplitudes of the codes.
    pub amplitudes: Amplitudes,
    /// Curves in the order of [`CurveKey::ALL`].
    pub curves: [Curve; 4],
    /// What pulses and operations cost.
    pub energy: EnergyConstants,
}

impl Default for Device {
    /// The paper's sweep with an assumed sigmoid (centre 7.5 codes, slope 1 a code: the paper prints
    /// no fit), all four curves alike but for the sign of the pulses: see [`default_excitation`].
    fn default() -> Self {
        let curve = |key: CurveKey| {
            let sign = match default_excitation(key).name() {
                "-y" => -1.0,
                _ => 1.0,
            };
            Curve {
                centre_volt: sign * 3.81,
                slope_per_volt: sign * 50.0,
                pulse_sign: None,
            }
        };
        Device {
            amplitudes: Amplitudes::default(),
            curves: CurveKey::ALL.map(curve),
            energy: EnergyConstants::default(),
        }
    }
}

/// Excitation of a curve in the paper: +Y takes the left junction from AP to P, and the right one,
/// whose Y polarity is opposite, from P to AP (section III).
pub fn default_excitation(key: CurveKey) -> Excitation {
    let plus = key.junction as usize == key.transition as usize;
    let polarity = if plus {
        super::Polarity::Plus
    } else {
        super::Polarity::Minus
    };
    Excitation {
        axis: super::Axis::Y,
        polarity: Some(polarity),
    }
}

/// The file; what it leaves out is as in [`Device::default`].
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    amplitude: Option<Amplitudes>,
    left: Option<Transitions>,
    right: Option<Transitions>,
    energy: Option<Given>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Transitions {
    ap_to_p: Option<Curve>,
    p_to_ap: Option<Curve>,
}

impl Device {
    /// Reads a device file.
    ///
    /// # Errors
    /// [`Error::Io`] where it cannot be read; [`Error::File`] with line, key, value and limit where it
    /// is no TOML, has an unknown key, or a value out of range.
    pub fn read(path: &Path) -> Result<Self> {
        let file = std::fs::File::open(path).map_err(Error::io(path))?;
        let mut bytes = Vec::new();
        file.take(MAX_BYTES + 1)
            .read_to_end(&mut bytes)
            .map_err(Error::io(path))?;
        if bytes.len() as u64 > MAX_BYTES {
            let what = format!("longer than {MAX_BYTES} bytes: this is no device file");
            return Err(Error::file(path, what));
        }
        let text = String::from_utf8(bytes)
            .map_err(|_| Error::file(path, "is not UTF-8: save it as UTF-8"))?;
        Self::parse(&text).map_err(|what| Error::file(path, what))
    }

    /// Reads the text of a device file.
    ///
    /// # Errors
    /// A sentence, as in [`Self::read`].
    pub fn parse(text: &str) -> std::result::Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let before = text.as_bytes().iter().take(start);
            let line = before.filter(|b| **b == b'\n').count() + 1;
            let said: Vec<&str> = error.message().lines().map(str::trim).collect();
            format!("line {line}: {}", said.join(", "))
        })?;
        let mut device = Device::default();
        let [left, right] = [file.left, file.right].map(Option::unwrap_or_default);
        let given = [left.ap_to_p, left.p_to_ap, right.ap_to_p, right.p_to_ap];
        for (curve, given) in device.curves.iter_mut().zip(given) {
            *curve = given.unwrap_or(*curve);
        }
        device.amplitudes = file.amplitude.unwrap_or_default();
        let assumed = EnergyConstants::assumed(&device.amplitudes);
        device.energy = file.energy.unwrap_or_default().over(assumed);
        device.check()?;
        Ok(device)
    }

    fn check(&self) -> std::result::Result<(), String> {
        let within = |key: String, value: f64, low: f64, high: f64| {
            if (low..=high).contains(&value) {
                return Ok(());
            }
            Err(format!(
                "`{key} = {value}` is not a number from {low} to {high}"
            ))
        };
        let Amplitudes {
            first_volt,
            step_volt,
        } = self.amplitudes;
        within("amplitude.first_volt".into(), first_volt, 0.0, MAX_VOLT)?;
        within("amplitude.step_volt".into(), step_volt, 1e-6, MAX_VOLT)?;
        for (key, curve) in CurveKey::ALL.into_iter().zip(&self.curves) {
            let name = key.names().join(".");
            let centre = format!("{name}.centre_volt");
            within(centre, curve.centre_volt, -MAX_VOLT, MAX_VOLT)?;
            let slope = format!("{name}.slope_per_volt");
            within(slope.clone(), curve.slope_per_volt, -MAX_SLOPE, MAX_SLOPE)?;
            if curve.slope_per_volt == 0.0 {
                return Err(format!("`{slope} = 0`: every amplitude would switch alike"));
            }
            if let Some(sign) = curve.pulse_sign.filter(|sign| ![-1, 1].contains(sign)) {
                return Err(format!("`{name}.pulse_sign = {sign}` is not 1 or -1"));
            }
        }
        self.energy.check()
    }

    /// The curve of a junction and a transition.
    pub fn curve(&self, key: CurveKey) -> &Curve {
        &self.curves[key.index()]
    }

    /// Switching probability of an amplitude code.
    pub fn probability(&self, key: CurveKey, code: usize) -> f64 {
        let curve = self.curve(key);
        curve.probability(curve.sign() * self.amplitudes.volt(code))
    }

    /// The four tables of the core.
    pub fn tables(&self) -> SwitchingTables {
        let mut tables = SwitchingTables::default();
        for key in CurveKey::ALL {
            let table = tables.table_mut(key.junction, key.transition);
            for (code, word) in table.iter_mut().enumerate().take(NUM_CODES) {
                *word = threshold_word(self.probability(key, code));
            }
        }
        tables
    }

    /// The device as a file that [`Self::read`] takes; `remark` gives the lines above a curve.
    pub fn to_toml(&self, remark: impl Fn(CurveKey) -> Option<String>) -> String {
        let mut text = format!(
            "# Sizes of the pulse amplitudes: first + step x code, codes 0 to 15.\n\
             [amplitude]\nfirst_volt = {}\nstep_volt = {}\n",
            self.amplitudes.first_volt, self.amplitudes.step_volt
        );
        for (key, curve) in CurveKey::ALL.into_iter().zip(&self.curves) {
            text.push('\n');
            for line in remark(key).iter().flat_map(|r| r.lines()) {
                let _ = writeln!(text, "# {line}");
            }
            let _ = write!(
                text,
                "[{}]\ncentre_volt = {}\nslope_per_volt = {}\n",
                key.names().join("."),
                fixed(curve.centre_volt, 6),
                fixed(curve.slope_per_volt, 6)
            );
            if let Some(sign) = curve.pulse_sign {
                let _ = writeln!(text, "pulse_sign = {sign}");
            }
        }
        text + "\n" + &self.energy.to_toml(&self.amplitudes)
    }
}

/// Volts, to the microvolt.
pub fn micro(volt: f64) -> f64 {
    (volt * 1e6).round() / 1e6
}

/// A number with so many digits after the point, without the sign of a zero.
pub fn fixed(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    match text.strip_prefix('-') {
        Some(size) if !size.contains(|c: char| ('1'..='9').contains(&c)) => size.to_owned(),
        _ => text,
    }
}

#[cfg(test)]
#[path = "description_tests.rs"]
mod tests;
