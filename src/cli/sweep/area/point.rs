//! A point of the sweep: one core, synthesized once and kept.

use crate::cli::sweep::kept::kept;
use crate::cli::synth::{Run, asked_mhz};
use crate::config::Settings;
use crate::golden::pace::Pace;
use crate::synth::Target;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;

/// What the clock of a flip-flop takes in a cycle, joule: assumed for the 45 nm of the other constants,
/// a fifth of the 0.03 pJ of SG13G2 (130 nm).
const FLIP_FLOP_JOULE: f64 = 6e-15;

/// A core.
pub struct Point<'a> {
    /// Its array, as given.
    pub array: &'a str,
    /// The core.
    pub settings: Settings,
    /// Its cycles.
    pub pace: Pace,
    /// Additions and memory of an image, joule.
    pub operations_joule: f64,
    /// What to map to.
    pub target: &'a Target,
    /// Place and route, too, with these further arguments of nextpnr.
    pub pnr: Option<&'a str>,
    /// Limit for each call of a tool.
    pub timeout: Duration,
}

/// What synthesis found, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Found {
    lut: u64,
    lut_sites: Option<u64>,
    ff: u64,
    block_ram_kbit: u64,
    logic_depth: u64,
    fmax_mhz: Option<f64>,
    /// Why there is nothing else.
    note: Option<String>,
}

impl Found {
    /// LUT sites where the target has them, else nothing.
    fn sites(&self) -> String {
        self.lut_sites
            .map_or(String::new(), |sites| sites.to_string())
    }
}

impl Point<'_> {
    /// For people.
    pub fn name(&self) -> String {
        format!("{}, {} lanes", self.array, self.settings.spec.lanes)
    }

    fn folder(&self) -> PathBuf {
        let settings = &self.settings;
        let sweep = settings
            .out
            .join("build/sweep/area")
            .join(self.target.name());
        sweep.join(settings.spec.default_name())
    }

    /// What an earlier sweep kept, or what synthesis finds now.
    ///
    /// # Errors
    /// As [`Run::run`]; a device that is too small is a finding.
    pub fn found(&self, progress: &(dyn Fn(&str) + Sync)) -> Result<Found> {
        let folder = self.folder();
        let run = Run {
            settings: &self.settings,
            target: self.target,
            sram: &[],
            pnr: self.pnr,
            timeout: self.timeout,
            work_dir: &folder,
            progress,
        };
        let inputs = run.inputs()?;
        let digest = run.digest(&inputs);
        kept(&folder.join("point.json"), digest, || {
            match run.run(&inputs) {
                Ok((report, _)) => Ok(Found {
                    lut: report.total.lut,
                    lut_sites: report.lut_sites,
                    ff: report.total.ff,
                    block_ram_kbit: report.total.block_ram_kbit,
                    logic_depth: report.path.depth,
                    fmax_mhz: report.routed.map(|routed| routed.fmax_mhz),
                    note: None,
                }),
                Err(Error::Check(what)) => Ok(Found {
                    note: Some(what),
                    ..Found::default()
                }),
                Err(error) => Err(error),
            }
        })
    }

    fn images_per_s(&self, found: &Found) -> f64 {
        found.fmax_mhz.unwrap_or(asked_mhz(self.target).into()) * 1e6 / self.pace.interval
    }

    fn images_per_joule(&self, found: &Found) -> f64 {
        1.0 / (self.operations_joule + found.ff as f64 * self.pace.interval * FLIP_FLOP_JOULE)
    }

    /// LUT sites where they are known, else LUT, and images a second; nothing where it does not fit.
    pub fn place(&self, found: &Found) -> [f64; 2] {
        match found.note {
            Some(_) => [0.0; 2],
            None => [
                found.lut_sites.unwrap_or(found.lut) as f64,
                self.images_per_s(found),
            ],
        }
    }

    /// A row for people.
    pub fn line(&self, found: &Found, front: bool) -> String {
        let lanes = self.settings.spec.lanes;
        if let Some(note) = &found.note {
            return format!("{:10}{lanes:6}  {note}", self.array);
        }
        let sites = found.sites();
        let fmax = found.fmax_mhz.map_or("-".into(), |mhz| format!("{mhz:.1}"));
        format!(
            "{:10}{lanes:6}{sites:>7}{:7}{:7}{:9}{:7}{fmax:>9}{:10.1}{:12.0}{:12.3e}{}",
            self.array,
            found.lut,
            found.ff,
            found.block_ram_kbit,
            found.logic_depth,
            self.pace.interval,
            self.images_per_s(found),
            self.images_per_joule(found),
            if front { " *" } else { "" }
        )
    }

    /// The same, for a spreadsheet.
    pub fn csv(&self, found: &Found, front: bool) -> String {
        let lanes = self.settings.spec.lanes;
        if let Some(note) = &found.note {
            return format!(
                "{},{lanes},,,,,,,,,,,,\"{}\"\n",
                self.array,
                note.replace('"', "'")
            );
        }
        let sites = found.sites();
        let fmax = found
            .fmax_mhz
            .map_or(String::new(), |mhz| format!("{mhz:.2}"));
        format!(
            "{},{lanes},{sites},{},{},{},{},{fmax},{:.1},{:.1},{:.0},{:.0},{},\n",
            self.array,
            found.lut,
            found.ff,
            found.block_ram_kbit,
            found.logic_depth,
            self.pace.interval,
            self.pace.latency,
            self.images_per_s(found),
            self.images_per_joule(found),
            u8::from(front)
        )
    }

    /// The same, as JSON.
    pub fn json(&self, found: &Found, front: bool) -> Value {
        let fits = found.note.is_none();
        json!({
            "array": self.array,
            "lanes": self.settings.spec.lanes,
            "lut_sites": found.lut_sites,
            "lut": fits.then_some(found.lut),
            "ff": fits.then_some(found.ff),
            "block_ram_kbit": fits.then_some(found.block_ram_kbit),
            "logic_depth": fits.then_some(found.logic_depth),
            "fmax_mhz": found.fmax_mhz,
            "cycles": self.pace.interval,
            "latency_cycles": self.pace.latency,
            "images_per_s": fits.then(|| self.images_per_s(found)),
            "images_per_joule": fits.then(|| self.images_per_joule(found)),
            "pareto": front && fits,
            "note": found.note,
        })
    }
}
