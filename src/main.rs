//! The `spinloom` command.

fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
