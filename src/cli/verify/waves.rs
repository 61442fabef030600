//! What `verify --vcd` leaves: the signals of a window, its steps in RTL and golden model, and how
//! viewers show them.

use super::super::output::Outcome;
use super::super::wave::is_fst;
use crate::spec::Spec;
use crate::verify::job::Window;
use crate::wave::dump::Dump;
use crate::wave::steps;
use crate::wave::viewers::Viewers;
use crate::{Error, Result, files};
use std::path::{Path, PathBuf};

/// Endings of the dumps of steps.
const SIDES: [&str; 2] = ["rtl.vcd", "golden.vcd"];

/// Files beside a dump of all signals.
#[derive(Clone, Copy, Debug)]
pub struct Waves<'a> {
    /// The dump.
    pub path: &'a Path,
    /// The image in its middle.
    pub around: u32,
}

impl Waves<'_> {
    /// Finds out before long work whether all can be written.
    ///
    /// # Errors
    /// As [`files::probe`].
    pub fn probe(&self) -> Result<()> {
        files::probe(self.path)?;
        SIDES
            .iter()
            .try_for_each(|end| files::probe(&self.path.with_extension(end)))
    }

    /// Writes the steps of both sides and what viewers want, and says so. An FST has no files for
    /// viewers: its signals are not read.
    ///
    /// # Errors
    /// [`Error::Io`]; [`Error::File`] where the dump is no VCD.
    pub fn tell(
        &self,
        window: &Window,
        spec: &Spec,
        sources: &[PathBuf],
        outcome: &mut Outcome,
    ) -> Result<()> {
        let dump = self.path.display().to_string();
        outcome.set("vcd", dump.as_str());
        outcome.line(format!("signals around image {}: {dump}", self.around));
        let mut views = Vec::new();
        if !is_fst(self.path) {
            let module = |source: &PathBuf| {
                let text = std::fs::read_to_string(source).map_err(Error::io(source))?;
                let name = source.file_stem().unwrap_or_default().to_string_lossy();
                Ok((name.into_owned(), text))
            };
            let modules = sources.iter().map(module).collect::<Result<Vec<_>>>()?;
            views.extend(self.viewers(self.path, &modules, outcome)?);
        }
        let sides = SIDES.map(|end| self.path.with_extension(end));
        let [rtl, golden] = [0, 1].map(|side| sides[side].display().to_string());
        outcome.line(format!(
            "the same in steps, of the RTL and of the golden model: {rtl}, {golden}"
        ));
        for (path, trace) in sides.iter().zip([&window.rtl, &window.golden]) {
            let side = steps::Window {
                spec,
                first: window.first,
                timed: window.timed,
                trace,
            };
            files::replace(path, |out| steps::write(&side, out))?;
            views.extend(self.viewers(path, &[], outcome)?);
        }
        outcome.line(format!("  spinloom wave {rtl} --against {golden}"));
        outcome.set("steps", vec![rtl, golden]);
        outcome.set("viewers", views);
        Ok(())
    }

    /// Files for viewers of one dump: a save file and a command file; tables of names are common.
    fn viewers(
        &self,
        path: &Path,
        modules: &[(String, String)],
        outcome: &mut Outcome,
    ) -> Result<[String; 2]> {
        let dump = path.display().to_string();
        let viewers = Viewers {
            signals: &Dump::open(path)?.signals,
            modules,
            dump: &dump,
            tables: &self.path.with_extension("").display().to_string(),
        };
        let [save, commands] = ["gtkw", "sucl"].map(|end| path.with_extension(end));
        let tables = viewers.tables().into_iter().map(|(name, text)| {
            let path = self.path.with_extension(format!("{name}.txt"));
            (path, text)
        });
        for (file, text) in [
            (save.clone(), viewers.gtkwave()),
            (commands.clone(), viewers.surfer()),
        ]
        .into_iter()
        .chain(tables)
        {
            files::replace(&file, |out| out.write_all(text.as_bytes()))?;
        }
        let files = [save, commands].map(|file| file.display().to_string());
        let [save, commands] = &files;
        outcome.line(format!("  gtkwave {dump} {save}"));
        outcome.line(format!("  surfer {dump} --command-file {commands}"));
        Ok(files)
    }
}
