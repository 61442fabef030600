//! `sweep SPEC.toml`: one command at every point of a grid, on the cores of this machine, or as jobs of
//! a workflow.

mod flags;
mod job;
mod spec;
mod table;

use super::kept;
use super::queue::side_by_side;
use crate::cli::output::{Console, Outcome};
use crate::cli::{interrupt, progress};
use crate::report::{self, Parts};
use crate::{Error, Result, files};
use job::Job;
use serde_json::json;
use spec::Spec;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// What is swept, and where it runs.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Settings, axes and measures
    #[arg(value_name = "SPEC.toml")]
    spec: PathBuf,
    /// Jobs that run side by side [default: one a core]
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
    /// Write the job list, and run none
    #[arg(long)]
    plan: bool,
    /// Run this job of the list alone, as workflows do
    #[arg(long, value_name = "KEY", conflicts_with = "plan")]
    job: Option<String>,
    /// Folder for everything that is written [default: .]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub fn run(args: &Args, console: &Console) -> Result<Outcome> {
    let begin = Instant::now();
    let spec = Spec::read(&args.spec)?;
    spec.check_data()?;
    let out = args.out.as_deref().unwrap_or(Path::new(""));
    let folder = out.join("build/sweep").join(&spec.name);
    let program = kept::program()?;
    let jobs = spec.points.iter();
    let jobs: Vec<Job> = jobs
        .map(|point| Job::new(&spec, point, &folder, &program))
        .collect::<Result<_>>()?;
    let mut outcome = Outcome::default();
    outcome.set("spec", args.spec.display().to_string());
    outcome.set("folder", folder.display().to_string());
    if args.job.is_none() {
        claim(&folder, &args.spec)?;
        plan(&jobs, &folder)?;
    }
    if args.plan {
        outcome.set("jobs", listed(&jobs));
        jobs.iter().for_each(|job| outcome.line(job.shown()));
        return Ok(outcome);
    }
    // what trains looks at signals, tools do not
    let _gentle = match spec.command.as_str() {
        "train" => Some(interrupt::gently()?),
        _ => None,
    };
    interrupt::at_once(kept::last_words(&folder))?;
    if let Some(key) = &args.job {
        let job = jobs.iter().find(|job| job.key == *key);
        let unknown = || {
            Error::Input(format!(
                "`--job {key}` is not in the list, which changes with {} and the program: see --plan",
                args.spec.display()
            ))
        };
        let job = job.ok_or_else(unknown)?;
        job.write()?;
        outcome.set("job", key.as_str());
        let found = job.find(1)?;
        job.check(&found)?;
        outcome.set("found", found);
        outcome.line(job.result().display().to_string());
        return Ok(outcome);
    }
    let before = jobs.iter().filter_map(|job| Some((job, job.before()?)));
    let before = before.map(|(job, found)| job.check(&found));
    let before = before.collect::<Result<Vec<_>>>()?.len();
    let found = all(&jobs, args, &folder, console)?;
    outcome.set("jobs", jobs.len());
    outcome.set("jobs_kept", before);
    outcome.line(format!(
        "{} jobs of {}, {before} of them done before",
        jobs.len(),
        args.spec.display()
    ));
    table::tell(&spec, &found, &folder, &mut outcome)?;
    let command = format!("spinloom sweep {}", args.spec.display());
    let mut parts = Parts::new(folder.display().to_string());
    parts.insert("sweep", outcome.json.clone());
    let page = report::of_sweep(&command, &parts)?;
    files::replace(&folder.join("page.html"), |out| {
        out.write_all(page.as_bytes())
    })?;
    outcome.line(format!(
        "table.csv, page.html and jobs.json: {}",
        folder.display()
    ));
    outcome.set("seconds", begin.elapsed().as_secs_f64());
    failures(&jobs, &found, &mut outcome);
    Ok(outcome)
}

/// Names the points whose check failed.
fn failures(jobs: &[Job], found: &[job::Found], outcome: &mut Outcome) {
    let pairs = jobs.iter().zip(found);
    let named = |(job, found): (&Job, _)| Some(format!("{}: {}", job.shown(), job::failed(found)?));
    let named: Vec<String> = pairs.filter_map(named).collect();
    let lines = named.iter().map(|line| format!("failed: {line}"));
    lines.for_each(|line| outcome.line(line));
    outcome.failed = named.first().map(|first| {
        Error::Check(format!(
            "the check of {} of {} jobs failed; the first, {first}",
            named.len(),
            jobs.len()
        ))
    });
    outcome.set("failed", named);
}

/// Refuses a folder that holds the sweep of another file of the same name.
fn claim(folder: &Path, spec: &Path) -> Result<()> {
    let here = spec.canonicalize().map_err(Error::io(spec))?;
    let here = here.display().to_string();
    let note = folder.join("spec.txt");
    match std::fs::read_to_string(&note) {
        Ok(there) if there != here => Err(Error::file(
            folder,
            format!(
                "holds the sweep of {there}: rename one of the files, give --out DIR, or remove the folder"
            ),
        )),
        Ok(_) => Ok(()),
        Err(_) => files::replace(&note, |out| out.write_all(here.as_bytes())),
    }
}

/// Writes the configuration of each job, and their list.
fn plan(jobs: &[Job], folder: &Path) -> Result<()> {
    jobs.iter().try_for_each(Job::write)?;
    let text = serde_json::to_string_pretty(&listed(jobs));
    let text = text.map_err(|e| Error::Design(e.to_string()))? + "\n";
    files::replace(&folder.join("jobs.json"), |out| {
        out.write_all(text.as_bytes())
    })
}

fn listed(jobs: &[Job]) -> Vec<serde_json::Value> {
    let listed = jobs.iter().map(|job| {
        json!({
            "key": job.key,
            "point": job.point(),
            "command": job.command_line(),
            "result": job.result().display().to_string(),
        })
    });
    listed.collect()
}

/// Runs what is not done yet. A job that fails does not keep the others from running, one without
/// the measures does.
fn all(jobs: &[Job], args: &Args, folder: &Path, console: &Console) -> Result<Vec<job::Found>> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let side = args.jobs.map_or(cores, usize::from).min(jobs.len());
    let bar = progress::jobs(console, jobs.len() as u64);
    let found = side_by_side(side, jobs, |job| {
        let stop = || Error::Interrupted(kept::last_words(folder));
        let found = match job.find((cores / side).max(1)) {
            Err(Error::Interrupted(_)) => return Err(stop()),
            _ if interrupt::asked() => return Err(stop()),
            found => found,
        };
        bar.inc(1);
        found.iter().try_for_each(|found| job.check(found))?;
        Ok(found)
    });
    bar.finish_and_clear();
    let found = found?;
    let failed = found.iter().filter(|found| found.is_err()).count();
    let named = jobs.iter().zip(found);
    let found = named.map(|(job, found)| found.map_err(|error| (job.shown(), error)));
    let found: std::result::Result<Vec<_>, _> = found.collect();
    found.map_err(|(name, error)| {
        error.within(format!(
            "{failed} of {} jobs failed, the others are kept; the first, {name}",
            jobs.len()
        ))
    })
}
