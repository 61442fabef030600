//! Runs `spinloom` in a folder of its own and looks at what it says.

use assert_cmd::Command;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Duration;

/// A folder where a test may do what it likes.
pub struct Place {
    dir: tempfile::TempDir,
}

impl Place {
    pub fn new() -> Self {
        Place {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Writes a file, folders before it included; its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    /// A program in place of a tool.
    pub fn script(&self, name: &str, body: &str) -> PathBuf {
        use std::os::unix::fs::PermissionsExt;
        let path = self.file(name, format!("#!/bin/sh\n{body}\n"));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    /// `spinloom` in this folder, with none of the caller's settings.
    pub fn command(&self, line: &str) -> Command {
        let mut command = Command::cargo_bin("spinloom").unwrap();
        command
            .current_dir(self.dir.path())
            .args(line.split_whitespace())
            .env_remove("SPINLOOM_DATA")
            .timeout(Duration::from_secs(120));
        command
    }

    pub fn run(&self, line: &str) -> Output {
        self.command(line).output().unwrap()
    }

    /// Runs `line`: the exit code is `code`, and all of standard error is one `error:` line that
    /// holds every one of `parts`.
    pub fn fails(&self, line: &str, code: i32, parts: &[&str]) {
        failure(line, &self.run(line), code, parts);
    }
}

/// The check of [`Place::fails`] for a command that was run otherwise.
pub fn failure(what: &str, output: &Output, code: i32, parts: &[&str]) {
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{what}: {stderr}");
    let lines: Vec<&str> = stderr.lines().collect();
    let [line] = lines.as_slice() else {
        panic!("{what}: not one line:\n{stderr}");
    };
    assert!(line.starts_with("error: "), "{what}: {line}");
    assert!(!line.contains("internal"), "{what}: {line}");
    for part in parts {
        assert!(
            line.contains(part),
            "{what}: `{part}` is missing in: {line}"
        );
    }
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(code == 1 || stdout.is_empty(), "{what}: {stdout}");
}

/// Nothing of what failed is left: no file, no folder.
pub fn is_clean(dir: &Path) -> bool {
    std::fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_none())
}
