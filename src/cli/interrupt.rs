//! Ctrl-C and SIGTERM. Work that keeps checkpoints ends by itself, soon; work that keeps what is
//! finished ends at once; anything else dies as it would without this, and so does what is asked twice.

use super::output::say;
use crate::{Error, Result};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;
use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Mutex, Once};

/// Pieces of work that look at [`asked`].
static GENTLE: AtomicUsize = AtomicUsize::new(0);
/// A signal came while there were some.
static ASKED: AtomicBool = AtomicBool::new(false);
/// What is said where work ends at once.
static LAST_WORDS: Mutex<Option<String>> = Mutex::new(None);

/// While it lives, a signal only sets [`asked`].
pub struct Gentle(());

/// From now on work looks at [`asked`].
///
/// # Errors
/// [`Error::Io`] where the system gives no signals.
pub fn gently() -> Result<Gentle> {
    listen()?;
    GENTLE.fetch_add(1, SeqCst);
    Ok(Gentle(()))
}

impl Drop for Gentle {
    fn drop(&mut self) {
        GENTLE.fetch_sub(1, SeqCst);
    }
}

/// A signal asked for the end.
pub fn asked() -> bool {
    ASKED.load(SeqCst)
}

/// From now on a signal ends the program with exit code 130 and this line.
///
/// # Errors
/// As [`gently`].
pub fn at_once(last_words: String) -> Result<()> {
    if let Ok(mut words) = LAST_WORDS.lock() {
        *words = Some(last_words);
    }
    listen()
}

fn listen() -> Result<()> {
    static START: Once = Once::new();
    let mut outcome = Ok(());
    START.call_once(|| match Signals::new([SIGINT, SIGTERM]) {
        Ok(mut signals) => {
            std::thread::spawn(move || signals.forever().for_each(answer));
        }
        Err(error) => outcome = Err(Error::io("signals")(error)),
    });
    outcome
}

fn answer(signal: i32) {
    if GENTLE.load(SeqCst) > 0 && !ASKED.swap(true, SeqCst) {
        return;
    }
    let words = LAST_WORDS.lock().ok().and_then(|words| words.clone());
    if let (Some(words), false) = (words, asked()) {
        // below a bar that stays where it is
        let above = if std::io::stderr().is_terminal() {
            "\n"
        } else {
            ""
        };
        say(&format!("{above}{words}"));
        std::process::exit(Error::Interrupted(words).exit_code().into());
    }
    let _ = emulate_default_handler(signal);
}
