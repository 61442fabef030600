//! Every command, the nested ones included: help with an example that is read, `--json`, `--quiet`.

use super::Cli;
use clap::{Command, CommandFactory, Parser};

/// Each command with its full name, the program itself first.
fn commands() -> Vec<(String, Command)> {
    fn walk(name: &str, command: &Command, found: &mut Vec<(String, Command)>) {
        found.push((name.to_owned(), command.clone()));
        let parts = command.get_subcommands();
        for part in parts.filter(|part| part.get_name() != "help") {
            walk(&format!("{name} {}", part.get_name()), part, found);
        }
    }
    let mut program = Cli::command();
    program.build();
    let mut found = Vec::new();
    walk("spinloom", &program, &mut found);
    found
}

/// The calls in the help: lines that begin with the program's name, up to what is the shell's.
fn examples(command: &Command) -> Vec<String> {
    let help = command.get_after_help().map(ToString::to_string);
    let help = help.unwrap_or_default();
    assert!(help.contains("Example"), "{}: {help}", command.get_name());
    let lines = help.lines().filter(|line| line.starts_with("  spinloom "));
    let call = |line: &str| {
        let ends = line.find(['#', '>', '|']).unwrap_or(line.len());
        line[..ends].trim().to_owned()
    };
    lines.map(call).collect()
}

/// Its own example, `--json` and `--quiet`: what is missing.
fn lacks(name: &str, command: &Command) -> Vec<String> {
    let flags = ["json", "quiet"].map(|flag| {
        let known = command
            .get_arguments()
            .any(|arg| arg.get_long() == Some(flag));
        (!known).then(|| format!("--{flag}"))
    });
    let own = |line: &String| line == name || line.starts_with(&format!("{name} "));
    let example = (!examples(command).iter().any(own)).then(|| "an example".to_owned());
    flags.into_iter().chain([example]).flatten().collect()
}

#[test]
fn every_command_has_an_example_json_and_quiet() {
    let commands = commands();
    assert!(commands.len() > 20, "{}", commands.len());
    for (name, command) in &commands {
        assert_eq!(lacks(name, command), [""; 0], "{name}");
    }
    let bare = Command::new("bare").after_help("Examples:\n  spinloom other");
    assert_eq!(lacks("spinloom bare", &bare).len(), 3);
}

#[test]
fn every_example_is_read() {
    let mut number = 0;
    for (name, command) in commands() {
        for line in examples(&command) {
            let read = Cli::try_parse_from(line.split_whitespace());
            assert!(read.is_ok(), "{name}: `{line}`: {}", read.unwrap_err());
            number += 1;
        }
    }
    assert!(number > 30, "{number}");
    assert!(Cli::try_parse_from(["spinloom", "train", "--epoch-count", "3"]).is_err());
}

#[test]
fn the_tree_of_commands_is_sound() {
    Cli::command().debug_assert();
}
