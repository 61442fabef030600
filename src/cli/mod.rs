//! The command line: arguments become a validated job, the job an exit code.
//!
//! Exit codes: 0 done, 1 a check failed, 2 bad usage or input, 3 a tool is missing or failed, 130
//! interrupted. Every error is one line on standard error.

mod asic;
mod data;
mod dataset;
mod device;
mod energy;
mod enrol;
mod eval;
mod flags;
mod generate;
mod interrupt;
mod listen;
mod output;
mod pace;
mod progress;
mod report;
mod request;
mod run;
mod sequence;
mod shell;
mod speakers;
mod sweep;
mod synth;
#[cfg(test)]
mod tests;
mod train;
mod verify;
mod wave;
mod weights;

use clap::{Parser, Subcommand};
use output::{Console, Outcome};
use std::process::ExitCode;

/// Generates neuromorphic cores whose synapses behave as SOT-MTJ pairs: Verilog with on-chip
/// learning, a bit-accurate golden model, and the proof that both agree.
#[derive(Debug, Parser)]
#[command(
    name = "spinloom",
    version,
    after_help = "Example:\n  spinloom generate --array 784x100"
)]
struct Cli {
    /// One JSON object on standard output, and nothing else there
    #[arg(long, global = true)]
    json: bool,
    /// No progress bars and no prose on standard error
    #[arg(long, short, global = true)]
    quiet: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Generate(generate::Args),
    Train(train::Args),
    Eval(eval::Args),
    Verify(verify::Args),
    Wave(wave::Args),
    Enrol(Box<enrol::Args>),
    Listen(listen::Args),
    Synth(synth::Args),
    Run(run::Args),
    Report(report::Args),
    Data(data::Args),
    Device(device::Args),
    Sweep(sweep::Args),
    Completions(shell::Completions),
    Man(shell::Man),
}

impl Command {
    fn run(&self, console: &Console) -> crate::Result<Outcome> {
        match self {
            Command::Generate(args) => generate::run(args, console),
            Command::Train(args) => train::run(args, console),
            Command::Eval(args) => eval::run(args, console),
            Command::Verify(args) => verify::run(args, console),
            Command::Wave(args) => wave::run(args, console),
            Command::Enrol(args) => enrol::run(args, console),
            Command::Listen(args) => listen::run(args, console),
            Command::Synth(args) => synth::run(args, console),
            Command::Run(args) => run::run(args, console),
            Command::Report(args) => report::run(args),
            Command::Data(args) => data::run(args, console),
            Command::Device(args) => device::run(args, console),
            Command::Sweep(args) => sweep::run(args, console),
            Command::Completions(args) => shell::completions(args, console),
            Command::Man(args) => shell::man(args, console),
        }
    }
}

/// Parses the arguments of this process and does what they say.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let as_json = std::env::args_os().any(|flag| flag == "--json");
            return ExitCode::from(output::usage(&error, as_json));
        }
    };
    let console = Console::new(cli.json, cli.quiet);
    let code = match cli.command.run(&console) {
        Ok(outcome) => console.finish(&outcome),
        Err(error) => console.fail(&error),
    };
    ExitCode::from(code)
}
