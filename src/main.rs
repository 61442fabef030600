//! The `spinloom` command.

fn main() -> std::process::ExitCode {
    spinloom::cli::main()
}
