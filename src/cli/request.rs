//! From flags, file, preset and saved weights to the settings of a command.

use super::dataset;
use super::flags::Group;
use super::weights::preset;
use crate::Result;
use crate::config::{self, Array, Defaults, Flags, Preset, Settings};
use crate::device::{Device, SwitchingTables};
use crate::encoder::Code;
use crate::golden::weights::Saved;
use std::path::Path;

/// The flags of one command, ready to be read.
#[derive(Debug)]
pub struct Request<'a> {
    config: Option<&'a Path>,
    flags: Flags,
    defaults: Defaults,
    /// Switching thresholds where no device is asked for.
    thresholds: Thresholds,
}

/// Those of `Spec`, none for the assumed curve.
type Thresholds = Option<[u16; SwitchingTables::NUM_WORDS]>;

impl<'a> Request<'a> {
    /// The flags every command has, and a file.
    pub fn new(config: Option<&'a Path>, flags: Flags) -> Self {
        Request {
            config,
            flags,
            defaults: Defaults::default(),
            thresholds: None,
        }
    }

    /// The preset where nothing else is asked for.
    pub fn or_preset(mut self, preset: Preset) -> Self {
        self.defaults.preset = preset;
        self
    }

    /// Adds a group of flags.
    pub fn with(mut self, group: &impl Group) -> Self {
        group.push(&mut self.flags);
        self
    }

    /// The core and the encoder where no flag and no file says: those of saved weights.
    pub fn like(mut self, saved: &Saved) -> Self {
        let (spec, encoder) = (saved.spec(), saved.options().encoder);
        self.defaults = Defaults {
            array: Some(Array {
                rows: spec.rows,
                columns: spec.columns,
            }),
            preset: preset(saved),
            speech: dataset::of_weights(saved),
            copies: Some(saved.options().copies),
            code: Some((config_code(encoder.code), spec.input_steps())),
            types: spec.prototype().is_none().then_some(spec.types),
            normaliser: encoder.normaliser,
            mask_target: spec.mask.then_some(spec.learning.mask_target),
            noise: saved.options().noise,
            compartments: spec
                .prototype()
                .map_or(self.defaults.compartments, |p| p.compartments()),
        };
        self.thresholds = spec.thresholds;
        self
    }

    /// The settings that flags, file, preset and device file make.
    ///
    /// # Errors
    /// As [`Settings::load`] and [`Device::read`].
    pub fn settings(&self) -> Result<Settings> {
        let mut settings = Settings::load(self.config, &self.flags, &self.defaults)?;
        settings.spec.thresholds = match &settings.device {
            None => self.thresholds,
            Some(path) => thresholds(&Device::read(path)?.tables()),
        };
        Ok(settings)
    }
}

fn config_code(code: Code) -> config::Code {
    match code {
        Code::Edge16 => config::Code::Edge16,
        Code::Edge12 => config::Code::Edge12,
        Code::Raw => config::Code::Raw,
        Code::Ttfs => config::Code::Ttfs,
        Code::Rate => config::Code::Rate,
        Code::Events => config::Code::Events,
    }
}

/// As a `Spec` holds them.
fn thresholds(tables: &SwitchingTables) -> Thresholds {
    (*tables != SwitchingTables::default()).then(|| tables.to_words())
}
