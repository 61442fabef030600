//! One error type: a one-line message with the place, the value and the remedy, and an exit code.

use std::path::{Path, PathBuf};

/// The result of everything that may fail.
pub type Result<T> = std::result::Result<T, Error>;

/// What can go wrong. Every message is one line.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A value from outside (flag, configuration, file content) breaks a limit; the text names the
    /// field, the value, the limit and the remedy.
    #[error("{0}")]
    Input(String),
    /// A file is damaged or of another kind.
    #[error("{path}: {what}", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Place, value and remedy.
        what: String,
    },
    /// The operating system refused.
    #[error("{path}: {source}", path = path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A check failed: a divergence, an unmet constraint.
    #[error("{0}")]
    Check(String),
    /// A tool is missing, crashed, or hung; the text says how to install or mend it.
    #[error("{0}")]
    Tool(String),
    /// A signal asked for the end; what was kept, and how to go on.
    #[error("{0}")]
    Interrupted(String),
    /// A design breaks a rule of the `hdl` layer: a fault of this program, not of its user.
    #[error("internal: {0}")]
    Design(String),
}

impl Error {
    /// A damaged or unexpected file.
    pub fn file(path: impl Into<PathBuf>, what: impl Into<String>) -> Self {
        Error::File {
            path: path.into(),
            what: what.into(),
        }
    }

    /// For `map_err`: attaches the path to an error of the operating system.
    pub fn io(path: impl AsRef<Path>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.as_ref().to_path_buf();
        move |source| Error::Io { path, source }
    }

    /// The same kind with `place` before its message.
    #[must_use]
    pub fn within(self, place: impl std::fmt::Display) -> Self {
        let what = format!("{place}: {self}");
        match self {
            Error::Check(_) => Error::Check(what),
            Error::Tool(_) => Error::Tool(what),
            Error::Interrupted(_) => Error::Interrupted(what),
            Error::Design(_) => Error::Design(what),
            Error::Input(_) | Error::File { .. } | Error::Io { .. } => Error::Input(what),
        }
    }

    /// 1 a check failed, 2 bad usage or bad input, 3 a tool is missing or failed, 130 interrupted.
    pub fn exit_code(&self) -> u8 {
        match self {
            Error::Check(_) | Error::Design(_) => 1,
            Error::Input(_) | Error::File { .. } | Error::Io { .. } => 2,
            Error::Tool(_) => 3,
            Error::Interrupted(_) => 130,
        }
    }
}
