//! Weights files that a command goes on from.

use super::request::Request;
use crate::config::{Preset, Settings};
use crate::encoder::Code;
use crate::golden::weights::Saved;
use crate::spec::{Pairs, Spec, Types};
use crate::{Error, Result};
use std::path::Path;

/// Weights and the settings of hardware that goes on from them, with the options of the run that made
/// them where no flag says otherwise.
///
/// # Errors
/// As [`read_weights`], [`Request::settings`] and [`same_core`]; no RTL can be what they are of.
pub fn hardware_of(path: &Path, request: Request) -> Result<(Settings, Saved)> {
    let saved = read_weights(path)?;
    let mut settings = request.like(&saved).settings()?;
    if let (Saved::Modulated(saved), false) = (&saved, settings.spec.learns()) {
        // built into the core
        let threshold = saved.network.learning.threshold;
        settings.spec = settings.spec.with_threshold(threshold)?;
    }
    same_core(path, &saved, &settings.spec)?;
    has_twin(path, &saved, &settings)?;
    Ok((settings, saved))
}

/// Reads weights and state.
///
/// # Errors
/// As [`Saved::load`]; a missing file says what makes it.
pub fn read_weights(path: &Path) -> Result<Saved> {
    if path.try_exists().is_ok_and(|exists| !exists) {
        let remedy = "is not there: `spinloom train` makes it";
        return Err(Error::file(path, remedy));
    }
    Saved::load(path)
}

/// The preset that makes such weights.
pub fn preset(saved: &Saved) -> Preset {
    let (spec, code) = (saved.spec(), saved.options().encoder.code);
    match spec.prototype() {
        Some(_) if code == Code::Events => Preset::FsddSequence,
        Some(_) => Preset::MnistSequence,
        None if code == Code::Events => Preset::Fsdd,
        None if spec.pairs == Pairs::Persistent => Preset::Persistent,
        None => Preset::default(),
    }
}

/// The weights are of spoken digits.
///
/// # Errors
/// [`Error::File`] where they are of images.
pub fn of_sounds(path: &Path, saved: &Saved) -> Result<()> {
    match saved.options().encoder.code {
        Code::Events => Ok(()),
        _ => Err(Error::file(
            path,
            "has learned images, not sounds: train with --preset fsdd",
        )),
    }
}

/// The weights are of this core.
///
/// # Errors
/// [`Error::File`] with both sizes, or both schemes.
pub fn same_core(path: &Path, saved: &Saved, spec: &Spec) -> Result<()> {
    let held = saved.spec();
    let (rows, columns) = (held.rows, held.columns);
    let fault = if held.scheme.name() != spec.scheme.name() {
        format!(
            "holds a core of scheme \"{}\", not \"{}\": give --preset {}",
            held.scheme.name(),
            spec.scheme.name(),
            preset(saved).name()
        )
    } else if (rows, columns) != (spec.rows, spec.columns) {
        format!(
            "holds a {rows}x{columns} array, not {}x{}: give --array {rows}x{columns}",
            spec.rows, spec.columns
        )
    } else if held.prototype().map(|p| p.num_compartments())
        != spec.prototype().map(|p| p.num_compartments())
    {
        let compartments = held.prototype().map_or(0, |p| p.num_compartments());
        format!("holds neurons of {compartments} compartments: give --compartments {compartments}")
    } else if held.input_steps() != spec.input_steps() {
        let steps = held.input_steps();
        format!(
            "was trained on {steps} input steps an image, not {}: give the same --code and --steps",
            spec.input_steps()
        )
    } else if held.types == Types::All && spec.types == Types::Causal {
        "holds rules with second letters: give --types all".into()
    } else if held.pairs != spec.pairs {
        "holds cells of the other kind (persistent pairs, or weights): leave out --preset".into()
    } else if held.mask != spec.mask {
        format!(
            "holds a core {} a mask: give --mask-target {}",
            if held.mask { "with" } else { "without" },
            held.learning.mask_target
        )
    } else {
        return Ok(());
    };
    Err(Error::file(path, fault))
}

/// The RTL can be what the weights are of.
fn has_twin(path: &Path, saved: &Saved, settings: &Settings) -> Result<()> {
    let variation = saved.options().variation;
    let fault = if !variation.is_none() {
        format!(
            "was trained with cells that differ ({variation}), which no RTL has: train without --variation"
        )
    } else if saved.spec().thresholds != settings.spec.thresholds {
        "was trained with another device: leave out --device, or train with it".into()
    } else {
        return Ok(());
    };
    Err(Error::file(path, fault))
}
