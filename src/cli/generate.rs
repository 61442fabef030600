//! `generate`: Verilog, testbench, constraints and manifest of a core.

use super::flags::{Images, Shared, describe};
use super::output::{Console, Outcome};
use super::progress;
use super::weights::hardware_of;
use crate::config::Settings;
use crate::device::Device;
use crate::emit::package::Design;
use crate::golden::Model;
use crate::golden::weights::Saved;
use crate::spec::Spec;
use crate::verify::parts::Start;
use crate::verify::vectors::vectors;
use crate::{Error, Result, files};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Write the Verilog of a core, its testbench, constraints and manifest
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  spinloom generate --array 784x100\n  \
                        spinloom generate --array 64x20 --lanes 4 --name small --out build\n  \
                        spinloom generate --preset inference --weights build/784x100.spin")]
pub struct Args {
    #[command(flatten)]
    shared: Shared,
    #[command(flatten)]
    images: Images,
    /// Name of the core's folders [default: spin_RxC_lN]
    #[arg(long, value_name = "NAME", value_parser = folder_name)]
    name: Option<String>,
    /// Trained weights as memory images, with the options of the run that made them
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let request = args.shared.request().with(&args.images);
    let mut outcome = Outcome::default();
    let (settings, trained) = match &args.weights {
        None => (request.settings()?, None),
        Some(path) => {
            let (settings, saved) = hardware_of(path, request)?;
            let trained = Trained::of(path, saved, &settings.spec)?;
            (settings, Some(trained))
        }
    };
    let (name, trained) = (args.name.as_deref(), trained.as_ref());
    write(&settings, name, trained, console, &mut outcome)?;
    Ok(outcome)
}

/// A network that was trained before.
pub struct Trained {
    /// Weights and registers, on the core that is generated.
    network: Model,
    /// Name of the file that it is from.
    file: String,
}

impl Trained {
    /// What a weights file holds.
    pub fn of(path: &Path, saved: Saved, spec: &Spec) -> Result<Self> {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        Ok(Trained {
            network: saved.on_core(spec)?,
            file: file.into_owned(),
        })
    }
}

/// Writes the three folders of a core; its memory images are those of `trained`, or start values.
pub fn write(
    settings: &Settings,
    name: Option<&str>,
    trained: Option<&Trained>,
    console: &Console,
    outcome: &mut Outcome,
) -> Result<()> {
    has_rtl(settings)?;
    let start = Instant::now();
    let bar = progress::spinner(console, "generating");
    let fresh = Model::start(&settings.spec, settings.seed)?;
    let default_name = settings.spec.default_name();
    let name = name.unwrap_or(&default_name);
    let device = device_text(settings)?;
    let design = Design {
        weights: trained.map(|trained| trained.file.as_str()),
        ..design(settings, name, &fresh, device.as_deref())
    };
    let network = trained.map_or(&fresh, |trained| &trained.network);
    let powered = Start::new(network, fresh.lfsr());
    let files = design.files(vectors(&powered, settings.seed)?)?;
    let folders = ["rtl_out", "sim", "constraints"].map(|top| {
        let prefix = format!("{top}/{name}/");
        let inside = files.iter().filter_map(|file| {
            let path = file.path.strip_prefix(&prefix)?;
            Some((path.to_owned(), file.content.as_slice()))
        });
        (settings.out.join(top).join(name), inside.collect())
    });
    files::replace_folders(&folders)?;
    bar.finish_and_clear();
    let seconds = start.elapsed().as_secs_f64();
    describe(settings, outcome);
    outcome.set("name", name);
    let verilog = files
        .iter()
        .filter(|f| f.path.starts_with("rtl_out/") && f.path.ends_with(".v"));
    let lines = verilog
        .clone()
        .map(|f| f.content.iter().filter(|b| **b == b'\n').count());
    let (num_modules, num_lines) = (verilog.clone().count(), lines.sum::<usize>());
    outcome.set("modules", num_modules);
    outcome.set("verilog_lines", num_lines);
    let shown: Vec<String> = folders
        .iter()
        .map(|(p, _)| p.display().to_string())
        .collect();
    outcome.line(format!(
        "spin_core {}x{}, {} lanes: {num_modules} modules, {num_lines} lines of Verilog, {seconds:.2} s",
        settings.spec.rows, settings.spec.columns, settings.spec.lanes,
    ));
    shown
        .iter()
        .for_each(|folder| outcome.line(format!("  {folder}")));
    outcome.set("folders", shown);
    outcome.set("seconds", seconds);
    Ok(())
}

/// The hardware can be what the settings ask for.
///
/// # Errors
/// [`Error::Input`] otherwise.
pub fn has_rtl(settings: &Settings) -> Result<()> {
    if !settings.train.variation.is_none() {
        return Err(Error::Input(format!(
            "`train.variation = {}` is of the golden model alone, no RTL has it: leave it out, or call `train`",
            settings.train.variation
        )));
    }
    Ok(())
}

/// The device file that belongs beside the core, where it has one.
fn device_text(settings: &Settings) -> Result<Option<String>> {
    let device = settings.device.as_deref().map(Device::read).transpose()?;
    Ok(device.map(|device| device.to_toml(|_| None)))
}

/// The core that the settings describe, with the start values of `network`.
pub fn design<'a>(
    settings: &'a Settings,
    name: &'a str,
    network: &Model,
    device: Option<&'a str>,
) -> Design<'a> {
    let (lfsr, tables) = (network.lfsr().state(), network.tables().to_words());
    Design {
        device,
        ..Design::new(&settings.spec, name, settings.seed, lfsr, tables)
    }
}

/// One folder, whatever the system: letters, digits and `_`, a letter first, as Verilog names.
fn folder_name(text: &str) -> std::result::Result<String, String> {
    let fits = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.len() <= MAX_NAME
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    fits.then(|| text.to_owned())
        .ok_or_else(|| format!("a letter, then letters, digits and `_`, at most {MAX_NAME} in all"))
}

/// Characters of a core's name.
const MAX_NAME: usize = 64;
